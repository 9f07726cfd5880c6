"""What queries return and charts, tables and wording take: frozen rows without a database behind them.

`None` is always "not held", never zero: 0 out of 27 is a real score. Why something is not held is an `Absence`, each
used only where it is known (`wording.absence` has its sentence).
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from inspections.ratings import Rating


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class PreciseDate:
    """A date as the source states it: month precision keeps the first of the month only as a place to stand."""

    date: datetime.date
    precision: Precision


class Absence(StrEnum):
    """Why there is no value. The stronger "not inspected" and "first inspection" need a source that says so."""

    NO_INSPECTION_RECORDED = "no inspection recorded here for this round"
    REPORT_NOT_HELD = "inspected, report not held here"
    NOT_IN_REPORT = "held, but the report gives no such figure"
    NO_EARLIER_INSPECTION = "no earlier inspection held here"


class Direction(StrEnum):
    """What a higher value of a measure means."""

    HIGHER_IS_BETTER = "higher is better"
    LOWER_IS_BETTER = "lower is better"
    CONTEXT = "context, not performance"


class Origin(StrEnum):
    """Where a value came from, as its reader is told."""

    REPORT = "the inspectorate's report"
    PRESS_RELEASE = "the inspectorate's press release"
    PAGE = "a page of the inspectorate"
    PRESS = "a press report, not the inspectorate"
    STAFF = "entered by staff"


class Strand(StrEnum):
    """The common axis of the key questions of every domain-two standard."""

    ENGAGEMENT = "engagement"
    DESISTANCE = "desistance"
    SAFETY = "keeping other people safe"


class SectionKind(StrEnum):
    """What a section of a report is, by its heading."""

    COVER = "cover"
    FOREWORD = "foreword"
    RATINGS = "ratings"
    RECOMMENDATIONS = "recommendations"
    BACKGROUND = "background"
    DOMAIN = "domain"  # a chapter heading: what it introduces are the standards after it
    STANDARD = "standard"
    FEEDBACK = "feedback"
    DIVERSITY = "diversity"
    OUTCOMES = "outcomes"
    OTHER = "other"


class ParagraphRole(StrEnum):
    """What a paragraph does in its section."""

    PROSE = "prose"
    HEADING = "heading"  # inside a section: "Strengths:", "Doncaster PDU should:"
    FINDING = "finding"
    ITEM = "item"  # of a list that is neither findings nor recommendations
    RECOMMENDATION = "recommendation"
    QUOTATION = "quotation"
    ROW = "row"  # of a table, its cells parted by " | "
    RATING = "rating"  # the rating that a standard's chapter repeats
    FOOTNOTE = "footnote"


class FindingKind(StrEnum):
    """A finding's kind. Domain two and the feedback have plain findings."""

    STRENGTH = "strength"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    FINDING = "finding"


class ProblemLevel(StrEnum):
    """What a person has to do about a problem."""

    MUST_FIX = "must_fix"
    CONFIRM = "confirm"
    NOTE = "note"


class ComparatorKind(StrEnum):
    """Whose figure a report sets beside a delivery unit's. Never an average of what is held here."""

    REGIONAL_AVERAGE = "regional average as published"
    NATIONAL_AVERAGE = "national average as published"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A delivery unit or a region."""

    name: str
    slug: str

    @property
    def sort_name(self) -> str:
        """By which names sort for a reader: "North and North East Lincolnshire" before "North Yorkshire"."""
        return self.name.casefold()


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """The key of a value's source page, and where the value came from."""

    key: str
    origin: Origin = Origin.REPORT


@dataclass(frozen=True, kw_only=True)
class DateRow:
    """A date a source states, under the label it has there (cut off or not) and what it is taken to be."""

    meaning: str
    label: str
    date: PreciseDate
    is_queried: bool
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class RatingCell:
    """One rating, or why there is none. Exactly one of `rating` and `absence` is None."""

    rating: Rating | None = None
    absence: Absence | None = None
    source: Sourced | None = None

    @property
    def rank(self) -> int:
        """By which tables sort: Inadequate 0 to Outstanding 3, and -1 where there is no rating."""
        return self.rating.points if self.rating else -1


@dataclass(frozen=True, kw_only=True)
class MeasureDefinition:
    """A named quantity. `unit` is "%", "count" or words ("full-time equivalent")."""

    name: str
    slug: str
    unit: str
    direction: Direction
    is_headline: bool = False


