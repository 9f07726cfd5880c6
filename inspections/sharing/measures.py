"""Measures as export rows: one for each value and each comparator of it."""

from collections.abc import Iterable, Iterator, Sequence

from inspections import comparison, wording
from inspections.comparison import NotPooled
from inspections.rows import ComparatorRow, MeasureRow, Place
from inspections.sharing.export_row import ExportRow, of_edition, of_place, of_source


def exported_measures(
    rows: Iterable[MeasureRow], *, region: Place, round_label: str, site: str, note: str = ""
) -> Iterator[ExportRow]:
    """A line for each value, or why there is none; of a value with several comparators, a line for each."""
    for row in rows:
        for comparator in row.comparators or (None,):
            yield _exported(row, comparator, region=region, round_label=round_label, site=site, note=note)


def exported_pooled(rows: Sequence[MeasureRow], *, region: Place, round_label: str) -> Iterator[ExportRow]:
    """The average of the PDUs held here as a line of its own, said to be calculated here; nothing without one."""
    pooled = comparison.averages(rows).pooled
    if isinstance(pooled, NotPooled):
        return
    yield ExportRow(
        region_code=region.slug,
        region=region.name,
        pdu_code="",
        pdu=f"{wording.held_of(pooled)} held here, pooled",
        round=round_label,
        measure_id=rows[0].measure.slug,
        measure=rows[0].measure.name,
        value=f"{pooled.value:f}",
        unit=rows[0].measure.unit,
        base=pooled.base,
        n=str(pooled.n),
        count=str(pooled.numerator),
        count_origin="inferred here" if pooled.is_inferred else "as published",
        origin="calculated here",
        note=wording.pooled_note(pooled),
    )


def _exported(
    row: MeasureRow, comparator: ComparatorRow | None, *, region: Place, round_label: str, site: str, note: str
) -> ExportRow:
    interval = wording.measure_interval(row)
    count = wording.measure_count(row)
    notes = [note, "" if row.value is not None else wording.absence_phrase(row.absence), row.qualifier]
    return ExportRow(
        **of_place(row.unit, row.edition.region if row.edition else region),
        **of_edition(row.edition),
        **of_source(row.source, site),
        round=row.edition.round if row.edition else round_label,
        measure_id=row.measure.slug,
        measure=row.measure.name,
        group=wording.value_group(row),
        value="" if row.value is None else f"{row.value:f}",
        unit=row.measure.unit,
        base=row.base,
        n="" if row.n is None else str(row.n),
        count="" if count is None else str(count),
        count_origin="" if count is None else "as published" if row.numerator is not None else "inferred here",
        interval_lower=f"{interval.lower:.1f}" if interval else "",
        interval_upper=f"{interval.upper:.1f}" if interval else "",
        comparator="" if comparator is None else f"{comparator.value:f}",
        comparator_kind="" if comparator is None else wording.comparator_name(comparator),
        note="; ".join(filter(None, [*notes, str(row.measure.direction)])),
    )
