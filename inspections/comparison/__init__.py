"""Intervals, differences, averages and rules for small samples: pure arithmetic, nothing published is changed by it.

Percentages are 0 to 100 throughout, and differences are percentage points. Everything here is "calculated here" to its
reader, and an interval treats the inspected cases as a random sample, which the inspectorate does not claim.
"""

from inspections.comparison.averages import Average, AverageKind, Averages, NotPooled, averages, averages_by_kind, pool
from inspections.comparison.changes import Change, Difference, change, difference
from inspections.comparison.intervals import (
    Interval,
    count_for_percentage,
    interval_of_percentage,
    newcombe_difference,
    too_few_to_tell,
)
from inspections.comparison.measures import (
    APPROXIMATE_QUALIFIERS,
    Standing,
    are_alike,
    are_rounded,
    case_count,
    case_interval,
    have_one_base,
    is_counted_whole,
    kind_of_base,
    kinds_of_value,
    may_rank,
    standing,
    standing_to_pooled,
)
from inspections.comparison.small_samples import is_count_only, is_rankable

__all__ = [
    "APPROXIMATE_QUALIFIERS",
    "Average",
    "AverageKind",
    "Averages",
    "Change",
    "Difference",
    "Interval",
    "NotPooled",
    "Standing",
    "are_alike",
    "are_rounded",
    "averages",
    "averages_by_kind",
    "case_count",
    "case_interval",
    "change",
    "count_for_percentage",
    "difference",
    "have_one_base",
    "interval_of_percentage",
    "is_count_only",
    "is_counted_whole",
    "is_rankable",
    "kind_of_base",
    "kinds_of_value",
    "may_rank",
    "newcombe_difference",
    "pool",
    "standing",
    "standing_to_pooled",
    "too_few_to_tell",
]
