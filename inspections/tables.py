"""The tables of the public pages, over rows. Ratings sort by rank, and nothing sorts on small samples."""

from collections import Counter
from typing import Any

import django_tables2 as tables
from django.template.loader import get_template
from django_tables2.data import TableListData
from django_tables2.utils import OrderBy

from inspections import wording
from inspections.rows import KeyQuestionRow, MeasureRow, RatingCell, RoundRatings

NUMERIC = {"th": {"class": "govuk-table__header--numeric"}, "td": {"class": "govuk-table__cell--numeric"}}


class ComponentColumn(tables.Column):
    """A cell drawn by a component, which gets `value`, `record` and `column` and nothing of the request.

    The library's TemplateColumn runs every context processor for every cell: half the time of a region's page.
    """

    empty_values = ()

    def __init__(self, *, template_name: str, **options: Any) -> None:
        super().__init__(**options)
        self.template_name = template_name

    def render(self, value: Any, record: Any, bound_column: Any) -> str:
        context = {"value": value, "record": record, "column": bound_column}
        return get_template(self.template_name).render(context)


class UnknownLast(TableListData):
    """Rows that sort with what is not held at the end, in either direction: unknown is neither worst nor best."""

    def order_by(self, aliases: Any) -> None:
        super().order_by(aliases)
        if aliases:
            accessor = self.table.columns[OrderBy(aliases[0]).bare].accessor
            self.data.sort(key=lambda row: self._is_unknown(accessor.resolve(row, quiet=True)))

    @staticmethod
    def _is_unknown(value: Any) -> bool:
        return value is None or (isinstance(value, RatingCell) and value.rating is None)


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


class KeyQuestionsTable(tables.Table):
    """The key questions of one inspection in the report's order. Never sorted: the samples are too small to rank."""

    standard = tables.Column()
    text = tables.Column(verbose_name="Key question")
    percentage = ComponentColumn(template_name="components/percentage_cell.html", verbose_name="Yes", attrs=NUMERIC)
    interval = tables.Column(verbose_name="95% interval", empty_values=())
    is_lowest = tables.Column(verbose_name="Drives the rating")

    def __init__(self, rows: tuple[KeyQuestionRow, ...], **options: Any) -> None:
        self.caption = "Key questions, as a table"
        self.note = "In the order of the report. Intervals are calculated here, treating the cases as a random sample."
        self._asked = Counter(row.standard for row in rows)
        super().__init__(rows, orderable=False, prefix="key-questions-", **options)

    def render_interval(self, record: KeyQuestionRow) -> str:
        interval = wording.key_question_interval(record)
        return wording.interval_limits(interval) if interval else "Too few cases, or number of cases not held"

    def render_is_lowest(self, *, value: bool, record: KeyQuestionRow) -> str:
        if self._asked[record.standard] == 1:
            return "The only one of its standard"
        return "Lowest in its standard" if value else ""


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
