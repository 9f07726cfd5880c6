"""When a figure of a region last changed here, and by which release."""

from collections.abc import Collection

from django.db.models import Max
from django.utils import timezone

from inspections.models import Edition
from inspections.rows import LastChange


def last_change_in_region(region_slug: str, rounds: Collection[str] | None = None) -> LastChange | None:
    """The newest release of its published editions, of all rounds or some, and its day. A correction is a release.

    None where there is none. One statement.
    """
    editions = Edition.objects.published().filter(inspection__delivery_unit__region__slug=region_slug)
    if rounds is not None:
        editions = editions.filter(inspection__round__in=rounds)
    last = editions.aggregate(newest_release=Max("release__number"), changed=Max("release__published_at"))
    if last["newest_release"] is None:
        return None
    return LastChange(changed=timezone.localdate(last["changed"]), release=last["newest_release"])
