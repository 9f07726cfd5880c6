"""How the delivery units of a region were rated, round by round."""

from inspections.models import DeliveryUnit, Edition, Framework
from inspections.queries.inspection_rows import InspectionsHeld, inspections_held
from inspections.rows import InspectionRow, RoundRatings


def region_ratings(region_slug: str) -> tuple[RoundRatings, ...]:
    """A grid for each round held, newest first, with a row for every delivery unit, by name.

    Each row has the ratings of its unit's round before. Six statements, whatever the number of units and rounds.
    """
    units = list(DeliveryUnit.objects.filter(region__slug=region_slug))
    held = inspections_held(Edition.objects.published().filter(inspection__delivery_unit__region__slug=region_slug))
    rounds = {(each.round, each.framework) for of_unit in held.rounds.values() for each, _ in of_unit}
    return tuple(
        RoundRatings(
            round=label,
            framework=framework.name,
            max_score=framework.max_score,
            themes=held.columns.get(framework.pk, ()),
            rows=tuple(row for unit in units if (row := _row(held, unit, label, framework))),
        )
        for label, framework in sorted(rounds, key=lambda pair: (pair[0], pair[1].code), reverse=True)
    )


def _row(held: InspectionsHeld, unit: DeliveryUnit, label: str, framework: Framework) -> InspectionRow | None:
    """A unit's line in the grid of a round and framework; None where it was inspected by another one in this round."""
    found = held.inspection(unit, label)
    if found is None:
        return held.no_inspection(unit, label, framework)
    inspection, row = found
    return row if inspection.framework_id == framework.pk else None
