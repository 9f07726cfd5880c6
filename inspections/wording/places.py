"""A delivery unit's place among its region, for one measure or key question."""

from collections.abc import Sequence

from inspections import comparison
from inspections.comparison import Average
from inspections.rows import MeasureRow
from inspections.wording.held import origin_note
from inspections.wording.measures import against, comparison_sentence, is_count_only, measure_value, standing_words
from inspections.wording.regions import in_reports, spread_words
from inspections.wording.values import count_of, listed, value_with_unit


def place_sentence(row: MeasureRow, rows: Sequence[MeasureRow]) -> str:
    """A value, what is published beside it, and what the region's other PDUs have, without a full stop.

    "38%, against a published regional average of 32% (about 6 percentage points higher, calculated here); the other
    PDUs with a figure held: from 25% to 41% (5 of 10)". `rows` are the region's, one for each PDU at least.
    """
    return f"{_own(row, rows)}; {_others(row, rows)}"


def other_rows(row: MeasureRow, rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    """The rows of the other PDUs that hold a value which may be compared with this one: of an earlier one, none."""
    if row.is_earlier:
        return []
    return [
        other
        for other in rows
        if other.unit.slug != row.unit.slug and other.value is not None and comparison.are_alike(row, other)
    ]


def _own(row: MeasureRow, rows: Sequence[MeasureRow]) -> str:
    if row.value is None:
        return comparison_sentence(row)
    own = f"{measure_value(row)}{origin_note(row.source)}"
    beside = [against(row, comparator) for comparator in row.comparators] or _quoted_elsewhere(row, rows)
    return f"{own}, against {listed(beside)}" if beside else own


def _quoted_elsewhere(row: MeasureRow, rows: Sequence[MeasureRow]) -> list[str]:
    """The one published average of the region that reports on other PDUs quote; where they differ, none."""
    published = comparison.averages(other_rows(row, rows)).published
    return [
        against(row, average, where=in_reports([place.name for place in average.reports]))
        for average in published
        if len(published) == 1
    ]


def _others(row: MeasureRow, rows: Sequence[MeasureRow]) -> str:
    others = [other for other in rows if other.unit.slug != row.unit.slug and not other.is_earlier]
    held = [other for other in others if other.value is not None]
    alike = other_rows(row, rows) if row.value is not None else held
    if not held:
        return "no other PDU's figure is held here"
    if row.is_earlier:
        return "not set beside other PDUs' figures, because the report gives a newer one"
    parts = [_span(alike, len({other.unit.slug for other in others}))] if alike else []
    pooled = comparison.pool(alike, at_least=1)
    if row.value is not None and isinstance(pooled, Average) and comparison.have_one_base([row, *alike]):
        parts.append(_to_pooled(row, pooled))
    unlike = {other.unit.slug for other in held} - {other.unit.slug for other in alike}
    if unlike:
        parts.append(f"{len(unlike)} with a figure of another framework or group, not compared")
    return "; ".join(filter(None, parts))


def _span(alike: Sequence[MeasureRow], others: int) -> str:
    shown = [other for other in alike if not is_count_only(other)]
    few = len(alike) - len(shown)
    which = "PDU" if len(alike) == 1 else "PDUs"
    named = f"the other {which} with a figure held"
    count = f"{len(alike)} of {others}"
    if not shown:
        return f"{named}: under 10 cases, no percentage ({count})"
    each = " each" if len(shown) > 1 and len({other.value for other in shown}) == 1 else ""
    under = f", {few} of them with under 10 cases" if few else ""
    return f"{named}: {spread_words(shown)}{each} ({count}{under})"


def _to_pooled(row: MeasureRow, pooled: Average) -> str:
    """ "about 6 percentage points lower than the others' cases pooled (52%, 210 of 400)", by the interval."""
    numerator, n = pooled.numerator or 0, pooled.n or 0
    how = comparison.standing_to_pooled(row, pooled.value, numerator=numerator, n=n)
    words = standing_words(row, pooled.value, how)
    cases = f"{value_with_unit(pooled.value, row.measure.unit)}, {count_of(numerator, n)}"
    return f"against their cases pooled ({cases}): {words}" if words else ""
