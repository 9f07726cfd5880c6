"""What an edition said after an act of its history: also where nothing of it is held any more."""

from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from pghistory.models import Context

from inspections.models import Edition
from inspections.queries.acts import events_of
from inspections.queries.edition_rows import OF_EDITION, OF_FACT, State


class NotHeldThen(Exception):
    """The edition was not held after that act, or there was no such act."""


def edition_after(edition: int, act: UUID) -> State:
    """The rows of an edition with the ids they had, once an act and all that began before it were through.

    One statement for each model, and one for the act. Raises NotHeldThen.
    """
    done = Context.objects.filter(pk=act).first()
    if done is None:
        raise NotHeldThen(f"There is no act {act} in the history.")
    by_then = {"pgh_context__created_at__lte": done.created_at}
    state: State = {Edition: _rows(events_of(Edition).filter(pgh_obj_id=edition, **by_then))}
    if not state[Edition]:
        raise NotHeldThen(f"The edition no. {edition} was not held then.")
    for model in OF_EDITION:
        state[model] = _rows(events_of(model).filter(edition_id=edition, **by_then))
    for model, owner, owning in OF_FACT:
        held = [row.pk for row in state[owning]]
        state[model] = _rows(events_of(model).filter(**{f"{owner}_id__in": held}, **by_then))
    return state


def _rows(events: "QuerySet[Any]") -> list[Model]:
    """The rows as of the last of their events, but for those it deleted."""
    last = {event.pgh_obj_id: event for event in events}
    return [_row(event) for _, event in sorted(last.items()) if event.pgh_label != "delete"]


def _row(event: Any) -> Model:
    model: type[Model] = event.pgh_tracked_model
    return model(**{field.attname: getattr(event, field.attname) for field in model._meta.concrete_fields})
