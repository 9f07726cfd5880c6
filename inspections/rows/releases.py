"""Releases: what each of them published, corrected and withdrew."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from inspections.rows.changes import FieldChange
from inspections.rows.values import Place


class Released(StrEnum):
    """What a release did to an inspection."""

    PUBLISHED = "published"
    PUBLISHED_AGAIN = "published again"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class ReleasedInspection:
    """An inspection of a release. `reason` is of a correction; `changes` are in the order of the report.

    `withdrawn_in` is the release that had withdrawn what is published again. `change_count` counts the changes also
    where they are not read. `is_public` is whether the inspection has a public page today.
    """

    unit: Place
    region: Place
    round: str
    what: Released
    withdrawn_in: int | None = None
    overall: str = ""
    is_report_held: bool = False
    reason: str = ""
    change_count: int = 0
    changes: tuple[FieldChange, ...] = ()
    is_public: bool = True


@dataclass(frozen=True, kw_only=True)
class ReleaseEntry:
    """A release with its inspections: the corrected ones first, then by name.

    `assurance` says who stood for it, `published_at` is the moment in local time.
    """

    number: int
    title: str
    reason: str
    published_at: datetime.datetime
    assurance: str
    inspections: tuple[ReleasedInspection, ...] = ()

    @property
    def published(self) -> datetime.date:
        """The day in local time: the moment is given so."""
        return self.published_at.date()


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What one release corrected of one inspection, or of one fact: `changes` of it, old and new.

    `withdrawn_in` is the release that had withdrawn the inspection before: then it was published again, with or
    without changes. `change_count` counts the changes also where they were withdrawn since and are not told.
    """

    release: int
    published: datetime.date
    reason: str
    change_count: int
    changes: tuple[FieldChange, ...]
    withdrawn_in: int | None = None


@dataclass(frozen=True, kw_only=True)
class NoLongerPublic:
    """What was public under an address once, by which release it is not, and why.

    It is an inspection, a fact of one or, where `is_document`, a document of which nothing is told any more.
    """

    unit: Place
    round: str
    release: int
    published: datetime.date
    reason: str
    is_withdrawn: bool
    is_document: bool = False