@dataclass(frozen=True, kw_only=True)
class ComparatorRow:
    """What a report sets beside a value: as published, with its own place. Never an average of what is held here."""

    label: str
    value: Decimal
    source: Sourced
    as_of: PreciseDate | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """One delivery unit's value of one measure, as published, or why there is none.

    `base` is in words ("the PDU's caseload, approximately 1,500"; "inspected cases"), `n` the number of cases or people
    behind it where the report gives one. `is_case_sample`: the value is a share of the inspected cases, so that an
    interval belongs to it; a caseload is counted whole, and those who answered a survey were selected. `as_of_words`
    ("in April 2024", "at the time of the inspection") is how the report dates the value.
    """

    unit: Place
    measure: MeasureDefinition
    value: Decimal | None = None
    absence: Absence | None = None
    qualifier: str = ""
    base: str = ""
    n: int | None = None
    numerator: int | None = None
    cohort: str = ""
    as_of: PreciseDate | None = None
    as_of_words: str = ""
    source: Sourced | None = None
    inspected: PreciseDate | None = None
    report_title: str = ""
    comparators: tuple[ComparatorRow, ...] = ()
    is_case_sample: bool = False


@dataclass(frozen=True, kw_only=True)
class KeyQuestionRow:
    """One key question's result. `numerator_is_inferred`: the count is the only one that rounds to the percentage."""

    standard: str
    theme: str
    number: int
    strand: Strand
    text: str
    percentage: Decimal | None
    numerator: int | None
    denominator: int | None
    numerator_is_inferred: bool
    is_lowest: bool
    source: Sourced | None


@dataclass(frozen=True, kw_only=True)
class InspectionRow:
    """One line of a region's ratings grid: a delivery unit in a round, with one cell for each standard theme."""

    unit: Place
    round: str
    overall: RatingCell
    inspected: DateRow | None = None
    published: DateRow | None = None
    score: int | None = None
    max_score: int | None = None
    score_source: Sourced | None = None
    standards: dict[str, RatingCell] = field(default_factory=dict)
    is_report_held: bool = False


@dataclass(frozen=True, kw_only=True)
class FindingRow:
    """One finding in the report's words. `is_kind_inferred`: the heading of its list is lost in the file."""

    text: str
    kind: FindingKind
    is_kind_inferred: bool
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The findings of one standard (`theme` is its slug) or of one section of the report, in the report's order."""

    title: str
    theme: str
    area: str
    findings: tuple[FindingRow, ...]

    def of_kind(self, kind: FindingKind) -> tuple[FindingRow, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

    @property
    def strengths(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.STRENGTH)

    @property
    def areas_for_improvement(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.AREA_FOR_IMPROVEMENT)

    @property
    def plain(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.FINDING)


@dataclass(frozen=True, kw_only=True)
class QuotationRow:
    """Words of a person on probation, with who asked and how many were asked (None where not held)."""

    text: str
    asked_by: str
    asked: int | None
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class RecommendationRow:
    """A recommendation, its number, and to whom it is addressed."""

    number: int
    addressed_to: str
    text: str
    source: Sourced


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
    lead_inspector: str
    key: str


@dataclass(frozen=True, kw_only=True)
class InspectionSummary:
    """What every page about one inspection begins with: where, when, the outcome, and what it is told from.

    `changed` is the date of the release that made this edition public, `release` its number: the data version.
    """

    unit: Place
    region: Place
    round: str
    framework: str
    overall: RatingCell
    score: int | None
    max_score: int | None
    score_source: Sourced | None
    dates: tuple[DateRow, ...]
    report: ReportRow | None
    recommendation_count: int | None
    recommendation_count_source: Sourced | None
    note: str
    release: int
    changed: datetime.date

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
class UnitSummary:
    """A delivery unit with its latest inspection held here, if any."""

    unit: Place
    latest: InspectionRow | None


@dataclass(frozen=True, kw_only=True)
class RegionSummary:
    """A region with its delivery units, by name."""

    region: Place
    units: tuple[UnitSummary, ...]


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
class FactRow:
    """Where one number or statement comes from: all that its source page says.

    `value` is in words ("38%"), `base` is "" where the report gives none. `paragraph` is the whole paragraph around
    the quote. `quote` is None for a row of a table of ratings, which gives the value and not the sentence.
    """

    key: str
    label: str
    value: str
    unit: Place
    region: Place
    round: str
    theme: str
    anchor: str
    base: str
    note: str
    is_entered_by_staff: bool
    source_key: str
    source_title: str
    source_url: str
    isbn: str
    origin: Origin
    section: str
    paragraph: str
    line: int | None
    page: int | None
    quote: str | None
    row: int | None
    table_key: str
    table_title: str
    asked: str
    inspected: DateRow | None
    changed: datetime.date
    release: int


@dataclass(frozen=True, kw_only=True)
class UnitPlace:
    """A delivery unit and the region it is in."""

    unit: Place
    region: Place


@dataclass(frozen=True, kw_only=True)
class DocumentRow:
    """A document that something public is told from. `inspections` are pairs of delivery unit and round.

    `file_name`, `size` (bytes) and `sha256` are of the file held here; "" and None where no file is.
    """

    key: str
    title: str
    kind: str
    url: str
    isbn: str
    file_name: str
    size: int | None
    sha256: str
    sections: tuple[str, ...]
    inspections: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, kw_only=True)
class ReleaseRow:
    """A release: its number is the version of the data, its title and reason are words for the public."""

    number: int
    title: str
    reason: str
    published: datetime.date
