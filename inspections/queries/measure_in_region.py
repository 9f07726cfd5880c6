"""All delivery units of a region on one measure, in one round."""

from inspections.models import DeliveryUnit, Edition, Measure, MeasureValue
from inspections.queries.measure_rows import definition, measure_row, with_everything
from inspections.queries.sourcing import absence
from inspections.rows import MeasureRow, Place


def measure_in_region(region_slug: str, measure_slug: str, round_label: str) -> tuple[MeasureRow, ...]:
    """One row for every delivery unit, by name: the newest published value of the round, or why there is none.

    Six statements, whatever the number of units; () where the measure is not known.
    """
    measure = Measure.objects.filter(slug=measure_slug).first()
    if measure is None:
        return ()
    editions = {
        edition.inspection.delivery_unit_id: edition
        for edition in Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .select_related("inspection")
    }
    values = MeasureValue.objects.published().filter(edition__in=editions.values(), measure=measure)
    newest: dict[int | None, MeasureValue] = {}
    # The last one stays: a value without a date is of the inspection, and one without a group is of the whole unit.
    for value in with_everything(values).order_by("as_of", "-cohort"):
        newest[value.edition.inspection.delivery_unit_id] = value
    return tuple(
        measure_row(newest[unit.pk])
        if unit.pk in newest
        else MeasureRow(
            unit=Place(name=unit.name, slug=unit.slug),
            measure=definition(measure),
            absence=absence(editions.get(unit.pk)),
        )
        for unit in DeliveryUnit.objects.filter(region__slug=region_slug)
    )
