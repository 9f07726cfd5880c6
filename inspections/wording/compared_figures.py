"""What may be said of one figure of several delivery units together: a difference of two, a spread of more.

A difference is told only where the counts of both are known, with the interval that decides whether it tells anything.
"Higher" is said of the figure, never "better". Figures of different frameworks are never set against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from inspections import comparison as rules
from inspections.comparison import Interval
from inspections.rows import ComparedMeasure, ComparedQuestion, Comparison, KeyQuestionRow, MeasureRow
from inspections.wording.measures import measure_count
from inspections.wording.regions import region_sentence
from inspections.wording.values import pdus, percentage_points, sizes_phrase, value_with_unit, why_unranked

# Of two units the difference is told; of more, the pairs are not.
PAIR = 2


@dataclass(frozen=True, kw_only=True)
class _Share:
    """A published percentage of inspected cases; `count` and `n` are None where they are not known."""

    name: str
    percentage: Decimal
    count: int | None
    n: int | None


def question_together(row: ComparedQuestion, comparison: Comparison) -> str:
    """One key question of all compared units: the difference of two, the spread of more.

    "" where one at most is held, and of different frameworks.
    """
    if not comparison.has_one_framework:
        return ""
    return _together([_share_of_question(cell) for cell in row.cells if cell.percentage is not None], of=len(row.cells))


def measure_together(row: ComparedMeasure, comparison: Comparison) -> str:
    """The same of a measure, of each group (probation officers) its own; of a report's values on it, of the newest.

    The difference of two is told of shares of inspected cases only.
    """
    if not comparison.has_one_framework:
        return ""
    groups = dict.fromkeys(each.cohort for cell in row.cells for each in cell if each.value is not None)
    of_each = {group: _group_together(row, [_of_group(cell, group) for cell in row.cells]) for group in groups}
    if len(of_each) <= 1:
        return "".join(of_each.values())
    return "; ".join(f"{group or 'whole PDU'}: {words}" for group, words in of_each.items() if words)


def _of_group(cell: Sequence[MeasureRow], group: str) -> MeasureRow:
    """The newest value that a unit has of a group, or that it has none."""
    newest = [each for each in cell if not each.is_earlier]
    of_group = (each for each in newest if each.value is None or each.cohort == group)
    return next(of_group, MeasureRow(unit=cell[0].unit, measure=cell[0].measure))


def _group_together(row: ComparedMeasure, cells: Sequence[MeasureRow]) -> str:
    held = [cell for cell in cells if cell.value is not None]
    if len(held) < PAIR:
        return ""
    if len(cells) > PAIR:
        # What a report sets beside its own value is no average of the units that somebody has chosen.
        return region_sentence(cells, has_averages=False)
    are_shares = row.measure.unit == "%" and all(cell.is_case_sample for cell in held)
    are_exact = all(cell.qualifier in rules.APPROXIMATE_QUALIFIERS for cell in held)
    if not (are_shares and are_exact and rules.have_one_base(held)):
        return ""
    return _together([_share_of_measure(cell) for cell in held], of=len(cells))


def _share_of_question(row: KeyQuestionRow) -> _Share:
    percentage = row.percentage if row.percentage is not None else Decimal(0)
    count = row.numerator
    if count is None and row.denominator:
        count = rules.count_for_percentage(percentage, row.denominator)
    return _Share(name=row.unit.name if row.unit else "", percentage=percentage, count=count, n=row.denominator)


def _share_of_measure(row: MeasureRow) -> _Share:
    percentage = row.value if row.value is not None else Decimal(0)
    return _Share(name=row.unit.name, percentage=percentage, count=measure_count(row), n=row.n)


def _together(shares: Sequence[_Share], *, of: int) -> str:
    if len(shares) < PAIR:
        return ""
    return _spread(shares, of=of) if of > PAIR else _difference(*shares)


def _difference(first: _Share, second: _Share) -> str:
    if rules.is_count_only(first.n) or rules.is_count_only(second.n):
        return "too few cases to compare"
    if first.count is None or second.count is None or not first.n or not second.n:
        return "not worked out here: the number of cases is not known"
    interval = rules.newcombe_difference(first.count, first.n, second.count, second.n)
    if rules.too_few_to_tell(first.count, first.n, second.count, second.n):
        less = f", {first.name} less {second.name}"
        return f"too few cases to tell them apart ({_interval(interval, less)})"
    higher = first
    if first.percentage < second.percentage:
        higher, interval = second, Interval(lower=-interval.upper, upper=-interval.lower)
    amount = percentage_points(abs(first.percentage - second.percentage))
    return f"about {amount} higher in {higher.name} ({_interval(interval)})"


def _interval(interval: Interval, less: str = "") -> str:
    return (
        f"95% interval of the difference{less}: {_limit(interval.lower)} to {_limit(interval.upper)} percentage "
        "points, calculated here, treating the cases as random samples"
    )


def _limit(points: float) -> str:
    """Whole points; a limit beside zero with one decimal, so that it is never said to be on it."""
    whole = f"{points:.0f}"
    return whole if whole not in ("0", "-0") else f"{points:.1f}"


def _spread(shares: Sequence[_Share], *, of: int) -> str:
    """ "from 37% to 59%, of 38 to 41 inspected cases each, in the 3 of 4 PDUs with a percentage held here, too ..."."""
    shown = [share for share in shares if not rules.is_count_only(share.n)]
    if len(shown) < PAIR:
        return "too few cases to compare"
    values = sorted(share.percentage for share in shown)
    lowest, highest = value_with_unit(values[0], "%"), value_with_unit(values[-1], "%")
    spread = f"from {lowest} to {highest}" if values[0] != values[-1] else lowest
    count = f"{len(shown)} of {pdus(of)}" if len(shown) < of else pdus(of)
    which = "with a percentage held here" if len(shown) == len(shares) else "with a percentage of at least 10 cases"
    base = sizes_phrase((share.n for share in shown), "inspected cases", is_each=True)
    return f"{spread}, {base}, in the {count} {which}{why_unranked(share.n for share in shown)}"
