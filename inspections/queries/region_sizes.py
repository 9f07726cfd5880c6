"""Which regions there are, and how large."""

from django.db.models import Count
from django.db.models.functions import Lower

from inspections.models import Region
from inspections.rows import Place, RegionSize


def region_sizes() -> tuple[RegionSize, ...]:
    """Every region that has a delivery unit, by name, with how many. One statement."""
    regions = Region.objects.annotate(units=Count("delivery_units")).filter(units__gt=0).order_by(Lower("name"))
    return tuple(RegionSize(region=Place(name=each.name, slug=each.slug), units=each.units) for each in regions)
