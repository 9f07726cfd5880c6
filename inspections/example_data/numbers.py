"""Made-up numbers. Every share is a whole number of what it is a share of; none says anything of a real place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from inspections.ratings import Rating, points_total

# Made up like all else here: where the inspectorate draws its lines is not sourced.
RATED_FROM = ((80, Rating.OUTSTANDING), (62, Rating.GOOD), (45, Rating.REQUIRES_IMPROVEMENT), (0, Rating.INADEQUATE))
OVERALL_FROM = ((75, Rating.OUTSTANDING), (48, Rating.GOOD), (22, Rating.REQUIRES_IMPROVEMENT), (0, Rating.INADEQUATE))
# The sizes of samples, report after report: too few for a percentage, too few to rank by, enough, not stated.
CASES: tuple[tuple[int, int] | None, ...] = ((8, 9), (20, 49), (50, 75), None, (32, 49), (50, 75), (50, 60))


@dataclass(frozen=True, kw_only=True)
class Share:
    """A number of cases or people out of so many, and the percentage as a report prints it: rounded."""

    count: int
    n: int

    @property
    def percentage(self) -> Decimal:
        """A half is rounded up."""
        return (Decimal(100 * self.count) / self.n).quantize(Decimal(1), ROUND_HALF_UP)


def quality(random: Random, around: float = 55) -> float:
    """How well a unit does, in made-up per cent: most do middlingly."""
    return min(95.0, max(8.0, random.gauss(around, 14)))


def cases(random: Random, place: int) -> int | None:
    """How many cases the report in this place of its round says were inspected; None where it does not say."""
    bounds = CASES[place % len(CASES)]
    return random.randint(*bounds) if bounds else None


def share(random: Random, n: int, around: float) -> Share:
    """A share of `n` near a percentage."""
    count = round(n * random.gauss(around, 11) / 100)
    return Share(count=min(n, max(0, count)), n=n)


def rating(per_cent: float | Decimal) -> Rating:
    """The rating that a made-up percentage is given."""
    return next(rating for least, rating in RATED_FROM if per_cent >= least)


def overall(ratings: Sequence[Rating], *, of: int) -> Rating:
    """The overall rating that made-up ratings of standards are given, of a highest score."""
    score = 100 * points_total(ratings) / of
    return next(rating for least, rating in OVERALL_FROM if score >= least)


def rounded(number: float, to: int) -> Decimal:
    """A count as reports write it: 1,483 as 1,500 where it is rounded to 100."""
    return Decimal(max(1, round(number / to)) * to)
