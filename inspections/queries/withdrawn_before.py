"""Whether an edition was published again after a withdrawal."""

from django.db.models import OuterRef, Subquery

from inspections.models import Edition


def withdrawn_before() -> Subquery:
    """To annotate editions with: the number of the release that had withdrawn the one each follows, else None."""
    before = Edition.objects.filter(
        inspection=OuterRef("inspection"), number__lt=OuterRef("number"), release__isnull=False
    )
    return Subquery(before.order_by("-number").values("withdrawn_in__number")[:1])
