"""What an edition changed of the one before it, kept with its release in the words of that day."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Exists, OuterRef, Subquery
from django.utils.text import Truncator

from inspections.models import Edition, Release, ReleasedChange
from inspections.publishing.reordered import IN_ORDER, reordered
from inspections.queries.told_by_edition import OF_EDITION, told_by_edition
from inspections.queries.told_fact import OF_SOURCE
from inspections.rows import SOURCE, FieldChange, ToldField

WHAT_IT_IS = "what it is"
PLACE = "order in the report"
REPORT = "report"  # the kind of the fact that says of which document an edition is
LABEL_AT_MOST = 300  # characters, as ReleasedChange holds
# The fields that name their fact themselves.
NAMING = {"text", "value"}

Told = dict[str, ToldField]
"""The fields of a fact, each by its name."""
Facts = dict[tuple[str, str], Told]
"""By the kind of the fact and its key, in the order of the report."""


def changes_between(before: Iterable[ToldField], after: Iterable[ToldField]) -> list[FieldChange]:
    """The fields that say otherwise: of facts that are held, in the order of `after`, then of those that are gone.

    A value that is now the value of something else (of another key question, under another number) changes too: that is
    told once for each fact, as what the fact is. So is another order, of the facts that were moved. That another file
    of the report was read is told once too, of the edition and not of each fact.
    """
    old, new = _by_fact(before), _by_fact(after)
    reports = _report(old), _report(new)
    places = _moved(old, new)
    changes: list[FieldChange] = []
    for at in new | old:
        found = dict(_differing(old.get(at, {}), new.get(at, {}), reports=reports))
        if at in places:
            found[PLACE] = places[at]
        changes += _told(next(iter((new.get(at) or old[at]).values())), found)
    return changes


def _by_fact(told: Iterable[ToldField]) -> Facts:
    facts: Facts = {}
    for field in told:
        facts.setdefault((field.fact, field.key), {})[field.field] = field
    return facts


def _moved(old: Facts, new: Facts) -> dict[tuple[str, str], tuple[str, str]]:
    names = {key: _name(next(iter(told.values()))) for (_, key), told in (old | new).items()}
    return {
        (fact, key): place
        for fact in IN_ORDER
        for key, place in reordered(_keys(old, fact), _keys(new, fact), names=names).items()
    }


def _keys(facts: Facts, fact: str) -> list[str]:
    return [key for kind, key in facts if kind == fact]


def _name(told: ToldField) -> str:
    return f"{told.label} {told.named}".rstrip()


def _report(facts: Facts) -> tuple[str, ...]:
    """What identifies the report of an edition."""
    return next((field.identity for (fact, _), told in facts.items() if fact == REPORT for field in told.values()), ())


def _differing(
    old: Told, new: Told, *, reports: tuple[tuple[str, ...], tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """By its name, what each field says that says something else: as it was, and as it is."""
    if old and new:
        labels = [next(iter(told.values())).label for told in (old, new)]
        if labels[0] != labels[1]:
            yield WHAT_IT_IS, (labels[0], labels[1])
    for field in new | old:
        was, now = old.get(field), new.get(field)
        if was is None or now is None or (was.compared != now.compared and not _is_reread(was, now, reports)):
            yield field, _told_apart(was, now)


def _is_reread(was: ToldField, now: ToldField, reports: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether two fields say alike that a fact is of the report of its edition, of whichever file."""
    is_alike = was.field == SOURCE and was.words == now.words
    return is_alike and (was.identity[1:], now.identity[1:]) == reports


def _told_apart(was: ToldField | None, now: ToldField | None) -> tuple[str, str]:
    """The words of both. Where they are the same words for something else, that is named too."""
    if was and now and was.words == now.words:
        apart = [(x, y) for x, y in zip(was.identity, now.identity, strict=True) if x != y]
        return tuple(f"{was.words} ({', '.join(parts)})" for parts in zip(*apart, strict=True))  # type: ignore[return-value]
    return was.words if was else "", now.words if now else ""


def _told(told: ToldField, found: Mapping[str, tuple[str, str]]) -> Iterator[FieldChange]:
    label = told.label if NAMING & found.keys() else _name(told)
    for field, (before, after) in found.items():
        yield FieldChange(
            key=told.key, label=label, field=field, before=before, after=after, is_cited=told.fact not in OF_EDITION
        )


def followed_by(edition: Edition) -> Edition | None:
    """The last edition of its inspection that was made public: what an open edition is a correction of, if any."""
    public = Edition.objects.filter(inspection=edition.inspection_id, release__isnull=False)
    return public.order_by("number").last()


def record_changes(before: Edition, after: Edition, release: Release) -> None:
    """Keep with an edition in review what it says otherwise than the one it follows, and mark every fact corrected.

    A fact is marked where it says something else, and not where the same is told from another place. One that an
    earlier edition corrected stays marked, also where its report has been read anew since.
    """
    found = changes_between(told_by_edition(before), told_by_edition(after))
    ReleasedChange.objects.bulk_create(
        ReleasedChange(
            edition=after,
            position=position,
            key=change.key,
            label=Truncator(change.label).chars(LABEL_AT_MOST),
            field=change.field,
            before=change.before,
            after=change.after,
        )
        for position, change in enumerate(found, start=1)
    )
    of_fact = ReleasedChange.objects.filter(edition__inspection=after.inspection_id, key=OuterRef("key"))
    earlier = of_fact.exclude(edition=after.pk).exclude(field__in=OF_SOURCE)
    newest = earlier.order_by("-edition__number").values("edition__release__number")[:1]
    after.citations.filter(Exists(earlier)).update(corrected_in=Subquery(newest))
    corrected = {change.key for change in found if change.field not in OF_SOURCE}
    after.citations.filter(key__in=corrected).update(corrected_in=release.number)
