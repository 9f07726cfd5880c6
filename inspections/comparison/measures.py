"""What follows from the figures of a measure: counts, intervals, which may be compared, and how they stand."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from inspections.comparison.intervals import (
    Interval,
    count_for_percentage,
    interval_of_percentage,
    too_few_to_tell,
    too_few_to_tell_from,
)
from inspections.comparison.small_samples import is_count_only, is_rankable
from inspections.rows import Direction, MeasureRow

APPROXIMATE_QUALIFIERS = ("", "approximately")
SIZE = re.compile(r",?\s*(approximately|about)?\s*\d[\d,.]*")
# What is counted as a whole, so that nothing of it is left to chance. Of any other base that is not known.
COUNTED_WHOLE = re.compile(
    r"((the )?(delivery unit's |PDU's )?caseload|(the )?residents( of the area)?"
    r"|a full workload( on the workload measurement tool)?)",
    re.IGNORECASE,
)


class Standing(StrEnum):
    """How a value stands to an average."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "the same"
    TOO_FEW_TO_TELL = "too few cases to tell them apart"
    TOO_FEW = "too few cases to compare"
    UNTOLD = "not held, no exact figure, or no test of a difference"


def case_count(row: MeasureRow) -> int | None:
    """The cases behind a share of inspected cases: as published, or the only number that rounds to it.

    None where the value is only a limit ("less than 50%"): no number of cases follows from it.
    """
    if row.qualifier not in APPROXIMATE_QUALIFIERS:
        return None
    if row.numerator is not None or row.value is None or row.n is None or row.measure.unit != "%":
        return row.numerator
    return count_for_percentage(row.value, row.n) if row.is_case_sample else None


def case_interval(row: MeasureRow) -> Interval | None:
    """The 95% interval of a share of inspected cases; None for any other measure, and for under ten cases."""
    is_share = row.is_case_sample and row.measure.unit == "%" and row.qualifier in APPROXIMATE_QUALIFIERS
    if not is_share or row.value is None or is_count_only(row.n):
        return None
    return interval_of_percentage(row.value, row.n, row.numerator)


def are_alike(row: MeasureRow, other: MeasureRow) -> bool:
    """Whether two values are of one framework and one group (probation officers), so that they may be compared.

    An earlier value of a report is like no newest one of another.
    """
    return (row.framework, row.cohort, row.is_earlier) == (other.framework, other.cohort, other.is_earlier)


def have_one_base(rows: Iterable[MeasureRow]) -> bool:
    """Whether the values are shares of the same kind of thing: of inspected cases, or of releases on licence.

    Without it no difference is calculated, nothing pooled and nothing ranked.
    """
    return len({(row.is_case_sample, row.cohort, kind_of_base(row)) for row in rows}) <= 1


def kind_of_base(row: MeasureRow) -> str:
    """The words of the base without its size: "the delivery unit's caseload", whether of 1,500 or of 900."""
    return SIZE.sub("", row.base).strip()


def is_counted_whole(row: MeasureRow) -> bool:
    """Whether the value is of all there are: a share of a caseload or of an area, or a number with no base.

    Neither of a sample of cases, which an interval belongs to, nor of people who were selected, or chose to answer.
    """
    base = kind_of_base(row)
    is_number = not base and row.measure.unit != "%"
    return not row.is_case_sample and (is_number or bool(COUNTED_WHOLE.fullmatch(base)))


def kinds_of_value(rows: Iterable[MeasureRow]) -> list[list[MeasureRow]]:
    """The rows that hold a value, those that are alike together, in the order in which each kind is first met.

    Kinds of earlier values come last.
    """
    kinds: list[list[MeasureRow]] = []
    for row in rows:
        if row.value is None:
            continue
        for kind in kinds:
            if are_alike(kind[0], row):
                kind.append(row)
                break
        else:
            kinds.append([row])
    return sorted(kinds, key=lambda kind: kind[0].is_earlier)


def may_rank(rows: Sequence[MeasureRow]) -> bool:
    """Whether the rows may be ordered by value: the measure has a direction, and no value rests on under 50 cases.

    Nor on an unknown number of them, nor on values that are only a limit ("less than 5"), nor on two kinds of value
    or of base, nor on those who answered a survey, nor on counts: 34 of 65 is more than 30 of 50 only for there being
    more cases.
    """
    held = [row for row in rows if row.value is not None]
    return (
        len(held) > 1
        and len(kinds_of_value(held)) == 1
        and have_one_base(held)
        and all(
            row.measure.direction is not Direction.CONTEXT
            and row.measure.unit != "count"
            and is_rankable(row.n)
            and (row.is_case_sample or is_counted_whole(row))
            and row.qualifier in APPROXIMATE_QUALIFIERS
            for row in held
        )
    )


def are_rounded(row: MeasureRow) -> bool:
    """Whether the value was rounded before it was published, so that a difference from it is approximate."""
    return row.measure.unit != "count" or bool(row.qualifier)


def standing(row: MeasureRow, published: Decimal) -> Standing:
    """How a value stands to a published average, whose base is not known."""
    known = _beforehand(row)
    if known is not None:
        return known
    if row.is_case_sample:
        count = case_count(row)
        if count is None or not row.n or row.measure.unit != "%":
            return Standing.UNTOLD
        if too_few_to_tell_from(published, count=count, n=row.n):
            return Standing.TOO_FEW_TO_TELL
    return _by_amount(row, published)


def standing_to_pooled(row: MeasureRow, pooled: Decimal, *, numerator: int, n: int) -> Standing:
    """How a value stands to the cases of other PDUs taken together, by the interval of the difference.

    They are `numerator` of `n`, and `pooled` is their percentage, rounded as the value is.
    """
    known = _beforehand(row)
    if known is not None:
        return known
    count = case_count(row)
    if count is None or not row.n:
        return Standing.UNTOLD
    if is_count_only(n):
        return Standing.TOO_FEW
    if row.is_case_sample and too_few_to_tell(count, row.n, numerator, n):
        return Standing.TOO_FEW_TO_TELL
    return _by_amount(row, pooled)


def _beforehand(row: MeasureRow) -> Standing | None:
    """What is known before any figures are looked at.

    Of a selection that is no case sample nothing is told: there is no test whether it differs from another.
    """
    if row.value is None or row.qualifier not in APPROXIMATE_QUALIFIERS:
        return Standing.UNTOLD
    if not (row.is_case_sample or is_counted_whole(row)):
        return Standing.UNTOLD
    return Standing.TOO_FEW if row.measure.unit == "%" and is_count_only(row.n) else None


def _by_amount(row: MeasureRow, other: Decimal) -> Standing:
    if row.value is None or row.value == other:
        return Standing.SAME
    return Standing.HIGHER if row.value > other else Standing.LOWER
