"""Delivery units side by side, from any region. All that is chosen is in the address."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from inspections import wording
from inspections.forms import AT_MOST, Choice, read_choice
from inspections.queries.compared_units import compared_units
from inspections.queries.published_edition import NotHeld
from inspections.queries.rounds_held import rounds_held
from inspections.queries.unit_by_alias import unit_by_alias
from inspections.queries.units_by_region import units_by_region
from inspections.rows import Comparison, Strand, UnitPlace
from inspections.sharing.compared import exported_comparison
from inspections.tables import (
    ComparedMeasures,
    ComparedQuestions,
    ComparedRatings,
    ComparedRecommendations,
    ComparedStrengths,
)
from inspections.views.context import page_address
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address


def compare(request: HttpRequest) -> HttpResponse:
    """The form, and of two units or more the comparison. What is wrong in the address is said above both."""
    units, rounds = units_by_region(), rounds_held()
    choice = _choice(request, units, rounds)
    if address := _with_names_of_today(request, choice):
        return redirect(address)
    context = {
        "page_title": "Compare PDUs",
        "page_description": (
            "Two to four Probation Delivery Units side by side: ratings, key questions, measures, recommendations and "
            "strengths, each with its source."
        ),
        "choice": choice,
        "units": units,
        "rounds": rounds,
    }
    if choice.is_comparable:
        context |= _comparison_page(request, choice)
    if choice.problems:
        context["page_title"] = f"Error: {context['page_title']}"
    return render(request, "inspections/compare.html", context)


@not_held_is_404
def compare_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same comparison as a file."""
    choice = _choice(request, units_by_region(), rounds_held())
    if address := _with_names_of_today(request, choice):
        return redirect(address)
    if choice.problems or not choice.is_comparable:  # a file can't say what of an address it has left out
        raise NotHeld("The address does not name two to four PDUs that are held here, in a round that is")
    comparison = compared_units(choice.slugs, choice.round)
    rows = exported_comparison(comparison, site=site_address(request))
    return file_response(rows, form=form, name="-".join(["compare", *choice.slugs]))


def _choice(request: HttpRequest, units: tuple[UnitPlace, ...], rounds: tuple[str, ...]) -> Choice:
    return read_choice(
        request.GET.getlist("pdu"),
        request.GET.get("round", ""),
        units=[place.unit for place in units],
        rounds=rounds,
    )


def _with_names_of_today(request: HttpRequest, choice: Choice) -> str:
    """The same address with the slugs that units have now, where it has one they had before; else ""."""
    now = {}
    for slug in choice.unknown[:AT_MOST]:
        with suppress(NotHeld):
            now[slug] = unit_by_alias(slug)[1].slug
    if not now:
        return ""
    query = request.GET.copy()
    query.setlist("pdu", [now.get(slug, slug) for slug in query.getlist("pdu")])
    return f"{request.path}?{query.urlencode()}"


def _comparison_page(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    comparison = compared_units(choice.slugs, choice.round)
    heading, sentence = wording.compared_heading(comparison), wording.compared_sentence(comparison)
    notice = wording.frameworks_notice(comparison)
    sections = _sections(comparison)
    return {
        "page_title": wording.compared_title(comparison),
        "page_description": " ".join(filter(None, [f"{sentence}.", notice])),
        "canonical": page_address(request, pdu=choice.slugs, round=choice.round),
        "heading": heading,
        "sentence": sentence,
        "notice": notice,
        "sections": sections,
        "contents": [*sections, {"id": "choose", "text": "Compare other PDUs"}],
        **file_addresses("inspections:compare_file", pdu=choice.slugs, round=choice.round),
    }


def _sections(comparison: Comparison) -> list[dict[str, Any]]:
    """The parts of the page in its order: the anchor, the heading, the tables or why there is none."""
    strands = [strand for strand in (*Strand, None) if any(row.strand == strand for row in comparison.questions)]
    has_strengths = any(row.strengths for row in comparison.units)
    parts = [
        ("ratings", "Ratings", [ComparedRatings(comparison)]),
        ("key-questions", "Key questions", [ComparedQuestions(comparison, strand) for strand in strands]),
        ("measures", "Measures", [ComparedMeasures(comparison)] if comparison.measures else []),
        ("recommendations", "Recommendations by theme", [ComparedRecommendations(comparison)]),
        ("strengths", "Strengths by standard", [ComparedStrengths(comparison)] if has_strengths else []),
    ]
    return [
        {"id": anchor, "text": text, "tables": tables, "why": wording.nothing_compared(text, comparison)}
        for anchor, text, tables in parts
    ]
