"""Which regions and delivery units there are, and what is held of them."""

from django.db.models.functions import Lower

from inspections.models import DeliveryUnit, Edition
from inspections.queries.inspection_rows import inspection_row
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE
from inspections.rows import Place, RegionSummary, UnitSummary


def regions_with_units() -> tuple[RegionSummary, ...]:
    """Every region with its delivery units by name, each with its latest published inspection. Three statements."""
    latest: dict[int | None, Edition] = {}
    for edition in (
        Edition.objects.published()
        .select_related(*WITH_PLACE, "overall_rating_citation__source", "score_citation__source")
        .prefetch_related(WITH_DATES)
        .order_by("inspection__round")
    ):
        latest[edition.inspection.delivery_unit_id] = edition
    regions: dict[Place, list[UnitSummary]] = {}
    for unit in DeliveryUnit.objects.select_related("region").order_by(Lower("region__name"), Lower("name")):
        region = Place(name=unit.region.name, slug=unit.region.slug)
        regions.setdefault(region, []).append(_unit_summary(unit, latest.get(unit.pk)))
    return tuple(RegionSummary(region=region, units=tuple(units)) for region, units in regions.items())


def _unit_summary(unit: DeliveryUnit, edition: Edition | None) -> UnitSummary:
    return UnitSummary(
        unit=Place(name=unit.name, slug=unit.slug),
        latest=inspection_row(unit, edition, [], ()) if edition else None,
    )
