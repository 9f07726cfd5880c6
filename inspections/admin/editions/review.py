"""What a reviewer asks first of an open edition: who sends it, with which words, and what it changes."""

from typing import Any

from inspections.models import OPEN_STATES, Edition
from inspections.publishing.checks import checks
from inspections.publishing.corrected import correction_of
from inspections.queries.last_move import last_move

OPEN_AT_MOST = 20


def for_review(edition: Edition) -> dict[str, Any]:
    """For the page of an edition. A fixed number of statements, and little of one that is not open any more.

    A long list of changes, as of a report that was read anew, is there and out of the way.
    """
    correction = correction_of(edition)
    return {
        "checks": checks(edition, correction=correction),
        "correction": correction,
        "is_correction_long": correction is not None and len(correction.changes) > OPEN_AT_MOST,
        "moved": last_move(edition) if edition.state in OPEN_STATES else None,
    }
