"""The words that are shared by whoever reads, stores, asks and draws."""

from enum import StrEnum

MADE_UP = "example-"  # With this begins every key and address of example data.


class Absence(StrEnum):
    """Why there is no value. The stronger "not inspected" and "first inspection" need a source that says so."""

    NO_INSPECTION_RECORDED = "no inspection recorded here for this round"
    REPORT_NOT_HELD = "inspected, report not held here"
    NOT_IN_REPORT = "held, but the report gives no such figure"
    NO_EARLIER_INSPECTION = "no earlier inspection held here"
    NOT_IN_FRAMEWORK = "inspected by a framework without this standard"
    NOTHING_RECORDED = "no inspection recorded here"  # of any round


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


class Lowest(StrEnum):
    """How a key question has the lowest percentage of its standard in an inspection, which is what drives the rating.

    Known only where a percentage is held for every key question of the standard.
    """

    ONLY = "only key question of its standard"
    ALONE = "lowest of its standard"
    EQUAL = "equal lowest of its standard"


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


class FileForm(StrEnum):
    """The forms that reports and tables of ratings come in, told by their content and never by their name."""

    TEXT = "text"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"

    @property
    def is_table(self) -> bool:
        """Whether it is the form of a table of ratings, and not of a report."""
        return self in (FileForm.CSV, FileForm.XLSX)


class ProblemLevel(StrEnum):
    """What a person has to do about a problem."""

    MUST_FIX = "must_fix"
    CONFIRM = "confirm"
    NOTE = "note"


class ComparatorKind(StrEnum):
    """Whose figure a report sets beside a delivery unit's. Never an average of what is held here."""

    REGIONAL_AVERAGE = "regional average as published"
    NATIONAL_AVERAGE = "national average as published"
