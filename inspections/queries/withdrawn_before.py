"""Whether an edition was published again after a withdrawal."""

from django.db.models import OuterRef, Subquery

from inspections.models import Edition


def withdrawn_before(way: str = "") -> Subquery:
    """To annotate with: the number of the release that had withdrawn the edition before, else None.

    `way` leads from what is annotated to its edition, such as `edition__`.
    """
    before = Edition.objects.filter(
        inspection=OuterRef(f"{way}inspection"), number__lt=OuterRef(f"{way}number"), release__isnull=False
    )
    return Subquery(before.order_by("-number").values("withdrawn_in__number")[:1])
