"""Everything that was ever done to an edition and to what hangs on it, act by act."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet

from inspections.models import Approval, Edition, PreviewLink
from inspections.queries.acts import acts, events_of
from inspections.queries.edition_rows import OF_EDITION, OF_FACT
from inspections.rows import Act

# Citations last: of what a person changed, the fact itself is told first.
TOLD: tuple[type[Model], ...] = (*OF_EDITION[1:], Approval, PreviewLink, OF_EDITION[0])


def history_of_edition(edition: int, *, newest: int, after: int = 0) -> tuple[Act, ...]:
    """The acts that changed it, newest first: `newest` at most, `after` so many newer ones.

    It need not be held any more, nor any of its rows: the history is read, and not the store.
    """
    return acts(list(_events(edition)), newest=newest, after=after)


def _events(edition: int) -> Iterator["QuerySet[Any]"]:
    yield events_of(Edition).filter(pgh_obj_id=edition)
    for model in TOLD:
        yield events_of(model).filter(edition_id=edition)
    for model, owner, owning in OF_FACT:
        owners = events_of(owning).filter(edition_id=edition).order_by().values("pgh_obj_id")
        yield events_of(model).filter(**{f"{owner}_id__in": owners})
