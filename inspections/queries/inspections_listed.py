"""The list of inspections: one line for each, and one for each delivery unit of which none is held."""

from typing import cast

from django.db.models import QuerySet

from inspections.models import DeliveryUnit, Edition, Region, StandardRating
from inspections.queries.inspection_rows import inspection_row
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE
from inspections.rows import ListedInspection, Place


def inspections_listed(
    editions: "QuerySet[Edition]", units: "QuerySet[DeliveryUnit]", standard: Place | None = None
) -> tuple[ListedInspection, ...]:
    """A line for each of the editions and each of the units, by name of the unit and newest round first.

    With a standard, each inspection has its rating of that one. Three statements, four with a standard, whatever the
    number of lines.
    """
    held = list(
        editions.select_related(*WITH_PLACE, "overall_rating_citation__source", "score_citation__source")
        .prefetch_related(WITH_DATES)
        .order_by("-inspection__round")
    )
    ratings = _ratings(held, standard) if standard else {}
    lines = [_inspected(edition, ratings.get(edition.pk, []), (standard,) if standard else ()) for edition in held]
    lines += [
        ListedInspection(unit=_place(unit), region=_place(unit.region), inspection=None)
        for unit in units.select_related("region")
    ]
    return tuple(sorted(lines, key=lambda line: (line.unit.sort_name, line.unit.slug)))


def _ratings(editions: list[Edition], standard: Place) -> dict[int, list[StandardRating]]:
    found = StandardRating.objects.filter(edition__in=editions, standard__theme__slug=standard.slug)
    return {row.edition_id: [row] for row in found.select_related("standard__theme", "citation__source")}


def _inspected(edition: Edition, ratings: list[StandardRating], standards: tuple[Place, ...]) -> ListedInspection:
    unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
    row = inspection_row(unit, edition, ratings, standards)
    return ListedInspection(unit=row.unit, region=_place(unit.region), inspection=row)


def _place(place: "DeliveryUnit | Region") -> Place:
    return Place(name=place.name, slug=place.slug)
