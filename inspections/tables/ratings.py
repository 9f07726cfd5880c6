"""The ratings grid of a round."""

import datetime
from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import DateRow, InspectionRow, RoundRatings
from inspections.tables.columns import NUMERIC, WORDS, ComponentColumn, RatingColumn, UnknownLast

# Beside a page's margin of 1280 px; one with more has the margin to its left as well.
STANDARDS_THAT_FIT = 7


class ComparedRatingColumn(RatingColumn):
    """A rating, and beneath it the words of the round before. Without a theme it is the overall rating.

    With `says_change` also what may be said of the two together, or why nothing may.
    """

    def __init__(self, *, theme: str = "", says_change: bool = False, **options: Any) -> None:
        accessor = f"standards__{theme}" if theme else "overall"
        super().__init__(accessor=accessor, order_by=f"{accessor}__rank", **options)
        self.theme = theme
        self.says_change = says_change

    def earlier(self, record: InspectionRow) -> dict[str, Any]:
        return beneath(record, self.theme, says_change=self.says_change)


def beneath(row: InspectionRow, theme: str, *, says_change: bool) -> dict[str, Any]:
    """What a cell shows beneath the rating of a theme, "" for the overall one: the round before, and words on both."""
    before = row.earlier
    held = {"before": wording.earlier_cell(before, theme), "round": before.round} if before else {}
    return held | {"remark": wording.change_phrase(row, theme) if says_change else ""}


class RatingsTable(tables.Table):
    """The ratings grid of a round: a row for each delivery unit, a column for each standard that has a rating.

    `anchor` is the id of the round on its page, and begins the ids and parameters of the table.
    """

    is_grid = True

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    score = ComponentColumn(template_name="components/score_cell.html", attrs=NUMERIC)
    inspected = ComponentColumn(
        template_name="components/date_cell.html",
        verbose_name="Inspected from",
        order_by="inspected__date__date",
        attrs=WORDS,
    )

    def __init__(
        self, grid: RoundRatings, *, today: datetime.date, anchor: str = "", title: str = "", **options: Any
    ) -> None:
        rated = {slug for row in grid.rows for slug, cell in row.standards.items() if cell.rating}
        columns = [
            (theme.slug, ComparedRatingColumn(theme=theme.slug, verbose_name=theme.name))
            for theme in grid.themes
            if theme.slug in rated
        ]
        overall = ComparedRatingColumn(verbose_name="Overall", says_change=any(row.earlier for row in grid.rows))
        self.is_widest = len(columns) > STANDARDS_THAT_FIT
        self.today = today
        self.caption = f"Ratings in the {title or f'{grid.round} round'}"
        self.note = _note(grid, unrated=[theme.name for theme in grid.themes if theme.slug not in rated])
        order = ["unit", "overall", *(theme for theme, _ in columns), "score", "inspected"]
        super().__init__(
            UnknownLast(list(grid.rows)),
            extra_columns=[("overall", overall), *columns],
            sequence=order,
            prefix=f"{anchor or f'round-{grid.round}'}-",
            **options,
        )

    def render_inspected(self, value: DateRow | None, record: InspectionRow, column: ComponentColumn) -> str:
        age = wording.age(value.date, self.today) if value else ""
        return column.drawn(value=value, record=record, age=age)


def _note(grid: RoundRatings, *, unrated: list[str]) -> str:
    """By what the words are, in which order, and what is not beside them."""
    order = "In alphabetical order unless you sort; what is not held comes last."
    earlier = (
        "Beneath a rating stands the one of the round before, where it is held."
        if any(row.earlier for row in grid.rows)
        else "No earlier inspection of these PDUs is held here."
    )
    without = f"No rating is held for this round of {wording.listed(unrated)}." if unrated else ""
    return " ".join(filter(None, [f"{grid.framework}.", order, earlier, without]))
