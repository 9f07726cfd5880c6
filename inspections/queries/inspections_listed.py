"""Lines of the list of inspections, with all that they show."""

from collections.abc import Sequence
from typing import cast

from inspections.models import DeliveryUnit, Edition, StandardRating
from inspections.queries.inspection_rows import inspection_row
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE
from inspections.rows import FoundInspection, InspectionRow, ListedInspection, Place


def inspections_listed(found: Sequence[FoundInspection], standard: Place | None = None) -> tuple[ListedInspection, ...]:
    """A line for each that was found, in their order. With a standard, each inspection has its rating of that one.

    Two statements, three with a standard, whatever the number of lines; none for delivery units alone. What has ceased
    to be public since it was found is left out.
    """
    keys = [line.key for line in found if line.key]
    rows = _rows(keys, standard) if keys else {}
    return tuple(
        ListedInspection(unit=line.unit, region=line.region, inspection=rows[line.key] if line.key else None)
        for line in found
        if not line.key or line.key in rows
    )


def _rows(keys: Sequence[str], standard: Place | None) -> dict[str, InspectionRow]:
    """The inspections by their keys."""
    editions = list(
        Edition.objects.published()
        .filter(inspection__key__in=keys)
        .select_related(*WITH_PLACE, "overall_rating_citation__source", "score_citation__source")
        .prefetch_related(WITH_DATES)
    )
    ratings = _ratings(editions, standard) if standard else {}
    columns = (standard,) if standard else ()
    return {
        edition.inspection.key: inspection_row(
            cast(DeliveryUnit, edition.inspection.delivery_unit), edition, ratings.get(edition.pk, []), columns
        )
        for edition in editions
    }


def _ratings(editions: list[Edition], standard: Place) -> dict[int, list[StandardRating]]:
    found = StandardRating.objects.filter(edition__in=editions, standard__theme__slug=standard.slug)
    return {row.edition_id: [row] for row in found.select_related("standard__theme", "citation__source")}
