"""Key questions as export rows."""

from collections.abc import Iterable, Iterator

from inspections import wording
from inspections.rows import KeyQuestionRow, Place
from inspections.sharing.export_row import ExportRow, of_edition, of_place, of_source


def exported_questions(
    rows: Iterable[KeyQuestionRow], *, region: Place, round_label: str, site: str
) -> Iterator[ExportRow]:
    """A line for each result of a delivery unit, or why there is none. Rows without a unit are left out."""
    for row in rows:
        if row.unit is not None:
            yield _exported(row, row.unit, region=region, round_label=round_label, site=site)


def _exported(row: KeyQuestionRow, unit: Place, *, region: Place, round_label: str, site: str) -> ExportRow:
    interval = wording.key_question_interval(row)
    is_counted = row.percentage is not None and row.numerator is not None
    notes = [
        "" if row.percentage is not None else wording.absence_phrase(row.absence),
        "lowest of its standard: drives the rating" if row.is_lowest and row.percentage is not None else "",
    ]
    return ExportRow(
        **of_place(unit, row.edition.region if row.edition else region),
        **of_edition(row.edition),
        **of_source(row.source, site),
        round=row.edition.round if row.edition else round_label,
        measure_id=f"{row.theme}-q{row.number}",
        measure=f"{row.standard}: {row.text}",
        group=wording.key_question_name(row),
        value="" if row.percentage is None else f"{row.percentage:f}",
        unit="%",
        base="inspected cases",
        n="" if row.denominator is None else str(row.denominator),
        count=str(row.numerator) if is_counted else "",
        count_origin="" if not is_counted else "inferred here" if row.numerator_is_inferred else "as published",
        interval_lower=f"{interval.lower:.1f}" if interval else "",
        interval_upper=f"{interval.upper:.1f}" if interval else "",
        note="; ".join(filter(None, notes)),
    )
