"""A region's delivery units on one measure: the first case is Doncaster's 38% against the published 32%."""

from collections.abc import Sequence
from decimal import Decimal

from inspections import wording
from inspections.charts import theme
from inspections.charts.chart import Chart, Group, LineStyle, Mark, NoRowsError, ReferenceLine, Role
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
    """One bar for each value held, in alphabetical order, and words for each that is not.

    `rows` are of one measure. With `this` the finding is about that delivery unit and the others are grey.
    """
    if not rows:
        raise NoRowsError("a chart needs at least one row, if only of what is missing")
    measure = rows[0].measure
    rows = sorted(rows, key=lambda row: wording.unit_label(row).casefold())
    held = [row for row in rows if row.value is not None]
    missing = [row for row in rows if row.value is None]
    lines = _reference_lines(rows)
    marks = tuple(mark for row in held for mark in (_mark(row, this), *_comparator_marks(row, has_lines=bool(lines))))
    values = [number for mark in marks for number in _extent(mark)] + [line.value for line in lines]
    return Chart(
        id=f"{measure.slug}-by-pdu",
        finding=_finding(rows, this),
        subtitle=_subtitle(rows, held, region, framework),
        details=_details(marks, lines, missing),
        unit=measure.unit,
        axis=theme.axis_for(values, measure.unit),
        groups=(Group(marks=marks), Group(marks=_missing_marks(missing, are_all=not held))),
        reference_lines=lines,
        source_text=source_text((row.report_title, row.inspected, row.source, row.unit) for row in held),
        source_url=source_url,
        notes=_notes(rows, held, missing),
    )


def _finding(rows: Sequence[MeasureRow], this: Place | None) -> str:
    about = [row for row in rows if this and row.unit.slug == this.slug]
    return "; ".join(wording.comparison_sentence(row) for row in about) or wording.region_sentence(rows)


def _subtitle(rows: Sequence[MeasureRow], held: Sequence[MeasureRow], region: Place, framework: str) -> str:
    measure = rows[0].measure
    unit = "number" if measure.unit == "count" else measure.unit
    dates = sorted({row.inspected for row in held if row.inspected}, key=lambda precise: precise.date)
    inspected = wording.inspected_from(dates[0], dates[-1]) if dates else ""
    where = ", ".join(filter(None, [region.name, framework, inspected]))
    order = "" if len(held) <= 1 else " PDUs in alphabetical order."
    return f"{measure.name} ({unit}). {where}.{order} {wording.direction(measure.direction)}"


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
    if count is None or row.n is None:
        return wording.base_phrase(row.base, row.n)
    words = f"{wording.count_of(count, row.n)} {row.base}".strip()
    return f"{words} (inferred)" if row.numerator is None else words


def _reference_lines(rows: Sequence[MeasureRow]) -> tuple[ReferenceLine, ...]:
    """One or two comparators are lines. More would not be told apart: they become bars under their own unit's."""
    found = wording.published_comparators(rows)
    if len(found) > len(LineStyle):
        return ()
    names = [name for name, _ in found]
    return tuple(
        ReferenceLine(
            label=_comparator_label(name, units if names.count(name) > 1 else [])
            + f": {wording.value_with_unit(value, rows[0].measure.unit)}",
            value=value,
            style=style,
        )
        for ((name, value), units), style in zip(found.items(), LineStyle, strict=False)
    )


def _comparator_marks(row: MeasureRow, *, has_lines: bool) -> list[Mark]:
    if has_lines:
        return []
    return [
        Mark(
            label=_comparator_label(wording.comparator_name(comparator), [row.unit.name]),
            value=comparator.value,
            value_label=wording.value_with_unit(comparator.value, row.measure.unit),
            role=Role.COMPARATOR,
        )
        for comparator in row.comparators
    ]


def _comparator_label(name: str, units: Sequence[str]) -> str:
    where = f", {wording.in_reports(units)}" if units else ""
    return name[:1].upper() + name[1:] + where


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


def _details(marks: Sequence[Mark], lines: Sequence[ReferenceLine], missing: Sequence[MeasureRow]) -> str:
    parts = [mark.words for mark in marks] + [line.label for line in lines]
    if missing:
        parts.append(f"No figure held here for {wording.pdus(len(missing))} ({missing_words(_why(missing))})")
    return "".join(f"{part}. " for part in parts).strip()


def _notes(rows: Sequence[MeasureRow], held: Sequence[MeasureRow], missing: Sequence[MeasureRow]) -> tuple[str, ...]:
    notes = [
        f"The {name} of {wording.value_with_unit(value, rows[0].measure.unit)} is the inspectorate's, from the "
        f"report{'s' if len(units) > 1 else ''} on {wording.listed(units)}. It is not an average of what is held here."
        for (name, value), units in wording.published_comparators(rows).items()
    ]
    if any(wording.measure_interval(row) for row in held):
        notes.append(INTERVAL_NOTE)
    if any(row.numerator is None and wording.measure_count(row) is not None for row in held):
        notes.append(INFERRED_NOTE)
    if missing:
        notes.append(missing_note(_why(missing), every=len({row.unit.slug for row in rows})))
    return tuple(notes)


def _why(missing: Sequence[MeasureRow]) -> list[tuple[Place, Absence | None]]:
    return [(row.unit, row.absence) for row in missing]
