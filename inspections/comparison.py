"""Intervals, differences and the rules for small samples: pure arithmetic, nothing published is changed by it.

Percentages are 0 to 100 throughout, and differences are percentage points. Everything here is "calculated here" to its
reader, and an interval treats the inspected cases as a random sample, which the inspectorate does not claim.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from statistics import NormalDist

from inspections.ratings import Rating

CONFIDENCE = 0.95
COUNT_ONLY_BELOW = 10
RANKABLE_FROM = 50


class ImpossibleCountError(ValueError):
    """A count that is negative or above its base, or a base that is not positive."""


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Two limits, in per cent or percentage points."""

    lower: float
    upper: float

    def includes(self, value: float | Decimal) -> bool:
        """Whether the value lies between the limits, or on one of them."""
        return self.lower <= value <= self.upper


def wilson_interval(count: int, n: int, confidence: float = CONFIDENCE) -> Interval:
    """The Wilson score interval of `count` out of `n`, without continuity correction, in per cent.

    Wilson (1927), Journal of the American Statistical Association 22, 209-212; recommended for small samples by
    Newcombe (1998), Statistics in Medicine 17, 857-872 (method 3). 18 of 41 gives 30 to 59 per cent.
    """
    _check(count, n)
    z = _z(confidence)
    centre = (count + z * z / 2) / (n + z * z)
    half_width = z * math.sqrt(count * (n - count) / n + z * z / 4) / (n + z * z)
    return Interval(
        lower=0.0 if count == 0 else 100 * max(0.0, centre - half_width),
        upper=100.0 if count == n else 100 * min(1.0, centre + half_width),
    )


def newcombe_difference(count: int, n: int, other_count: int, other_n: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of the difference `count`/`n` minus `other_count`/`other_n`, in percentage points.

    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10: built from the two Wilson intervals, without
    continuity correction. 56 of 70 against 48 of 80 gives 5.2 to 33.4.
    """
    here, there = wilson_interval(count, n, confidence), wilson_interval(other_count, other_n, confidence)
    p, other_p = 100 * count / n, 100 * other_count / other_n
    difference = p - other_p
    return Interval(
        lower=difference - math.hypot(p - here.lower, there.upper - other_p),
        upper=difference + math.hypot(here.upper - p, other_p - there.lower),
    )


def too_few_to_tell(count: int, n: int, other_count: int, other_n: int) -> bool:
    """Whether the 95% interval of the difference includes zero. Overlap of the two intervals decides nothing."""
    return newcombe_difference(count, n, other_count, other_n).includes(0)


def too_few_to_tell_from(published: Decimal, *, count: int, n: int) -> bool:
    """The same against a published percentage whose base is not known.

    The published figure is taken as exact, which is the mildest test there is: a difference that fails it would fail
    with any base. The interval of the difference is then the Wilson interval, moved, so it includes zero when the
    Wilson interval includes the published figure.
    """
    return wilson_interval(count, n).includes(published)


def count_for_percentage(percentage: Decimal, n: int) -> int | None:
    """The only whole number of cases out of `n` that rounds to the published percentage, else None.

    None when no number does (the percentage has another base) or when several do (above n = 100, whole percentages).
    Halves may have been rounded up or to the even digit: both count. 44 per cent of 41 can only be 18.
    """
    if n <= 0:
        raise ImpossibleCountError(f"a base of {n} is not possible")
    places = max(0, -_exponent(percentage))
    nearest = int(percentage * n / 100)
    reach = n // (100 * 10**places) + 2
    candidates = range(max(0, nearest - reach), min(n, nearest + reach) + 1)
    matching = [count for count in candidates if _rounds_to(count, n, percentage, places)]
    return matching[0] if len(matching) == 1 else None


def interval_of_percentage(percentage: Decimal, n: int | None, count: int | None = None) -> Interval | None:
    """The Wilson interval of a published percentage, from its published or its only possible count; else None."""
    if n is None:
        return None
    count = count if count is not None else count_for_percentage(percentage, n)
    return None if count is None else wilson_interval(count, n)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A value minus a comparator. Approximate when either was rounded before it was published."""

    amount: Decimal
    is_approximate: bool


class Change(StrEnum):
    """How a rating stands to the one held before it. Better and worse are said of comparable frameworks only."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    NOT_COMPARABLE = "not comparable: framework changed"
    NO_EARLIER = "no earlier inspection held here"
    NOT_HELD = "a rating is not held here"


def change(now: Rating | None, before: Rating | None, *, has_earlier: bool, is_comparable: bool) -> Change:
    """How a rating changed, by the order of the scale. `is_comparable` is recorded with a source, or one framework.

    Without comparability not even two equal words are "the same": the framework changed.
    """
    if not has_earlier:
        return Change.NO_EARLIER
    if now is None or before is None:
        return Change.NOT_HELD
    if not is_comparable:
        return Change.NOT_COMPARABLE
    if now.points == before.points:
        return Change.SAME
    return Change.BETTER if now.points > before.points else Change.WORSE


def difference(value: Decimal, comparator: Decimal, *, are_rounded: bool) -> Difference:
    """The difference of two published figures. Of rounded figures it is approximate: 38% less 32% may be 5 to 7."""
    return Difference(amount=value - comparator, is_approximate=are_rounded)


def is_count_only(n: int | None) -> bool:
    """Under 10 cases a percentage misleads: give the count ("5 of 8"), no bar and no interval."""
    return n is not None and n < COUNT_ONLY_BELOW


def is_rankable(n: int | None) -> bool:
    """Under 50 cases, or with an unknown number of them, values are never ranked and never offered for sorting."""
    return n is not None and n >= RANKABLE_FROM


def _check(count: int, n: int) -> None:
    if n <= 0 or not 0 <= count <= n:
        raise ImpossibleCountError(f"{count} out of {n} is not possible")


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def _exponent(number: Decimal) -> int:
    """-1 for 43.5. Trailing zeros are storage, not precision: 44.00 counts as whole."""
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        raise ImpossibleCountError(f"{number} is not a percentage")
    return exponent


def _rounds_to(count: int, n: int, percentage: Decimal, places: int) -> bool:
    exact = Decimal(100 * count) / Decimal(n)
    step = Decimal(1).scaleb(-places)
    return any(exact.quantize(step, rounding) == percentage for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN))
