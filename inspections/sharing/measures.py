"""Measures as export rows: one for each value and each comparator of it."""

from collections.abc import Iterable, Iterator

from inspections import wording
from inspections.rows import ComparatorRow, MeasureRow, Place
from inspections.sharing.export_row import ExportRow, noted, of_cases, of_source, of_subject, source_link


def exported_measures(
    rows: Iterable[MeasureRow], *, region: Place, round_label: str, site: str, note: str = ""
) -> Iterator[ExportRow]:
    """A line for each value, or why there is none; of a value with several comparators, a line for each."""
    for row in rows:
        for comparator in row.comparators or (None,):
            yield _exported(row, comparator, region=region, round_label=round_label, site=site, note=note)


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
            wording.FEW_CASES if row.value is not None and wording.is_count_only(row) else "",
            wording.INTERVAL if interval else "",
            str(row.measure.direction),
        ),
    )


def _of_comparator(comparator: ComparatorRow, site: str) -> dict[str, str]:
    return {
        "comparator": f"{comparator.value:f}",
        "comparator_kind": wording.comparator_name(comparator),
        "comparator_source": source_link(comparator.source, site),
    }
