"""What staff have to do."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OpenEdition:
    """A draft, or an edition in review: how many of its problems are open, and whether who asks has worked on it.

    `is_approved`: by anybody, themselves included.
    """

    pk: int
    name: str
    is_in_review: bool
    is_approved: bool
    problems: int
    is_mine: bool
    is_correction: bool
