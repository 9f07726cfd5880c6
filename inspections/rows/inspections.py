"""Inspections: one, a round of a region, all that are held."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from inspections.rows.findings import FindingGroup
from inspections.rows.values import DateRow, EditionRow, Place, RatingCell, Sourced


@dataclass(frozen=True, kw_only=True)
class EarlierRatings:
    """How the same delivery unit was rated in the round held before: words to stand beside the later ones.

    `comparability` says where it is stated that ratings of the two frameworks may be compared; "" where both are of
    one framework. `is_comparable` is False where the framework changed and nothing of that kind is recorded.
    """

    round: str
    framework: str
    overall: RatingCell
    standards: dict[str, RatingCell] = field(default_factory=dict)
    is_comparable: bool = False
    comparability: str = ""


@dataclass(frozen=True, kw_only=True)
class InspectionRow:
    """One line of a region's ratings grid: a delivery unit in a round, with one cell for each standard theme.

    `earlier` is None where no earlier inspection is held here; `edition` where none of this round is.
    """

    unit: Place
    round: str
    overall: RatingCell
    inspected: DateRow | None = None
    published: DateRow | None = None
    score: int | None = None
    max_score: int | None = None
    score_source: Sourced | None = None
    is_score_queried: bool = False
    standards: dict[str, RatingCell] = field(default_factory=dict)
    is_report_held: bool = False
    edition: EditionRow | None = None
    earlier: EarlierRatings | None = None


@dataclass(frozen=True, kw_only=True)
class RoundRatings:
    """The ratings grid of one round: a row for every delivery unit of the region, inspected or not.

    `themes` are the standards of the round's framework in order, and the columns of the grid.
    """

    round: str
    framework: str
    max_score: int
    themes: tuple[Place, ...]
    rows: tuple[InspectionRow, ...]


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """A round of inspections in a region, and the framework it was by."""

    round: str
    framework: str


@dataclass(frozen=True, kw_only=True)
class LatestInspection:
    """As much of an inspection as a list of delivery units says."""

    round: str
    overall: RatingCell
    is_report_held: bool


@dataclass(frozen=True, kw_only=True)
class UnitSummary:
    """A delivery unit, and what was found overall at its latest inspection held here, if any."""

    unit: Place
    latest: LatestInspection | None


@dataclass(frozen=True, kw_only=True)
class RegionSummary:
    """A region with its delivery units, by name."""

    region: Place
    units: tuple[UnitSummary, ...]


@dataclass(frozen=True, kw_only=True)
class RegionSize:
    """A region, and how many delivery units it has."""

    region: Place
    units: int


@dataclass(frozen=True, kw_only=True)
class UnitPlace:
    """A delivery unit and the region it is in."""

    unit: Place
    region: Place


@dataclass(frozen=True, kw_only=True)
class SampleRow:
    """How many of what an inspection rests on: label in words ("community orders"), and who counted."""

    label: str
    count: int
    counted_by: str
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class StandardRow:
    """One standard of one inspection, with why it was rated so."""

    name: str
    code: str
    theme: str
    domain: str
    statement: str
    cell: RatingCell
    summary: str = ""
    summary_source: Sourced | None = None


@dataclass(frozen=True, kw_only=True)
class ReportRow:
    """The document an inspection is told from: its title, and its address and ISBN where they are held."""

    title: str
    url: str
    isbn: str
    isbn_source: Sourced | None
    lead_inspector: str
    lead_inspector_source: Sourced | None
    key: str


@dataclass(frozen=True, kw_only=True)
class InspectionSummary:
    """What every page about one inspection begins with: where, when, the outcome, and what it is told from.

    `evidence` is the source that says no more than that the inspection took place. `release` is the number of the
    release that made this edition public, the data version; `changed` the date of it, or of a correction since.
    """

    unit: Place
    region: Place
    round: str
    framework: str
    overall: RatingCell
    score: int | None
    max_score: int | None
    score_source: Sourced | None
    is_score_queried: bool
    dates: tuple[DateRow, ...]
    report: ReportRow | None
    recommendation_count: int | None
    recommendation_count_source: Sourced | None
    note: str
    evidence: Sourced | None
    release: int
    changed: datetime.date

    @property
    def edition(self) -> EditionRow:
        """The edition it is of, as a line of a file or of a grid has it."""
        inspected = self.inspected
        return EditionRow(
            region=self.region,
            round=self.round,
            framework=self.framework,
            release=self.release,
            inspected=inspected.date if inspected else None,
        )

    def date_of(self, meaning: str) -> DateRow | None:
        """The date of a meaning ("published"), where held."""
        return next((row for row in self.dates if row.meaning == meaning), None)

    @property
    def inspected(self) -> DateRow | None:
        """When the fieldwork began, else when the work did."""
        return self.date_of("fieldwork started") or self.date_of("work started")

    @property
    def published(self) -> DateRow | None:
        """When the report was published."""
        return self.date_of("published")


@dataclass(frozen=True, kw_only=True)
class ReleaseRow:
    """A release: its number is the version of the data, its title and reason are words for the public."""

    number: int
    title: str
    reason: str
    published: datetime.date


@dataclass(frozen=True, kw_only=True)
class StandardOfUnit:
    """One standard of one delivery unit in a round: its rating, the reason given, and what was found.

    `edition` is None where no inspection of this round is held, `group` where no finding on the standard is.
    """

    unit: Place
    standard: Place
    cell: RatingCell
    inspected: DateRow | None = None
    edition: EditionRow | None = None
    is_report_held: bool = False
    summary: str = ""
    summary_source: Sourced | None = None
    group: FindingGroup | None = None


@dataclass(frozen=True, kw_only=True)
class StandardInRegion:
    """A standard of every delivery unit of a region in a round, by name.

    `rounds` are those by whose framework the standard is rated, newest first. Without any, `round` is "".
    """

    standard: Place
    round: str
    rounds: tuple[str, ...]
    rows: tuple[StandardOfUnit, ...]


@dataclass(frozen=True, kw_only=True)
class LastChange:
    """When a figure last changed here, and the newest release behind it: the version of the data."""

    changed: datetime.date
    release: int


def last_change(editions: Iterable[EditionRow | None]) -> LastChange | None:
    """The newest change of any of these editions, a correction included, and the newest release. None without any."""
    held = [edition for edition in editions if edition]
    changes = [edition.changed for edition in held if edition.changed]
    return LastChange(changed=max(changes), release=max(edition.release for edition in held)) if changes else None
