"""What the store holds, counted: for the page about the data."""

from dataclasses import dataclass

from inspections.rows.history import PolicyEventRow
from inspections.rows.themes import ThemeRow
from inspections.rows.values import PreciseDate
from inspections.rows.vocabulary import Absence, Origin


@dataclass(frozen=True, kw_only=True)
class HeldRound:
    """The inspections of a round by one framework, and of how many the full report is held."""

    round: str
    framework: str
    inspections: int
    reports: int


@dataclass(frozen=True, kw_only=True)
class OriginCount:
    """How many overall ratings and ratings of standards come from one kind of source."""

    origin: Origin
    overall: int
    standards: int


@dataclass(frozen=True, kw_only=True)
class FrameworkRow:
    """A framework, when it was used and who says so. `verified_bands` of `bands` have been found in a source."""

    name: str
    max_score: int
    standards: int
    used_from: PreciseDate | None
    used_until: PreciseDate | None
    source: str
    bands: int
    verified_bands: int


@dataclass(frozen=True, kw_only=True)
class ComparabilityRow:
    """Two frameworks whose rating words may be compared, by name, and who says so."""

    earlier: str
    later: str
    source: str


@dataclass(frozen=True, kw_only=True)
class ReferenceFacts:
    """What the numbers rest on: the frameworks, what is comparable, our themes, what changed for all."""

    frameworks: tuple[FrameworkRow, ...]
    comparabilities: tuple[ComparabilityRow, ...]
    themes: tuple[ThemeRow, ...]
    events: tuple[PolicyEventRow, ...]


@dataclass(frozen=True, kw_only=True)
class WhatIsHeld:
    """The counts of everything published. A count of 0 is a count: nothing of that kind is held.

    `missing` says how often something is not held, by the reason why: for how many pairs of a delivery unit and a round
    of its region no inspection is recorded, how many inspections have no report here, how many reports held give no
    overall rating, and of how many delivery units only one inspection is held.
    """

    regions: int
    regions_inspected: int
    units: int
    units_inspected: int
    rounds: tuple[HeldRound, ...]
    ratings: tuple[OriginCount, ...]
    key_questions: int
    key_questions_with_n: int
    measure_values: int
    measure_values_with_n: int
    averages: int
    missing: dict[Absence, int]

    @property
    def inspections(self) -> int:
        return sum(row.inspections for row in self.rounds)

    @property
    def measure_values_without_n(self) -> int:
        return self.measure_values - self.measure_values_with_n

    @property
    def reports(self) -> int:
        return sum(row.reports for row in self.rounds)
