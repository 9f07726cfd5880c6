"""The ratings table: score, maximum, standards, and the chapters that repeat its ratings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from inspections.importing.checks.problems import MUST_FIX, about, about_standard
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.ratings import points_total

KNOWN_MAXIMA = (21, 27, 30)  # of the frameworks from 2023, from 2021, and before
POINTS_PER_STANDARD = 3


def maximum(report: ParsedReport) -> int:
    """The maximum score that the report states, or else that its standards have room for."""
    return report.max_score.value if report.max_score else POINTS_PER_STANDARD * len(report.standards)


def score_is_sum_of_points(report: ParsedReport) -> Iterator[Problem]:
    """Inadequate 0, Requires improvement 1, Good 2, Outstanding 3: the score is their sum."""
    ratings = [standard.rating.value for standard in report.standards if standard.rating]
    total = points_total(ratings)
    if report.score is not None and len(ratings) == len(report.standards) and total != report.score.value:
        message = f"The score is {report.score.value}, the points of its {len(ratings)} ratings add up to {total}."
        yield about(ProblemType.SCORE_DISAGREES, MUST_FIX, report.score, message, "Ratings")


def score_is_within_maximum(report: ParsedReport) -> Iterator[Problem]:
    """A score is between nothing and its maximum."""
    score, maximum = report.score, report.max_score
    if score is not None and maximum is not None and not 0 <= score.value <= maximum.value:
        message = f"A score of {score.value} is not between 0 and {maximum.value}."
        yield about(ProblemType.SCORE_OUT_OF_RANGE, MUST_FIX, score, message, "Ratings")


def maximum_is_known(report: ParsedReport) -> Iterator[Problem]:
    """The maximum is one of a framework that is known: another is not guessed at."""
    if report.max_score is not None and report.max_score.value not in KNOWN_MAXIMA:
        message = f"No framework with a maximum score of {report.max_score.value} is known."
        yield about(ProblemType.UNKNOWN_MAXIMUM, MUST_FIX, report.max_score, message, "Ratings")


def standards_are_complete(report: ParsedReport) -> Iterator[Problem]:
    """As many standards as the maximum has room for, numbered without a gap, each rated and with a chapter."""
    codes = [standard.code for standard in report.standards]
    for before, after in pairwise(codes):
        if before != after and after not in _next_codes(before):
            gap = _about_code(
                report, after, ProblemType.STANDARD_MISSING, f"Between {before} and {after} a standard is missing."
            )
            yield replace(gap, text=f"{before}, {after}")
    if report.max_score is not None and report.max_score.value in KNOWN_MAXIMA[:2]:
        expected = report.max_score.value // POINTS_PER_STANDARD
        if len(set(codes)) != expected:
            message = f"A maximum of {report.max_score.value} has {expected} standards, the report {len(set(codes))}."
            yield about(ProblemType.STANDARD_MISSING, MUST_FIX, report.max_score, message, "Ratings")
    for standard in report.standards:
        if standard.section is None:
            message = f"{standard.code} {standard.name} is rated, and has no chapter."
            yield _about_code(report, standard.code, ProblemType.STANDARD_MISSING, message)
        if standard.rating is None:
            message = f"{standard.code} {standard.name} has a chapter, and no rating in the ratings table."
            yield _about_code(report, standard.code, ProblemType.STANDARD_MISSING, message)


def standards_are_single(report: ParsedReport) -> Iterator[Problem]:
    """No code and no name twice."""
    for key in ("code", "name"):
        counts = Counter(getattr(standard, key) for standard in report.standards)
        for value, count in counts.items():
            if count > 1:
                last = [standard for standard in report.standards if getattr(standard, key) == value][-1]
                message = f"The standard {value} stands {count} times in the report."
                yield about_standard(ProblemType.STANDARD_DOUBLED, MUST_FIX, last, message)


def chapters_repeat_ratings(report: ParsedReport) -> Iterator[Problem]:
    """The rating in a chapter is the one in the ratings table."""
    for standard in report.standards:
        table, chapter = standard.rating, standard.chapter_rating
        if table is not None and chapter is not None and table.value != chapter.value:
            message = f"The ratings table says “{table.value}”, the chapter “{chapter.value}”."
            yield about(ProblemType.RATING_DISAGREES, MUST_FIX, chapter, message, standard.name)


def _next_codes(code: str) -> tuple[str, str]:
    """The codes that may follow one: the next of its domain, or the first of the next domain."""
    letter, _, numbers = code.rpartition(" ")
    domain, number = (int(part) for part in numbers.split("."))
    start = f"{letter} " if letter else ""
    return f"{start}{domain}.{number + 1}", f"{start}{domain + 1}.1"


def _about_code(report: ParsedReport, code: str, type_: ProblemType, message: str) -> Problem:
    standard = next(standard for standard in report.standards if standard.code == code)
    return about_standard(type_, MUST_FIX, standard, message)
