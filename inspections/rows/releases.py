"""Releases: what each of them published, corrected and withdrew."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from inspections.rows.changes import FieldChange
from inspections.rows.values import Place


class Released(StrEnum):
    """What a release did to an inspection."""

    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class ReleasedInspection:
    """An inspection of a release. `reason` is of a correction; `changes` are in the order of the report.

    `change_count` counts them also where they are not read. `is_public` is whether the inspection has a public page
    today.
    """

    unit: Place
    region: Place
    round: str
    what: Released
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
    """What one release corrected of one inspection, or of one fact: `changes` of it, old and new."""

    release: int
    published: datetime.date
    reason: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True)
class NoLongerPublic:
    """What was public under an address once, an inspection or a fact of one; by which release it is not, and why."""

    unit: Place
    round: str
    release: int
    published: datetime.date
    reason: str
    is_withdrawn: bool
