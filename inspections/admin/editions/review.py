"""What a reviewer asks first of an open edition: who sends it, with which words, and what it changes."""

from dataclasses import dataclass
from typing import Any

from inspections.models import OPEN_STATES, Edition
from inspections.publishing.changed import changes_between, followed_by
from inspections.queries.last_move import last_move
from inspections.queries.told_by_edition import told_by_edition
from inspections.rows import FieldChange

OPEN_AT_MOST = 20


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What an open edition says otherwise than `of`, the last edition that was made public."""

    of: Edition
    changes: list[FieldChange]

    @property
    def is_long(self) -> bool:
        """Such as a report that was read anew: the list is there, and out of the way."""
        return len(self.changes) > OPEN_AT_MOST


def for_review(edition: Edition) -> dict[str, Any]:
    """For the page of an edition. A fixed number of statements, with nothing held of one that is not open."""
    if edition.state not in OPEN_STATES:
        return {}
    return {"moved": last_move(edition), "correction": _correction(edition)}


def _correction(edition: Edition) -> Correction | None:
    of = followed_by(edition)
    if of is None:
        return None
    return Correction(of=of, changes=changes_between(told_by_edition(of), told_by_edition(edition)))
