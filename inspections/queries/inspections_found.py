"""Which inspections the list has, and what it is sorted by: little, of however many."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from inspections.models import DateKind, Edition, EditionDate, StandardRating
from inspections.queries.sourcing import precise
from inspections.ratings import Rating
from inspections.rows import EditionRow, FoundInspection, Place

PLACES = ("name", "slug", "region__name", "region__slug")
COLUMNS = (
    "inspection__key",
    *(f"inspection__delivery_unit__{field}" for field in PLACES),
    "inspection__round",
    "inspection__framework__name",
    "release__number",
    "overall_rating",
    "last_changed",
    "inspected_from",
    "inspected_precision",
    "rating_of_standard",
)


def inspections_found(editions: "QuerySet[Edition]", standard: Place | None = None) -> tuple[FoundInspection, ...]:
    """The inspections of these editions of delivery units, by name of the unit and newest round first. One statement.

    With a standard, each has its rating of that one.
    """
    found = editions.annotate(
        last_changed=F("release__published_at"),
        inspected_from=_inspected("date"),
        inspected_precision=_inspected("date_precision"),
        rating_of_standard=_rating_of(standard),
    )
    rows = found.order_by("-inspection__round").values_list(*COLUMNS)
    return tuple(sorted((_found(row) for row in rows), key=lambda line: line.by_name))


def _found(row: tuple[Any, ...]) -> FoundInspection:
    key, unit, slug, region, region_slug, label, framework, release, overall, changed, date, precision, rating = row
    place = Place(name=region, slug=region_slug)
    return FoundInspection(
        key=key,
        unit=Place(name=unit, slug=slug),
        region=place,
        edition=EditionRow(
            region=place,
            round=label,
            framework=framework,
            release=release,
            inspected=precise(date, precision),
            changed=timezone.localdate(changed),
        ),
        overall=Rating(overall) if overall else None,
        standard=Rating(rating) if rating else None,
    )


def _inspected(field: str) -> Coalesce:
    """Of the date when the fieldwork began, else of when the work did: as `sourcing.inspected`."""
    dates = EditionDate.objects.filter(edition=OuterRef("pk"))
    kinds = (DateKind.FIELDWORK_STARTED, DateKind.WORK_STARTED)
    return Coalesce(*(Subquery(dates.filter(kind=kind).values(field)[:1]) for kind in kinds))


def _rating_of(standard: Place | None) -> Subquery:
    rated = StandardRating.objects.filter(
        edition=OuterRef("pk"), standard__theme__slug=standard.slug if standard else ""
    )
    return Subquery(rated.values("rating")[:1])
