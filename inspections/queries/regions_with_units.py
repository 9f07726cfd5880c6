"""Which regions and delivery units there are, and what is held of them."""

from django.db.models.functions import Lower

from inspections.models import DeliveryUnit, Edition
from inspections.queries.sourcing import rating_cell
from inspections.rows import LatestInspection, Place, RegionSummary, UnitSummary


def regions_with_units() -> tuple[RegionSummary, ...]:
    """Every region with its delivery units by name, each with its latest published inspection. Two statements."""
    latest = _latest()
    regions: dict[Place, list[UnitSummary]] = {}
    for unit in DeliveryUnit.objects.select_related("region").order_by(Lower("region__name"), Lower("name")):
        region = Place(name=unit.region.name, slug=unit.region.slug)
        summary = UnitSummary(unit=Place(name=unit.name, slug=unit.slug), latest=latest.get(unit.pk))
        regions.setdefault(region, []).append(summary)
    return tuple(RegionSummary(region=region, units=tuple(units)) for region, units in regions.items())


def _latest() -> dict[int | None, LatestInspection]:
    """By delivery unit; of the rounds before nothing is read."""
    unit = "inspection__delivery_unit_id"
    editions = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__isnull=False)
        .select_related("inspection", "overall_rating_citation__source")
        .order_by(unit, "-inspection__round")
        .distinct(unit)
    )
    return {
        edition.inspection.delivery_unit_id: LatestInspection(
            round=edition.inspection.round,
            overall=rating_cell(edition.overall_rating, edition.overall_rating_citation, edition),
            is_report_held=edition.report_id is not None,
        )
        for edition in editions
    }
