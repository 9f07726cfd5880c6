"""What an open edition says otherwise than the last one that was made public."""

from dataclasses import dataclass

from inspections.models import OPEN_STATES, Edition, EditionState
from inspections.publishing.changed import changes_between, followed_by
from inspections.queries.told_by_edition import told_by_edition
from inspections.rows import FieldChange


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a release would tell of an edition that is published in the place of `of`, which may have been withdrawn."""

    of: Edition
    changes: list[FieldChange]

    @property
    def is_of_what_is_public(self) -> bool:
        return self.of.state == EditionState.PUBLISHED


def correction_of(edition: Edition) -> Correction | None:
    """None of an edition that is not open any more, and of a first one. A fixed number of statements."""
    of = followed_by(edition) if edition.state in OPEN_STATES else None
    if of is None:
        return None
    return Correction(of=of, changes=changes_between(told_by_edition(of), told_by_edition(edition)))
