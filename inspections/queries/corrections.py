"""What was corrected here of an inspection, or of one fact."""

from itertools import groupby

from django.utils import timezone

from inspections.models import Edition, ReleasedChange
from inspections.rows import Correction, FieldChange


def corrections_of_inspection(edition: Edition) -> tuple[Correction, ...]:
    """Everything corrected since an inspection was first published here, the newest first. One statement."""
    return _corrections(inspection=edition.inspection_id)


def corrections_of_fact(key: str) -> tuple[Correction, ...]:
    """Everything corrected of the fact of a key, the newest first. One statement."""
    return _corrections(key=key)


def _corrections(*, inspection: int | None = None, key: str = "") -> tuple[Correction, ...]:
    changes = ReleasedChange.objects.filter(edition__release__isnull=False).select_related(
        "edition__release", "edition__inspection"
    )
    if inspection is not None:
        changes = changes.filter(edition__inspection=inspection)
    if key:
        changes = changes.filter(key=key)
    ordered = changes.order_by("-edition__release__number", "edition_id", "position")
    return tuple(_correction(edition, list(rows)) for edition, rows in groupby(ordered, key=lambda row: row.edition))


def _correction(edition: Edition, rows: list[ReleasedChange]) -> Correction:
    release = edition.release
    if release is None:
        raise ValueError("What was released has a release.")
    return Correction(
        release=release.number,
        published=timezone.localdate(release.published_at),
        reason=edition.reason,
        changes=tuple(field_change(row, edition) for row in rows),
    )


def field_change(row: ReleasedChange, edition: Edition) -> FieldChange:
    """A change as its release told it. Of what has no source the key is that of the inspection: needs it selected."""
    return FieldChange(
        key=row.key,
        label=row.label,
        field=row.field,
        before=row.before,
        after=row.after,
        is_cited=row.key != edition.inspection.key,
    )
