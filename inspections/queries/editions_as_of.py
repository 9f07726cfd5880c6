"""What was public when a release was the newest."""

from django.db.models import Exists, OuterRef, Q

from inspections.models import Edition
from inspections.queries.sourcing import WITH_PLACE


def editions_as_of(number: int) -> dict[int, Edition]:
    """The edition of each inspection that was public as of a release, by the id of the inspection. One statement.

    That is the last one that a release up to this one published, unless one of them withdrew it.
    """
    by_then = Q(release__number__lte=number)
    later = Edition.objects.filter(by_then, inspection=OuterRef("inspection"), number__gt=OuterRef("number"))
    public = Edition.objects.filter(by_then).exclude(withdrawn_in__number__lte=number).exclude(Exists(later))
    return {edition.inspection_id: edition for edition in public.select_related(*WITH_PLACE, "inspection__region")}
