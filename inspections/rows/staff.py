"""What staff have to do."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Move:
    """A step into review, or back out of it (`is_back`): when in local time, whose, with which words, if any."""

    at: datetime.datetime
    person: str
    note: str
    is_back: bool


@dataclass(frozen=True, kw_only=True)
class DeletedEdition:
    """An edition that is held no more, by the number its history has. `restored_as` names the drafts made of it."""

    pk: int
    name: str
    at: datetime.datetime
    person: str
    restored_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OpenEdition:
    """A draft, or an edition in review: how many of its problems are open, and whether who asks has worked on it.

    `is_approved`: by somebody who has not worked on it.
    """

    pk: int
    name: str
    is_in_review: bool
    is_approved: bool
    problems: int
    is_mine: bool
    is_correction: bool
