"""The list of inspections."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import django_tables2 as tables
from django_tables2.data import TableListData
from django_tables2.utils import OrderBy

from inspections.rows import FoundInspection, ListedInspection, Place
from inspections.tables.columns import NUMERIC, WORDS, ComponentColumn

ORDERS: dict[str, Callable[[FoundInspection], Any]] = {
    "unit": lambda line: line.unit.sort_name,
    "region": lambda line: line.region.sort_name,
    "round": lambda line: line.edition.round if line.edition else None,
    "overall": lambda line: line.overall.points if line.overall else None,
    "inspected": lambda line: line.edition.inspected.date if line.edition and line.edition.inspected else None,
}


def _of_standard(line: FoundInspection) -> int | None:
    return line.standard.points if line.standard else None


class FoundLines(TableListData):
    """Lines that sort by the little that was found of them, and are read in full only where they are shown.

    What is not held comes last in either direction.
    """

    def __init__(
        self,
        lines: Sequence[FoundInspection],
        in_full: Callable[[Sequence[FoundInspection]], Sequence[ListedInspection]],
    ) -> None:
        super().__init__(list(lines))
        self.in_full = in_full

    def __getitem__(self, lines: slice) -> list[ListedInspection]:
        return list(self.in_full(self.data[lines]))

    def __iter__(self) -> Iterator[ListedInspection]:
        return iter(self.in_full(self.data))

    def order_by(self, aliases: Sequence[str]) -> None:
        """By the first, and where that is the same by the next."""
        for alias in reversed([OrderBy(each) for each in aliases]):
            order = ORDERS.get(alias.bare, _of_standard)
            known = [line for line in self.data if order(line) is not None]
            unknown = [line for line in self.data if order(line) is None]
            self.data = [*sorted(known, key=order, reverse=alias.is_descending), *unknown]


class ListingTable(tables.Table):
    """A line for each inspection. Scores are not sorted: those of different frameworks share no axis."""

    is_grid = True

    unit = ComponentColumn(template_name="components/unit_cell.html", verbose_name="PDU")
    region = ComponentColumn(template_name="components/region_cell.html")
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
    )
    score = ComponentColumn(
        template_name="components/listed_score_cell.html", accessor="inspection__score", orderable=False, attrs=NUMERIC
    )
    inspected = ComponentColumn(
        template_name="components/date_cell.html",
        verbose_name="Inspected from",
        accessor="inspection__inspected",
    )
    report = tables.Column(
        accessor="inspection__is_report_held", verbose_name="Full report held", orderable=False, default=""
    )

    def __init__(self, lines: FoundLines, standard: Place | None = None, **options: Any) -> None:
        self.caption = "Inspections by PDU"
        self.note = (
            "In alphabetical order, newest round first, unless you sort; what is not held comes last. Scores of "
            "different frameworks are not comparable."
        )
        column = f"standard-{standard.slug}" if standard else ""
        rated = ComponentColumn(
            template_name="components/listed_rating_cell.html",
            accessor=f"inspection__standards__{standard.slug}" if standard else None,
            verbose_name=standard.name if standard else None,
        )
        super().__init__(
            lines,
            extra_columns=[(column, rated)] if standard else [],
            sequence=["unit", "region", "round", "framework", "overall", *([column] if standard else []), "..."],
            **options,
        )

    def render_report(self, *, value: bool) -> str:
        return "Yes" if value else "No"
