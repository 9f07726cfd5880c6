"""One measure across the delivery units of a region, without a ranking."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from inspections import comparison
from inspections.rows import MeasureRow
from inspections.wording.measures import comparator_name, comparison_sentence, is_count_only, measure_value
from inspections.wording.values import listed, pdus, value_with_unit

PLACES_NAMED_AT_MOST = 2

AVERAGES_NAMED_AT_MOST = 2


def region_sentence(rows: Sequence[MeasureRow]) -> str:
    """What a region's delivery units have of one measure, without a full stop and without a ranking."""
    held = [row for row in rows if row.value is not None]
    units = {row.unit.slug for row in rows}
    if not held:
        measure = rows[0].measure.name if rows else "Measure"
        return f"{measure}: no figure held here for any of the {pdus(len(units))}"
    if len({row.unit.slug for row in held}) == 1:
        return "; ".join(comparison_sentence(row) for row in held)
    shown = [row for row in held if not is_count_only(row)] or held
    in_order = sorted(shown, key=lambda row: row.value or 0)
    lowest, highest = in_order[0], in_order[-1]
    spread = measure_value(lowest)
    if lowest.value != highest.value:
        spread = f"from {spread} to {measure_value(highest)}"
    shown_units = {row.unit.slug for row in shown}
    count = f"{len(shown_units)} of {pdus(len(units))}" if shown_units < units else pdus(len(units))
    which = "with a figure held here" if len(shown) == len(held) else "with a figure from at least 10 cases"
    sentence = f"{spread[:1].upper()}{spread[1:]} in the {count} {which}"
    if any(row.is_case_sample and not comparison.is_rankable(row.n) for row in shown):
        sentence = f"{sentence}, too few cases to rank"
    beside = _published_averages(rows)
    return f"{sentence}, against {beside}" if beside else sentence


def published_comparators(rows: Iterable[MeasureRow]) -> dict[tuple[str, Decimal], list[str]]:
    """Each different comparator, by name and value, with the places whose reports quote it."""
    found: dict[tuple[str, Decimal], list[str]] = {}
    for row in rows:
        for comparator in row.comparators:
            found.setdefault((comparator_name(comparator), comparator.value), []).append(row.unit.name)
    return found


def in_reports(places: Sequence[str]) -> str:
    """ "in the report on Leeds", "in the reports on Leeds and York", "in 6 reports"."""
    if len(places) > PLACES_NAMED_AT_MOST:
        return f"in {len(places)} reports"
    return f"in the report{'s' if len(places) > 1 else ''} on {listed(places)}"


def _published_averages(rows: Sequence[MeasureRow]) -> str:
    """What the reports set beside their values; where they differ, each with its report, or how many there are."""
    found = published_comparators(rows)
    if len(found) > AVERAGES_NAMED_AT_MOST:
        return f"{len(found)} published averages that differ, each shown with its report"
    names = [name for name, _ in found]
    return listed(
        f"a {name} of {value_with_unit(value, rows[0].measure.unit)}"
        + (f" ({in_reports(places)})" if names.count(name) > 1 else "")
        for (name, value), places in found.items()
    )
