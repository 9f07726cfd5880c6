"""A region's delivery units on one key question, made to stand beside those on the same strand."""

from collections.abc import Sequence

from inspections import comparison, wording
from inspections.charts import theme
from inspections.charts.chart import Chart, Group, LineStyle, Mark, NoRowsError, ReferenceLine, Shape
from inspections.charts.key_questions import JUDGEMENT_NOTE
from inspections.charts.notes import INFERRED_NOTE, INTERVAL_NOTE, missing_note, missing_words, source_text
from inspections.rows import Absence, BandRow, KeyQuestionRow, Place

BANDS_NOTE = "The rating of a standard goes by its lowest key question: the lines apply to that one only."
BAND_STYLES = (LineStyle.DASHED, LineStyle.DOTTED)


def key_question_by_unit(
    rows: Sequence[KeyQuestionRow],
    *,
    region: Place,
    chart_id: str,
    bands: Sequence[BandRow] = (),
    source_url: str = "",
    names_missing: bool = True,
) -> Chart:
    """A dot from 0 to 100 for each percentage held, by name, with its count and interval; in words what has none.

    `rows` are of one question, one for each delivery unit. `bands` are drawn where they are of the question's
    framework. Without `names_missing` the delivery units that have no figure are counted only: of several charts that
    stand together the page names them once.
    """
    if not rows:
        raise NoRowsError("a chart needs at least one row, if only of what is missing")
    by_name = sorted(((row.unit, row) for row in rows if row.unit), key=lambda pair: pair[0].sort_name)
    held = [(unit, row) for unit, row in by_name if row.percentage is not None]
    missing = [(unit, row.absence) for unit, row in by_name if row.percentage is None]
    marks = tuple(_mark(row, unit) for unit, row in held)
    lines = _band_lines([band for band in bands if band.framework == rows[0].framework])
    return Chart(
        id=chart_id,
        finding=wording.region_question_sentence(rows, has_interval=False),
        subtitle=_subtitle(rows, region),
        details=_details(marks, lines, missing, names_missing=names_missing),
        unit="%",
        axis=theme.HUNDRED,
        groups=(Group(marks=marks), Group(marks=_missing_marks(missing, are_all=not marks))),
        reference_lines=lines,
        source_text=source_text(
            (row.report_title, row.edition.inspected if row.edition else None, row.source, unit) for unit, row in held
        ),
        source_url=source_url,
        notes=_notes(rows, lines, missing, names_missing=names_missing),
        is_compact=True,
    )


def _subtitle(rows: Sequence[KeyQuestionRow], region: Place) -> str:
    inspected = wording.inspected_span(row.edition.inspected for row in rows if row.edition)
    where = ", ".join(filter(None, [region.name, rows[0].framework, inspected]))
    order = " PDUs in alphabetical order." if sum(row.percentage is not None for row in rows) > 1 else ""
    return f"{rows[0].text} Share of inspected cases judged satisfactory (%). {where}.{order} Higher is better."


def _mark(row: KeyQuestionRow, unit: Place) -> Mark:
    interval = wording.key_question_interval(row)
    origin = wording.origin_note(row.source).strip(" ()")
    return Mark(
        label=unit.name,
        value=None if comparison.is_count_only(row.denominator) else row.percentage,
        value_label=wording.key_question_figure(row),
        detail=f"95% interval {wording.interval_limits(interval)}" if interval else "",
        remark=", ".join(filter(None, [wording.lowest_remark(row), origin])),
        shape=Shape.DOT,
        interval=interval,
    )


def _missing_marks(missing: Sequence[tuple[Place, Absence | None]], *, are_all: bool) -> tuple[Mark, ...]:
    """How many there are; a note names them."""
    if not missing:
        return ()
    units = wording.pdus(len(missing)) if are_all else f"{len(missing)} other PDU{'s' if len(missing) > 1 else ''}"
    return (Mark(label=units, value=None, value_label="no figure held here (named below)", shape=Shape.DOT),)


def _band_lines(bands: Sequence[BandRow]) -> tuple[ReferenceLine, ...]:
    """A line where a rating begins. The lowest begins at nought, where the axis is."""
    begun = [band for band in bands if band.lower > 0]
    return tuple(
        ReferenceLine(
            label=f"Lower end of {band.rating}: {band.lower} (verified)",
            value=theme.HUNDRED.maximum * band.lower / 100,
            style=BAND_STYLES[index % len(BAND_STYLES)],
        )
        for index, band in enumerate(begun)
    )


def _details(
    marks: Sequence[Mark],
    lines: Sequence[ReferenceLine],
    missing: Sequence[tuple[Place, Absence | None]],
    *,
    names_missing: bool,
) -> str:
    parts = [mark.words for mark in marks] + [line.label for line in lines]
    if missing:
        names = f" ({missing_words(missing)})" if names_missing else ""
        parts.append(f"No figure held here for {wording.pdus(len(missing))}{names}")
    return "".join(f"{part}. " for part in parts).strip()


def _notes(
    rows: Sequence[KeyQuestionRow],
    lines: Sequence[ReferenceLine],
    missing: Sequence[tuple[Place, Absence | None]],
    *,
    names_missing: bool,
) -> tuple[str, ...]:
    notes = list(reading_notes(rows))
    if lines:
        notes.append(BANDS_NOTE)
    if missing:
        notes.append(missing_note(missing, every=len(rows), has_names=names_missing))
    return tuple(notes)


def reading_notes(rows: Sequence[KeyQuestionRow]) -> tuple[str, ...]:
    """What a reader has to know of any chart of these rows. Of several that stand together the page says it once."""
    has_intervals = any(wording.key_question_interval(row) for row in rows)
    has_inferred = any(row.numerator_is_inferred and row.numerator is not None for row in rows)
    return (
        JUDGEMENT_NOTE,
        *([INTERVAL_NOTE] if has_intervals else []),
        *([INFERRED_NOTE] if has_inferred else []),
    )
