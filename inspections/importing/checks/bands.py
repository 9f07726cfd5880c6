"""Published ratings against bands of percentages and scores that an editor has verified.

Bands are plain data. Whoever calls passes verified ones only; without any nothing is checked, and a published rating is
never replaced.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from inspections.importing.checks.problems import CONFIRM, about
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.ratings import Rating


@dataclass(frozen=True, kw_only=True)
class Band:
    """The values from `lower` to `upper`, both included, give the rating."""

    rating: Rating
    lower: int
    upper: int


def lowest_questions_give_ratings(report: ParsedReport, bands: Sequence[Band]) -> Iterator[Problem]:
    """The lowest key question of a standard lies in the band of its published rating."""
    for standard in report.standards:
        shares = [question.percentage for question in standard.key_questions if question.percentage is not None]
        if not shares or standard.rating is None or len(shares) < len(standard.key_questions):
            continue
        lowest = min(shares)
        expected = _rating(lowest, bands)
        if expected is not None and expected != standard.rating.value:
            message = (
                f"The lowest key question of {standard.name} is {lowest}%: by the verified bands that is {expected}, "
                f"the published rating is {standard.rating.value}."
            )
            yield about(ProblemType.BAND_DISAGREES, CONFIRM, standard.rating, message, standard.name)


def score_gives_overall_rating(report: ParsedReport, bands: Sequence[Band]) -> Iterator[Problem]:
    """The score lies in the band of the published overall rating."""
    if report.score is None or report.overall_rating is None:
        return
    expected = _rating(Decimal(report.score.value), bands)
    if expected is not None and expected != report.overall_rating.value:
        message = (
            f"A score of {report.score.value} is {expected} by the verified bands, the published overall rating is "
            f"{report.overall_rating.value}."
        )
        yield about(ProblemType.BAND_DISAGREES, CONFIRM, report.overall_rating, message, "Ratings")


def _rating(value: Decimal, bands: Sequence[Band]) -> Rating | None:
    """The rating of the band in which a value lies: 49.6 is in the one up to 49."""
    return next((band.rating for band in bands if band.lower <= int(value) <= band.upper), None)
