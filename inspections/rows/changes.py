"""What an edition says, field by field, and what one edition changed of another."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ToldField:
    """One field of one fact in words: under the public key of the fact, what the fact is, and what is said.

    `words` is never empty: what is not held is not told.
    """

    key: str
    label: str
    field: str
    words: str


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field whose words differ. `before` or `after` is "" where nothing was or is held."""

    key: str
    label: str
    field: str
    before: str
    after: str
