"""A region by the slug of its address."""

from inspections.models import Region
from inspections.queries.published_edition import NotHeld
from inspections.rows import Place


def region_place(region_slug: str) -> Place:
    """The region. One statement. Raises NotHeld."""
    region = Region.objects.filter(slug=region_slug).first()
    if region is None:
        raise NotHeld(f"No region has the address {region_slug}")
    return Place(name=region.name, slug=region.slug)
