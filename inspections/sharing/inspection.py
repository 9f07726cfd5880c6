"""One inspection as export rows: all that its page shows but the words of people on probation."""

from collections.abc import Iterable, Iterator

from inspections.rows import (
    FindingGroup,
    InspectionRow,
    InspectionSummary,
    KeyQuestionRow,
    MeasureRow,
    RecommendationRow,
    StandardRow,
)
from inspections.sharing.export_row import ExportRow
from inspections.sharing.key_questions import exported_questions
from inspections.sharing.measures import exported_measures
from inspections.sharing.ratings import exported_ratings
from inspections.sharing.statements import exported_findings, exported_recommendations


def exported_inspection(
    summary: InspectionSummary,
    *,
    standards: Iterable[StandardRow],
    measures: Iterable[MeasureRow],
    questions: Iterable[KeyQuestionRow],
    recommendations: Iterable[RecommendationRow],
    findings: Iterable[FindingGroup],
    site: str,
) -> Iterator[ExportRow]:
    """Overall rating, score and standards, measures, key questions, recommendations, findings."""
    region, label = summary.region, summary.round
    standards = tuple(standards)
    themes = {row.theme: row.name for row in standards}
    yield from exported_ratings([_grid_row(summary, standards)], region=region, themes=themes, site=site)
    yield from exported_measures(measures, region=region, round_label=label, site=site)
    yield from exported_questions(questions, region=region, round_label=label, site=site)
    yield from exported_recommendations(recommendations, unit=summary.unit, edition=summary.edition, site=site)
    yield from exported_findings(findings, unit=summary.unit, edition=summary.edition, site=site)


def _grid_row(summary: InspectionSummary, standards: Iterable[StandardRow]) -> InspectionRow:
    """The ratings of an inspection as a line of a region's grid has them."""
    return InspectionRow(
        unit=summary.unit,
        round=summary.round,
        overall=summary.overall,
        score=summary.score,
        max_score=summary.max_score,
        score_source=summary.score_source,
        is_score_queried=summary.is_score_queried,
        standards={row.theme: row.cell for row in standards},
        edition=summary.edition,
    )
