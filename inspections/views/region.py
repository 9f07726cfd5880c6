"""A region: its delivery units side by side, round by round, and the same as a file."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django_tables2 import RequestConfig

from inspections import wording
from inspections.queries.last_change_in_region import last_change_in_region
from inspections.queries.no_longer_public import withdrawn_in_region
from inspections.queries.region_by_alias import region_by_alias
from inspections.queries.region_place import region_place
from inspections.queries.region_ratings import region_ratings
from inspections.rows import Absence, Place, RoundRatings
from inspections.sharing.ratings import exported_ratings
from inspections.tables import RatingsTable
from inspections.views.comparisons import region_comparisons
from inspections.views.contents import contents
from inspections.views.context import Link, page_address
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.former_name import former_name
from inspections.views.recurring import recurring
from inspections.views.round_choice import chosen_round, round_choice

# The parts of the page below the rounds: the anchor, its heading, and the part of the context that must not be empty.
PARTS = (
    ("frameworks", "Rounds of several frameworks", "frameworks"),
    ("comparisons", "Comparisons", "comparisons"),
    ("recurring", "What recurs", "recurring"),
    ("closer", "Look closer", "closer"),
)


@not_held_is_404
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """The PDUs of a region side by side. `?round=` leaves one round."""
    place = region_place(slug)
    every = region_ratings(slug)
    label = chosen_round(request, [grid.round for grid in every])
    grids = grids_of(every, label)
    newest = [grid for grid in grids if grid.round == grids[0].round]
    withdrawn = [gone for gone in withdrawn_in_region(slug) if label in ("", gone.round)]
    none = "No inspection is public here today" if withdrawn else "No inspection is recorded here yet"
    sentence = wording.region_held_sentence(newest) if grids else none
    context: dict[str, Any] = {
        "page_title": wording.region_held_title(newest, place) if grids else f"{place.name}: {sentence}",
        "page_description": f"{sentence}. The PDUs of {place.name} side by side, standard by standard.",
        "breadcrumbs": crumbs(),
        "canonical": page_address(request, round=label),
        "region": place,
        "formerly": former_name(request, region_by_alias, place),
        "sentence": sentence,
        "inspected": wording.region_inspected_sentence(newest) if grids else "",
        "change": last_change_in_region(slug, rounds_shown(grids)),
        "round_links": round_choice(
            request.path, dict.fromkeys(grid.round for grid in every), chosen=label, every="All rounds"
        ),
        "rounds": [_round(request, grid, grids) for grid in grids],
        "withdrawn": withdrawn,
        "frameworks": wording.frameworks_sentence(grids),
        "comparisons": region_comparisons(place, grids[0].round) if grids else [],
        "recurring": recurring(place, grids[0].round) if grids else None,
        "closer": _closer(place, grids),
        **file_addresses("inspections:region_file", slug, round=label),
    }
    context["contents"] = [
        *({"id": each["id"], "text": each["title"]} for each in context["rounds"]),
        *contents(PARTS, context),
    ]
    return render(request, "inspections/region.html", context)


@not_held_is_404
def region_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The ratings of the rounds that the page shows."""
    place, site, every = region_place(slug), site_address(request), region_ratings(slug)
    rows = (
        row
        for grid in grids_of(every, chosen_round(request, [grid.round for grid in every]))
        for row in exported_ratings(
            grid.rows,
            region=place,
            themes={theme.slug: theme.name for theme in grid.themes},
            site=site,
            has_earlier=True,
        )
    )
    return file_response(rows, form=form, name=slug)


def grids_of(grids: Iterable[RoundRatings], label: str) -> tuple[RoundRatings, ...]:
    """The grids of a round; all of them without one."""
    return tuple(grid for grid in grids if label in ("", grid.round))


def rounds_shown(grids: Iterable[RoundRatings]) -> set[str]:
    """Those of the grids, and those whose ratings stand beneath as the earlier ones."""
    return {label for grid in grids for label in (grid.round, *(row.earlier.round for row in grid.rows if row.earlier))}


def _round(request: HttpRequest, grid: RoundRatings, grids: Sequence[RoundRatings]) -> dict[str, Any]:
    """What the page says of a round. One by two frameworks has two grids, and the first has the plain address."""
    of_round = [other for other in grids if other.round == grid.round]
    number = of_round.index(grid) + 1
    anchor = f"round-{grid.round}" if number == 1 else f"round-{grid.round}-{number}"
    title = f"{grid.round} round" if len(of_round) == 1 else f"{grid.round} round, {grid.framework}"
    table = RatingsTable(grid, today=timezone.localdate(), anchor=anchor, title=title)
    by_framework = [
        (other.framework, row.unit.name)
        for other in of_round
        for row in other.rows
        if row.overall.absence is not Absence.NO_INSPECTION_RECORDED
    ]
    return {
        "id": anchor,
        "title": title,
        "frameworks": wording.frameworks_of_round(grid.round, by_framework) if number == 1 else "",
        "table": RequestConfig(request, paginate=False).configure(table),
        "missing": wording.what_is_not_held(grid),
    }


def _closer(place: Place, grids: Sequence[RoundRatings]) -> list[Link]:
    """The pages that say more: of each standard across the region, and of each full report held."""
    themes = {theme.slug: theme for grid in grids if grid.round == grids[0].round for theme in grid.themes}
    standards = [
        Link(
            label=f"{theme.name} across {place.name}",
            address=reverse("inspections:region_standard", args=[place.slug, theme.slug]),
        )
        for theme in themes.values()
    ]
    reports = [
        Link(
            label=f"{row.unit.name} PDU, {row.round}: what the full report says",
            address=reverse("inspections:inspection", args=[row.unit.slug, row.round]),
        )
        for grid in grids
        for row in grid.rows
        if row.is_report_held
    ]
    questions = Link(
        label=f"Key questions in {place.name}", address=reverse("inspections:region_key_questions", args=[place.slug])
    )
    return [questions, *standards, *reports] if grids else []
