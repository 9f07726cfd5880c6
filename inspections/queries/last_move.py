"""Who put an edition into review or took it back, and what they said with it."""

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from inspections.models import Edition, EditionState
from inspections.queries.acts import events_of, person_name
from inspections.rows import Move

# By the step that the verb records of itself.
MOVED_BY = {EditionState.DRAFT: "take_back", EditionState.IN_REVIEW: "submit"}


def last_move(edition: Edition) -> Move | None:
    """The last step into the state in which an open edition is. Two statements.

    None for what is not open, for a draft that was never in review, and where no step was recorded, as by raw SQL.
    """
    step = MOVED_BY.get(EditionState(edition.state))
    moves = events_of(Edition).filter(pgh_obj_id=edition.pk, pgh_context__metadata__step=step)
    if step is None or (last := moves.select_related("pgh_context").last()) is None:
        return None
    return _move(last.pgh_context, is_back=edition.state == EditionState.DRAFT)


def _move(context: Any, *, is_back: bool) -> Move:
    user = context.metadata.get("user")
    return Move(
        at=timezone.localtime(context.created_at),
        person=person_name(user, User.objects.in_bulk([user])),
        note=context.metadata.get("reason") or "",
        is_back=is_back,
    )
