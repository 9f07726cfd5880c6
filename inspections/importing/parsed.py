"""What reading a report gives: frozen facts, each with the place in the file that states it.

Everything read points to a paragraph by its index in `ParsedReport.paragraphs`, so that whatever is stored can cite its
sentence. `None` is always "the report does not state it". Texts are the report's words without line wraps, bullets,
list numbers and footnote marks.
"""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from inspections.ratings import Rating
from inspections.rows import (
    ComparatorKind,
    FileForm,
    FindingKind,
    ParagraphRole,
    PreciseDate,
    ProblemLevel,
    SectionKind,
    Strand,
)

T_co = TypeVar("T_co", covariant=True)


class NotAReport(Exception):
    """The text is not a whole report on a delivery unit; the message says why in one line."""


class ProblemType(StrEnum):
    """The name under which a problem is known, for good."""

    # Reading was unsure
    HEADING_LOST = "heading_lost"
    BULLET_LOST = "bullet_lost"
    JOINED_OVER_BREAK = "joined_over_break"
    LABEL_CUT_OFF = "label_cut_off"
    UNKNOWN_HEADING = "unknown_heading"
    ROW_NOT_READ = "row_not_read"
    STRAND_UNKNOWN = "strand_unknown"
    QUOTATION_OUT_OF_PLACE = "quotation_out_of_place"
    TEXT_STOPS_SHORT = "text_stops_short"
    FACT_MISSING = "fact_missing"
    RECOMMENDATION_NOT_READ = "recommendation_not_read"
    RECOMMENDATION_NUMBER_LOST = "recommendation_number_lost"
    NUMBER_NOT_READ = "number_not_read"
    NUMBERS_IN_WORDS = "numbers_in_words"
    COUNTS_INFERRED = "counts_inferred"
    BASE_ELSEWHERE = "base_elsewhere"
    # The report disagrees with itself or with the rules
    TWO_VALUES = "two_values"
    RATING_DISAGREES = "rating_disagrees"
    SCORE_DISAGREES = "score_disagrees"
    SCORE_OUT_OF_RANGE = "score_out_of_range"
    UNKNOWN_MAXIMUM = "unknown_maximum"
    STANDARD_MISSING = "standard_missing"
    STANDARD_DOUBLED = "standard_doubled"
    QUESTION_MISSING = "question_missing"
    QUESTION_DOUBLED = "question_doubled"
    SECTION_DOUBLED = "section_doubled"
    PERCENTAGE_OUT_OF_RANGE = "percentage_out_of_range"
    PERCENTAGE_UNREACHABLE = "percentage_unreachable"
    COUNT_ABOVE_BASE = "count_above_base"
    SAMPLE_DISAGREES = "sample_disagrees"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    RECOMMENDATION_NUMBERS = "recommendation_numbers"
    QUOTATION_UNBALANCED = "quotation_unbalanced"
    QUOTE_WITHOUT_NUMBER = "quote_without_number"
    BAND_DISAGREES = "band_disagrees"
    MEASURE_STATED_TWICE = "measure_stated_twice"
    # The store does not know it
    PDU_UNKNOWN = "pdu_unknown"
    REGION_UNKNOWN = "region_unknown"
    REGION_NOT_STATED = "region_not_stated"
    REGION_DISAGREES = "region_disagrees"
    FRAMEWORK_UNKNOWN = "framework_unknown"
    STANDARD_UNKNOWN = "standard_unknown"
    QUESTION_UNKNOWN = "question_unknown"
    QUESTION_LEARNED = "question_learned"
    STORE_NOT_READY = "store_not_ready"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something a person should see. `text` is the text concerned; `line` is None for the report as a whole."""

    type: ProblemType
    level: ProblemLevel
    message: str
    section: str | None = None
    line: int | None = None
    page: int | None = None
    text: str = ""

    @property
    def key(self) -> str:
        """By which an answer to it is kept: the same for the same lines, at every reading and whatever was answered."""
        told = "\x1f".join([self.type.value, self.section or "", str(self.line or ""), self.text])
        return hashlib.sha256(told.encode()).hexdigest()[:20]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A place in the file: first and last line (1-based), page (None without pages), and paragraph.

    `paragraph` is an index into `ParsedReport.paragraphs`. `is_by_staff`: what is said of this place was entered by
    staff, and not read from it.
    """

    line: int
    last_line: int
    page: int | None
    paragraph: int
    is_by_staff: bool = False


@dataclass(frozen=True, kw_only=True)
class Stated(Placed, Generic[T_co]):
    """A fact with the sentence or table row that states it. `label` is what the report calls it, where it has one."""

    value: T_co
    quote: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class ParsedParagraph(Placed):
    """One paragraph of the source; `paragraph` is its own index, `mark` a footnote's mark or a list item's number."""

    role: ParagraphRole
    text: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class ParsedFinding(Placed):
    """A strength, an area for improvement or a plain finding. `heading_lost`: its kind was inferred."""

    kind: FindingKind
    text: str
    heading_lost: bool = False
    bullet_lost: bool = False


