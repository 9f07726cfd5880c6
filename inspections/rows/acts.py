"""Acts: what the database recorded together, who did it, and from where."""

import datetime
import uuid
from dataclasses import dataclass, field
from enum import StrEnum


class Done(StrEnum):
    """What was done to a row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, kw_only=True)
class ColumnChange:
    """A column in words. "" where nothing was or is held; of an added row `before` is "", of a deleted one `after`."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """A row that was added, changed or deleted: its name, and its kind in one and several ("finding", "findings")."""

    kind: str
    kinds: str
    name: str
    done: Done
    columns: tuple[ColumnChange, ...]


@dataclass(frozen=True, kw_only=True)
class Workers:
    """Whose work something is: the names of accounts; and of acts in which nobody was signed in what is known instead.

    Each of `unnamed` is as `Act.told`, with `application` and `database_role`, "" where not recorded.
    """

    people: tuple[str, ...]
    unnamed: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Act:
    """What one page, verb, command or transaction changed of something.

    `told` is what was recorded of it, by name: `step`, `reason`, `url`, `application`, `database_role`, ... `person` is
    the name of the account, "" where nobody was signed in; `at` is the moment it began, in local time.
    """

    id: uuid.UUID
    at: datetime.datetime
    person: str
    told: dict[str, str] = field(default_factory=dict)
    rows: tuple[RowChange, ...] = ()
