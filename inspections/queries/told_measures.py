"""What an edition says of measures: each value, and what its report sets beside it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from inspections import wording
from inspections.models import Comparator, Edition, Figure, MeasureValue
from inspections.queries.told_fact import CITED, Known, told_fact
from inspections.queries.told_words import date_words, figure_words, share_words
from inspections.rows import ToldField

BESIDE: "Prefetch[Any, Any, Any]" = Prefetch(
    "comparators", Comparator.objects.select_related("region", *CITED), to_attr="comparators_held"
)


def told_measures(edition: Edition) -> Iterator[ToldField]:
    """The values with their comparators. Two statements."""
    values = edition.measure_values.select_related("measure", "figure__citation", *CITED)
    for value in values.prefetch_related(BESIDE):
        yield from _measured(value)


def _measured(value: MeasureValue) -> Iterator[ToldField]:
    """A value of a measure, and what its report sets beside it."""
    of = f" ({value.cohort})" if value.cohort else ""
    label, unit = f"{value.measure.name}{of}", value.measure.unit
    words = wording.value_with_unit(value.value, unit, qualifier=value.qualifier)
    date = date_words(value.as_of, value.as_of_precision)
    yield from told_fact(
        value.citation,
        fact="measure value",
        label=label,
        fields={
            "value": words,
            "base": value.base,
            "count": share_words(value.numerator, value.denominator),
            "where its number of cases or people is given": _where(value),
            "date": date,
            "date in the report's words": value.as_of_words,
            "sample": f"{'' if value.is_case_sample else 'not '}a share of the inspected cases",
            "read from the figure": _figure(value.figure),
        },
        named=f"({date})" if date else "",
    )
    for beside in value.comparators_held:
        yield from told_fact(
            beside.citation,
            fact="comparator",
            label=f"{label}, beside it: {beside.get_kind_display()}",
            fields={
                "value": wording.value_with_unit(beside.value, unit),
                "place": beside.place,
                "region": beside.region.name if beside.region else "",
                "date": date_words(beside.as_of, beside.as_of_precision),
                "beside the value": Known(words=words, identity=(value.citation.key,)),
            },
        )


def _where(value: MeasureValue) -> str:
    """Of a number that is held, or said to be in another sentence."""
    if value.is_denominator_elsewhere:
        return "in another sentence"
    return "" if value.denominator is None else "in the sentence of the value"


def _figure(figure: Figure | None) -> Known | str:
    return Known(words=figure_words(figure), identity=(figure.citation.key,)) if figure else ""
