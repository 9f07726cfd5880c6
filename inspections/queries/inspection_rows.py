"""Inspections as rows: their ratings, and beside them those of the round held before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspections.models import (
    Comparability,
    DateKind,
    DeliveryUnit,
    Edition,
    Framework,
    Inspection,
    Standard,
    StandardRating,
)
from inspections.models.inspection import EditionQuerySet
from inspections.queries.sourcing import (
    WITH_DATES,
    WITH_PLACE,
    date_of,
    edition_row,
    inspected,
    rating_cell,
    sourced,
)
from inspections.rows import Absence, EarlierRatings, InspectionRow, Place, RatingCell

Columns = tuple[Place, ...]


def inspection_row(
    unit: DeliveryUnit, edition: Edition, ratings: Iterable[StandardRating], columns: Columns
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
        is_score_queried=edition.is_score_queried,
        standards=cells,
        is_report_held=edition.report_id is not None,
        edition=edition_row(edition),
    )


@dataclass(frozen=True, kw_only=True)
class InspectionsHeld:
    """What is held of the units asked about, in all rounds. Read once, with `inspections_held`.

    `rounds` are by delivery unit, oldest first; `columns` by framework, in its order; `comparable` gives where it is
    said that the ratings of an earlier and a later framework may be compared.
    """

    rounds: dict[int, list[tuple[Inspection, InspectionRow]]]
    columns: dict[int, Columns]
    comparable: dict[tuple[int, int], str]

    def inspection(self, unit: DeliveryUnit, label: str) -> tuple[Inspection, InspectionRow] | None:
        """A unit's inspection in a round, with the ratings held before."""
        for inspection, row in self.rounds.get(unit.pk, []):
            if inspection.round == label:
                return inspection, replace(row, earlier=self.earlier(unit, label, inspection.framework_id))
        return None

    def no_inspection(self, unit: DeliveryUnit, label: str, framework: Framework) -> InspectionRow:
        """The line of a unit of which no inspection in this round is recorded here."""
        missing = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
        return InspectionRow(
            unit=Place(name=unit.name, slug=unit.slug),
            round=label,
            overall=missing,
            standards={column.slug: missing for column in self.columns.get(framework.pk, ())},
            earlier=self.earlier(unit, label, framework.pk),
        )

    def earlier(self, unit: DeliveryUnit, label: str, framework_id: int) -> EarlierRatings | None:
        """How the unit was rated in the newest round before the one named, which is by the framework given."""
        before = [pair for pair in self.rounds.get(unit.pk, []) if pair[0].round < label]
        if not before:
            return None
        inspection, row = before[-1]
        said = self.comparable.get((inspection.framework_id, framework_id), "")
        return EarlierRatings(
            round=inspection.round,
            framework=inspection.framework.name,
            overall=row.overall,
            standards=row.standards,
            is_comparable=inspection.framework_id == framework_id or said != "",
            comparability=said,
        )


def inspections_held(editions: EditionQuerySet) -> InspectionsHeld:
    """What is held of these editions of delivery units. Five statements, whatever their number."""
    found = list(
        editions.select_related(
            *WITH_PLACE, "overall_rating_citation__source", "score_citation__source"
        ).prefetch_related(WITH_DATES)
    )
    frameworks = {edition.inspection.framework_id for edition in found}
    standards = list(Standard.objects.filter(framework__in=frameworks).select_related("theme"))
    ratings, columns = _ratings(found, standards), _columns(standards)
    rounds: dict[int, list[tuple[Inspection, InspectionRow]]] = {}
    for edition in sorted(found, key=lambda edition: edition.inspection.round):
        inspection, unit = edition.inspection, edition.inspection.delivery_unit
        if unit:
            row = inspection_row(unit, edition, ratings.get(edition.pk, []), columns.get(inspection.framework_id, ()))
            rounds.setdefault(unit.pk, []).append((inspection, row))
    return InspectionsHeld(rounds=rounds, columns=columns, comparable=_comparable())


def _ratings(editions: Iterable[Edition], standards: Iterable[Standard]) -> dict[int, list[StandardRating]]:
    """By edition. Standards are few and shared: they are not read anew with every rating."""
    known = {standard.pk: standard for standard in standards}
    ratings: dict[int, list[StandardRating]] = {}
    for rating in StandardRating.objects.filter(edition__in=editions).select_related("citation__source"):
        rating.standard = known[rating.standard_id]
        ratings.setdefault(rating.edition_id, []).append(rating)
    return ratings


def _columns(standards: Iterable[Standard]) -> dict[int, Columns]:
    """The names and slugs of the standards' themes, by framework."""
    columns: dict[int, Columns] = {}
    for standard in standards:
        column = Place(name=standard.name, slug=standard.theme.slug)
        columns[standard.framework_id] = (*columns.get(standard.framework_id, ()), column)
    return columns


def _comparable() -> dict[tuple[int, int], str]:
    return {(pair.earlier_id, pair.later_id): pair.source for pair in Comparability.objects.all()}
