from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inspections import wording
from inspections.queries.findings_of_inspection import findings_of_inspection
from inspections.queries.inspection_summary import inspection_summary
from inspections.queries.key_questions_of_inspection import key_questions_of_inspection
from inspections.queries.published_edition import NotHeld, published_edition
from inspections.queries.standards_of_inspection import standards_of_inspection
from inspections.rows import InspectionSummary, KeyQuestionRow, StandardRow
from inspections.tables import KeyQuestionsTable
from inspections.views.context import Link
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.question_figure import question_figure


@not_held_is_404
def standard(request: HttpRequest, slug: str, round_label: str, theme: str) -> HttpResponse:
    """Why a standard was rated as it was in one inspection."""
    edition = published_edition(slug, round_label)
    summary = inspection_summary(edition)
    row = next((row for row in standards_of_inspection(edition) if row.theme == theme), None)
    if row is None:
        raise NotHeld(f"The framework of this inspection has no standard {theme}")
    questions = key_questions_of_inspection(edition, theme)
    groups = findings_of_inspection(edition, theme)
    rating = wording.rating(row.cell) + wording.origin_note(row.cell.source)
    rounds = Link(
        label=f"{summary.round} inspection", address=reverse("inspections:inspection", args=[slug, round_label])
    )
    return render(
        request,
        "inspections/standard.html",
        {
            "page_title": _title(summary, row, rating),
            "page_description": _description(summary, row, rating, questions),
            "breadcrumbs": [*crumbs(summary.region, summary.unit), rounds],
            "summary": summary,
            "standard": row,
            "figure": question_figure(summary, questions) if questions else None,
            "table": KeyQuestionsTable(questions) if questions else None,
            "group": groups[0] if groups else None,
        },
    )


def _title(summary: InspectionSummary, row: StandardRow, rating: str) -> str:
    name = f"{summary.unit.name} PDU, {summary.round}: {row.name}, "
    short = wording.rating(row.cell) + wording.short_origin_note(row.cell.source)
    return wording.fitting_title(f"{name}{rating}", f"{name}{short}")


def _description(
    summary: InspectionSummary, row: StandardRow, rating: str, questions: tuple[KeyQuestionRow, ...]
) -> str:
    """The rating and why: never the standard's own words, which say what would be good, not what was found."""
    rated = f"{row.name} in the {summary.round} inspection of {summary.unit.name} PDU: {rating}."
    if any(question.percentage is not None for question in questions):
        return f"{rated} {wording.key_questions_sentence(questions, summary.unit)}."
    return f"{rated} The report says: “{row.summary}”" if row.summary else rated
