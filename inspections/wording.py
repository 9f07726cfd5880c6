"""The sentences: one voice for headings, charts, alt text, previews and CSV notes.

A value comes first, then its place, what was published beside it, and what was calculated here, said so. "Higher" and
"lower" are said of figures; "better" only by `direction`, where a measure has one; "worse" never.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from inspections import comparison
from inspections.comparison import Interval
from inspections.rows import (
    Absence,
    ComparatorRow,
    DateRow,
    Direction,
    KeyQuestionRow,
    MeasureRow,
    Origin,
    Place,
    PreciseDate,
    Precision,
    RatingCell,
    RoundRatings,
    Sourced,
)

NOT_HELD = "not held here"
PLACES_NAMED_AT_MOST = 2
AVERAGES_NAMED_AT_MOST = 2
APPROXIMATE_QUALIFIERS = ("", "approximately")

ABSENCES = {
    Absence.NO_INSPECTION_RECORDED: (
        "No inspection is recorded here for this round. That does not mean that there was none."
    ),
    Absence.REPORT_NOT_HELD: "It was inspected in this round, but the report is not held here.",
    Absence.NOT_IN_REPORT: "The report is held here, but gives no such figure.",
    Absence.NO_EARLIER_INSPECTION: (
        "No earlier inspection is held here. That does not mean that this was the first one."
    ),
}

ORIGINS = {
    Origin.REPORT: "as published in the inspectorate's report",
    Origin.PRESS_RELEASE: "as published in the inspectorate's press release",
    Origin.PAGE: "as published on a page of the inspectorate",
    Origin.PRESS: "from a press report, not the inspectorate",
    Origin.STAFF: "entered by staff",
}

DIRECTIONS = {
    Direction.HIGHER_IS_BETTER: "Higher is better.",
    Direction.LOWER_IS_BETTER: "Lower is better.",
    Direction.CONTEXT: "This is context, not performance.",
}


# --- Words and numbers


def listed(items: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def number(value: Decimal | int) -> str:
    """ "1,500", "7.8". Zeros after the point that storage added are dropped."""
    return f"{Decimal(value).normalize():,f}"


def value_with_unit(value: Decimal, unit: str, *, qualifier: str = "") -> str:
    """ "38%", "approximately 1,500", "7.8 full-time equivalent"."""
    if unit == "%":
        words = f"{number(value)}%"
    elif unit in ("", "count"):
        words = number(value)
    else:
        words = f"{number(value)} {unit}"
    return f"{qualifier} {words}".strip()


def count_of(count: int, n: int) -> str:
    """ "5 of 8"."""
    return f"{number(count)} of {number(n)}"


def precise_date(date: PreciseDate) -> str:
    """ "8 July 2024", "October 2024" or "2024": never more than is known."""
    if date.precision is Precision.YEAR:
        return str(date.date.year)
    month = f"{date.date:%B} {date.date.year}"
    return month if date.precision is Precision.MONTH else f"{date.date.day} {month}"


def inspected_from(first: PreciseDate, last: PreciseDate | None = None) -> str:
    """ "inspected from 8 July 2024": the day it began. Of several, "inspections begun 1 July 2024 to 1 August 2024"."""
    if last is None or last == first:
        return f"inspected from {precise_date(first)}"
    return f"inspections begun {precise_date(first)} to {precise_date(last)}"


def sourced_date(row: DateRow) -> str:
    """ "September 2024 (from a press report, not the inspectorate)"; no more than the date where it is the report's."""
    return precise_date(row.date) + origin_note(row.source)


# --- What is held, what is not, and where it came from


def absence(why: Absence) -> str:
    """A whole sentence on why there is no value. The short form, for a cell, is the `Absence` itself."""
    return ABSENCES[why]


def absence_phrase(why: Absence | None) -> str:
    """A few words for a cell or a mark; without a known reason only that it is not held."""
    return NOT_HELD if why is None else str(why)


def origin(source: Origin) -> str:
    """Where a value came from: "from a press report, not the inspectorate"."""
    return ORIGINS[source]


def rating(cell: RatingCell) -> str:
    """The rating in the report's words, or why there is none."""
    return str(cell.rating) if cell.rating else absence_phrase(cell.absence)


def score(points: int | None, maximum: int | None) -> str:
    """ "3 out of 21". A score of 0 is a real score; without one it is not held."""
    if points is None:
        return NOT_HELD
    return f"{points} out of {maximum}" if maximum is not None else str(points)


def rating_sentence(unit: Place, cell: RatingCell, points: int | None = None, maximum: int | None = None) -> str:
    """ "Doncaster: rated Inadequate, 3 out of 21". Says so when the rating is not the inspectorate's."""
    if cell.rating is None:
        why = f" ({absence_phrase(cell.absence)})" if cell.absence else ""
        return f"{unit.name}: rating not held here{why}"
    words = f"{unit.name}: rated {cell.rating}"
    if points is not None:
        words = f"{words}, {score(points, maximum)}"
    return words + origin_note(cell.source)


