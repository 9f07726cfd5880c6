"""A comparison as export rows: all that its page says, unit by unit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from inspections import wording
from inspections.rows import ComparedUnit, Comparison
from inspections.sharing.export_row import ExportRow, noted, of_edition, of_place, of_source
from inspections.sharing.key_questions import exported_questions
from inspections.sharing.measures import exported_measures
from inspections.sharing.ratings import exported_ratings
from inspections.sharing.statements import finding_line, recommendation_line


def exported_comparison(comparison: Comparison, *, site: str) -> Iterator[ExportRow]:
    """Ratings, key questions, measures, recommendations and strengths of each unit, in the order of the units.

    What figures say together stands in the note of each.
    """
    for position, row in enumerate(comparison.units):
        yield from exported_ratings(
            [row.inspection],
            region=row.region,
            themes={theme.slug: theme.name for theme in comparison.standards},
            site=site,
        )
        yield from _figures(comparison, position, site)
        yield from _recommendations(row, site)
        yield from _strengths(row, site)


def _figures(comparison: Comparison, position: int, site: str) -> Iterator[ExportRow]:
    row = comparison.units[position]
    region, label = row.region, row.inspection.round
    for question in comparison.questions:
        asked = exported_questions([question.cells[position]], region=region, round_label=label, site=site)
        yield from _noted(asked, wording.question_together(question, comparison))
    for measure in comparison.measures:
        measured = exported_measures(measure.cells[position], region=region, round_label=label, site=site)
        yield from _noted(measured, wording.measure_together(measure, comparison))


def _noted(lines: Iterable[ExportRow], note: str) -> Iterator[ExportRow]:
    for line in lines:
        yield replace(line, note=noted(line.note, note))


def _recommendations(row: ComparedUnit, site: str) -> Iterator[ExportRow]:
    """How many there are, as held or as stated by a source without their text, then each with its themes."""
    count = len(row.recommendations) or row.recommendation_count
    yield replace(
        _text(row, "recommendation-count", "Number of recommendations", "" if count is None else str(count)),
        **(of_source(row.recommendation_count_source, site) if not row.recommendations else {}),
        unit="count",
        note=wording.recommendation_count(row),
    )
    for each in row.recommendations:
        yield recommendation_line(
            each.recommendation, unit=row.unit, edition=each.edition, site=site, themes=each.themes
        )


def _strengths(row: ComparedUnit, site: str) -> Iterator[ExportRow]:
    if edition := row.inspection.edition:
        for group in row.strengths:
            for finding in group.strengths:
                yield finding_line(finding, group.title, unit=row.unit, edition=edition, site=site)
    if not row.strengths:
        yield replace(_text(row, "strengths", "Strength", ""), note=wording.no_strength(row))


def _text(row: ComparedUnit, slug: str, name: str, value: str) -> ExportRow:
    return ExportRow(
        **of_place(row.unit, row.region),
        **of_edition(row.inspection.edition),
        round=row.inspection.round,
        measure_id=slug,
        measure=name,
        value=value,
        unit="text",
    )
