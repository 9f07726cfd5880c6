from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_tables2 import RequestConfig

from inspections import wording
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.queries.measure_in_region import measure_in_region
from inspections.queries.published_edition import NotHeld
from inspections.queries.region_by_alias import region_by_alias
from inspections.queries.region_ratings import region_ratings
from inspections.queries.regions_with_units import regions_with_units
from inspections.rows import MeasureRow, Place, RegionSummary, RoundRatings
from inspections.tables import MeasureTable, RatingsTable
from inspections.views.context import Link
from inspections.views.drawing import drawn
from inspections.views.errors import not_held_is_404
from inspections.views.former_name import former_name

HEADLINE_MEASURE = "high-risk-caseload"


def regions(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "inspections/regions.html",
        {
            "page_title": "Regions",
            "page_description": "The probation regions held here, with their PDUs.",
            "regions": regions_with_units(),
        },
    )


@not_held_is_404
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """The PDUs of a region side by side, round by round. Another name leads on."""
    try:
        summary = _region(slug)
    except NotHeld:
        _, place = region_by_alias(slug)
        return redirect(reverse("inspections:region", args=[place.slug], query={"formerly": slug}))
    grids = region_ratings(slug)
    rows = measure_in_region(slug, HEADLINE_MEASURE, grids[0].round) if grids else ()
    sentence = wording.region_held_sentence(grids[0]) if grids else "No inspection is recorded here yet"
    return render(
        request,
        "inspections/region.html",
        {
            "page_title": f"{summary.region.name}: {sentence}",
            "page_description": f"{sentence}. Ratings of every PDU of {summary.region.name}, standard by standard.",
            "breadcrumbs": [Link(label="Regions", address=reverse("inspections:regions"))],
            "region": summary.region,
            "formerly": former_name(request, region_by_alias, summary.region),
            "sentence": sentence,
            "grids": [_grid(request, grid) for grid in grids],
            "missing": _missing(grids[0]) if grids else {},
            "figure": _figure(rows, summary.region, grids[0]) if rows else None,
            "measure_table": MeasureTable(rows) if rows else None,
        },
    )


def _region(slug: str) -> RegionSummary:
    found = next((summary for summary in regions_with_units() if summary.region.slug == slug), None)
    if found is None:
        raise NotHeld(f"No region has the address {slug}")
    return found


def _grid(request: HttpRequest, grid: RoundRatings) -> RatingsTable:
    table: RatingsTable = RequestConfig(request, paginate=False).configure(RatingsTable(grid))
    return table


def _figure(rows: tuple[MeasureRow, ...], region: Place, grid: RoundRatings) -> dict[str, object]:
    held = [row.source.key for row in rows if row.source]
    source_url = reverse("inspections:source", args=held) if len(held) == 1 else ""
    return drawn(measure_by_unit(rows, region=region, framework=grid.framework, source_url=source_url))


def _missing(grid: RoundRatings) -> dict[str, list[str]]:
    """The names of the units without an overall rating, by the reason why."""
    missing: dict[str, list[str]] = {}
    for row in grid.rows:
        if row.overall.absence:
            missing.setdefault(wording.absence(row.overall.absence), []).append(row.unit.name)
    return missing