def region_held_sentence(grid: RoundRatings) -> str:
    """ "10 of 11 overall ratings held for 2024, 1 of them from the press; 1 of 11 full reports", no full stop."""
    rated = [row for row in grid.rows if row.overall.rating]
    press = sum(row.overall.source is not None and row.overall.source.origin is Origin.PRESS for row in rated)
    from_press = f", {press} of them from the press" if press else ""
    reports = sum(row.is_report_held for row in grid.rows)
    every = len(grid.rows)
    return (
        f"{len(rated)} of {every} overall ratings held for {grid.round}{from_press}; {reports} of {every} full reports"
    )


def direction(meaning: Direction) -> str:
    """What a higher value means, as a sentence."""
    return DIRECTIONS[meaning]


def origin_note(source: Sourced | None) -> str:
    """What must be said wherever a value is not the inspectorate's."""
    if source is None or source.origin in (Origin.REPORT, Origin.PRESS_RELEASE, Origin.PAGE):
        return ""
    return f" ({origin(source.origin)})"


# --- Bases and intervals


def base_phrase(base: str, n: int | None = None) -> str:
    """ "of 41 inspected cases", "of the PDU's caseload, approximately 1,500"; nothing where no base is given."""
    if n is not None and not any(character.isdigit() for character in base):
        base = f"{number(n)} {base}".strip()
    return f"of {base.removeprefix('of ')}" if base else ""


def interval_limits(interval: Interval) -> str:
    """ "30% to 59%"."""
    return f"{interval.lower:.0f}% to {interval.upper:.0f}%"


def interval_phrase(interval: Interval) -> str:
    """The interval with what it is, who made it and what it assumes."""
    return (
        f"between {interval.lower:.0f}% and {interval.upper:.0f}%: 95% Wilson interval, calculated here, "
        "treating the cases as a random sample"
    )


# --- One measure


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


def unit_label(row: MeasureRow) -> str:
    """ "Doncaster", or "Doncaster (probation officers, April 2024)" where a value has a group or a date."""
    about = ", ".join(filter(None, [row.cohort, precise_date(row.as_of) if row.as_of else row.as_of_words]))
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


def pdus(count: int) -> str:
    """ "1 PDU", "11 PDUs"."""
    return f"{count} PDU" if count == 1 else f"{count} PDUs"


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
    return f"{number(size)} percentage point" + ("" if size == 1 else "s")


# --- Key questions


def key_question_value(row: KeyQuestionRow) -> str:
    """ "44%", "5 of 8" where there are under ten cases, or that it is not held."""
    if row.percentage is None:
        return NOT_HELD
    if comparison.is_count_only(row.denominator) and row.numerator is not None and row.denominator is not None:
        return count_of(row.numerator, row.denominator)
    return value_with_unit(row.percentage, "%")


def key_question_interval(row: KeyQuestionRow) -> Interval | None:
    """The 95% interval; None where the count is not known, and for under ten cases."""
    if row.percentage is None or comparison.is_count_only(row.denominator):
        return None
    return comparison.interval_of_percentage(row.percentage, row.denominator, row.numerator)


def key_question_count(row: KeyQuestionRow) -> str:
    """ "18 of 41, worked out here from the percentage"; "18 of 41" as published; nothing where it is not known."""
    if row.numerator is None or row.denominator is None:
        return ""
    count = count_of(row.numerator, row.denominator)
    return f"{count}, worked out here from the percentage" if row.numerator_is_inferred else count


def key_question_sentence(row: KeyQuestionRow) -> str:
    """The percentage with its base, its count and its interval, without a full stop."""
    name = f"{row.standard}, {row.strand}"
    value = key_question_value(row)
    if row.percentage is None:
        return f"{name}: {value}"
    count = key_question_count(row)
    if comparison.is_count_only(row.denominator):
        return f"{name}: {count or value} inspected cases, too few for a percentage"
    sentence = f"{name}: {value} {base_phrase('inspected cases', row.denominator)}"
    sentence = f"{sentence} ({count})" if count else sentence
    interval = key_question_interval(row)
    return f"{sentence}, {interval_phrase(interval)}" if interval else sentence


def key_questions_sentence(rows: Sequence[KeyQuestionRow], unit: Place) -> str:
    """Which question drives the rating of each standard, without a full stop.

    The framework says that the lowest one does, so naming it ranks nothing that the report does not rank itself.
    """
    standards = list(dict.fromkeys(row.standard for row in rows))
    lowest = {standard: [row for row in rows if row.standard == standard and row.is_lowest] for standard in standards}
    driven = [_driver(standard, lowest[standard], rows) for standard in standards if lowest[standard]]
    if not driven:
        return f"Key questions: no percentages held here for {unit.name}"
    bases = {row.denominator for row in rows if row.percentage is not None}
    (base, *others) = bases
    of_what = base_phrase("inspected cases", None if others else base)
    each = "the rating" if len(driven) == 1 else "each rating"
    return f"{of_what[:1].upper()}{of_what[1:]} in {unit.name}, the lowest key question drives {each}: {listed(driven)}"


def _driver(standard: str, lowest: Sequence[KeyQuestionRow], rows: Sequence[KeyQuestionRow]) -> str:
    """ "37% in Assessment (keeping other people safe)"."""
    asked = [row for row in rows if row.standard == standard]
    which = listed(row.strand for row in lowest)
    if len(lowest) == len(asked) > 1:
        which = "all equal"
    return f"{key_question_value(lowest[0])} in {standard} ({which})"
