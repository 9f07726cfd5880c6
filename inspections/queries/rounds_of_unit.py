"""The inspections held of one delivery unit."""

from inspections.models import Edition
from inspections.queries.inspection_rows import inspections_held
from inspections.rows import InspectionRow


def rounds_of_unit(unit_slug: str) -> tuple[InspectionRow, ...]:
    """One row for each published inspection, newest round first, each with the round before. Five statements.

    Rows of different frameworks stand side by side in words only: their scores are never compared.
    """
    held = inspections_held(Edition.objects.published().filter(inspection__delivery_unit__slug=unit_slug))
    found = [
        pair
        for rounds in held.rounds.values()
        for inspection, _ in rounds
        if inspection.delivery_unit and (pair := held.inspection(inspection.delivery_unit, inspection.round))
    ]
    return tuple(row for _, row in reversed(found))
