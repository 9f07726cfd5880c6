"""A region's delivery units on one measure: the first case is Doncaster's 38% against the published 32%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from inspections import comparison, wording
from inspections.charts import theme
from inspections.charts.averages import average_lines, average_notes, comparator_label
from inspections.charts.chart import Chart, Group, Mark, NoRowsError, ReferenceLine, Role
from inspections.charts.notes import INFERRED_NOTE, INTERVAL_NOTE, missing_note, missing_words, source_text
from inspections.rows import Absence, MeasureRow, Place

MISSING_MARKS_AT_MOST = 3


def measure_by_unit(
    rows: Sequence[MeasureRow],
    *,
    region: Place,
    this: Place | None = None,
    framework: str = "",
    source_url: str = "",
) -> Chart:
    """One bar for each value held, and words for each that is not.

    In alphabetical order, or by value where `comparison.may_rank`. `rows` are of one measure. With `this` the finding
    is about that delivery unit and the others are grey. Values of different frameworks, or groups, are told apart by
    headings, and then have no common line. `framework` is named where no value is held, which would name its own.
    """
    if not rows:
        raise NoRowsError("a chart needs at least one row, if only of what is missing")
    measure = rows[0].measure
    rows = _in_order(rows)
    held = [row for row in rows if row.value is not None]
    missing = [row for row in rows if row.value is None]
    lines = average_lines(rows)
    groups = tuple(_groups(held, this, has_lines=any(line.is_published for line in lines)))
    marks = [mark for group in groups for mark in group.marks]
    reference_lines = tuple(line.line for line in lines)
    values = [number for mark in marks for number in _extent(mark)] + [line.value for line in reference_lines]
    return Chart(
        id=f"{measure.slug}-by-pdu",
        finding=_finding(rows, this),
        subtitle=_subtitle(rows, held, region, framework),
        details=_details(groups, reference_lines, missing),
        unit=measure.unit,
        axis=theme.axis_for(values, measure.unit),
        groups=(*groups, Group(marks=_missing_marks(missing, are_all=not held))),
        reference_lines=reference_lines,
        source_text=source_text((row.report_title, row.inspected, row.source, row.unit) for row in held),
        source_url=source_url,
        notes=_notes(rows, held, missing),
    )


def _in_order(rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    by_name = sorted(rows, key=lambda row: wording.unit_label(row).casefold())
    if not comparison.may_rank(rows):
        return by_name
    return sorted(by_name, key=lambda row: row.value or Decimal(0), reverse=True)


def _groups(held: Sequence[MeasureRow], this: Place | None, *, has_lines: bool) -> Iterator[Group]:
    """The bars, under a heading for each kind of value where there are several."""
    kinds = comparison.kinds_of_value(held)
    for kind in kinds or [[]]:
        marks = (mark for row in kind for mark in (_mark(row, this), *_comparator_marks(row, has_lines=has_lines)))
        yield Group(marks=tuple(marks), heading=wording.kind_name(kind[0], kinds) if len(kinds) > 1 else "")


def _finding(rows: Sequence[MeasureRow], this: Place | None) -> str:
    about = [row for row in rows if this and row.unit.slug == this.slug]
    finding = "; ".join(wording.comparison_sentence(row) for row in about) or wording.region_sentence(rows)
    return finding[:1].upper() + finding[1:]


def _subtitle(rows: Sequence[MeasureRow], held: Sequence[MeasureRow], region: Place, framework: str) -> str:
    measure = rows[0].measure
    unit = "number" if measure.unit == "count" else measure.unit
    inspected = wording.inspected_span(row.inspected for row in held)
    frameworks = wording.listed(dict.fromkeys(row.framework for row in held if row.framework)) or framework
    where = ", ".join(filter(None, [region.name, frameworks, inspected]))
    order = "order of value, the highest first" if comparison.may_rank(rows) else "alphabetical order"
    ordered = f" PDUs in {order}." if len(held) > 1 else ""
    base = f", {wording.bases_phrase(held)}" if held and measure.unit == "%" else ""
    return f"{measure.name} ({unit}){base}. {where}.{ordered} {wording.direction(measure.direction)}"


def _mark(row: MeasureRow, this: Place | None) -> Mark:
    interval = wording.measure_interval(row)
    limits = f"95% interval {wording.interval_limits(interval)}" if interval else ""
    origin = wording.origin_note(row.source).strip(" ()")
    return Mark(
        label=wording.unit_label(row),
        value=None if wording.is_count_only(row) else row.value,
        value_label=wording.measure_value(row),
        detail=", ".join(filter(None, [_base(row), limits, origin])),
        role=Role.THIS if this is None or row.unit.slug == this.slug else Role.PEER,
        interval=interval,
    )


def _base(row: MeasureRow) -> str:
    """ "18 of 41 inspected cases (inferred)"; only the base where the count is not known."""
    count = wording.measure_count(row)
    if wording.is_count_only(row):
        return f"{row.base}, too few for a percentage".strip(", ")
    if count is None or row.n is None or row.measure.unit == "count":
        return wording.base_of(row)
    words = f"{wording.count_of(count, row.n)} {row.base}".strip()
    return f"{words} (inferred)" if row.numerator is None else words


def _comparator_marks(row: MeasureRow, *, has_lines: bool) -> list[Mark]:
    """Comparators that are no lines, because there are too many of them, are bars under their own unit's."""
    if has_lines:
        return []
    return [
        Mark(
            label=comparator_label(wording.comparator_name(comparator), [row.unit.name]),
            value=comparator.value,
            value_label=wording.value_with_unit(comparator.value, row.measure.unit),
            role=Role.COMPARATOR,
        )
        for comparator in row.comparators
    ]


