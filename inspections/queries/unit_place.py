"""A delivery unit by the slug of its address."""

from inspections.models import DeliveryUnit
from inspections.queries.published_edition import NotHeld
from inspections.rows import Place, UnitPlace


def unit_place(unit_slug: str) -> UnitPlace:
    """The unit and its region. One statement. Raises NotHeld."""
    unit = DeliveryUnit.objects.select_related("region").filter(slug=unit_slug).first()
    if unit is None:
        raise NotHeld(f"No delivery unit has the address {unit_slug}")
    return UnitPlace(
        unit=Place(name=unit.name, slug=unit.slug), region=Place(name=unit.region.name, slug=unit.region.slug)
    )
