"""One inspection as export rows: all that its page shows of ratings, figures and key questions."""

from collections.abc import Iterable, Iterator

from inspections.rows import InspectionRow, InspectionSummary, KeyQuestionRow, MeasureRow, StandardRow
from inspections.sharing.export_row import ExportRow
from inspections.sharing.key_questions import exported_questions
from inspections.sharing.measures import exported_measures
from inspections.sharing.ratings import exported_ratings


def exported_inspection(
    summary: InspectionSummary,
    *,
    standards: Iterable[StandardRow],
    measures: Iterable[MeasureRow],
    questions: Iterable[KeyQuestionRow],
    site: str,
) -> Iterator[ExportRow]:
    """The overall rating, the score and the standards, then the measures, then the key questions."""
    region, label = summary.region, summary.round
    standards = tuple(standards)
    themes = {row.theme: row.name for row in standards}
    yield from exported_ratings([_grid_row(summary, standards)], region=region, themes=themes, site=site)
    yield from exported_measures(measures, region=region, round_label=label, site=site)
    yield from exported_questions(questions, region=region, round_label=label, site=site)


def _grid_row(summary: InspectionSummary, standards: Iterable[StandardRow]) -> InspectionRow:
    """The ratings of an inspection as a line of a region's grid has them."""
    return InspectionRow(
        unit=summary.unit,
        round=summary.round,
        overall=summary.overall,
        score=summary.score,
        max_score=summary.max_score,
        score_source=summary.score_source,
        standards={row.theme: row.cell for row in standards},
        edition=summary.edition,
    )
