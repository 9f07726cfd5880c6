"""One measure of one delivery unit, and what its report sets beside it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from inspections import comparison
from inspections.comparison import Average, Interval, Standing
from inspections.rows import ComparatorRow, MeasureDefinition, MeasureRow
from inspections.wording.held import absence_phrase, origin_note
from inspections.wording.values import (
    base_phrase,
    count_of,
    listed,
    number,
    percentage_points,
    precise_date,
    sizes_phrase,
    uncapitalised,
    value_with_unit,
)

# Said of those whom somebody selected, or who chose to answer.
NO_SAMPLE = "those who answered are no random sample: no interval, order or difference is worked out here"
ASKED = re.compile(r"\b(people|practitioners|officers|staff|residents|caseload)\b", re.IGNORECASE)


def comparison_sentence(row: MeasureRow) -> str:
    """A value, its place, and what its report sets beside it, without a full stop.

    "38% of the caseload (approximately 1,500) in Doncaster, against a published regional average of 32% (about 6
    percentage points higher, calculated here)"
    """
    if row.value is None:
        why = f" ({absence_phrase(row.absence)})" if row.absence else ""
        return f"{row.measure.name}: no figure held here for {row.unit.name}{why}"
    sentence = f"{value_of_base(row)} in {unit_label(row)}{origin_note(row.source)}"
    if not row.comparators:
        return sentence
    return f"{sentence}, against {listed(against(row, each) for each in row.comparators)}"


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


def value_of_base(row: MeasureRow) -> str:
    """ "20% of 41 inspected cases", "7 of 39 inspected cases", "38% of the caseload (approximately 1,500)"."""
    value = measure_value(row)
    if row.n is not None and value.endswith(f" of {number(row.n)}"):
        return f"{value} {comparison.kind_of_base(row)}".strip()
    if row.measure.unit == "%":
        base = bases_phrase([row])
        return f"{value} {base}" if base.startswith("of ") else f"{value} ({base})"
    if row.n is None:
        return value if comparison.is_counted_whole(row) else f"{value} (out of how many is not stated)"
    return f"{value} {base_phrase(row.base, row.n)}"


def bases_phrase(rows: Sequence[MeasureRow]) -> str:
    """What percentages are of: "of 41 inspected cases", of several "of 41 to 60 inspected cases each".

    A caseload is named with its size where there is one of it only. What is not known is said as such.
    """
    kinds = {comparison.kind_of_base(row) for row in rows}
    if len(kinds) > 1:
        return "of different bases"
    (kind,) = kinds
    sizes = [row.n for row in rows]
    if comparison.is_counted_whole(rows[0]):
        within = {row.base.removeprefix(kind).strip(" ,") or (number(row.n) if row.n else "") for row in rows}
        return f"of {kind} ({within.pop()})" if len(within) == 1 and any(within) else f"of {kind}"
    if not any(sizes) and any(character.isdigit() for row in rows for character in row.base):
        return base_phrase(rows[0].base) if len(rows) == 1 else f"of {kind}"
    if not kind and not any(sizes):
        return "base not stated"
    return sizes_phrase(sizes, kind or "cases or people", is_each=len(rows) > 1)


def base_of(row: MeasureRow) -> str:
    """What one figure is of, to be set beside it; "" for a number without a base."""
    return bases_phrase([row]) if row.measure.unit == "%" else base_phrase(row.base, row.n)


def selection_note(row: MeasureRow) -> str:
    """What must be known of a figure of people who answered; "" for every other figure."""
    is_selection = noun_of(row.base) != "cases" and not (row.is_case_sample or comparison.is_counted_whole(row))
    return NO_SAMPLE if is_selection and row.value is not None else ""


def noun_of(base: str) -> str:
    """What the number of a base counts, in one word: "cases", "people" who answered, "interviews"."""
    if base.startswith("interviews"):
        return "interviews"
    return "people" if ASKED.search(base) and "cases" not in base else "cases"


def named(measure: MeasureDefinition, sentence: str) -> str:
    """A sentence on a measure that stands alone, as in a preview: "Caseload: approximately 1,500 in Doncaster"."""
    if sentence.startswith(f"{measure.name}: "):
        return sentence
    return f"{measure.name}: {uncapitalised(sentence)}"


def measure_count(row: MeasureRow) -> int | None:
    """The cases behind a share of inspected cases: as published, or the only number that rounds to it."""
    return comparison.case_count(row)


def measure_interval(row: MeasureRow) -> Interval | None:
    """The 95% interval of a share of inspected cases; None for any other measure, and for under ten cases."""
    return comparison.case_interval(row)


def is_count_only(row: MeasureRow) -> bool:
    """Whether the row is a percentage of so few cases that only their count may be given."""
    return row.measure.unit == "%" and comparison.is_count_only(row.n)


def comparator_name(comparator: ComparatorRow | Average) -> str:
    """ "published regional average", "published figure": what it is called in a sentence, after "a"."""
    label = comparator.label.strip().removesuffix("as published").rstrip(", ")
    label = uncapitalised(label)
    name = f"published {label.removeprefix('another ').removeprefix('published ')}"
    return f"{name} ({precise_date(comparator.as_of)})" if comparator.as_of else name


def against(row: MeasureRow, comparator: ComparatorRow | Average, *, where: str = "") -> str:
    """ "a published regional average of 32% (about 6 percentage points higher, calculated here)".

    `where` is the report that says so, in words, where it is not the row's own.
    """
    published = f"a {comparator_name(comparator)} of {value_with_unit(comparator.value, row.measure.unit)}"
    how = ", ".join(filter(None, [where, difference_words(row, comparator.value)]))
    return f"{published} ({how})" if how else published


def difference_words(row: MeasureRow, published: Decimal) -> str:
    """ "about 6 percentage points higher, calculated here"; nothing where it cannot be told.

    Of "less than 5" no difference follows.
    """
    return standing_words(row, published, comparison.standing(row, published))


def standing_words(row: MeasureRow, other: Decimal, how: Standing) -> str:
    """How far a value stands from another figure, `how` being known already."""
    if how is Standing.UNTOLD:
        return ""
    if how is Standing.TOO_FEW:
        return str(how)
    if how is Standing.TOO_FEW_TO_TELL:
        return f"{how}, calculated here"
    is_rounded = comparison.are_rounded(row)
    if how is Standing.SAME or row.value is None:
        return f"{how}, as rounded" if is_rounded else str(how)
    difference = comparison.difference(row.value, other, are_rounded=is_rounded)
    about = "about " if difference.is_approximate else ""
    return f"{about}{_amount(abs(difference.amount), row.measure.unit)} {how}, calculated here"


def _amount(size: Decimal, unit: str) -> str:
    if unit != "%":
        return value_with_unit(size, unit)
    return percentage_points(size)
