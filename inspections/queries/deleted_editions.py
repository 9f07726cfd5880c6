"""Editions that were deleted, by their history: drafts, since nothing else can be."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.utils import timezone

from inspections.models import Edition, Inspection
from inspections.queries.acts import events_of, person_name
from inspections.queries.column_words import names_of
from inspections.queries.history_of_edition import history_of_edition
from inspections.rows import DeletedEdition


def deleted_editions(*, newest: int, after: int = 0) -> tuple[DeletedEdition, ...]:
    """The last deleted first: `newest` at most, `after` so many newer ones. A fixed number of statements."""
    deleted = events_of(Edition).filter(pgh_label="delete").select_related("pgh_context").order_by("-pgh_id")
    events = list(deleted[after : after + newest])
    people = User.objects.in_bulk({event.pgh_context.metadata.get("user") for event in events} - {None})
    names, restored = _names(events), _restored(event.pgh_obj_id for event in events)
    return tuple(
        DeletedEdition(
            pk=event.pgh_obj_id,
            name=f"{names[event.inspection_id]}, edition {event.number}",
            at=timezone.localtime(event.pgh_created_at),
            person=person_name(event.pgh_context.metadata.get("user"), people),
            restored_as=tuple(restored[event.pgh_obj_id]),
        )
        for event in events
    )


def last_state_of_deleted(edition: int) -> UUID | None:
    """The act after which a deleted edition was held for the last time; None where there is none."""
    if not events_of(Edition).filter(pgh_obj_id=edition, pgh_label="delete").exists():
        return None
    acts = history_of_edition(edition, newest=2)
    return acts[1].id if len(acts) > 1 else None


def _names(events: Iterable[Any]) -> dict[int, str]:
    """Of the inspections: where one is gone too, its key."""
    wanted = {event.inspection_id for event in events}
    held = Inspection.objects.select_related("delivery_unit", "region").in_bulk(wanted)
    gone = names_of((Inspection, pk) for pk in wanted - held.keys())
    return {pk: str(held[pk]) if pk in held else gone[Inspection, pk] for pk in wanted}


def _restored(deleted: Iterable[int]) -> dict[int, list[str]]:
    """By the deleted edition the drafts that were made of it."""
    found = defaultdict(list)
    made = events_of(Edition).filter(pgh_label="insert", pgh_context__metadata__of_edition__in=list(deleted))
    for event in made.select_related("pgh_context"):
        found[event.pgh_context.metadata["of_edition"]].append(f"edition {event.number}")
    return found
