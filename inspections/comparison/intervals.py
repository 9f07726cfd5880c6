"""Intervals of shares and of their differences, and the counts behind a percentage."""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from statistics import NormalDist

CONFIDENCE = 0.95


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
