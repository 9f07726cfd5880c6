"""A delivery unit's place among its region, for one measure or key question."""

from collections.abc import Sequence

from inspections import comparison
from inspections.comparison import Average
from inspections.rows import MeasureRow
from inspections.wording.held import origin_note
from inspections.wording.measures import (
    against,
    comparison_sentence,
    is_count_only,
    measure_value,
    noun_of,
    standing_words,
)
from inspections.wording.regions import in_reports, of_what, spread_words
from inspections.wording.values import count_of, listed, value_with_unit


def place_sentence(row: MeasureRow, rows: Sequence[MeasureRow]) -> str:
    """A value, what is published beside it, and what the region's other PDUs have, without a full stop.

    "38%, against a published regional average of 32% (about 6 percentage points higher, calculated here); the other
    PDUs with a figure held: from 25% to 41%, of 38 to 60 inspected cases each (5 of 10)". `rows` are the region's, one
    for each PDU at least. The base of its own value stands beside it.
    """
    return f"{_own(row, rows)}; {_others(row, rows)}"


def own_sentence(row: MeasureRow, rows: Sequence[MeasureRow]) -> str:
    """What is published beside a value that stands alone, "" where nothing is. `alone_note` says the rest."""
    own = _own(row, rows)
    return "" if own == measure_value(row) else own


def is_alone(row: MeasureRow, rows: Sequence[MeasureRow]) -> bool:
    """Whether no other PDU of the region has a value."""
    return not any(other.value is not None for other in rows if other.unit.slug != row.unit.slug)


def alone_note(alone: int, every: int) -> str:
    """What a section says once of the figures beside which no other PDU's is held, instead of each saying it."""
    if not alone:
        return ""
    if alone == every:
        which = "these figures" if every > 1 else "this figure"
        return f"No other PDU's figure is held here to set beside {which}."
    return "Where nothing is said of the other PDUs, no figure of theirs is held here."


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
    if is_alone(row, rows):
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
        return f"{named}: under 10 {noun_of(alike[0].base)}, no percentage ({count})"
    each = " each" if len(shown) > 1 and len({other.value for other in shown}) == 1 else ""
    under = f", {few} of them with under 10 {noun_of(alike[0].base)}" if few else ""
    return f"{named}: {spread_words(shown)}{each}{of_what(shown)} ({count}{under})"


def _to_pooled(row: MeasureRow, pooled: Average) -> str:
    """ "against their cases pooled (52%, 210 of 400): about 6 percentage points lower, calculated here".

    Where no difference can be tested, as of people who answered a survey, only "their people pooled: ...".
    """
    numerator, n = pooled.numerator or 0, pooled.n or 0
    how = comparison.standing_to_pooled(row, pooled.value, numerator=numerator, n=n)
    words = standing_words(row, pooled.value, how)
    percentage = "" if comparison.is_count_only(n) else f"{value_with_unit(pooled.value, row.measure.unit)}, "
    figures, together = f"{percentage}{count_of(numerator, n)}", f"their {noun_of(pooled.base)} pooled"
    return f"against {together} ({figures}): {words}" if words else f"{together}: {figures}, calculated here"
