"""One measure across the delivery units of a region."""

from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import MeasureRow
from inspections.tables.columns import NUMERIC, ComponentColumn


class MeasureTable(tables.Table):
    """Every delivery unit of a region on one measure, by name."""

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", orderable=False)
    value = ComponentColumn(template_name="components/measure_cell.html", attrs=NUMERIC, orderable=False)
    base = tables.Column(orderable=False, empty_values=())
    comparators = ComponentColumn(
        template_name="components/comparators_cell.html", verbose_name="Published comparison", orderable=False
    )

    def __init__(self, rows: tuple[MeasureRow, ...], **options: Any) -> None:
        name = rows[0].measure.name if rows else ""
        self.caption = name
        self.note = "In alphabetical order."
        super().__init__(rows, prefix="measure-", **options)

    def render_base(self, record: MeasureRow) -> str:
        if record.value is None:
            return ""
        return wording.base_phrase(record.base, record.n) or "not stated"
