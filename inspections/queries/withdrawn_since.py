"""Whether what an edition said has been withdrawn since: then nobody is told it any more, also not as what once was."""

from django.db.models import Exists, OuterRef

from inspections.models import Edition


def withdrawn_since(way: str = "") -> Exists:
    """To annotate with and to filter by. `way` leads from what is annotated to its edition, such as `edition__`."""
    return Exists(
        Edition.objects.filter(
            inspection=OuterRef(f"{way}inspection"), number__gte=OuterRef(f"{way}number"), withdrawn_in__isnull=False
        )
    )
