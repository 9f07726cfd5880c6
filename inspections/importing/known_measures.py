"""The figures that are values of known measures: each by the wording of its sentence, whatever its number is.

A wording is a pattern over a paragraph whose figures are blotted out: `#value` is the figure that counts, `#regional` a
regional average beside it, `#date` the date of the value. `reference/measures.json` defines the measures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from inspections.importing.parsed import (
    ParsedComparator,
    ParsedFigure,
    ParsedMeasureValue,
    ParsedParagraph,
    ParsedReport,
    Stated,
)
from inspections.importing.reading.dates import read_date
from inspections.importing.reading.wordings import by_paragraph, qualifier_before, with_places, wording
from inspections.rows import ComparatorKind


class Base(Enum):
    """Of what a value is a part, in words. What is in braces is filled in where the report says it."""

    NONE = ""
    CASELOAD = "the delivery unit's caseload{caseload}"
    RESIDENTS = "residents of the area{population}"
    CASES = "inspected cases"
    RELEVANT_CASES = "inspected cases to which this applied"
    INTERVIEWS = "interviews with probation practitioners about the inspected cases"
    SURVEYED = "people on probation surveyed{surveyor}"
    SURVEYED_OR_INDUCTED = (
        "people on probation surveyed{surveyor}, or those of them who received an induction: not stated which"
    )
    WORKLOAD = "a full workload on the workload measurement tool"


@dataclass(frozen=True, kw_only=True)
class Known:
    """A measure, the unit its figure has ("of" counts as "count"), and the wordings that state it."""

    slug: str
    unit: str
    wordings: tuple[str, ...]
    base: Base = Base.NONE
    cohort: str = ""
    as_of_words: str = ""


PROBATION_OFFICERS = "probation officers"
PO = r"(?:POs?|probation officers?|PO grade)"
UNIT = r"(?:PDU|delivery unit|\w+)"
CASES = r"(?:of )?(?:the )?(?:relevant |inspected )?cases(?: (?:that )?we inspected| inspected| in our sample)?"
PEOPLE = r"(?:of )?(?:the )?(?:respondents|people surveyed|people on probation(?: surveyed)?|those surveyed)"
SAID = r"(?:felt|said|reported|told us)(?: that)?"
WMT = r"(?:WMT|workload measurement tool)(?: \(WMT\))?"
REGIONAL = r"(?:,? (?:compared|in comparison) (?:with|to) (?:a|the) (?:published )?regional average of #regional)?"

KNOWN = (
    Known(
        slug="caseload",
        unit="count",
        base=Base.NONE,
        wordings=(r"\bcaseload (?:of|is|was|stood at) #value(?: (?:people|cases)|[,.])",),
    ),
    Known(
        slug="high-risk-caseload",
        unit="%",
        base=Base.CASELOAD,
        wordings=(
            rf"#value of (?:the )?(?:{UNIT}'s |people on the )?caseload (?:(?:is|are|was|were) )?(?:assessed as )?"
            rf"(?:posing|presenting|pose) a high or very high risk of serious harm{REGIONAL}",
        ),
    ),
    Known(slug="population", unit="count", wordings=(r"\bpopulation (?:of|is|was) #value",)),
    Known(
        slug="area-square-miles",
        unit="square miles",
        wordings=(r"\bcovers? (?:an area of )?#value", r"\barea of #value"),
    ),
    Known(
        slug="white-british-residents",
        unit="%",
        base=Base.RESIDENTS,
        wordings=(
            r"#value of (?:the )?(?:residents|population|people)(?: \w+){0,3}? "
            r"(?:identif\w+|described?|are)(?: themselves)?(?: as)? white British",
        ),
    ),
    Known(
        slug="neurodiversity-and-emotional-wellbeing-needs",
        unit="%",
        base=Base.CASELOAD,
        wordings=(
            r"neurodiversity and emotional wellbeing (?:have been|were|are) identified as "
            r"offending-related needs? for #value",
        ),
    ),
    Known(
        slug="probation-officer-vacancies",
        unit="full-time equivalent",
        cohort=PROBATION_OFFICERS,
        wordings=(
            rf"\bvacancies for {PO} \(#value\)",
            rf"#value {PO} vacancies",
            rf"vacancies (?:for|at) {PO}[^.]{{0,40}}? #value",
        ),
    ),
    Known(
        slug="probation-officer-workload",
        unit="%",
        base=Base.WORKLOAD,
        cohort=PROBATION_OFFICERS,
        as_of_words="at the time of the inspection",
        wordings=(rf"\b{PO}s?' workloads? [^.]{{0,60}}?average of #value on the {WMT}",),
    ),
    Known(
        slug="probation-officer-workload",
        unit="%",
        base=Base.WORKLOAD,
        cohort=PROBATION_OFFICERS,
        wordings=(
            rf"\b{PO}s?' workloads? [^.]{{0,60}}?average of ⟨\d+⟩ on the {WMT}\. "
            r"This was an? (?:reduction|increase|fall|rise) (?:from|on) (?:the|an) average of #value in #date",
        ),
    ),
    Known(
        slug="practitioners-with-necessary-skills",
        unit="%",
        base=Base.INTERVIEWS,
        wordings=(
            rf"#value of (?:the )?practitioners (?:we )?interviewed[^.]{{0,80}}? {SAID} they had the necessary skills",
        ),
    ),
    Known(
        slug="sufficient-management-oversight",
        unit="%",
        base=Base.CASES,
        wordings=(
            rf"#value {CASES} (?:were|was) (?:assessed|judged) (?:as having|to have) (?:had )?"
            "sufficient management oversight",
            rf"management oversight (?:was|being) sufficient in #value {CASES}",
        ),
    ),
    Known(
        slug="probation-reset-cases",
        unit="count",
        base=Base.CASES,
        wordings=(rf"#value {CASES} (?:were|had been|was) subject to Probation Reset",),
    ),
    Known(
        slug="understood-expectations",
        unit="%",
        base=Base.SURVEYED,
        wordings=(
            rf"{PEOPLE} \(#value\) understood what was expected",
            rf"#value {PEOPLE} understood what was expected",
        ),
    ),
    Known(
        slug="received-induction",
        unit="%",
        base=Base.SURVEYED,
        wordings=(rf"#value {PEOPLE} (?:{SAID} they )?(?:had )?received an induction",),
    ),
    Known(
        slug="induction-took-time-to-understand-needs",
        unit="count",
        base=Base.SURVEYED_OR_INDUCTED,
        wordings=(
            rf"#value (?:{PEOPLE} )?{SAID} their probation practitioner (?:had taken|took) the time "
            "to understand their personal needs",
        ),
    ),
    Known(
        slug="involved-in-sentence-plan",
        unit="count",
        base=Base.SURVEYED,
        wordings=(
            rf"#value {PEOPLE} (?:had been|were|{SAID} they were) involved in (?:creating|making) their sentence plan",
        ),
    ),
    Known(
        slug="treated-fairly",
        unit="%",
        base=Base.SURVEYED,
        wordings=(rf"#value {PEOPLE} {SAID} (?:that )?they (?:had been|were) treated fairly",),
    ),
    Known(
        slug="good-relationship-with-practitioner",
        unit="%",
        base=Base.SURVEYED,
        wordings=(
            rf"#value (?:{PEOPLE} )?{SAID} (?:that )?they had a good relationship with their probation practitioner",
        ),
    ),
    Known(
        slug="supported-rehabilitation",
        unit="%",
        base=Base.SURVEYED,
        wordings=(
            rf"#value {PEOPLE} {SAID} (?:that )?probation had supported them (?:well )?with their rehabilitation",
        ),
    ),
    Known(
        slug="full-compliance",
        unit="%",
        base=Base.CASES,
        wordings=(rf"full compliance with the requirements of their sentence in #value {CASES}",),
    ),
    Known(
        slug="charged-or-convicted-of-new-offence",
        unit="%",
        base=Base.CASES,
        wordings=(r"#value had been charged with or convicted of a (?:new|further) offence",),
    ),
    Known(
        slug="reduced-risk-factors",
        unit="count",
        base=Base.RELEVANT_CASES,
        wordings=(
            r"reduction in (?:the )?factors most closely linked to risk of (?:serious )?harm(?: to others)? "
            rf"in #value {CASES}",
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class _Wording:
    known: Known
    pattern: re.Pattern[str]


WORDINGS = tuple(_Wording(known=known, pattern=wording(text)) for known in KNOWN for text in known.wordings)


def read_measures(report: ParsedReport) -> tuple[ParsedMeasureValue, ...]:
    """The values of known measures that the report's figures are, in the order of the figures, each figure once."""
    placed = by_paragraph(report.figures)
    found: dict[tuple[str, int], ParsedMeasureValue] = {}
    for paragraph in report.paragraphs:
        if paragraph.paragraph not in placed:
            continue
        text = with_places(paragraph.text, placed[paragraph.paragraph])
        for value in _values(report, paragraph, text):
            found.setdefault((value.slug, value.figure), value)
    values = sorted(found.values(), key=lambda value: value.figure)
    said = _said_of_bases(values, report)
    return tuple(replace(value, base=value.base.format(**said)) for value in values)


