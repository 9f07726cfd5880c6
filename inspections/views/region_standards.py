"""One standard across a region: who does it well, so that a leader finds a neighbour to learn from."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from inspections import wording
from inspections.queries.last_change_in_region import last_change_in_region
from inspections.queries.region_place import region_place
from inspections.queries.region_ratings import region_ratings
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.queries.standard_in_region import standard_in_region
from inspections.rows import InspectionRow, RoundRatings, StandardInRegion
from inspections.sharing.statements import exported_standard
from inspections.tables import StandardTable
from inspections.views.contents import contents
from inspections.views.context import page_address
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.round_choice import chosen_round, round_choice

PARTS = (
    ("ratings", "Ratings", "ratings"),
    ("why", "Why it was rated so", "reasons"),
    ("strengths", "Strengths", "strengths"),
    ("findings", "Findings from the inspected cases", "findings"),
    ("areas-for-improvement", "Areas for improvement", "areas"),
    ("not-held", "Whose findings are not held", "missing"),
)


@not_held_is_404
def region_standard(request: HttpRequest, slug: str, theme: str) -> HttpResponse:
    """Ratings, reasons and findings of a standard, delivery unit by delivery unit, of one round."""
    region = region_place(slug)
    label = chosen_round(request, [row.round for row in rounds_of_region(slug)])
    found = standard_in_region(slug, theme, label)
    sentence = wording.standard_sentence(found, region)
    parts = _parts(found)
    held_sentence = wording.standard_held_sentence(found)
    table = StandardTable(found, of_round(region_ratings(slug), found.round)) if found.round else None
    return render(
        request,
        "inspections/region_standard.html",
        {
            "page_title": wording.standard_title(found, region),
            "page_description": f"{sentence}. {held_sentence}.",
            "canonical": page_address(request, round=label),
            "breadcrumbs": crumbs(region),
            "region": region,
            "found": found,
            "sentence": sentence,
            "held_sentence": held_sentence,
            "table": RequestConfig(request, paginate=False).configure(table) if table else None,
            "rounds": round_choice(request.path, found.rounds, chosen=found.round),
            **file_addresses("inspections:region_standard_file", slug, theme, round=label),
            "change": last_change_in_region(slug, [found.round]),
            "contents": contents(PARTS, parts),
            **parts,
        },
    )


@not_held_is_404
def region_standard_file(request: HttpRequest, slug: str, theme: str, form: str) -> HttpResponse:
    """The same to download."""
    region = region_place(slug)
    label = chosen_round(request, [row.round for row in rounds_of_region(slug)])
    found = standard_in_region(slug, theme, label)
    name = "-".join(filter(None, [region.slug, found.standard.slug, found.round]))
    rows = exported_standard(
        found, of_round(region_ratings(slug), found.round), region=region, site=site_address(request)
    )
    return file_response(rows, form=form, name=name)


def of_round(grids: Iterable[RoundRatings], label: str) -> dict[str, InspectionRow]:
    """The inspections of a round by delivery unit. One that has none is in the grid of every framework, alike."""
    return {row.unit.slug: row for grid in grids if grid.round == label for row in grid.rows}


def _parts(found: StandardInRegion) -> dict[str, Any]:
    groups = [(row, row.group) for row in found.rows if row.group]
    return {
        "ratings": found.round,
        "reasons": [row for row in found.rows if row.summary],
        "strengths": [(row, group.strengths) for row, group in groups if group.strengths],
        "findings": [(row, group.plain) for row, group in groups if group.plain],
        "areas": [(row, group.areas_for_improvement) for row, group in groups if group.areas_for_improvement],
        "missing": _missing(found) if found.round else {},
    }


def _missing(found: StandardInRegion) -> dict[str, list[str]]:
    """The names of the delivery units whose findings are not held, by the reason why."""
    return wording.by_reason((row.unit.name, wording.findings_absence(row)) for row in found.rows if row.group is None)
