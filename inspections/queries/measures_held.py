"""The measures of which a region has a value in a round."""

from inspections.models import Measure, MeasureValue
from inspections.rows import Place


def measures_held(region_slug: str, round_label: str) -> tuple[Place, ...]:
    """Names and slugs of those with a published value, in the order of the measures. One statement."""
    values = MeasureValue.objects.published().filter(
        edition__inspection__delivery_unit__region__slug=region_slug, edition__inspection__round=round_label
    )
    held = Measure.objects.filter(pk__in=values.values("measure"))
    return tuple(Place(name=measure.name, slug=measure.slug) for measure in held)
