"""Figures that are values of known measures, with what the report sets beside them, written to an edition."""

from collections.abc import Sequence

from inspections.importing.checks.twice import measure_key
from inspections.importing.parsed import ParsedComparator, ParsedMeasureValue
from inspections.importing.recording.writing import Writing, possible_counts
from inspections.models import Comparator, Figure, Measure, MeasureValue

CASE_SAMPLE = "inspected cases"  # how the base of a share of the case sample begins


def write_measure_values(writing: Writing, figures: Sequence[Figure]) -> None:
    """`figures` are the edition's, in the order of the report's. Of a measure stated twice the first is written."""
    measures = {measure.slug: measure for measure in Measure.objects.all()}
    written = set()
    for parsed in writing.report.measure_values:
        if parsed.slug in measures and measure_key(parsed) not in written:
            written.add(measure_key(parsed))
            _write_measure_value(writing, measures[parsed.slug], parsed, figures[parsed.figure])


def _write_measure_value(writing: Writing, measure: Measure, parsed: ParsedMeasureValue, figure: Figure) -> None:
    stated = writing.report.figures[parsed.figure]
    parts = [parsed.slug, *([parsed.as_of.date.isoformat()[:7]] if parsed.as_of else [])]
    value = MeasureValue.objects.create(
        edition=writing.edition,
        citation=writing.stored.cite(writing.edition, writing.keys.named(*parts), stated, stated.quote),
        measure=measure,
        figure=figure,
        value=parsed.value,
        qualifier=parsed.qualifier,
        base=parsed.base,
        **possible_counts(parsed.numerator, parsed.denominator or parsed.n),
        is_denominator_elsewhere=parsed.n_is_inferred,
        is_case_sample=parsed.base.startswith(CASE_SAMPLE),
        cohort=parsed.cohort,
        as_of=parsed.as_of.date if parsed.as_of else None,
        as_of_precision=parsed.as_of.precision.value if parsed.as_of else "",
        as_of_words=parsed.as_of_words,
    )
    for comparator in parsed.comparators:
        _write_comparator(writing, value, comparator, parts)


def _write_comparator(writing: Writing, value: MeasureValue, parsed: ParsedComparator, parts: list[str]) -> None:
    stated = writing.report.figures[parsed.figure]
    key = writing.keys.named(*parts, parsed.kind.name.replace("_", "-"))
    Comparator.objects.create(
        measure_value=value,
        citation=writing.stored.cite(writing.edition, key, stated, stated.quote),
        kind=parsed.kind.value,
        region=writing.matched.region,
        place=parsed.place or "",
        value=parsed.value,
    )
