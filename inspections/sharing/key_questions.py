"""Key questions as export rows."""

from collections.abc import Iterable, Iterator

from inspections import comparison, wording
from inspections.rows import KeyQuestionRow, Place
from inspections.sharing.export_row import ExportRow, noted, of_cases, of_source, of_subject


def exported_questions(
    rows: Iterable[KeyQuestionRow], *, region: Place, round_label: str, site: str
) -> Iterator[ExportRow]:
    """A line for each result of a delivery unit, or why there is none. Rows without a unit are left out."""
    for row in rows:
        if row.unit is not None:
            yield _exported(row, row.unit, region=region, round_label=round_label, site=site)


def _exported(row: KeyQuestionRow, unit: Place, *, region: Place, round_label: str, site: str) -> ExportRow:
    is_held = row.percentage is not None
    interval = wording.key_question_interval(row)
    return ExportRow(
        **({"framework": row.framework} | of_subject(unit, row.edition, region=region, round_label=round_label)),
        **of_source(row.source, site),
        **of_cases(
            n=row.denominator,
            count=row.numerator if is_held else None,
            is_inferred=row.numerator_is_inferred,
            interval=interval,
        ),
        measure_id=f"{row.theme}-q{row.number}",
        measure=f"{row.standard}: {row.text}",
        group=wording.key_question_name(row),
        value="" if row.percentage is None else f"{row.percentage:f}",
        unit="%",
        base="inspected cases",
        note=noted(
            "" if is_held else wording.absence_phrase(row.absence),
            wording.lowest_remark(row),
            wording.FEW_CASES if is_held and comparison.is_count_only(row.denominator) else "",
            wording.INTERVAL if interval else "",
        ),
    )
