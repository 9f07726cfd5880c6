"""Measures as export rows: one for each value and each comparator of it."""

from collections.abc import Iterable, Iterator, Sequence

from inspections import comparison, wording
from inspections.comparison import Average
from inspections.rows import ComparatorRow, MeasureRow, Place
from inspections.sharing.export_row import ExportRow, noted, of_cases, of_source, of_subject, source_link, whole


def exported_measures(
    rows: Iterable[MeasureRow], *, region: Place, round_label: str, site: str, note: str = ""
) -> Iterator[ExportRow]:
    """A line for each value, or why there is none; of a value with several comparators, a line for each."""
    for row in rows:
        for comparator in row.comparators or (None,):
            yield _exported(row, comparator, region=region, round_label=round_label, site=site, note=note)


def exported_pooled(rows: Sequence[MeasureRow], *, region: Place, round_label: str) -> Iterator[ExportRow]:
    """The average of the PDUs held here as a line of its own, said to be calculated here; nothing without one.

    Of several kinds of value a line for each, with the framework and group that it is of.
    """
    for kind, averages in comparison.averages_by_kind(rows):
        if isinstance(averages.pooled, Average):
            yield _pooled(averages.pooled, kind, region=region, round_label=round_label)


def _pooled(pooled: Average, kind: Sequence[MeasureRow], *, region: Place, round_label: str) -> ExportRow:
    return ExportRow(
        region_code=region.slug,
        region=region.name,
        pdu_code="",
        pdu=f"{wording.held_of(pooled)} held here, pooled",
        round=round_label,
        measure_id=kind[0].measure.slug,
        measure=kind[0].measure.name,
        group=kind[0].cohort,
        value=f"{pooled.value:f}",
        unit=kind[0].measure.unit,
        base=pooled.base,
        framework=kind[0].framework,
        data_version=whole(max((row.edition.release for row in kind if row.edition), default=None)),
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
    return ExportRow(
        **of_subject(row.unit, row.edition, region=region, round_label=round_label),
        **of_source(row.source, site),
        **of_cases(n=row.n, count=wording.measure_count(row), is_inferred=row.numerator is None, interval=interval),
        **(_of_comparator(comparator, site) if comparator else {}),
        measure_id=row.measure.slug,
        measure=row.measure.name,
        group=wording.value_group(row),
        value="" if row.value is None else f"{row.value:f}",
        unit=row.measure.unit,
        base=row.base,
        note=noted(
            note,
            "" if row.value is not None else wording.absence_phrase(row.absence),
            row.qualifier,
            wording.EARLIER if row.is_earlier else "",
            wording.FEW_CASES if row.value is not None and wording.is_count_only(row) else "",
            wording.INTERVAL if interval else "",
            wording.selection_note(row),
            str(row.measure.direction),
        ),
    )


def _of_comparator(comparator: ComparatorRow, site: str) -> dict[str, str]:
    return {
        "comparator": f"{comparator.value:f}",
        "comparator_kind": wording.comparator_name(comparator),
        "comparator_source": source_link(comparator.source, site),
    }
