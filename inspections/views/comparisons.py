"""Measures across the delivery units of a region, as a part of a page: a chart each, and where to read on."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from inspections import wording
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.queries.measures_in_region import measures_in_region
from inspections.rows import MeasureRow, Place
from inspections.tables import MeasureTable
from inspections.views.drawing import drawn
from inspections.views.files import file_addresses
from inspections.views.places import measure_address


def first_compared(of_region: Mapping[str, Sequence[MeasureRow]]) -> str:
    """The measure that is compared at length: the first headline one, in the order that the reference data gives them.

    `of_region` is what `measures_in_region` has; "" where none of it is a headline.
    """
    return next((slug for slug, rows in of_region.items() if rows and rows[0].measure.is_headline), "")


def region_comparisons(region: Place, round_label: str) -> list[dict[str, Any]]:
    """The headline measures that have a value in the round, each with chart, table and the address of its page.

    Only the first of all has its table on the region's page: the others have theirs on their own.
    """
    of_region = measures_in_region(region.slug, round_label, is_headline=True)
    first = first_compared(of_region)
    return [
        _compared(rows, region, round_label, has_table=slug == first)
        for slug, rows in of_region.items()
        if any(row.value is not None for row in rows)
    ]


def _compared(rows: Sequence[MeasureRow], region: Place, round_label: str, *, has_table: bool) -> dict[str, Any]:
    measure = rows[0].measure
    file = file_addresses("inspections:region_measure_file", region.slug, measure.slug, round=round_label)
    return {
        "id": f"compared-{measure.slug}",
        "title": measure.name,
        "figure": measure_figure(rows, region, csv=file["csv"]),
        "table": MeasureTable(rows) if has_table else None,
        "more": measure_address(region.slug, measure.slug, round_label),
    }


def measure_figure(
    rows: Sequence[MeasureRow], region: Place, frameworks: Sequence[str] = (), *, csv: str = ""
) -> dict[str, Any]:
    """The chart of a measure in a region, with the address of its file."""
    held = [row.source.key for row in rows if row.source]
    source_url = reverse("inspections:source", args=held) if len(held) == 1 else ""
    framework = wording.listed(frameworks)
    return drawn(measure_by_unit(rows, region=region, framework=framework, source_url=source_url), csv=csv)
