"""The region that another name leads to."""

from django.core.validators import slug_re

from inspections.models import PlaceAlias
from inspections.queries.published_edition import NotHeld
from inspections.rows import Place


def region_by_alias(slug: str) -> tuple[str, Place]:
    """The other name, and the region it is a name of. One statement. Raises NotHeld."""
    aliases = PlaceAlias.objects.select_related("region").filter(slug=slug, region__isnull=False)
    alias = aliases.first() if slug_re.match(slug) else None
    if alias is None or alias.region is None:
        raise NotHeld(f"No region had the address {slug}")
    return alias.name, Place(name=alias.region.name, slug=alias.region.slug)
