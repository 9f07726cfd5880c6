"""The two averages as reference lines, told apart by how they are drawn and by what they are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspections import comparison, wording
from inspections.charts.chart import LineStyle, ReferenceLine
from inspections.comparison import Average
from inspections.rows import MeasureRow

PUBLISHED_STYLES = (LineStyle.DASHED, LineStyle.DASH_DOT)
POOLED_STYLE = LineStyle.DOTTED


@dataclass(frozen=True, kw_only=True)
class AverageLine:
    """An average across all marks, and whose it is."""

    line: ReferenceLine
    is_published: bool


def average_lines(rows: Sequence[MeasureRow]) -> tuple[AverageLine, ...]:
    """One or two published averages and the pooled one, each in a style of its own; () for several kinds of value.

    More published ones would not be told apart: they are left out here, to be bars.
    """
    if len(comparison.kinds_of_value(rows)) > 1:
        return ()
    averages, unit = comparison.averages(rows), rows[0].measure.unit
    lines = []
    if len(averages.published) <= len(PUBLISHED_STYLES):
        names = [wording.comparator_name(average) for average in averages.published]
        for average, name, style in zip(averages.published, names, PUBLISHED_STYLES, strict=False):
            units = [place.name for place in average.reports] if names.count(name) > 1 else []
            lines.append(_line(average, comparator_label(name, units), unit, style))
    if isinstance(averages.pooled, Average):
        label = f"Average of the {wording.held_of(averages.pooled)} held here, {wording.pooled_by(averages.pooled)}"
        lines.append(_line(averages.pooled, label, unit, POOLED_STYLE))
    return tuple(lines)


def average_notes(rows: Sequence[MeasureRow]) -> tuple[str, ...]:
    """Whose each average is, as sentences; of several kinds of value, which of them it is of."""
    by_kind = comparison.averages_by_kind(rows)
    kinds = [kind for kind, _ in by_kind]
    notes = []
    for kind, averages in by_kind:
        of_kind = [wording.published_note(average, rows[0].measure.unit) for average in averages.published]
        if isinstance(averages.pooled, Average):
            of_kind.append(wording.pooled_note(averages.pooled))
        notes += [wording.of_kind(note, kind, kinds) for note in of_kind]
    return tuple(notes)


def comparator_label(name: str, units: Sequence[str]) -> str:
    """ "Published regional average, in the report on Leeds"."""
    where = f", {wording.in_reports(units)}" if units else ""
    return name[:1].upper() + name[1:] + where


def _line(average: Average, label: str, unit: str, style: LineStyle) -> AverageLine:
    words = f"{label}: {wording.value_with_unit(average.value, unit)}"
    return AverageLine(
        line=ReferenceLine(label=words, value=average.value, style=style),
        is_published=average.kind is comparison.AverageKind.PUBLISHED,
    )
