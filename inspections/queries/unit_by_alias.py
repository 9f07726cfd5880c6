"""The delivery unit that an earlier name leads to."""

from django.core.validators import slug_re

from inspections.models import PlaceAlias
from inspections.queries.published_edition import NotHeld
from inspections.rows import Place


def unit_by_alias(slug: str) -> tuple[str, Place]:
    """The earlier name, and the unit that has another name now. One statement. Raises NotHeld."""
    aliases = PlaceAlias.objects.select_related("delivery_unit").filter(slug=slug, delivery_unit__isnull=False)
    alias = aliases.first() if slug_re.match(slug) else None
    if alias is None or alias.delivery_unit is None:
        raise NotHeld(f"No delivery unit had the address {slug}")
    return alias.name, Place(name=alias.delivery_unit.name, slug=alias.delivery_unit.slug)
