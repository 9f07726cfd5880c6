"""One measure across the delivery units of a region: as a page and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from inspections import comparison, wording
from inspections.comparison import NotPooled
from inspections.queries.measure_definition import measure_definition
from inspections.queries.measures_held import measures_held
from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_measure import rounds_of_measure
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.rows import MeasureDefinition, MeasureRow, Place, last_change
from inspections.sharing.measures import exported_measures, exported_pooled
from inspections.tables import MeasureTable
from inspections.views.comparisons import measure_figure
from inspections.views.context import Link, page_address
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.paging import order_asked
from inspections.views.places import measure_address
from inspections.views.round_choice import chosen_round

DATE_NOT_HELD = "date of inspection not held here"


@dataclass(frozen=True, kw_only=True)
class AskedMeasure:
    """What an address asks for. `named` is the round that it names, if any; `round` is "" where none is held."""

    region: Place
    measure: MeasureDefinition
    named: str
    round: str
    frameworks: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    rounds: tuple[str, ...]
    held_in: dict[str, int]


@not_held_is_404
def region_measure(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """All delivery units of a region on one measure, in `?round=`, else in the newest that has any value of it."""
    asked = _asked(request, slug, measure)
    context = {
        "canonical": page_address(request, round=asked.named),
        "breadcrumbs": crumbs(asked.region),
        "region": asked.region,
        "measure": asked.measure,
        "round": asked.round,
    }
    return render(
        request,
        "inspections/region_measure.html",
        context | (_compared(request, asked) if asked.round else _empty(asked)),
    )


def _empty(asked: AskedMeasure) -> dict[str, Any]:
    """A region of which no inspection is held has nothing to compare, and says so."""
    sentence = f"{asked.measure.name} in {asked.region.name}: no inspection is recorded here yet"
    return {"page_title": sentence, "page_description": f"{sentence}.", "sentence": sentence}


def _compared(request: HttpRequest, asked: AskedMeasure) -> dict[str, Any]:
    held = [row for row in asked.rows if row.value is not None]
    table = _table(request, asked.rows)
    files = file_addresses(
        "inspections:region_measure_file",
        asked.region.slug,
        asked.measure.slug,
        round=asked.round,
        **order_asked(table),
    )
    return {
        "page_title": wording.region_title(asked.rows, region=asked.region.name, round_label=asked.round),
        "page_description": _description(asked),
        "frameworks": wording.listed(asked.frameworks),
        "of_frameworks": wording.frameworks_of_round(asked.round, _by_framework(asked.rows)),
        "sentence": wording.region_sentence(asked.rows),
        "held": held,
        "inspected": wording.inspected_span(row.inspected for row in held) or (DATE_NOT_HELD if held else ""),
        "change": last_change(row.edition for row in held),
        "figure": measure_figure(asked.rows, asked.region, asked.frameworks, csv=files["csv"]),
        "table": table,
        **files,
        "not_pooled": _not_pooled(asked.rows),
        "missing": wording.missing_units(asked.rows),
        "rounds": [_round_link(asked, label) for label in asked.rounds if label != asked.round],
        "others": _others(asked),
    }


@not_held_is_404
def region_measure_file(request: HttpRequest, slug: str, measure: str, form: str) -> HttpResponse:
    """What the page shows, in its order, with the finding as a note; last the average that is calculated here."""
    asked = _asked(request, slug, measure)
    if not asked.round:
        return file_response([], form=form, name=f"{slug}-{measure}")
    rows = [row.record for row in _table(request, asked.rows).rows]
    about = {"region": asked.region, "round_label": asked.round}
    lines = [
        *exported_measures(rows, **about, site=site_address(request), note=wording.region_sentence(asked.rows)),
        *exported_pooled(asked.rows, **about),
    ]
    return file_response(lines, form=form, name=f"{slug}-{measure}-{asked.round}")


def _asked(request: HttpRequest, slug: str, measure: str) -> AskedMeasure:
    """Raises NotHeld where the region, the measure or the round is not known."""
    region = region_place(slug)
    rounds, held_in = rounds_of_region(slug), rounds_of_measure(slug, measure)
    labels = tuple(dict.fromkeys(row.round for row in rounds))
    named = chosen_round(request, labels)
    label = named or next(iter(held_in), next(iter(labels), ""))
    rows = measures_in_region(slug, label, slug=measure).get(measure, ())
    return AskedMeasure(
        region=region,
        measure=rows[0].measure if rows else measure_definition(measure),
        named=named,
        round=label,
        frameworks=tuple(row.framework for row in rounds if row.round == label),
        rows=rows,
        rounds=labels,
        held_in=held_in,
    )


def _description(asked: AskedMeasure) -> str:
    """The finding, what the measure is and what a higher value means, so that a preview can stand alone."""
    finding = wording.named(asked.measure, wording.region_sentence(asked.rows))
    parts = [f"{finding}.", asked.measure.description, wording.direction(asked.measure.direction)]
    return " ".join(filter(None, parts))


def _table(request: HttpRequest, rows: Sequence[MeasureRow]) -> MeasureTable:
    table: MeasureTable = RequestConfig(request, paginate=False).configure(MeasureTable(rows))
    return table


def _by_framework(rows: Sequence[MeasureRow]) -> list[tuple[str, str]]:
    """The framework and the name of each unit, once. The order of the frameworks is that of their first units."""
    return list(dict.fromkeys((row.framework, row.unit.name) for row in rows if row.framework))


def _not_pooled(rows: Sequence[MeasureRow]) -> list[str]:
    """Why there is no average of what is held, with the kinds of value that it is true of."""
    by_kind = comparison.averages_by_kind(rows) or [(rows, comparison.averages(rows))]
    kinds = [kind for kind, _ in by_kind]
    names = wording.by_reason(
        (wording.kind_name(kind[0], kinds), wording.pooled_note(averages.pooled))
        for kind, averages in by_kind
        if isinstance(averages.pooled, NotPooled)
    )
    return [f"{'; '.join(of)}: {why}" if len(kinds) > 1 else why for why, of in names.items()]


def _round_link(asked: AskedMeasure, label: str) -> Link:
    held = asked.held_in.get(label, 0)
    words = f"{label}: {wording.pdus(held)} with a figure" if held else f"{label}: no figure held here"
    return Link(label=words, address=measure_address(asked.region.slug, asked.measure.slug, label))


def _others(asked: AskedMeasure) -> list[Link]:
    """The other measures that have a value in this round."""
    return [
        Link(label=measure.name, address=measure_address(asked.region.slug, measure.slug, asked.round))
        for measure in measures_held(asked.region.slug, asked.round)
        if measure.slug != asked.measure.slug
    ]
