"""The list of inspections."""

from typing import Any

import django_tables2 as tables

from inspections.rows import ListedInspection, Place
from inspections.tables.columns import NUMERIC, WORDS, ComponentColumn, UnknownLast


class ListingTable(tables.Table):
    """A line for each inspection. Scores are not sorted: those of different frameworks share no axis."""

    is_grid = True

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    region = ComponentColumn(template_name="components/region_cell.html", order_by="region__sort_name")
    round = ComponentColumn(template_name="components/round_cell.html", accessor="inspection__round")
    framework = tables.Column(
        accessor="inspection__edition__framework",
        orderable=False,
        default="",
        attrs=WORDS,
    )
    overall = ComponentColumn(
        template_name="components/listed_rating_cell.html",
        accessor="inspection__overall",
        order_by="inspection__overall__rank",
    )
    score = ComponentColumn(
        template_name="components/listed_score_cell.html", accessor="inspection__score", orderable=False, attrs=NUMERIC
    )
    inspected = ComponentColumn(
        template_name="components/date_cell.html",
        verbose_name="Inspected from",
        accessor="inspection__inspected",
        order_by="inspection__inspected__date__date",
    )
    report = tables.Column(
        accessor="inspection__is_report_held", verbose_name="Full report held", orderable=False, default=""
    )

    def __init__(self, rows: tuple[ListedInspection, ...], standard: Place | None = None, **options: Any) -> None:
        self.caption = "Inspections by PDU"
        self.note = (
            "In alphabetical order, newest round first, unless you sort; what is not held comes last. Scores of "
            "different frameworks are not comparable."
        )
        column = f"standard-{standard.slug}" if standard else ""
        rated = ComponentColumn(
            template_name="components/listed_rating_cell.html",
            accessor=f"inspection__standards__{standard.slug}" if standard else None,
            order_by=f"inspection__standards__{standard.slug}__rank" if standard else None,
            verbose_name=standard.name if standard else None,
        )
        super().__init__(
            UnknownLast(list(rows)),
            extra_columns=[(column, rated)] if standard else [],
            sequence=["unit", "region", "round", "framework", "overall", *([column] if standard else []), "..."],
            **options,
        )

    def render_report(self, *, value: bool) -> str:
        return "Yes" if value else "No"
