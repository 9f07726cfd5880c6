"""What was corrected here of an inspection, or of one fact."""

from itertools import groupby
from typing import Any

from django.utils import timezone

from inspections.models import Edition, ReleasedChange
from inspections.queries.withdrawn_before import withdrawn_before
from inspections.queries.withdrawn_since import withdrawn_since
from inspections.rows import WITHDRAWN, Correction, FieldChange


def corrections_of_inspection(edition: Edition) -> tuple[Correction, ...]:
    """Everything corrected since an inspection was first published here, the newest first. Two statements.

    With what was published again after a withdrawal, also where nothing of it was changed. Of what was withdrawn since
    no words are told, neither old nor new.
    """
    changed = _corrections(inspection=edition.inspection_id)
    again: Any = (
        Edition.objects.filter(inspection=edition.inspection_id, release__isnull=False, released_changes=None)
        .annotate(withdrawn_before=withdrawn_before())
        .filter(withdrawn_before__isnull=False)
        .select_related("release")
    )
    unchanged = [_correction(each, [], withdrawn_in=each.withdrawn_before, is_told=True) for each in again]
    return tuple(sorted([*changed, *unchanged], key=lambda correction: -correction.release))


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
    ordered: Any = changes.annotate(
        withdrawn_before=withdrawn_before("edition__"), is_withdrawn_since=withdrawn_since("edition__")
    ).order_by("-edition__release__number", "edition_id", "position")
    grouped = groupby(ordered, key=lambda row: (row.edition, row.withdrawn_before, row.is_withdrawn_since))
    return tuple(
        _correction(edition, list(rows), withdrawn_in=withdrawn_in, is_told=not is_withdrawn)
        for (edition, withdrawn_in, is_withdrawn), rows in grouped
    )


def _correction(edition: Edition, rows: list[ReleasedChange], *, withdrawn_in: int | None, is_told: bool) -> Correction:
    release = edition.release
    if release is None:
        raise ValueError("What was released has a release.")
    return Correction(
        release=release.number,
        published=timezone.localdate(release.published_at),
        reason=edition.reason,
        withdrawn_in=withdrawn_in,
        change_count=len(rows),
        changes=tuple(
            field_change(row, edition, is_before_withdrawn=withdrawn_in is not None) for row in rows if is_told
        ),
    )


def field_change(row: ReleasedChange, edition: Edition, *, is_before_withdrawn: bool) -> FieldChange:
    """A change as its release told it. Of what has no source the key is that of the inspection: needs it selected."""
    before = WITHDRAWN if row.before and is_before_withdrawn else row.before
    return FieldChange(
        key=row.key,
        label=row.label,
        field=row.field,
        before=before,
        after=row.after,
        is_cited=row.key != edition.inspection.key,
    )
