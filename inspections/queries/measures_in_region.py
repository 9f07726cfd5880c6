"""All delivery units of a region on every measure, in one round."""

from collections.abc import Iterable

from inspections.models import DeliveryUnit, Edition, Measure, MeasureValue
from inspections.queries.measure_rows import definition, measure_row, with_everything
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, absence, edition_row
from inspections.rows import MeasureRow, Place


def measures_in_region(
    region_slug: str, round_label: str, *, slug: str = "", is_headline: bool | None = None
) -> dict[str, tuple[MeasureRow, ...]]:
    """By the measure's slug, in the order of the measures, a row for every delivery unit by name.

    It is the unit's newest published value of the round, or why there is none. A row has the framework of its
    inspection, by which values of two frameworks in one round are told apart. Only the measure of that `slug`, or those
    that are (no) headline measures, where that is asked: there are dozens, and a page shows a few. Six statements,
    whatever the number of units and measures.
    """
    asked = {"slug": slug or None, "is_headline": is_headline}
    measures = list(Measure.objects.filter(**{name: value for name, value in asked.items() if value is not None}))
    editions = {
        edition.pk: edition
        for edition in Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .select_related(*WITH_PLACE, "report")
        .prefetch_related(WITH_DATES)
    }
    newest = _newest_rows(measures, editions)
    of_unit = {edition.inspection.delivery_unit_id: edition for edition in editions.values()}
    units = list(DeliveryUnit.objects.filter(region__slug=region_slug))

    def row(measure: Measure, unit: DeliveryUnit) -> MeasureRow:
        return newest.get((measure.pk, unit.pk)) or _missing(measure, unit, of_unit.get(unit.pk))

    return {measure.slug: tuple(row(measure, unit) for unit in units) for measure in measures}


def _newest_rows(measures: Iterable[Measure], editions: dict[int, Edition]) -> dict[tuple[int, int | None], MeasureRow]:
    """The value of each measure and unit: one without a date is of the inspection, and newer than any."""
    values = (
        with_everything(MeasureValue.objects.filter(edition__in=editions, measure__in=measures))
        # The last one stays: of one date, a value without a group is of the whole unit.
        .order_by("as_of", "-cohort")
    )
    newest = {(value.measure_id, value.edition_id): value for value in values}
    rows = {pk: edition_row(edition) for pk, edition in editions.items()}
    return {
        (measure, editions[edition].inspection.delivery_unit_id): measure_row(value, editions[edition], rows[edition])
        for (measure, edition), value in newest.items()
    }


def _missing(measure: Measure, unit: DeliveryUnit, edition: Edition | None) -> MeasureRow:
    return MeasureRow(unit=Place(name=unit.name, slug=unit.slug), measure=definition(measure), absence=absence(edition))
