"""The chart of the key questions of one inspection."""

from typing import Any

from django.urls import reverse

from inspections.charts.key_questions import key_questions
from inspections.rows import InspectionSummary, KeyQuestionRow
from inspections.views.drawing import drawn
from inspections.views.files import file_addresses


def report_address(summary: InspectionSummary) -> str:
    """The page of the report an inspection is told from, or "" where it is not held."""
    return reverse("inspections:source", args=[summary.report.key]) if summary.report else ""


def question_figure(summary: InspectionSummary, questions: tuple[KeyQuestionRow, ...]) -> dict[str, Any]:
    """The chart of key questions, of an inspection or of one standard of it."""
    return drawn(
        key_questions(
            questions,
            unit=summary.unit,
            inspected=summary.inspected.date if summary.inspected else None,
            framework=summary.framework,
            report_title=summary.report.title if summary.report else "",
            source_url=report_address(summary),
        ),
        csv=file_addresses("inspections:inspection_file", summary.unit.slug, summary.round)["csv"],
    )
