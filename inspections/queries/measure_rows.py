"""How a stored measure value becomes a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from django.db.models import Prefetch, QuerySet

from inspections.models import (
    Comparator,
    DeliveryUnit,
    Edition,
    Measure,
    MeasureValue,
)
from inspections.queries.sourcing import cited, edition_row, plain, precise
from inspections.rows import ComparatorRow, Direction, EditionRow, MeasureDefinition, MeasureRow, Place

WITH_COMPARATORS: "Prefetch[Any, Any, Any]" = Prefetch(
    "comparators",
    Comparator.objects.select_related("citation__source").order_by("kind", "place"),
    to_attr="comparators_held",
)


# PostgreSQL puts what has no date first: it is of the inspection, and newer than any.
NEWEST_FIRST = ("-as_of", "cohort")


def with_everything(values: "QuerySet[MeasureValue]") -> "QuerySet[MeasureValue]":
    """Select what `measure_row` needs: one statement more, whatever the number of values."""
    return values.select_related("measure", "citation__source").prefetch_related(WITH_COMPARATORS)


def definition(measure: Measure) -> MeasureDefinition:
    """A measure as charts and wording know it."""
    return MeasureDefinition(
        name=measure.name,
        slug=measure.slug,
        unit=measure.unit,
        direction=Direction(measure.direction),
        is_headline=measure.is_headline,
        description=measure.description,
    )


def measure_rows(
    values: Iterable[MeasureValue], editions: Mapping[int, Edition]
) -> Iterator[tuple[MeasureValue, MeasureRow]]:
    """Each value with its row. `editions` are by id; the values are in the order of `NEWEST_FIRST`.

    A value is an earlier one where its edition has a newer one of the same measure and group.
    """
    rows = {pk: edition_row(edition) for pk, edition in editions.items()}
    newest: set[tuple[int, int, str]] = set()
    for value in values:
        of, row = (value.edition_id, value.measure_id, value.cohort), rows[value.edition_id]
        yield value, replace(measure_row(value, editions[value.edition_id], row), is_earlier=of in newest)
        newest.add(of)


def measure_row(value: MeasureValue, of: Edition, edition: EditionRow) -> MeasureRow:
    """One value with its base and comparators. Needs `with_everything`.

    It is `of` an edition with its report selected. `edition` is that one as a row, which all its values share.
    """
    unit = cast(DeliveryUnit, of.inspection.delivery_unit)
    return MeasureRow(
        unit=Place(name=unit.name, slug=unit.slug),
        measure=definition(value.measure),
        value=plain(value.value),
        qualifier=value.qualifier,
        base=value.base,
        n=value.denominator,
        numerator=value.numerator,
        cohort=value.cohort,
        is_case_sample=value.is_case_sample,
        is_n_elsewhere=value.is_denominator_elsewhere,
        as_of=precise(value.as_of, value.as_of_precision),
        as_of_words=value.as_of_words,
        source=cited(value.citation),
        inspected=edition.inspected,
        report_title=of.report.title if of.report else "",
        edition=edition,
        comparators=tuple(_comparator_row(comparator) for comparator in value.comparators_held),
    )


def _comparator_row(comparator: Comparator) -> ComparatorRow:
    return ComparatorRow(
        label=comparator.get_kind_display(),
        value=plain(comparator.value),
        source=cited(comparator.citation),
        as_of=precise(comparator.as_of, comparator.as_of_precision),
    )