@dataclass(frozen=True, kw_only=True)
class ParsedQuotation(Placed):
    """Words of a person on probation, without the quotation marks around them."""

    text: str


@dataclass(frozen=True, kw_only=True)
class ParsedSection:
    """A section of the source with every paragraph of it in order. A standard's findings are on the standard.

    `anchor` is the id of its heading in the page it is read from, "" where there is none.
    """

    kind: SectionKind
    title: str
    line: int
    page: int | None
    anchor: str = ""
    paragraphs: tuple[ParsedParagraph, ...] = ()
    findings: tuple[ParsedFinding, ...] = ()
    quotations: tuple[ParsedQuotation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParsedKeyQuestion(Placed):
    """One row of a key-question table; `number` is its place in the table. `strand` is read from the wording."""

    number: int
    text: str
    percentage: Decimal | None
    strand: Strand | None


@dataclass(frozen=True, kw_only=True)
class ParsedStandard:
    """A standard: from the ratings table, and from its chapter where there is one.

    `rating` is the table's, `chapter_rating` the one its chapter repeats. `section` is the index of the chapter in
    `ParsedReport.sections`; `line` is the chapter heading's, or the table row's where there is no chapter.
    """

    code: str
    name: str
    domain: int
    line: int
    page: int | None
    section: int | None = None
    rating: Stated[Rating] | None = None
    chapter_rating: Stated[Rating] | None = None
    statement: Stated[str] | None = None
    summary: Stated[str] | None = None
    key_questions: tuple[ParsedKeyQuestion, ...] = ()
    findings: tuple[ParsedFinding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParsedRecommendation(Placed):
    """A recommendation with the number the report gives it, and to whom it is addressed ("Doncaster PDU")."""

    number: int
    addressed_to: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class ParsedFigure(Placed):
    """One figure of the prose. `unit` is "%", "of", "count" or the report's words.

    `section` is the standard's name or the section's title, `quote` the whole sentence, `text` the figure's own words
    and `start` and `end` their place in the paragraph's text.
    """

    value: Decimal
    unit: str
    numerator: int | None
    denominator: int | None
    section: str
    quote: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class ParsedComparator:
    """What the report sets beside a value. `figure` is an index into `ParsedReport.figures`."""

    kind: ComparatorKind
    place: str | None
    value: Decimal
    figure: int


@dataclass(frozen=True, kw_only=True)
class ParsedMeasureValue:
    """A figure recognised as the value of a known measure (a slug of `reference/measures.json`).

    `figure` (an index into `ParsedReport.figures`) has the sentence and the place. `base` is in words. `n` is the
    number of cases or people behind the value where the report gives one, `n_is_inferred` where it gives it in another
    sentence than the value's. `as_of` is set where the report dates the value, `as_of_words` is how it does so.
    """

    slug: str
    figure: int
    value: Decimal
    unit: str
    numerator: int | None = None
    denominator: int | None = None
    n: int | None = None
    n_is_inferred: bool = False
    base: str = ""
    cohort: str = ""
    qualifier: str = ""
    as_of: PreciseDate | None = None
    as_of_words: str = ""
    comparators: tuple[ParsedComparator, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParsedSample:
    """Whole numbers the report prints about the cases it inspected, never sums of ours."""

    community_orders: Stated[int] | None = None
    releases_on_licence: Stated[int] | None = None
    cases: Stated[int] | None = None
    practitioner_interviews: Stated[int] | None = None


@dataclass(frozen=True, kw_only=True)
class ParsedSurvey:
    """Who asked people on probation, and how many they asked."""

    conducted_by: Stated[str] | None = None
    people: Stated[int] | None = None


@dataclass(frozen=True, kw_only=True)
class ParsedFurniture:
    """A line that says nothing of its own: contents, running footers, page numbers, table rules."""

    line: int
    page: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class ParsedReport:
    """All that a report says. `sections` is the whole source in order; `problems` those of reading and of checking.

    `form` is that of the file, `address` where the file says it is published ("" where it does not).
    """

    title: Stated[str]
    pdu: Stated[str]
    form: FileForm = FileForm.TEXT
    address: str = ""
    region: Stated[str] | None = None
    published: Stated[PreciseDate] | None = None
    isbn: Stated[str] | None = None
    lead_inspector: Stated[str] | None = None
    work_started: Stated[PreciseDate] | None = None
    fieldwork_started: Stated[PreciseDate] | None = None
    overall_rating: Stated[Rating] | None = None
    score: Stated[int] | None = None
    max_score: Stated[int] | None = None
    sample: ParsedSample = ParsedSample()
    survey: ParsedSurvey = ParsedSurvey()
    standards: tuple[ParsedStandard, ...] = ()
    sections: tuple[ParsedSection, ...] = ()
    recommendations: tuple[ParsedRecommendation, ...] = ()
    figures: tuple[ParsedFigure, ...] = ()
    measure_values: tuple[ParsedMeasureValue, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: tuple[ParsedFurniture, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[ParsedParagraph, ...]:
        """Every paragraph of the source in order; the n-th has index n."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)
