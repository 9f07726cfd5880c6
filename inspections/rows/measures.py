"""Measures and key questions."""

from dataclasses import dataclass
from decimal import Decimal

from inspections.ratings import Rating
from inspections.rows.values import EditionRow, Place, PreciseDate, Sourced
from inspections.rows.vocabulary import Absence, Direction, Lowest, Strand


@dataclass(frozen=True, kw_only=True)
class MeasureDefinition:
    """A named quantity. `unit` is "%", "count" or words ("full-time equivalent")."""

    name: str
    slug: str
    unit: str
    direction: Direction
    is_headline: bool = False
    description: str = ""


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
    interval belongs to it; a caseload is counted whole, and those who answered a survey were selected.
    `is_n_elsewhere`: the report states n in another sentence than the value. `as_of_words` ("in April 2024", "at the
    time of the inspection") is how the report dates the value. `is_earlier`: the report gives a newer one of the group.
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
    is_n_elsewhere: bool = False
    is_earlier: bool = False
    edition: EditionRow | None = None

    @property
    def framework(self) -> str:
        """The framework it was inspected by; "" where no edition is held."""
        return self.edition.framework if self.edition else ""


@dataclass(frozen=True, kw_only=True)
class KeyQuestionRow:
    """One delivery unit's result of one key question, as published, or why there is none.

    `numerator_is_inferred`: the count is the only one that rounds to the percentage. `lowest` is None where it is not
    the lowest of its standard in that inspection, and where that is not known. `strand` is None for a question that is
    on none of the common ones, such as the one on court work. `edition` is None where no inspection is held.
    `framework` names the set of standards that asks it: the questions of two are two, even with one theme and number.
    """

    standard: str
    theme: str
    number: int
    strand: Strand | None
    text: str
    percentage: Decimal | None
    numerator: int | None
    denominator: int | None
    numerator_is_inferred: bool
    source: Sourced | None
    lowest: Lowest | None = None
    unit: Place | None = None
    edition: EditionRow | None = None
    report_title: str = ""
    absence: Absence | None = None
    framework: str = ""


@dataclass(frozen=True, kw_only=True)
class BandRow:
    """From which percentage of a standard's lowest key question a rating begins, by a band that somebody verified.

    `source` says where the band is stated.
    """

    framework: str
    rating: Rating
    lower: int
    source: str


def question_as_measure(row: KeyQuestionRow, unit: Place) -> MeasureRow:
    """A key question as a measure of its own: a share of inspected cases, of which more is better.

    So both are compared, placed and worded by the same functions. An inferred count is left to be inferred again.
    """
    return MeasureRow(
        unit=unit,
        measure=MeasureDefinition(
            name=f"{row.standard}, {row.strand or f'question {row.number}'}",
            slug=f"{row.theme}-q{row.number}",
            unit="%",
            direction=Direction.HIGHER_IS_BETTER,
        ),
        value=row.percentage,
        absence=row.absence,
        base="inspected cases",
        n=row.denominator,
        numerator=None if row.numerator_is_inferred else row.numerator,
        source=row.source,
        inspected=row.edition.inspected if row.edition else None,
        report_title=row.report_title,
        is_case_sample=True,
        edition=row.edition,
    )
