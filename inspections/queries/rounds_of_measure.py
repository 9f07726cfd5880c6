"""The rounds in which a region has a measure."""

from django.db.models import Count

from inspections.models import MeasureValue


def rounds_of_measure(region_slug: str, measure_slug: str) -> dict[str, int]:
    """By round, newest first, how many delivery units of the region have a published value. One statement."""
    counted = (
        MeasureValue.objects.published()
        .filter(measure__slug=measure_slug, edition__inspection__delivery_unit__region__slug=region_slug)
        .values_list("edition__inspection__round")
        .annotate(held=Count("edition__inspection__delivery_unit", distinct=True))
        .order_by("-edition__inspection__round")
    )
    return dict(counted)
