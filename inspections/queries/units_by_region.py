"""Which delivery units can be chosen from."""

from django.db.models.functions import Lower

from inspections.models import DeliveryUnit
from inspections.rows import Place, UnitPlace


def units_by_region() -> tuple[UnitPlace, ...]:
    """Every delivery unit with its region, region by region, by name. One statement."""
    units = DeliveryUnit.objects.select_related("region").order_by(Lower("region__name"), Lower("name"))
    return tuple(
        UnitPlace(
            unit=Place(name=unit.name, slug=unit.slug), region=Place(name=unit.region.name, slug=unit.region.slug)
        )
        for unit in units
    )
