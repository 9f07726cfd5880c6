"""One standard across the delivery units of a region."""

from collections.abc import Mapping
from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import InspectionRow, StandardInRegion, StandardOfUnit
from inspections.tables.columns import ComponentColumn, RatingColumn, UnknownLast
from inspections.tables.ratings import beneath


class StandardRatingColumn(RatingColumn):
    """A rating of the standard, and beneath it the one of the round before, of the units that have one."""

    def __init__(self, inspections: Mapping[str, InspectionRow], **options: Any) -> None:
        super().__init__(**options)
        self.inspections = inspections

    def earlier(self, record: StandardOfUnit) -> dict[str, Any]:
        row = self.inspections.get(record.unit.slug)
        if row is None:
            return {}
        before = wording.earlier_cell(row.earlier, record.standard.slug)
        has_both = before is not None and before.rating is not None and record.cell.rating is not None
        return beneath(row, record.standard.slug, says_change=has_both)


class StandardTable(tables.Table):
    """How every delivery unit was rated on one standard in a round, by name, and in the round before.

    `inspections` are the units' rows of the grid of the round, by slug: they know the round before.
    """

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    inspected = ComponentColumn(
        template_name="components/date_cell.html", verbose_name="Inspected from", order_by="inspected__date__date"
    )
    edition = ComponentColumn(
        template_name="components/standard_link_cell.html", verbose_name="Why this rating", orderable=False
    )

    def __init__(
        self, found: StandardInRegion, inspections: Mapping[str, InspectionRow] | None = None, **options: Any
    ) -> None:
        inspections = inspections or {}
        frameworks = list(dict.fromkeys(row.edition.framework for row in found.rows if row.edition))
        slug = found.standard.slug
        cells = [wording.earlier_cell(row.earlier, slug) for row in inspections.values()]
        has_earlier = any(cell and cell.rating for cell in cells)
        self.caption = f"{found.standard.name} in the {found.round} round"
        earlier = "Beneath a rating stands the one of the round before, where it is held." if has_earlier else ""
        order = "In alphabetical order unless you sort; what is not held comes last."
        self.note = " ".join(filter(None, [f"{wording.listed(frameworks)}.", order, earlier]))
        rating = StandardRatingColumn(inspections, verbose_name="Rating", order_by="cell__rank")
        super().__init__(
            UnknownLast(list(found.rows)),
            prefix="standard-",
            extra_columns=[("cell", rating)],
            sequence=("unit", "cell", "..."),
            **options,
        )
