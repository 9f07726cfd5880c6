"""Facts that the report states twice: both are kept, and a person looks where they differ.

A key question is never held against a bullet: it is an overall judgement, and the percentages of the bullets answer
narrower questions, often of other cases.
"""

import datetime
import re
from collections.abc import Iterator

from inspections.importing.checks.dates import date_words, may_be_same
from inspections.importing.checks.problems import CONFIRM, about
from inspections.importing.parsed import (
    ParsedMeasureValue,
    ParsedParagraph,
    ParsedReport,
    ParsedSection,
    Problem,
    ProblemType,
)
from inspections.importing.reading.cleaning import straight
from inspections.importing.reading.dates import DATE, read_date
from inspections.importing.reading.headings import FOOTER, TITLE, bare
from inspections.ratings import Rating
from inspections.rows import SectionKind

SCORE = re.compile(
    r"\b(?:scor\w+|total)\b[^.]{0,60}?(?<![\d/])(\d{1,3}) ?(?:/|out of) ?(?:a (?:possible|maximum) |the )?(\d{1,3})\b",
    re.IGNORECASE,
)
OVERALL = re.compile(
    r"\b(?:overall rating (?:of|is|was)|overall,? (?:it|the PDU|the delivery unit) (?:is|was)(?: rated)?"
    rf"|rated overall(?: as)?) '?({'|'.join(Rating)})\b'?(?: overall)?"
    r"(?! for (?!(?:the|this) (?:PDU|delivery unit|probation delivery unit)\b))",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    rf"(?:HM Inspectorate of Probation,?|Published:?(?: on| in)?|This (?:report|publication) was published (?:on|in))"
    rf" ({DATE})",
    re.IGNORECASE,
)
UNIT_WORDS = re.compile(r" (?:pdu|probation delivery unit|delivery unit)$")


def scores_agree(report: ParsedReport) -> Iterator[Problem]:
    """A score that a sentence states is the one of the ratings table."""
    if report.score is None or report.max_score is None:
        return
    for section, paragraph in _prose(report):
        for found in SCORE.finditer(straight(paragraph.text)):
            score, maximum = int(found[1]), int(found[2])
            if maximum == report.max_score.value and score != report.score.value:
                message = f"The ratings table gives a score of {report.score.value}, this sentence {score}."
                yield about(ProblemType.TWO_VALUES, CONFIRM, paragraph, message, section.title, text=paragraph.text)


def overall_ratings_agree(report: ParsedReport) -> Iterator[Problem]:
    """The overall rating that the foreword states is the one of the ratings table.

    Elsewhere the words are used of standards: "an overall rating of 'Good' for services".
    """
    if report.overall_rating is None:
        return
    for section, paragraph in _prose(report):
        found = OVERALL.search(straight(paragraph.text)) if section.kind is SectionKind.FOREWORD else None
        if found and found[1].lower() != report.overall_rating.value.lower():
            message = f"The ratings table says “{report.overall_rating.value}”, the foreword “{found[1]}”."
            yield about(ProblemType.TWO_VALUES, CONFIRM, paragraph, message, section.title, text=paragraph.text)


def publication_dates_agree(report: ParsedReport) -> Iterator[Problem]:
    """The date of publication on the cover is the one that the text gives."""
    if report.published is None:
        return
    for section, paragraph in _prose(report):
        found = PUBLISHED.search(straight(paragraph.text))
        date = read_date(found[1]) if found else None
        if date is not None and not may_be_same(date, report.published.value):
            first, second = date_words(report.published.value), date_words(date)
            message = f"The date of publication is read as {first}, this says {second}."
            yield about(ProblemType.TWO_VALUES, CONFIRM, paragraph, message, section.title, text=paragraph.text)


def measures_are_single(report: ParsedReport) -> Iterator[Problem]:
    """A measure has one value for one cohort at one time."""
    first: dict[tuple[object, ...], int] = {}
    for value in report.measure_values:
        key = measure_key(value)
        earlier = report.figures[first.setdefault(key, value.figure)]
        figure = report.figures[value.figure]
        if earlier.value != figure.value:
            what = value.slug.replace("-", " ")
            message = f"Line {earlier.line} gives {earlier.value:f} for {what}, this line {figure.value:f}."
            type_ = ProblemType.MEASURE_STATED_TWICE
            yield about(type_, CONFIRM, figure, message, figure.section, text=figure.quote)


def measure_key(value: ParsedMeasureValue) -> tuple[str, str, datetime.date | None]:
    """What a measure has one value for: the first is recorded, another is a problem."""
    return value.slug, value.cohort, value.as_of.date if value.as_of else None


def footers_name_the_unit(report: ParsedReport) -> Iterator[Problem]:
    """The running footers name the delivery unit of the title."""
    unit = _unit(report.pdu.value)
    for line in report.furniture:
        found = TITLE.fullmatch(line.text.strip()) if FOOTER.fullmatch(line.text.strip()) else None
        if found and _unit(found[1]) != unit:
            yield Problem(
                type=ProblemType.TWO_VALUES,
                level=CONFIRM,
                message=f"The title names {report.pdu.value}, this footer {found[1]}.",
                line=line.line,
                page=line.page,
                text=line.text,
            )
            return


def _prose(report: ParsedReport) -> Iterator[tuple[ParsedSection, ParsedParagraph]]:
    """The paragraphs outside the ratings table."""
    for section in report.sections:
        if section.kind is not SectionKind.RATINGS:
            yield from ((section, paragraph) for paragraph in section.paragraphs)


def _unit(name: str) -> str:
    return re.sub(r"[ \d]+$", "", UNIT_WORDS.sub("", bare(name).replace("&", "and")))
