"""The page of a delivery unit, and of one of its inspections: the same page, today's and for ever."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from inspections import wording
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.models import Edition
from inspections.queries.corrections import corrections_of_inspection
from inspections.queries.findings_of_inspection import findings_of_inspection
from inspections.queries.history_of_unit import history_of_unit
from inspections.queries.inspection_summary import inspection_summary
from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.key_questions_of_inspection import key_questions_of_inspection
from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.measures_of_inspection import measures_of_inspection
from inspections.queries.no_longer_public import withdrawn_inspections
from inspections.queries.published_edition import NotHeld, published_edition
from inspections.queries.quotations_of_inspection import quotations_of_inspection
from inspections.queries.recommendations_of_inspection import recommendations_of_inspection
from inspections.queries.sample_of_inspection import sample_of_inspection
from inspections.queries.standards_of_inspection import standards_of_inspection
from inspections.queries.unit_by_alias import unit_by_alias
from inspections.queries.unit_place import unit_place
from inspections.rows import InspectionSummary, KeyQuestionRow, MeasureRow, NoLongerPublic, Place
from inspections.tables import KeyQuestionsTable, MeasureTable
from inspections.views.comparisons import first_compared
from inspections.views.contents import contents
from inspections.views.context import address_with
from inspections.views.crumbs import crumbs
from inspections.views.drawing import drawn
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses
from inspections.views.former_name import former_name
from inspections.views.places import measure_address, placed_measures, placed_questions
from inspections.views.question_figure import question_figure, report_address

# The parts of the page in its order: the anchor, its heading, and the part of the context that must not be empty.
PARTS = (
    ("ratings", "Ratings", "standards"),
    ("measures", "Headline figures", "headlines"),
    ("key-questions", "Key questions", "questions"),
    ("strengths", "Strengths", "strengths"),
    ("areas-for-improvement", "Areas for improvement", "areas"),
    ("findings", "Findings from the inspected cases", "findings"),
    ("voices", "What people on probation said", "voices"),
    ("recommendations", "Recommendations", "has_recommendations"),
    ("other-figures", "Other figures", "figures"),
    ("sample", "What the inspection rests on", "has_sample"),
    ("rounds", "Inspections held here, and policy events", "history"),
)


@not_held_is_404
def pdu(request: HttpRequest, slug: str) -> HttpResponse:
    """A delivery unit as of its latest inspection. One without any says so."""
    place = unit_place(slug)
    formerly = former_name(request, unit_by_alias, place.unit)
    withdrawn = withdrawn_inspections(place.unit.slug)
    try:
        edition = published_edition(slug)
    except NotHeld:
        context = _without_inspection(place.unit, place.region, withdrawn) | {"formerly": formerly}
        return render(request, "inspections/pdu_without_inspection.html", context)
    files = file_addresses("inspections:pdu_file", slug)
    of_today = {"formerly": formerly, "files": files, "withdrawn": withdrawn}
    return render(request, "inspections/pdu.html", _inspection_page(edition) | of_today)


@not_held_is_404
def inspection(request: HttpRequest, slug: str, round_label: str) -> HttpResponse:
    """One inspection, for ever."""
    context = _inspection_page(published_edition(slug, round_label))
    summary = context["summary"]
    context["breadcrumbs"] = crumbs(summary.region, summary.unit)
    context["page_title"] = f"{summary.unit.name} PDU, {summary.round} inspection: {context['outcome']}"
    context["files"] = file_addresses("inspections:inspection_file", slug, round_label)
    return render(request, "inspections/pdu.html", context)


def _without_inspection(unit: Place, region: Place, withdrawn: Sequence[NoLongerPublic]) -> dict[str, Any]:
    return {
        "page_title": wording.unit_without_inspection_title(unit, withdrawn),
        "page_description": wording.unit_without_inspection_sentence(unit, withdrawn),
        "withdrawn": withdrawn,
        "breadcrumbs": crumbs(region),
        "unit": unit,
    }


def _inspection_page(edition: Edition) -> dict[str, Any]:
    summary = inspection_summary(edition)
    measures = measures_of_inspection(edition)
    questions = key_questions_of_inspection(edition)
    groups = findings_of_inspection(edition)
    outcome = wording.outcome_phrase(
        summary.overall,
        summary.score,
        summary.max_score,
        score_source=summary.score_source,
        is_queried=summary.is_score_queried,
    )
    of_region = measures_in_region(summary.region.slug, summary.round) if measures else {}
    first = first_compared(of_region)
    compared = next((row for row in measures if row.measure.slug == first), None)
    context = {
        "page_title": f"{summary.unit.name} PDU, {summary.round}: {outcome}",
        "page_description": _description(summary, outcome, compared),
        "breadcrumbs": crumbs(summary.region),
        "summary": summary,
        "outcome": outcome,
        "standards": standards_of_inspection(edition),
        **_measures(summary, measures, of_region),
        **(_compared(summary, of_region[first]) if compared else {}),
        "questions": questions,
        "question_figure": question_figure(summary, questions) if questions else None,
        "question_table": KeyQuestionsTable(questions) if questions else None,
        **(_question_places(summary, questions) if questions else {}),
        "strengths": [group for group in groups if group.strengths],
        "areas": [group for group in groups if group.areas_for_improvement],
        "findings": [group for group in groups if group.plain and group.theme],
        "voices": [group for group in groups if group.plain and not group.theme],
        "quotations": quotations_of_inspection(edition),
        "recommendations": recommendations_of_inspection(edition),
        "sample": sample_of_inspection(edition),
        **_history(summary),
        "corrections": corrections_of_inspection(edition),
    }
    context["has_recommendations"] = context["recommendations"] or summary.recommendation_count is not None
    context["has_sample"] = context["sample"] or summary.dates
    context["contents"] = contents(PARTS, context)
    return context


def _description(summary: InspectionSummary, outcome: str, compared: MeasureRow | None) -> str:
    """The headline figure with what it is and what a higher value means; without one, the outcome and when."""
    if compared:
        sentence = wording.named(compared.measure, wording.comparison_sentence(compared))
        return f"{sentence}. {wording.direction(compared.measure.direction)}"
    inspected = f" Inspected from {wording.sourced_date(summary.inspected)}." if summary.inspected else ""
    held = "" if summary.report else " The full report is not held here."
    return f"{summary.unit.name} PDU in the {summary.round} round: {outcome}.{inspected}{held}"


def _measures(
    summary: InspectionSummary, measures: tuple[MeasureRow, ...], of_region: dict[str, tuple[MeasureRow, ...]]
) -> dict[str, Any]:
    """The figures, headlines apart, each with its place among the region."""
    facts = placed_measures(measures, of_region, summary=summary)
    return {
        "headlines": [fact for fact in facts if fact.row.measure.is_headline],
        "figures": [fact for fact in facts if not fact.row.measure.is_headline],
    }


def _history(summary: InspectionSummary) -> dict[str, Any]:
    """The timeline of the unit, this inspection on it with the round before, and the latest one if it is later."""
    history = history_of_unit(summary.unit.slug)
    rounds = [entry.inspection for entry in history if entry.inspection]
    latest = max([summary.round, *(row.round for row in rounds)])
    address = reverse("inspections:inspection", args=[summary.unit.slug, latest])
    return {
        "history": history,
        "today": timezone.localdate(),
        "current": next((row for row in rounds if row.round == summary.round), None),
        "later": {"round": latest, "address": address} if latest > summary.round else None,
    }


def _compared(summary: InspectionSummary, rows: tuple[MeasureRow, ...]) -> dict[str, Any]:
    """The measure that is compared at length."""
    region, measure = summary.region.slug, rows[0].measure.slug
    is_alone = sum(row.value is not None for row in rows) == 1
    chart = measure_by_unit(
        rows,
        region=summary.region,
        this=summary.unit,
        source_url=report_address(summary) if is_alone else "",
    )
    file = file_addresses("inspections:region_measure_file", region, measure, round=summary.round)
    return {
        "compared": drawn(chart, csv=file["csv"]),
        "compared_table": MeasureTable(rows),
        "compared_address": measure_address(region, measure, summary.round),
    }


def _question_places(summary: InspectionSummary, questions: tuple[KeyQuestionRow, ...]) -> dict[str, Any]:
    """A place for each question; where no other delivery unit has any figure, that is said once."""
    of_region = key_questions_in_region(summary.region.slug, summary.round)
    has_others = any(row.percentage is not None and row.unit != summary.unit for row in of_region)
    page = reverse("inspections:region_key_questions", args=[summary.region.slug])
    return {
        "question_places": placed_questions(questions, of_region, summary=summary) if has_others else [],
        "questions_address": address_with(page, round=summary.round),
    }
