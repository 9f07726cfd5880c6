"""Where one delivery unit stands among its region, on one line: small enough for one under every figure of a page."""

from collections.abc import Sequence

from inspections import wording
from inspections.charts import theme
from inspections.charts.averages import average_lines
from inspections.charts.chart import Chart, Group, Mark, Role, Shape
from inspections.charts.notes import source_text
from inspections.rows import MeasureRow


def place_in_region(row: MeasureRow, rows: Sequence[MeasureRow]) -> Chart | None:
    """A dot for the value of `row`, with its interval, and grey ones for those of the region that may be compared.

    Published averages are lines. Of under ten cases there is no dot. The words give every value, and the base that
    stands beside it on the page. None where nothing would stand beside anything: a dot needs another one, or a line.
    """
    others = wording.other_rows(row, rows)
    peers = [_mark(other, Role.PEER) for other in others]
    lines = tuple(line.line for line in average_lines([row, *others]) if line.is_published)
    this = _mark(row, Role.THIS)
    extent = [mark.value for mark in [this, *peers] if mark.value is not None]
    if not extent or len(extent) + len(lines) == 1:
        return None
    limits = [this.interval.upper] if this.interval else []
    base = "" if wording.is_count_only(row) else wording.base_of(row)
    key = row.source.key if row.source else f"{row.unit.slug}-{row.measure.slug}"
    return Chart(
        id=f"{key}-place",
        finding=wording.place_sentence(row, rows),
        subtitle="",
        details=_details(f"{this.words}, {base}" if base else this.words, peers, [line.label for line in lines]),
        unit=row.measure.unit,
        axis=theme.axis_for([*extent, *limits, *(line.value for line in lines)], row.measure.unit),
        groups=(Group(marks=(*peers, this), is_strip=True),),
        reference_lines=lines,
        source_text=source_text([(row.report_title, row.inspected, row.source, row.unit)]),
    )


def _mark(row: MeasureRow, role: Role) -> Mark:
    interval = wording.measure_interval(row) if role is Role.THIS else None
    limits = f"95% interval {wording.interval_limits(interval)}" if interval else ""
    return Mark(
        label=row.unit.name,
        value=None if wording.is_count_only(row) else row.value,
        value_label=wording.measure_value(row),
        detail=limits,
        role=role,
        shape=Shape.DOT,
        interval=interval,
    )


def _details(this: str, peers: Sequence[Mark], lines: Sequence[str]) -> str:
    others = f"Other PDUs: {'; '.join(mark.words for mark in peers)}" if peers else ""
    return "".join(f"{part}. " for part in filter(None, [this, *lines, others])).strip()