def _values(report: ParsedReport, paragraph: ParsedParagraph, text: str) -> Iterator[ParsedMeasureValue]:
    for candidate in WORDINGS:
        for match in candidate.pattern.finditer(text):
            figure = report.figures[int(match["value"])]
            if _unit(figure) == candidate.known.unit:
                yield _value(report, paragraph, candidate.known, match)


def _unit(figure: ParsedFigure) -> str:
    return "count" if figure.unit == "of" else figure.unit


def _value(report: ParsedReport, paragraph: ParsedParagraph, known: Known, match: re.Match[str]) -> ParsedMeasureValue:
    index = int(match["value"])
    figure = report.figures[index]
    words = match.groupdict().get("date")
    n = figure.denominator if figure.denominator is not None else _n(report, known.base)
    return ParsedMeasureValue(
        slug=known.slug,
        figure=index,
        value=figure.value,
        unit=_unit(figure),
        numerator=figure.numerator,
        denominator=figure.denominator,
        n=n,
        n_is_inferred=n is not None and figure.denominator is None,
        base=known.base.value,
        cohort=known.cohort,
        qualifier=qualifier_before(paragraph.text, figure.start),
        as_of=read_date(words) if words else None,
        as_of_words=f"in {words}" if words else known.as_of_words,
        comparators=tuple(_comparators(report, match)),
    )


