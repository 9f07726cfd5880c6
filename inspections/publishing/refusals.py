"""Why a verb does nothing: each is one line that says which edition, and why."""

from typing import Any

from django.db import IntegrityError


class Refused(Exception):
    """A verb that can't be done, with nothing written."""


class NotAllowed(Refused):
    """The person may not do this."""


class NotOpen(Refused):
    """The edition is not in a state in which this is done."""


class NotPublishable(Refused):
    """An edition that is not in review, not approved, or has a problem that is open."""


def reason_of(error: IntegrityError) -> str:
    """What the rule of the database that refused something says."""
    told: Any = getattr(error.__cause__, "diag", None)
    return f"{told.message_primary}." if told and told.message_primary else str(error)
