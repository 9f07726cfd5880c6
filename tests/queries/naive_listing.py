"""The list of inspections once more, filters and all, as plainly as can be."""

from types import SimpleNamespace

from inspections import models
from inspections.rows import InspectionRow, ListedInspection
from tests.queries.naive import Store, inspection_row, place, published, standards_in_order, theme_of

FOUND = ("round", "framework", "standard", "rating", "theme")


def inspections_listed(store: Store, **asked: str) -> tuple[ListedInspection, ...]:
    """`asked` as in the address, of known values only."""
    lines = []
    for unit in store.rows(models.DeliveryUnit):
        region = store.row(models.Region, unit.region_id)
        if asked.get("region", region.slug) != region.slug or asked.get("pdu", unit.slug) != unit.slug:
            continue
        held = published(store, unit)
        rows = [_row(store, unit, edition, inspection, asked) for edition, inspection in _chosen(store, held, asked)]
        if not held and not any(asked.get(name) for name in FOUND):
            rows = [None]
        lines += [ListedInspection(unit=place(unit), region=place(region), inspection=row) for row in rows]
    lines.sort(key=lambda line: line.inspection.round if line.inspection else "", reverse=True)
    return tuple(sorted(lines, key=lambda line: (line.unit.name.lower(), line.unit.slug)))


def _row(store: Store, unit, edition, inspection, asked: dict) -> InspectionRow:
    return inspection_row(store, unit, edition, inspection, [asked["standard"]] if "standard" in asked else [])


def _chosen(store: Store, held: list[tuple], asked: dict) -> list[tuple[SimpleNamespace, SimpleNamespace]]:
    chosen = []
    for edition, inspection in held:
        framework = store.row(models.Framework, inspection.framework_id)
        is_of_round = asked.get("round", inspection.round) == inspection.round
        if is_of_round and asked.get("framework", framework.code) == framework.code:
            chosen.append((edition, inspection))
    if asked.get("show") != "all" and chosen:
        chosen = [max(chosen, key=lambda pair: pair[1].round)]
    return [pair for pair in chosen if _is_found(store, *pair, asked)]


def _is_found(store: Store, edition, inspection, asked: dict) -> bool:
    ratings = {
        theme_of(store, store.row(models.Standard, row.standard_id)): row.rating
        for row in store.of(models.StandardRating, edition)
    }
    standards = {theme_of(store, row) for row in standards_in_order(store, inspection.framework_id)}
    if "standard" in asked and asked["standard"] not in standards:
        return False
    if "rating" in asked:
        rating = ratings.get(asked["standard"], "") if "standard" in asked else edition.overall_rating
        if (rating or "not-held") != asked["rating"]:
            return False
    return asked.get("theme") is None or asked["theme"] in _themes(store, edition)


def _themes(store: Store, edition) -> set[str]:
    recommendations = {row.id for row in store.of(models.Recommendation, edition)}
    return {
        store.row(models.Theme, row.theme_id).slug
        for row in store.rows(models.RecommendationTheme)
        if row.recommendation_id in recommendations
    }
