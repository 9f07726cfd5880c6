"""The ratings grid of a round."""

from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import RoundRatings
from inspections.tables.columns import NUMERIC, ComponentColumn, UnknownLast


class RatingsTable(tables.Table):
    """The ratings grid of a round: a row for each delivery unit, a column for each standard."""

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    overall = ComponentColumn(
        template_name="components/rating_cell.html", verbose_name="Overall", order_by="overall__rank"
    )
    score = ComponentColumn(template_name="components/score_cell.html", attrs=NUMERIC)
    inspected = ComponentColumn(
        template_name="components/date_cell.html", verbose_name="Inspected from", order_by="inspected__date__date"
    )

    def __init__(self, grid: RoundRatings, **options: Any) -> None:
        rated = {slug for row in grid.rows for slug, cell in row.standards.items() if cell.rating}
        columns = [
            (
                theme.slug,
                ComponentColumn(
                    template_name="components/rating_cell.html",
                    accessor=f"standards__{theme.slug}",
                    order_by=f"standards__{theme.slug}__rank",
                    verbose_name=theme.name,
                ),
            )
            for theme in grid.themes
            if theme.slug in rated
        ]
        self.round = grid.round
        self.caption = f"Ratings in the {grid.round} round"
        without = [theme.name for theme in grid.themes if theme.slug not in rated]
        unrated = f" No rating of {wording.listed(without)} is held for this round." if without else ""
        order_note = "In alphabetical order unless you sort; what is not held comes last."
        self.note = f"{grid.framework}. {order_note}{unrated}"
        order = ["unit", "overall", *(theme for theme, _ in columns), "score", "inspected"]
        super().__init__(
            UnknownLast(list(grid.rows)),
            extra_columns=columns,
            sequence=order,
            prefix=f"round-{grid.round}-",
            **options,
        )
