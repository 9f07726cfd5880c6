"""The measures of several delivery units, side by side."""

from collections.abc import Sequence

from inspections.models import MeasureValue
from inspections.queries.compared_subjects import Subject
from inspections.queries.measure_rows import NEWEST_FIRST, definition, measure_rows, with_everything
from inspections.rows import ComparedMeasure, MeasureDefinition, MeasureRow


def compared_measures(subjects: Sequence[Subject]) -> tuple[ComparedMeasure, ...]:
    """Every measure that one of the units has a value of, headline measures first. Two statements.

    Of one unit, values of a measure are in the order of its own page: newest first, then by group.
    """
    editions = {subject.edition.pk: subject.edition for subject in subjects if subject.edition}
    values = with_everything(MeasureValue.objects.filter(edition__in=editions)).order_by(
        "-measure__is_headline", "measure__position", *NEWEST_FIRST
    )
    found: dict[MeasureDefinition, dict[int, list[MeasureRow]]] = {}
    for value, row in measure_rows(values, editions):
        found.setdefault(definition(value.measure), {}).setdefault(value.edition_id, []).append(row)
    return tuple(
        ComparedMeasure(
            measure=measure,
            cells=tuple(
                tuple(rows[subject.edition.pk])
                if subject.edition and subject.edition.pk in rows
                else (_missing(measure, subject),)
                for subject in subjects
            ),
        )
        for measure, rows in found.items()
    )


def _missing(measure: MeasureDefinition, subject: Subject) -> MeasureRow:
    return MeasureRow(unit=subject.place, measure=measure, absence=subject.absence(), edition=subject.edition_row)
