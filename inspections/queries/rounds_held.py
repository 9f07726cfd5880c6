"""The rounds of which any inspection of a delivery unit is held."""

from inspections.models import Edition


def rounds_held() -> tuple[str, ...]:
    """Their labels, newest first. One statement."""
    labels = Edition.objects.published().filter(inspection__delivery_unit__isnull=False)
    return tuple(labels.values_list("inspection__round", flat=True).distinct().order_by("-inspection__round"))
