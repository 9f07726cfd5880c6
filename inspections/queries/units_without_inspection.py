"""The delivery units of which no inspection is held."""

from inspections.models import DeliveryUnit, Edition
from inspections.rows import FoundInspection, Place


def units_without_inspection(*, region: str = "", unit: str = "") -> tuple[FoundInspection, ...]:
    """A line of the list for each, of a region or of one slug where these are given, by name. One statement."""
    inspected = Edition.objects.published().filter(inspection__delivery_unit__isnull=False)
    units = DeliveryUnit.objects.exclude(pk__in=inspected.values("inspection__delivery_unit")).select_related("region")
    wanted = {"region__slug": region, "slug": unit}
    lines = [
        FoundInspection(
            unit=Place(name=each.name, slug=each.slug), region=Place(name=each.region.name, slug=each.region.slug)
        )
        for each in units.filter(**{field: value for field, value in wanted.items() if value})
    ]
    return tuple(sorted(lines, key=lambda line: line.by_name))
