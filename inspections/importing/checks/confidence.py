"""What was read less than directly: counts worked out, bases from another sentence, numbers in words, quotes.

What concerns many figures is said once for all of them, with every one in the problem's text: a report has dozens of
figures in words, and a note for each would hide the few places that a person must look at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from inspections.comparison import count_for_percentage
from inspections.importing.checks.problems import CONFIRM, NOTE, about
from inspections.importing.checks.questions import ALL
from inspections.importing.parsed import ParsedFigure, ParsedReport, Problem, ProblemType, Stated
from inspections.importing.reading.cleaning import straight
from inspections.importing.reading.numbers import NUMBER, number_value

ANY_NUMBER = re.compile(NUMBER, re.IGNORECASE)
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
NOUGHT = re.compile(r"\b(?:none|zero|no)\b", re.IGNORECASE)


def counts_are_inferred(report: ParsedReport) -> Iterator[Problem]:
    """The count behind a key question's percentage is worked out from it and the number of cases: one note for all."""
    cases = report.sample.cases
    if cases is None or cases.value <= 0:
        return
    inferred = []
    for standard in report.standards:
        for question in standard.key_questions:
            share = question.percentage if question.strand else None
            count = count_for_percentage(share, cases.value) if share is not None and 0 <= share <= ALL else None
            if count is not None:
                place = f"{standard.name}, question {question.number} (line {question.line})"
                inferred.append(f"{place}: {share}% is {count} of {cases.value}")
    if inferred:
        message = (
            f"The counts of {_number(len(inferred), 'key question')} are not in the report: they are worked out from "
            f"the percentages and the {cases.value} cases."
        )
        yield about(ProblemType.COUNTS_INFERRED, NOTE, cases, message, "Background", text="\n".join(inferred))


def bases_stand_elsewhere(report: ParsedReport) -> Iterator[Problem]:
    """The number of cases or people behind a measure, taken from another sentence: one note for each such number."""
    bases: defaultdict[int, list[str]] = defaultdict(list)
    for value in report.measure_values:
        if value.n is not None and value.n_is_inferred:
            figure = report.figures[value.figure]
            bases[value.n].append(f"line {figure.line}: {figure.quote}")
    for n, values in bases.items():
        first = next(report.figures[v.figure] for v in report.measure_values if v.n == n and v.n_is_inferred)
        message = f"{_number(len(values), 'measure')} given without a base: read as of the {n} {_stating(report, n)}."
        yield about(ProblemType.BASE_ELSEWHERE, NOTE, first, message, first.section, text="\n".join(values))


def figures_in_words(report: ParsedReport) -> Iterator[Problem]:
    """Figures read from number words ("Thirty-eight per cent"): one note for each section, with every one of them."""
    sections: defaultdict[str, list[ParsedFigure]] = defaultdict(list)
    for figure in report.figures:
        if not re.search(r"\d", figure.text):
            sections[figure.section].append(figure)
    for section, figures in sections.items():
        message = f"{_number(len(figures), 'figure')} of {section} read from words."
        text = "\n".join(f"line {figure.line}: “{figure.text}” is {_read(figure)}" for figure in figures)
        yield about(ProblemType.NUMBERS_IN_WORDS, NOTE, figures[0], message, section, text=text)


def quotes_hold_their_numbers(report: ParsedReport) -> Iterator[Problem]:
    """Every number stands, in digits or in words, in the words quoted for it."""
    for figure in report.figures:
        yield from _missing(figure, figure.quote, (figure.value, figure.numerator, figure.denominator), figure.section)
    for value in report.measure_values:
        figure = report.figures[value.figure]
        yield from _missing(figure, figure.quote, (value.value, value.numerator, value.denominator), figure.section)
    for stated in _counted(report):
        yield from _missing(stated, stated.quote, (stated.value,), None)


def _missing(
    item: ParsedFigure | Stated[int], quote: str, numbers: Sequence[Decimal | int | None], section: str | None
) -> Iterator[Problem]:
    stands = numbers_in(quote)
    missing = {number for number in numbers if number is not None and abs(Decimal(number)) not in stands}
    for number in sorted(missing):
        message = f"The number {number} does not stand in the sentence quoted for it."
        yield about(ProblemType.QUOTE_WITHOUT_NUMBER, CONFIRM, item, message, section, text=quote)


@lru_cache(maxsize=256)
def numbers_in(text: str) -> frozenset[Decimal]:
    """Every number of a text, whatever stands around it: "3/21" has two."""
    plain = straight(text)
    words = {abs(number_value(found[0])) for found in ANY_NUMBER.finditer(plain)}
    digits = {Decimal(found[0].replace(",", "")) for found in DIGITS.finditer(plain)}
    nought = {Decimal(0)} if NOUGHT.search(plain) else set()
    return frozenset(words | digits | nought)


def _counted(report: ParsedReport) -> Iterator[Stated[int]]:
    """Every whole number that has a field of its own."""
    sample = report.sample
    counts = (sample.community_orders, sample.releases_on_licence, sample.cases, sample.practitioner_interviews)
    yield from (stated for stated in (report.score, report.max_score, *counts, report.survey.people) if stated)


def _stating(report: ParsedReport, n: int) -> str:
    """Where the report states the number that a base was taken from, in words."""
    sample = report.sample
    candidates = (sample.cases, sample.practitioner_interviews, report.survey.people)
    line = next((stated.line for stated in candidates if stated and stated.value == n), None)
    return f"of line {line}" if line else "of another sentence"


def _read(figure: ParsedFigure) -> str:
    if figure.unit == "of":
        return f"{figure.numerator} of {figure.denominator}"
    return f"{figure.value:f}" + {"count": "", "%": "%"}.get(figure.unit, f" {figure.unit}")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
