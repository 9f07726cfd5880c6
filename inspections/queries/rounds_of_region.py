"""The rounds in which delivery units of a region were inspected."""

from inspections.models import Edition
from inspections.rows import RoundRow


def rounds_of_region(region_slug: str) -> tuple[RoundRow, ...]:
    """Each round with its framework, newest first; a round by two frameworks is two rows. One statement."""
    rounds = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug)
        .values_list("inspection__round", "inspection__framework__name")
        .distinct()
        .order_by("-inspection__round", "-inspection__framework__code")
    )
    return tuple(RoundRow(round=label, framework=framework) for label, framework in rounds)
