"""One measure across the delivery units of a region: as a page, as a file, and as a part of the region's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django_tables2 import RequestConfig

from inspections import comparison, wording
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.comparison import NotPooled
from inspections.queries.measures_held import measures_held
from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.published_edition import NotHeld
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_measure import rounds_of_measure
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.rows import MeasureDefinition, MeasureRow, Place
from inspections.sharing.measures import exported_measures, exported_pooled
from inspections.tables import MeasureTable
from inspections.views.context import Link, page_address
from inspections.views.drawing import drawn
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_response, site_address
from inspections.views.places import measure_address, measure_file

FIRST_COMPARED = "high-risk-caseload"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a request for a measure in a region is about."""

    region: Place
    round: str
    frameworks: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    rounds: tuple[str, ...]
    held_in: dict[str, int]

    @property
    def measure(self) -> MeasureDefinition:
        return self.rows[0].measure


@not_held_is_404
def region_measure(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """All delivery units of a region on one measure, in `?round=`, else in the newest that has any value of it."""
    asked = _asked(slug, measure, request.GET.get("round", ""))
    csv, xlsx = (_file_address(asked, form, request) for form in ("csv", "xlsx"))
    held = [row for row in asked.rows if row.value is not None]
    return render(
        request,
        "inspections/region_measure.html",
        {
            "page_title": wording.region_title(asked.rows, region=asked.region.name, round_label=asked.round),
            "page_description": _description(asked),
            "canonical": page_address(request, keep=("round",)),
            "breadcrumbs": _crumbs(asked.region),
            "region": asked.region,
            "round": asked.round,
            "frameworks": wording.listed(asked.frameworks),
            "measure": asked.measure,
            "sentence": wording.region_sentence(asked.rows),
            "held": held,
            "inspected": wording.inspected_of(held),
            "changed": max((row.edition.changed for row in held if row.edition and row.edition.changed), default=None),
            "release": max((row.edition.release for row in held if row.edition), default=None),
            "figure": _figure(asked.rows, asked.region, asked.frameworks, csv=csv),
            "table": _table(request, asked.rows),
            "csv": csv,
            "xlsx": xlsx,
            "not_pooled": _not_pooled(asked.rows),
            "missing": wording.missing_units(asked.rows),
            "rounds": [_round_link(asked, label) for label in asked.rounds if label != asked.round],
            "others": _others(asked),
        },
    )


@not_held_is_404
def region_measure_file(request: HttpRequest, slug: str, measure: str, form: str) -> HttpResponse:
    """What the page shows, in its order, with the finding as a note; last the average that is calculated here."""
    asked = _asked(slug, measure, request.GET.get("round", ""))
    rows = [row.record for row in _table(request, asked.rows).rows]
    about = {"region": asked.region, "round_label": asked.round}
    lines = [
        *exported_measures(rows, **about, site=site_address(request), note=wording.region_sentence(asked.rows)),
        *exported_pooled(asked.rows, **about),
    ]
    return file_response(lines, form=form, name=f"{slug}-{measure}-{asked.round}")


def region_comparisons(region: Place, round_label: str, *, framework: str = "") -> list[dict[str, Any]]:
    """The headline measures that have a value in the round, each with chart, table and the address of its page.

    The share at high risk comes first. Only it has its table on the region's page: the others have theirs on their own.
    """
    compared = [
        rows
        for rows in measures_in_region(region.slug, round_label, is_headline=True).values()
        if any(row.value is not None for row in rows)
    ]
    return [
        _compared(rows, region, round_label, framework=framework)
        for rows in sorted(compared, key=lambda rows: rows[0].measure.slug != FIRST_COMPARED)
    ]


def _compared(rows: Sequence[MeasureRow], region: Place, round_label: str, *, framework: str) -> dict[str, Any]:
    measure = rows[0].measure
    is_first = measure.slug == FIRST_COMPARED
    csv = measure_file(region.slug, measure.slug, round_label)
    return {
        "id": "caseload" if is_first else f"compared-{measure.slug}",
        "title": measure.name,
        "figure": _figure(rows, region, (framework,), csv=csv),
        "table": MeasureTable(rows) if is_first else None,
        "more": measure_address(region.slug, measure.slug, round_label),
    }


def _asked(slug: str, measure: str, round_label: str) -> Asked:
    """Raises NotHeld where the region, the measure or the round is not known."""
    region = region_place(slug)
    rounds, held_in = rounds_of_region(slug), rounds_of_measure(slug, measure)
    labels = tuple(dict.fromkeys(row.round for row in rounds))
    label = round_label or next(iter(held_in), next(iter(labels), ""))
    if label not in labels:
        raise NotHeld(f"No round {label} of {region.name}")
    rows = measures_in_region(slug, label, slug=measure).get(measure)
    if not rows:
        raise NotHeld(f"No measure has the address {measure}")
    return Asked(
        region=region,
        round=label,
        frameworks=tuple(row.framework for row in rounds if row.round == label),
        rows=rows,
        rounds=labels,
        held_in=held_in,
    )


def _description(asked: Asked) -> str:
    """The finding, what the measure is and what a higher value means, so that a preview can stand alone."""
    finding = wording.named(asked.measure, wording.region_sentence(asked.rows))
    parts = [f"{finding}.", asked.measure.description, wording.direction(asked.measure.direction)]
    return " ".join(filter(None, parts))


def _figure(rows: Sequence[MeasureRow], region: Place, frameworks: Sequence[str], *, csv: str = "") -> dict[str, Any]:
    held = [row.source.key for row in rows if row.source]
    source_url = reverse("inspections:source", args=held) if len(held) == 1 else ""
    framework = wording.listed(frameworks)
    return drawn(measure_by_unit(rows, region=region, framework=framework, source_url=source_url), csv=csv)


def _table(request: HttpRequest, rows: Sequence[MeasureRow]) -> MeasureTable:
    table: MeasureTable = RequestConfig(request, paginate=False).configure(MeasureTable(rows))
    return table


def _file_address(asked: Asked, form: str, request: HttpRequest) -> str:
    address = reverse("inspections:region_measure_file", args=[asked.region.slug, asked.measure.slug, form])
    query = request.GET.copy()
    query["round"] = asked.round
    return f"{address}?{query.urlencode()}"


def _not_pooled(rows: Sequence[MeasureRow]) -> str:
    """Why there is no average of what is held; "" where there is one."""
    pooled = comparison.averages(rows).pooled
    return wording.pooled_note(pooled) if isinstance(pooled, NotPooled) else ""


def _crumbs(region: Place) -> list[Link]:
    return [
        Link(label="Regions", address=reverse("inspections:regions")),
        Link(label=region.name, address=reverse("inspections:region", args=[region.slug])),
    ]


def _round_link(asked: Asked, label: str) -> Link:
    held = asked.held_in.get(label, 0)
    words = f"{label}: {wording.pdus(held)} with a figure" if held else f"{label}: no figure held here"
    return Link(label=words, address=measure_address(asked.region.slug, asked.measure.slug, label))


def _others(asked: Asked) -> list[Link]:
    """The other measures that have a value in this round."""
    return [
        Link(label=measure.name, address=measure_address(asked.region.slug, measure.slug, asked.round))
        for measure in measures_held(asked.region.slug, asked.round)
        if measure.slug != asked.measure.slug
    ]
