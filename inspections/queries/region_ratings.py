"""How the delivery units of a region were rated, round by round."""

from collections.abc import Iterable

from inspections.models import DateKind, DeliveryUnit, Edition, Framework, Inspection, Standard, StandardRating
from inspections.queries.sourcing import (
    WITH_DATES,
    WITH_PLACE,
    date_of,
    edition_row,
    inspected,
    rating_cell,
    sourced,
)
from inspections.rows import Absence, InspectionRow, Place, RatingCell, RoundRatings


def region_ratings(region_slug: str) -> tuple[RoundRatings, ...]:
    """A grid for each round held, newest first, with a row for every delivery unit, by name.

    Five statements, whatever the number of units and rounds.
    """
    units = list(DeliveryUnit.objects.filter(region__slug=region_slug))
    editions = list(
        Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug)
        .select_related(*WITH_PLACE, "overall_rating_citation__source", "score_citation__source")
        .prefetch_related(WITH_DATES)
    )
    ratings: dict[int, list[StandardRating]] = {}
    for rating in StandardRating.objects.filter(edition__in=editions).select_related(
        "standard__theme", "citation__source"
    ):
        ratings.setdefault(rating.edition_id, []).append(rating)
    themes = _themes_by_framework(edition.inspection for edition in editions)
    rounds = {(edition.inspection.round, edition.inspection.framework) for edition in editions}
    return tuple(
        _grid(label, framework, themes.get(framework.pk, ()), units, _editions_of(label, editions), ratings)
        for label, framework in sorted(rounds, key=lambda pair: (pair[0], pair[1].code), reverse=True)
    )


def _editions_of(label: str, editions: Iterable[Edition]) -> dict[int | None, Edition]:
    """The editions of a round by delivery unit."""
    return {e.inspection.delivery_unit_id: e for e in editions if e.inspection.round == label}


def _themes_by_framework(inspections: Iterable[Inspection]) -> dict[int, tuple[Place, ...]]:
    """The columns of a grid: theme names and slugs in the order of the framework."""
    standards = Standard.objects.filter(framework__in={i.framework_id for i in inspections}).select_related("theme")
    themes: dict[int, tuple[Place, ...]] = {}
    for standard in standards:
        column = Place(name=standard.name, slug=standard.theme.slug)
        themes[standard.framework_id] = (*themes.get(standard.framework_id, ()), column)
    return themes


def _grid(  # noqa: PLR0917 the parts of one grid, all of them
    label: str,
    framework: Framework,
    columns: tuple[Place, ...],
    units: list[DeliveryUnit],
    held: dict[int | None, Edition],
    ratings: dict[int, list[StandardRating]],
) -> RoundRatings:
    """The grid of a round and framework. A unit inspected by another framework in this round is not in it."""
    return RoundRatings(
        round=label,
        framework=framework.name,
        max_score=framework.max_score,
        themes=columns,
        rows=tuple(
            inspection_row(unit, held[unit.pk], ratings.get(held[unit.pk].pk, []), columns)
            if unit.pk in held
            else _no_inspection(unit, label, columns)
            for unit in units
            if unit.pk not in held or held[unit.pk].inspection.framework_id == framework.pk
        ),
    )


def _no_inspection(unit: DeliveryUnit, label: str, columns: tuple[Place, ...]) -> InspectionRow:
    missing = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
    return InspectionRow(
        unit=Place(name=unit.name, slug=unit.slug),
        round=label,
        overall=missing,
        standards={column.slug: missing for column in columns},
    )


def inspection_row(
    unit: DeliveryUnit, edition: Edition, ratings: list[StandardRating], columns: tuple[Place, ...]
) -> InspectionRow:
    """One line of a grid. `ratings` are the edition's. Needs `WITH_PLACE` and `WITH_DATES`."""
    cells = {column.slug: rating_cell("", None, edition) for column in columns}
    for rating in ratings:
        cells[rating.standard.theme.slug] = rating_cell(rating.rating, rating.citation, edition)
    return InspectionRow(
        unit=Place(name=unit.name, slug=unit.slug),
        round=edition.inspection.round,
        overall=rating_cell(edition.overall_rating, edition.overall_rating_citation, edition),
        inspected=inspected(edition),
        published=date_of(edition, DateKind.PUBLISHED),
        score=edition.score,
        max_score=edition.max_score,
        score_source=sourced(edition.score_citation),
        standards=cells,
        is_report_held=edition.report_id is not None,
        edition=edition_row(edition),
    )
