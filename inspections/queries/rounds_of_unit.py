"""The inspections held of one delivery unit."""

from inspections.models import Edition
from inspections.queries.region_ratings import inspection_row
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE
from inspections.rows import InspectionRow


def rounds_of_unit(unit_slug: str) -> tuple[InspectionRow, ...]:
    """One row for each published inspection, newest round first, without its standards. Two statements.

    Rows of different frameworks stand side by side in words only: their scores are never compared.
    """
    editions = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__slug=unit_slug)
        .select_related(*WITH_PLACE, "overall_rating_citation__source", "score_citation__source")
        .prefetch_related(WITH_DATES)
        .order_by("-inspection__round")
    )
    return tuple(
        inspection_row(edition.inspection.delivery_unit, edition, [], ())
        for edition in editions
        if edition.inspection.delivery_unit
    )
