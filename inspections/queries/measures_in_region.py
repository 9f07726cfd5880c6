"""All delivery units of a region on every measure, in one round."""

from collections.abc import Mapping

from inspections.models import DeliveryUnit, Edition, Measure, MeasureValue
from inspections.queries.measure_rows import NEWEST_FIRST, definition, measure_rows, with_everything
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, absence, edition_row
from inspections.rows import MeasureRow, Place


def measures_in_region(
    region_slug: str, round_label: str, *, slug: str = "", is_headline: bool | None = None
) -> dict[str, tuple[MeasureRow, ...]]:
    """By the measure's slug, in the order of the measures, at least a row for every delivery unit by name.

    Of a unit these are all its published values of the round: one for each group, that of the whole unit first, and
    then the earlier ones; or why there is none. A row has the framework of its inspection, by which values of two
    frameworks in one round are told apart. Only the measure of that `slug`, or those that are (no) headline measures,
    where that is asked: there are dozens, and a page shows a few. Six statements, whatever the number of units and
    measures.
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
    held = _held(editions)
    of_unit = {edition.inspection.delivery_unit_id: edition for edition in editions.values()}
    units = list(DeliveryUnit.objects.filter(region__slug=region_slug))

    def rows(measure: Measure, unit: DeliveryUnit) -> list[MeasureRow]:
        edition = of_unit.get(unit.pk)
        found = held.get((measure.pk, edition.pk), []) if edition else []
        return found or [_missing(measure, unit, edition)]

    return {measure.slug: tuple(row for unit in units for row in rows(measure, unit)) for measure in measures}


def _held(editions: Mapping[int, Edition]) -> dict[tuple[int, int], list[MeasureRow]]:
    """All values, by measure and edition."""
    values = with_everything(MeasureValue.objects.filter(edition__in=editions)).order_by(*NEWEST_FIRST)
    held: dict[tuple[int, int], list[MeasureRow]] = {}
    for value, row in measure_rows(values, editions):
        held.setdefault((value.measure_id, value.edition_id), []).append(row)
    return {key: sorted(rows, key=lambda row: (row.is_earlier, row.cohort)) for key, rows in held.items()}


def _missing(measure: Measure, unit: DeliveryUnit, edition: Edition | None) -> MeasureRow:
    return MeasureRow(
        unit=Place(name=unit.name, slug=unit.slug),
        measure=definition(measure),
        absence=absence(edition),
        edition=edition_row(edition) if edition else None,
    )
