"""The queries about measures in a region once more, as plainly as can be."""

from inspections import models
from inspections.rows import MeasureRow
from tests.queries.naive import Store, measure_in_region, published, units_of


def measures_in_region(store: Store, region_slug: str, label: str) -> dict[str, tuple[MeasureRow, ...]]:
    measures = sorted(store.rows(models.Measure), key=lambda row: row.position)
    return {row.slug: measure_in_region(store, region_slug, row.slug, label) for row in measures}


def measures_held(store: Store, region_slug: str, label: str) -> list[str]:
    of_region = measures_in_region(store, region_slug, label)
    return [slug for slug, rows in of_region.items() if any(row.value is not None for row in rows)]


def rounds_of_measure(store: Store, region_slug: str, measure_slug: str) -> dict[str, int]:
    measures = {row.id for row in store.rows(models.Measure) if row.slug == measure_slug}
    held = {}
    for unit in units_of(store, region_slug):
        for edition, inspection in published(store, unit):
            if any(row.measure_id in measures for row in store.of(models.MeasureValue, edition)):
                held[inspection.round] = held.get(inspection.round, 0) + 1
    return held
