"""Everything that was ever done to one row and to the rows of it that are edited on its page, act by act."""

from collections.abc import Iterable

from django.db.models import Model

from inspections.queries.acts import acts, events_of
from inspections.rows import Act


def history_of_row(
    model: type[Model], pk: int, *, newest: int, after: int = 0, parts: Iterable[tuple[type[Model], str]] = ()
) -> tuple[Act, ...]:
    """The acts that changed it, newest first: `newest` at most, `after` so many newer ones. It need not be held.

    `parts` are the models of its parts, each with the foreign key to the row: `(PlaceAlias, "region")`.
    """
    of_parts = (events_of(part).filter(**{f"{key}_id": pk}) for part, key in parts)
    return acts([events_of(model).filter(pgh_obj_id=pk), *of_parts], newest=newest, after=after)
