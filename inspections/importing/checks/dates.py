"""Dates: two values for one start, and their order."""

import calendar
import datetime
from collections.abc import Iterator

from inspections.importing.checks.problems import CONFIRM, MUST_FIX, about
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.rows import PreciseDate, Precision


def starts_agree(report: ParsedReport) -> Iterator[Problem]:
    """Two dates for one start are both kept, and a person looks at them. June 2024 may be a month before 8 July."""
    table, text = report.work_started, report.fieldwork_started
    if table is not None and text is not None and not may_be_same(table.value, text.value):
        first, second = date_words(table.value), date_words(text.value)
        message = f"The ratings table says “{table.label} {first}”, the text {second}: both are kept."
        yield about(ProblemType.TWO_VALUES, CONFIRM, table, message, "Ratings")


def dates_are_in_order(report: ParsedReport) -> Iterator[Problem]:
    """Nothing is published before the work on it began."""
    for start in (report.work_started, report.fieldwork_started):
        if start is not None and report.published is not None and start.value.date > _last_day(report.published.value):
            message = (
                f"Work started {date_words(start.value)}, after publication in {date_words(report.published.value)}."
            )
            yield about(ProblemType.DATES_OUT_OF_ORDER, MUST_FIX, start, message)


def may_be_same(first: PreciseDate, second: PreciseDate) -> bool:
    """Whether one date is the other, as far as the coarser of them goes."""
    if Precision.YEAR in (first.precision, second.precision):
        return first.date.year == second.date.year
    if Precision.MONTH in (first.precision, second.precision):
        return (first.date.year, first.date.month) == (second.date.year, second.date.month)
    return first.date == second.date


def _last_day(date: PreciseDate) -> datetime.date:
    """The last day that a date may mean."""
    if date.precision is Precision.DAY:
        return date.date
    month = date.date.month if date.precision is Precision.MONTH else 12
    return datetime.date(date.date.year, month, calendar.monthrange(date.date.year, month)[1])


def date_words(date: PreciseDate) -> str:
    if date.precision is Precision.DAY:
        return f"{date.date.day} {date.date:%B %Y}"
    return f"{date.date:%B %Y}" if date.precision is Precision.MONTH else f"{date.date:%Y}"
