"""One standard across the delivery units of a region."""

from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import StandardInRegion
from inspections.tables.columns import ComponentColumn, RatingColumn, UnknownLast


class StandardTable(tables.Table):
    """How every delivery unit was rated on one standard in a round, by name."""

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    cell = RatingColumn(verbose_name="Rating", order_by="cell__rank")
    inspected = ComponentColumn(
        template_name="components/date_cell.html", verbose_name="Inspected from", order_by="inspected__date__date"
    )
    edition = ComponentColumn(
        template_name="components/standard_link_cell.html", verbose_name="Why this rating", orderable=False
    )

    def __init__(self, found: StandardInRegion, **options: Any) -> None:
        frameworks = list(dict.fromkeys(row.edition.framework for row in found.rows if row.edition))
        self.caption = f"{found.standard.name} in the {found.round} round"
        self.note = f"{wording.listed(frameworks)}. In alphabetical order unless you sort; what is not held comes last."
        super().__init__(UnknownLast(list(found.rows)), prefix="standard-", **options)