def _extent(mark: Mark) -> list[Decimal | float]:
    values: list[Decimal | float] = [] if mark.value is None else [mark.value]
    return [*values, mark.interval.upper] if mark.interval else values


def _missing_marks(missing: Sequence[MeasureRow], *, are_all: bool) -> tuple[Mark, ...]:
    """A few are named in the drawing; of many the drawing gives the number, and a note the names."""
    if len(missing) <= MISSING_MARKS_AT_MOST:
        return tuple(
            Mark(label=row.unit.name, value=None, value_label=wording.absence_phrase(row.absence)) for row in missing
        )
    others = f"{len(missing)} PDUs" if are_all else f"{len(missing)} other PDUs"
    return (Mark(label=others, value=None, value_label="no figure held here (named below)"),)


def _details(groups: Sequence[Group], lines: Sequence[ReferenceLine], missing: Sequence[MeasureRow]) -> str:
    parts = [words for group in groups for words in (group.heading, *(mark.words for mark in group.marks)) if words]
    parts += [line.label for line in lines]
    if missing:
        parts.append(f"No figure held here for {wording.pdus(len(missing))} ({missing_words(_why(missing))})")
    return "".join(f"{part}. " for part in parts).strip()


def _notes(rows: Sequence[MeasureRow], held: Sequence[MeasureRow], missing: Sequence[MeasureRow]) -> tuple[str, ...]:
    notes = [*average_notes(rows)]
    if any(wording.measure_interval(row) for row in held):
        notes.append(INTERVAL_NOTE)
    if any(row.numerator is None and wording.measure_count(row) is not None for row in held):
        notes.append(INFERRED_NOTE)
    said = dict.fromkeys(filter(None, (wording.selection_note(row) for row in held)))
    notes += [f"{words[:1].upper()}{words[1:]}." for words in said]
    if missing:
        notes.append(missing_note(_why(missing), every=len({row.unit.slug for row in rows})))
    return tuple(notes)


def _why(missing: Sequence[MeasureRow]) -> list[tuple[Place, Absence | None]]:
    return [(row.unit, row.absence) for row in missing]
