"""What was corrected here of an inspection, or of one fact."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from inspections.models import Edition, ReleasedChange
from inspections.queries.withdrawn_before import withdrawn_before
from inspections.rows import Correction, FieldChange


def corrections_of_inspection(edition: Edition) -> tuple[Correction, ...]:
    """Everything corrected since an inspection was first published here, the newest first. Two statements.

    With what was published again after a withdrawal, also where nothing of it was changed.
    """
    editions = _released(ReleasedChange.objects.all()).filter(inspection=edition.inspection_id)
    return tuple(_correction(each) for each in editions.filter(Q(is_changed=True) | Q(withdrawn_in_before__gt=0)))


def corrections_of_fact(key: str) -> tuple[Correction, ...]:
    """Everything corrected of the fact of a key, the newest first. Two statements."""
    editions = _released(ReleasedChange.objects.filter(key=key)).filter(is_changed=True)
    return tuple(_correction(each) for each in editions)


def _released(changes: "QuerySet[ReleasedChange]") -> Any:
    """The editions that were made public, each with those of the changes that are its own, as `told`."""
    return (
        Edition.objects.filter(release__isnull=False)
        .annotate(is_changed=Exists(changes.filter(edition=OuterRef("pk"))), withdrawn_in_before=withdrawn_before())
        .select_related("release")
        .prefetch_related(Prefetch("released_changes", changes.order_by("position"), to_attr="told"))
        .order_by("-release__number")
    )


def _correction(edition: Any) -> Correction:
    return Correction(
        release=edition.release.number,
        published=timezone.localdate(edition.release.published_at),
        reason=edition.reason,
        withdrawn_in=edition.withdrawn_in_before,
        changes=tuple(
            FieldChange(key=row.key, label=row.label, field=row.field, before=row.before, after=row.after)
            for row in edition.told
        ),
    )
