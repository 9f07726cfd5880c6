"""What an edition changed of the one before it, kept with its release in the words of that day."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Subquery

from inspections.models import Edition, Release, ReleasedChange
from inspections.queries.told_by_edition import told_by_edition
from inspections.rows import FieldChange, ToldField

WHAT_IT_IS = "what it is"


def changes_between(before: Iterable[ToldField], after: Iterable[ToldField]) -> list[FieldChange]:
    """The fields whose words differ: changed and new ones in the order of `after`, then those that are gone.

    A value that is now the value of something else (of another key question, under another number) changes too: that is
    told once for each fact, as what the fact is.
    """
    old, new = ({(field.key, field.field): field for field in told} for told in (before, after))
    changes: list[FieldChange] = []
    renamed: set[str] = set()
    for at, told in (new | {at: field for at, field in old.items() if at not in new}).items():
        was, now = old.get(at), new.get(at)
        if was and now and was.label != now.label and told.key not in renamed:
            renamed.add(told.key)
            changes.append(_change(told, WHAT_IT_IS, was.label, now.label))
        if not was or not now or was.words != now.words:
            changes.append(_change(told, told.field, was.words if was else "", now.words if now else ""))
    return changes


def _change(told: ToldField, field: str, before: str, after: str) -> FieldChange:
    return FieldChange(key=told.key, label=told.label, field=field, before=before, after=after)


def followed_by(edition: Edition) -> Edition | None:
    """The last edition of its inspection that was made public: what an open edition is a correction of, if any."""
    return Edition.objects.filter(inspection=edition.inspection_id, release__isnull=False).order_by("number").last()


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
