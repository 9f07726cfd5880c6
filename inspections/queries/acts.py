"""Acts of the history that changed something: each with all its rows, column by column."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import Field, Model, Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from pghistory.models import Context

from inspections.queries.column_words import Names, column_words, names_of, pointed_to, shortened
from inspections.rows import Act, ColumnChange, Done, RowChange

# What a row belongs to is said by the page, and its number in the store says nothing.
NOT_TOLD = {"id", "edition", "position"}
# By what a row is called, beside the key of its citation.
CALLED = (
    *("citation", "key", "name", "title", "message", "reader", "theme", "approved_by", "number", "rating", "slug"),
    *("quote", "text", "label"),
)

Recorded = dict[UUID, list[tuple[Any, Any]]]
"""By act the rows it recorded, each with what the row was before (None for a new one)."""


def events_of(model: type[Model]) -> Any:
    """The history of a model, oldest first. Its rows have the columns of the model, and `pgh_…` beside them."""
    return model.pgh_event_model.objects.order_by("pgh_id")  # type: ignore[attr-defined]


def acts(of: Sequence["QuerySet[Any]"], *, newest: int, after: int = 0) -> tuple[Act, ...]:
    """The acts that recorded any of these events, newest first: `newest` at most, `after` so many newer ones.

    Each of `of` is from `events_of` a model. A fixed number of statements for the models, whatever they recorded.
    """
    recorded_in = reduce(or_, (Q(pk__in=events.order_by().values("pgh_context")) for events in of))
    contexts = list(Context.objects.filter(recorded_in).order_by("-created_at", "pk")[after : after + newest])
    recorded = _recorded(of, [context.pk for context in contexts])
    names = names_of(_pointed_to(recorded))
    people = User.objects.in_bulk({context.metadata.get("user") for context in contexts} - {None})
    return tuple(
        Act(
            id=context.pk,
            at=timezone.localtime(context.created_at),
            person=person_name(context.metadata.get("user"), people),
            told={name: str(value) for name, value in context.metadata.items() if name != "user" and value},
            rows=tuple(_row(event, before, names) for event, before in recorded[context.pk]),
        )
        for context in contexts
    )


def person_name(pk: Any, people: dict[Any, User]) -> str:
    """The name of the account that an act recorded; "" where nobody was signed in."""
    if pk is None:
        return ""
    return people[pk].get_username() if pk in people else f"an account that is gone (no. {pk})"


def _recorded(of: Iterable["QuerySet[Any]"], contexts: list[UUID]) -> Recorded:
    """What the acts recorded, model by model and row by row; with one statement for each model."""
    found: Recorded = defaultdict(list)
    for events in of:
        touched = events.filter(pgh_context__in=contexts).order_by().values("pgh_obj_id")
        last: dict[int, Any] = {}
        for event in events_of(events.model.pgh_tracked_model).filter(pgh_obj_id__in=touched):
            found[event.pgh_context_id].append((event, last.get(event.pgh_obj_id)))
            last[event.pgh_obj_id] = event
    return found


def _pointed_to(recorded: Recorded) -> Iterator[tuple[type[Model], Any]]:
    for rows in recorded.values():
        for event, before in rows:
            for row in filter(None, (event, before)):
                yield from pointed_to(row)


def _row(event: Any, before: Any, names: Names) -> RowChange:
    done = {"insert": Done.ADDED, "delete": Done.DELETED}.get(event.pgh_label, Done.CHANGED)
    meta = event.pgh_tracked_model._meta
    return RowChange(
        kind=str(meta.verbose_name),
        kinds=str(meta.verbose_name_plural),
        name=called(event, names),
        done=done,
        columns=tuple(_columns(event, before, done, names)),
    )


def called(row: Any, names: Names) -> str:
    """What a row is called in the history: by the key of its citation, its name or the first of its words."""
    held = {field.name: field for field in row._meta.concrete_fields}
    for name in CALLED:
        if name in held and (words := column_words(held[name], row, names)):
            return shortened(words)
    return f"no. {row.pgh_obj_id}"


def _columns(event: Any, before: Any, done: Done, names: Names) -> Iterator[ColumnChange]:
    for field in _told(event, done):
        now = column_words(field, event, names)
        old = column_words(field, before, names) if before else ""
        if done is Done.ADDED:
            change = ("", now)
        elif done is Done.DELETED:
            change = (now, "")
        else:
            change = (old, now)
        if change[0] != change[1]:
            yield ColumnChange(name=capfirst(str(field.verbose_name)), before=change[0], after=change[1])


def _told(event: Any, done: Done) -> Iterator["Field[Any, Any]"]:
    """The columns of the row itself. Of an added or deleted one those that say something; of a changed one all."""
    own = {field.name for field in event.pgh_tracked_model._meta.concrete_fields}
    for field in event._meta.concrete_fields:
        says_nothing = field.name in NOT_TOLD or getattr(event, field.attname) is False
        if field.name in own and (done is Done.CHANGED or not says_nothing):
            yield field