def _comparators(report: ParsedReport, match: re.Match[str]) -> Iterator[ParsedComparator]:
    """A regional average beside a value: the report does not name the region there, it is the report's own."""
    if index := match.groupdict().get("regional"):
        place = report.region.value if report.region else None
        value = report.figures[int(index)].value
        yield ParsedComparator(kind=ComparatorKind.REGIONAL_AVERAGE, place=place, value=value, figure=int(index))


def _n(report: ParsedReport, base: Base) -> int | None:
    """How many cases or people a base is, where the report prints that elsewhere."""
    counts: dict[Base, Stated[int] | None] = {
        Base.CASES: report.sample.cases,
        Base.INTERVIEWS: report.sample.practitioner_interviews,
        Base.SURVEYED: report.survey.people,
    }
    stated = counts.get(base)
    return stated.value if stated else None


def _said_of_bases(values: list[ParsedMeasureValue], report: ParsedReport) -> dict[str, str]:
    """What the report says of the bases: "the delivery unit's caseload, approximately 1,500"."""
    sizes = {value.slug: f", {value.qualifier} {value.value:,}".replace(",  ", ", ") for value in values}
    asked_by = report.survey.conducted_by
    return {
        "caseload": sizes.get("caseload", ""),
        "population": sizes.get("population", ""),
        "surveyor": f" by {asked_by.value}" if asked_by else "",
    }
