"""Delivery units side by side: a column for each, a line for each standard, question, measure or theme.

Never sorted: the units stand in the order they were chosen in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_tables2 as tables
from django.template.loader import get_template

from inspections import wording
from inspections.rows import ComparedMeasure, ComparedQuestion, ComparedUnit, Comparison, FindingGroup, Strand
from inspections.tables.columns import ComponentColumn


@dataclass(frozen=True, kw_only=True)
class Line:
    """A label with notes below it, a cell for each unit drawn by `template`, and what the cells say together.

    `is_worded_apart`: the question of each cell has its own words, which the label does not give.
    """

    label: str
    cells: tuple[Any, ...]
    template: str
    notes: tuple[str, ...] = ()
    together: str = ""
    is_worded_apart: bool = False


@dataclass(frozen=True, kw_only=True)
class Texts:
    """What a cell quotes of a report, and why where it is nothing."""

    rows: tuple[Any, ...]
    why: str


class UnitColumn(tables.Column):
    """The column of one delivery unit: under its name the round, and the framework where there are several."""

    empty_values = ()

    def __init__(self, row: ComparedUnit, position: int, *, names_framework: bool) -> None:
        context = {"row": row, "framework": row.framework if names_framework else ""}
        header = get_template("components/compared_header.html").render(context)
        super().__init__(accessor=f"cells__{position}", verbose_name=header)
        self.unit = row.unit

    def render(self, value: Any, record: Line) -> str:
        return get_template(record.template).render({"value": value, "record": record, "unit": self.unit})


class TogetherColumn(tables.Column):
    """The sentence on all cells of a line."""

    def render(self, value: str) -> str:
        return value[:1].upper() + value[1:]


class ComparedTable(tables.Table):
    """What the tables of a comparison have in common."""

    # What the labels of the lines are: the head of their column.
    head = "Standard"

    def __init__(self, lines: Iterable[Line], comparison: Comparison, *, caption: str, prefix: str, note: str) -> None:
        rows = list(lines)
        self.caption = caption
        self.note = note
        has_frameworks = len(comparison.frameworks) > 1
        columns: list[tuple[str, tables.Column]] = [
            ("label", ComponentColumn(template_name="components/compared_label.html", verbose_name=self.head)),
            *(
                (f"unit-{position}", UnitColumn(row, position, names_framework=has_frameworks))
                for position, row in enumerate(comparison.units)
            ),
        ]
        if any(line.together for line in rows):
            columns.append(("together", TogetherColumn(verbose_name="Together, calculated here")))
        super().__init__(rows, extra_columns=columns, orderable=False, prefix=f"{prefix}-")


class ComparedRatings(ComparedTable):
    """Ratings in words, each score with its own maximum, and when each was inspected."""

    def __init__(self, comparison: Comparison) -> None:
        units = comparison.units
        lines = [_ratings("Overall rating", tuple(row.inspection.overall for row in units))]
        lines += [
            _ratings(theme.name, tuple(row.inspection.standards[theme.slug] for row in units))
            for theme in comparison.standards
        ]
        lines.append(Line(label="Score", cells=units, template="components/compared_score_cell.html"))
        lines.append(Line(label="Inspected from", cells=units, template="components/compared_date_cell.html"))
        lines.append(
            Line(label="Figures last changed here", cells=units, template="components/compared_changed_cell.html")
        )
        if len({row.region for row in units}) > 1:
            lines.append(Line(label="Region", cells=units, template="components/compared_region_cell.html"))
        is_mixed = len(comparison.frameworks) > 1
        note = (
            "Standards are joined by name only." if is_mixed else "".join(f"{name}." for name in comparison.frameworks)
        )
        super().__init__(lines, comparison, caption="Ratings of each PDU", prefix="ratings", note=note)


def _ratings(label: str, cells: tuple[Any, ...]) -> Line:
    return Line(label=label, cells=cells, template="components/compared_rating_cell.html")


class ComparedQuestions(ComparedTable):
    """The key questions of one strand; of None, those that are on no common one."""

    head = "Standard and question"

    def __init__(self, comparison: Comparison, strand: Strand | None) -> None:
        lines = [_question(row, comparison) for row in comparison.questions if row.strand == strand]
        note = "Intervals are calculated here, treating the cases as a random sample."
        if len(comparison.units) == wording.PAIR and any(line.together for line in lines):
            note = f"{note} Of many differences, one or two can be due to chance."
        caption = f"Key questions: {strand}" if strand else "Other key questions"
        prefix = f"questions-{strand or 'other'}".replace(" ", "-")
        super().__init__(lines, comparison, caption=caption, prefix=prefix, note=note)


def _question(row: ComparedQuestion, comparison: Comparison) -> Line:
    texts = tuple(dict.fromkeys(cell.text for cell in row.cells if cell.text))
    return Line(
        label=row.theme.name,
        notes=texts if len(texts) == 1 else (),
        is_worded_apart=len(texts) > 1,
        cells=row.cells,
        template="components/compared_question_cell.html",
        together=wording.question_together(row, comparison),
    )


class ComparedMeasures(ComparedTable):
    """Measures, headline measures first, each with what its own report sets beside it."""

    head = "Measure"

    def __init__(self, comparison: Comparison) -> None:
        note = "What a report sets beside a value is shown with that value. Headline measures come first."
        lines = (_measure(row, comparison) for row in comparison.measures)
        super().__init__(lines, comparison, caption="Measures of each PDU", prefix="measures", note=note)


def _measure(row: ComparedMeasure, comparison: Comparison) -> Line:
    return Line(
        label=row.measure.name,
        notes=(wording.direction(row.measure.direction),),
        cells=row.cells,
        template="components/compared_measure_cell.html",
        together=wording.measure_together(row, comparison),
    )


class ComparedRecommendations(ComparedTable):
    """How many recommendations there are, then those with each theme of ours. One with several stands under each."""

    head = "Theme"

    def __init__(self, comparison: Comparison) -> None:
        units = comparison.units
        lines = [Line(label="Number of recommendations", cells=units, template="components/compared_count_cell.html")]
        lines += [_recommendations(theme, units) for theme in comparison.recurring]
        if any(not each.themes for row in units for each in row.recommendations):
            lines.append(_recommendations("", units))
        note = "The themes are ours, not the inspectorate's. A recommendation with several themes stands under each."
        super().__init__(lines, comparison, caption="Recommendations of each PDU", prefix="recommendations", note=note)


def _recommendations(theme: str, units: tuple[ComparedUnit, ...]) -> Line:
    return Line(
        label=theme or "No theme assigned here",
        cells=tuple(
            Texts(
                rows=tuple(
                    each.recommendation
                    for each in row.recommendations
                    if (theme in each.themes if theme else not each.themes)
                ),
                why=wording.no_recommendation(row, theme),
            )
            for row in units
        ),
        template="components/compared_recommendations_cell.html",
    )


class ComparedStrengths(ComparedTable):
    """Strengths by standard, then by the other parts of the reports."""

    def __init__(self, comparison: Comparison) -> None:
        found = [group for row in comparison.units for group in row.strengths]
        standards = [theme for theme in comparison.standards if theme.slug in {group.theme for group in found}]
        areas = {group.area: group.title for group in reversed(found) if not group.theme}
        lines = [_strengths(theme.name, comparison.units, theme=theme.slug) for theme in standards]
        lines += [_strengths(title, comparison.units, area=area) for area, title in areas.items()]
        note = "In the words of the reports. Findings that a report does not call strengths are on the page of the PDU."
        super().__init__(lines, comparison, caption="Strengths of each PDU", prefix="strengths", note=note)


def _strengths(label: str, units: tuple[ComparedUnit, ...], *, theme: str = "", area: str = "") -> Line:
    def is_of_line(group: FindingGroup) -> bool:
        return group.theme == theme if theme else not group.theme and group.area == area

    return Line(
        label=label,
        cells=tuple(
            Texts(
                rows=tuple(finding for group in row.strengths if is_of_line(group) for finding in group.strengths),
                why=wording.no_strength(row, theme),
            )
            for row in units
        ),
        template="components/compared_strengths_cell.html",
    )
