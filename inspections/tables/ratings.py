"""The ratings grid of a round."""

import datetime
from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import DateRow, InspectionRow, RoundRatings
from inspections.tables.columns import NUMERIC, WORDS, ComponentColumn, RatingColumn, UnknownLast


class ComparedRatingColumn(RatingColumn):
    """A standard's rating beside the one before; without a theme it is the overall rating."""

    def __init__(self, *, theme: str = "", **options: Any) -> None:
        accessor = f"standards__{theme}" if theme else "overall"
        super().__init__(accessor=accessor, order_by=f"{accessor}__rank", **options)
        self.theme = theme

    def earlier(self, record: InspectionRow) -> dict[str, Any]:
        before = record.earlier
        return {"before": wording.earlier_cell(before, self.theme), "round": before.round} if before else {}


class RatingsTable(tables.Table):
    """The ratings grid of a round: a row for each delivery unit, a column for each standard that has a rating.

    `anchor` is the id of the round on its page, and begins the ids and parameters of the table.
    """

    is_grid = True

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU", order_by="unit__sort_name")
    overall = ComparedRatingColumn(verbose_name="Overall")
    change = tables.Column(verbose_name="Change of the overall rating", empty_values=(), orderable=False, attrs=WORDS)
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
        has_earlier = any(row.earlier for row in grid.rows)
        self.today = today
        self.caption = f"Ratings in the {title or f'{grid.round} round'}"
        self.note = _note(grid, unrated=[theme.name for theme in grid.themes if theme.slug not in rated])
        order = ["unit", "overall", "change", *(theme for theme, _ in columns), "score", "inspected"]
        super().__init__(
            UnknownLast(list(grid.rows)),
            extra_columns=columns,
            sequence=order,
            exclude=() if has_earlier else ("change",),
            prefix=f"{anchor or f'round-{grid.round}'}-",
            **options,
        )

    def render_change(self, record: InspectionRow) -> str:
        words = wording.change_phrase(record)
        return words[:1].upper() + words[1:]

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
