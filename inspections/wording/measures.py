"""One measure of one delivery unit, and what its report sets beside it."""

from decimal import Decimal

from inspections import comparison
from inspections.comparison import Interval
from inspections.rows import ComparatorRow, MeasureRow
from inspections.wording.held import absence_phrase, origin_note
from inspections.wording.values import count_of, listed, percentage_points, precise_date, value_with_unit

APPROXIMATE_QUALIFIERS = ("", "approximately")


def comparison_sentence(row: MeasureRow) -> str:
    """A value, its place, and what its report sets beside it, without a full stop.

    "38% in Doncaster, against a published regional average of 32% (about 6 percentage points higher, calculated here)"
    """
    if row.value is None:
        why = f" ({absence_phrase(row.absence)})" if row.absence else ""
        return f"{row.measure.name}: no figure held here for {row.unit.name}{why}"
    sentence = f"{measure_value(row)} in {unit_label(row)}{origin_note(row.source)}"
    if not row.comparators:
        return sentence
    return f"{sentence}, against {listed(_against(row, comparator) for comparator in row.comparators)}"


def value_group(row: MeasureRow) -> str:
    """ "probation officers, April 2024": the group and the date of a value, as far as it has them."""
    return ", ".join(filter(None, [row.cohort, precise_date(row.as_of) if row.as_of else row.as_of_words]))


def unit_label(row: MeasureRow) -> str:
    """ "Doncaster", or "Doncaster (probation officers, April 2024)" where a value has a group or a date."""
    about = value_group(row)
    return f"{row.unit.name} ({about})" if about else row.unit.name


def measure_value(row: MeasureRow) -> str:
    """The row's value with its unit, as a count where there are too few cases for a percentage."""
    if row.value is None:
        return absence_phrase(row.absence)
    count = measure_count(row)
    if is_count_only(row) and count is not None and row.n is not None:
        return count_of(count, row.n)
    return value_with_unit(row.value, row.measure.unit, qualifier=row.qualifier)


def measure_count(row: MeasureRow) -> int | None:
    """The cases behind a share of inspected cases: as published, or the only number that rounds to it."""
    if row.numerator is not None or row.value is None or row.n is None or row.measure.unit != "%":
        return row.numerator
    return comparison.count_for_percentage(row.value, row.n) if row.is_case_sample else None


def measure_interval(row: MeasureRow) -> Interval | None:
    """The 95% interval of a share of inspected cases; None for any other measure, and for under ten cases."""
    if not row.is_case_sample or row.value is None or row.measure.unit != "%" or is_count_only(row):
        return None
    return comparison.interval_of_percentage(row.value, row.n, row.numerator)


def is_count_only(row: MeasureRow) -> bool:
    """Whether the row is a percentage of so few cases that only their count may be given."""
    return row.measure.unit == "%" and comparison.is_count_only(row.n)


def comparator_name(comparator: ComparatorRow) -> str:
    """ "published regional average", "published figure": what it is called in a sentence, after "a"."""
    label = comparator.label.strip().removesuffix("as published").rstrip(", ")
    label = label[:1].lower() + label[1:] if not label[:2].isupper() else label
    name = f"published {label.removeprefix('another ').removeprefix('published ')}"
    return f"{name} ({precise_date(comparator.as_of)})" if comparator.as_of else name


def _against(row: MeasureRow, comparator: ComparatorRow) -> str:
    published = f"a {comparator_name(comparator)} of {value_with_unit(comparator.value, row.measure.unit)}"
    how = _difference(row, comparator)
    return f"{published} ({how})" if how else published


def _difference(row: MeasureRow, comparator: ComparatorRow) -> str:
    """Nothing where it cannot be told: of "less than 5" no difference follows."""
    if row.value is None or row.qualifier not in APPROXIMATE_QUALIFIERS:
        return ""
    if is_count_only(row):
        return "too few cases to compare"
    count = measure_count(row)
    if (
        measure_interval(row)
        and row.n
        and count is not None
        and comparison.too_few_to_tell_from(comparator.value, count=count, n=row.n)
    ):
        return "too few cases to tell them apart, calculated here"
    are_rounded = row.measure.unit != "count" or bool(row.qualifier)
    difference = comparison.difference(row.value, comparator.value, are_rounded=are_rounded)
    if difference.amount == 0:
        return "the same, as rounded" if are_rounded else "the same"
    about = "about " if difference.is_approximate else ""
    amount = _amount(abs(difference.amount), row.measure.unit)
    return f"{about}{amount} {'higher' if difference.amount > 0 else 'lower'}, calculated here"


def _amount(size: Decimal, unit: str) -> str:
    if unit != "%":
        return value_with_unit(size, unit)
    return percentage_points(size)
