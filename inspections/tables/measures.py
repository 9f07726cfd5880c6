"""One measure across the delivery units of a region."""

from collections.abc import Sequence
from typing import Any

import django_tables2 as tables

from inspections import comparison, wording
from inspections.rows import MeasureRow
from inspections.tables.columns import NUMERIC, ComponentColumn, UnknownLast


class MeasureTable(tables.Table):
    """Every delivery unit of a region on one measure, by name; sorted by value only where `comparison.may_rank`.

    One with several values, of groups or dates, has a line for each. What no row has (a group or date, a published
    comparison, a count, an interval, a second framework) is no column.
    """

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    group = tables.Column(orderable=False, empty_values=(), verbose_name="Group and date")
    value = ComponentColumn(template_name="components/measure_cell.html", attrs=NUMERIC)
    base = tables.Column(orderable=False, empty_values=())
    comparators = ComponentColumn(
        template_name="components/comparators_cell.html", verbose_name="Published comparison", orderable=False
    )
    cases = tables.Column(orderable=False, empty_values=(), attrs=NUMERIC)
    interval = tables.Column(orderable=False, empty_values=(), verbose_name="95% interval")
    framework = tables.Column(orderable=False)

    def __init__(self, rows: Sequence[MeasureRow], **options: Any) -> None:
        may_rank = comparison.may_rank(rows)
        self.caption = rows[0].measure.name if rows else ""
        self.note = _note(rows, may_rank=may_rank)
        columns = {} if may_rank else {"orderable": False}
        super().__init__(UnknownLast(list(rows)), prefix="measure-", exclude=_without(rows), **columns, **options)

    def render_group(self, record: MeasureRow) -> str:
        earlier = "earlier figure" if record.is_earlier else ""
        words = ", ".join(filter(None, [wording.value_group(record), earlier]))
        return words[:1].upper() + words[1:]

    def render_base(self, record: MeasureRow) -> str:
        if record.value is None:
            return ""
        return wording.base_of(record) or "not stated"

    def render_cases(self, record: MeasureRow) -> str:
        count = wording.measure_count(record)
        if count is None or record.n is None:
            return ""
        words = wording.count_of(count, record.n)
        return f"{words} (inferred)" if record.numerator is None else words

    def render_interval(self, record: MeasureRow) -> str:
        interval = wording.measure_interval(record)
        return wording.interval_limits(interval) if interval else ""


def _note(rows: Sequence[MeasureRow], *, may_rank: bool) -> str:
    notes = ["In alphabetical order" + (" unless you sort; what is not held comes last." if may_rank else ".")]
    if any(wording.measure_interval(row) for row in rows):
        notes.append("Intervals are calculated here, treating the cases as a random sample.")
    if any(row.numerator is None and wording.measure_count(row) is not None for row in rows):
        notes.append("Counts marked inferred are worked out here from the percentage.")
    return " ".join(notes)


def _without(rows: Sequence[MeasureRow]) -> list[str]:
    """The columns that would be empty, or the same in every row."""
    held = {
        "group": any(wording.value_group(row) for row in rows),
        "comparators": any(row.comparators for row in rows),
        "cases": any(wording.measure_count(row) is not None and row.n is not None for row in rows),
        "interval": any(wording.measure_interval(row) for row in rows),
        "framework": len({row.framework for row in rows if row.framework}) > 1,
    }
    return [name for name, is_held in held.items() if not is_held]
