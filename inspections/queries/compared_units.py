"""Two to four delivery units side by side."""

from collections.abc import Sequence
from dataclasses import replace

from inspections.models import StandardRating
from inspections.queries.compared_measures import compared_measures
from inspections.queries.compared_questions import compared_questions
from inspections.queries.compared_subjects import Subject, compared_subjects
from inspections.queries.compared_words import compared_recommendations, compared_strengths
from inspections.queries.inspection_rows import inspection_row
from inspections.queries.sourcing import changed, sourced
from inspections.rows import ComparedUnit, Comparison, InspectionRow, Place, RatingCell


def compared_units(slugs: Sequence[str], round_label: str = "") -> Comparison:
    """The units of these addresses in this order, each by its inspection of the round; without one, by its newest.

    Eleven statements at most, whatever the number of units. A slug that no unit has is left out.
    """
    subjects, standards = compared_subjects(slugs, round_label)
    editions = [subject.edition for subject in subjects if subject.edition]
    ratings: dict[int, list[StandardRating]] = {}
    for rating in StandardRating.objects.filter(edition__in=editions).select_related(
        "standard__theme", "citation__source"
    ):
        ratings.setdefault(rating.edition_id, []).append(rating)
    recommendations, recurring = compared_recommendations(editions)
    strengths = compared_strengths(editions)
    units = []
    for subject in subjects:
        row = ComparedUnit(
            region=Place(name=subject.unit.region.name, slug=subject.unit.region.slug),
            inspection=_inspection_row(subject, ratings, standards, round_label),
            absence=subject.absence(),
        )
        if edition := subject.edition:
            row = replace(
                row,
                changed=changed(edition),
                recommendation_count=edition.recommendation_count,
                recommendation_count_source=sourced(edition.recommendation_count_citation),
                recommendations=recommendations.get(edition.pk, ()),
                strengths=strengths.get(edition.pk, ()),
            )
        units.append(row)
    return Comparison(
        units=tuple(units),
        standards=standards,
        questions=compared_questions(subjects),
        measures=compared_measures(subjects),
        recurring=recurring,
    )


def _inspection_row(
    subject: Subject, ratings: dict[int, list[StandardRating]], standards: tuple[Place, ...], round_label: str
) -> InspectionRow:
    """The inspection, with a cell for every standard of any framework: of one its own has not, it says so."""
    missing = {theme.slug: RatingCell(absence=subject.absence(theme.slug)) for theme in standards}
    if subject.edition is None:
        overall = RatingCell(absence=subject.absence())
        return InspectionRow(unit=subject.place, round=round_label, overall=overall, standards=missing)
    row = inspection_row(subject.unit, subject.edition, ratings.get(subject.edition.pk, []), ())
    return replace(row, standards=missing | row.standards)
