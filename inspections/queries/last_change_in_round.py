"""When a figure of a region's round last changed here, and by which release."""

from django.db.models import Max
from django.utils import timezone

from inspections.models import Edition
from inspections.rows import LastChange


def last_change_in_round(region_slug: str, round_label: str) -> LastChange | None:
    """Of all published editions of the round the newest release, and the day of it or of a correction since.

    None where there is none. One statement.
    """
    last = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .aggregate(newest_release=Max("release__number"), changed=Max("release__published_at"))
    )
    if last["newest_release"] is None:
        return None
    return LastChange(changed=timezone.localdate(last["changed"]), release=last["newest_release"])
