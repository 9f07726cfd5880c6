"""What an edition changed of the one before it, kept with its release in the words of that day."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Subquery

from inspections.models import Edition, Release, ReleasedChange
from inspections.queries.told_by_edition import told_by_edition
from inspections.rows import FieldChange, ToldField


def changes_between(before: Iterable[ToldField], after: Iterable[ToldField]) -> list[FieldChange]:
    """The fields whose words differ: changed and new ones in the order of `after`, then those that are gone."""
    old, new = ({(field.key, field.field): field for field in told} for told in (before, after))
    return [
        FieldChange(
            key=told.key,
            label=told.label,
            field=told.field,
            before=old[at].words if at in old else "",
            after=new[at].words if at in new else "",
        )
        for at, told in (new | {at: field for at, field in old.items() if at not in new}).items()
        if at not in old or at not in new or old[at].words != new[at].words
    ]


def record_changes(before: Edition, after: Edition, release: Release) -> None:
    """Keep with an edition in review what it says otherwise than the one it follows, and mark every fact corrected.

    A fact that an earlier edition corrected stays marked, also where its report has been read anew since.
    """
    found = changes_between(told_by_edition(before), told_by_edition(after))
    ReleasedChange.objects.bulk_create(
        ReleasedChange(
            edition=after,
            position=position,
            key=change.key,
            label=change.label,
            field=change.field,
            before=change.before,
            after=change.after,
        )
        for position, change in enumerate(found, start=1)
    )
    earlier = ReleasedChange.objects.filter(edition__inspection=after.inspection_id, key=OuterRef("key"))
    newest = earlier.exclude(edition=after.pk).order_by("-edition__number").values("edition__release__number")[:1]
    after.citations.filter(Exists(earlier.exclude(edition=after.pk))).update(corrected_in=Subquery(newest))
    after.citations.filter(key__in={change.key for change in found}).update(corrected_in=release.number)
