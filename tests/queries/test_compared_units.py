"""Delivery units side by side: against the naive version on random stores, and what each cell may say."""

from random import Random

import pytest
from django.db import transaction

from inspections import models
from inspections.queries.compared_units import compared_units
from inspections.queries.rounds_held import rounds_held
from inspections.queries.units_by_region import units_by_region
from inspections.rows import Absence
from tests import factories
from tests.queries import naive, naive_compare, world


@pytest.fixture(scope="module", params=[1, 2])
def random_store(request, django_db_setup, django_db_blocker):
    """A random world whose recommendations have themes of ours, none, one or two each."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.build(request.param)
        random = Random(request.param)
        themes = [factories.recurring_theme(name) for name in ("Training", "Staffing", "Partners")]
        for recommendation in models.Recommendation.objects.order_by("pk"):
            recommendation.themes.set(random.sample(themes, k=random.randint(0, 2)))
        factories.delivery_unit("Never Inspected", region=models.Region.objects.get(name="Empty Fells"))
        yield naive.Store()
        transaction.set_rollback(True)


@pytest.fixture
def store(random_store, db):
    return random_store


def choices(store) -> list[list[str]]:
    """Random choices of one to four units, of all regions, in any order."""
    random = Random(7)
    slugs = sorted(unit.slug for unit in store.rows(models.DeliveryUnit))
    return [random.sample(slugs, k=random.randint(1, 4)) for _ in range(25)] + [["never-inspected", slugs[0]]]


@pytest.mark.parametrize("label", ["", *world.ROUNDS, "1999"])
def test_compared_units(store, label):
    for slugs in choices(store):
        assert compared_units(slugs, label) == naive_compare.compared_units(store, slugs, label)


def test_units_by_region_and_rounds_held(store):
    regions = {row.id: row for row in store.rows(models.Region)}
    units = sorted(
        store.rows(models.DeliveryUnit), key=lambda unit: (regions[unit.region_id].name.lower(), unit.name.lower())
    )
    assert [(place.region.slug, place.unit.slug) for place in units_by_region()] == [
        (regions[unit.region_id].slug, unit.slug) for unit in units
    ]
    labels = {inspection.round for _, inspection in naive.published(store)}
    assert rounds_held() == tuple(sorted(labels, reverse=True))


def test_the_random_stores_hold_what_the_comparison_is_about(store):
    comparisons = [naive_compare.compared_units(store, slugs, "") for slugs in choices(store)]
    units = [row for each in comparisons for row in each.units]
    cells = [cell for row in units for cell in row.inspection.standards.values()]
    assert {cell.absence for cell in cells} >= {
        None,
        Absence.NOT_IN_FRAMEWORK,
        Absence.NOTHING_RECORDED,
        Absence.REPORT_NOT_HELD,
        Absence.NOT_IN_REPORT,
    }
    assert {len(each.frameworks) for each in comparisons} >= {1, 2}
    assert {len(row.themes) for unit in units for row in unit.recommendations} == {0, 1, 2}
    assert any(unit.strengths for unit in units)
    asked = [cell for each in comparisons for question in each.questions for cell in question.cells]
    assert any(cell.percentage is None and cell.text for cell in asked)
    assert any(cell.percentage is None and cell.edition and not cell.text for cell in asked)
    assert any(len(cell) > 1 for each in comparisons for measure in each.measures for cell in measure.cells)


# --- Statements


def inspected(name: str, framework: models.Framework, measures: list[models.Measure]) -> None:
    """A unit with an edition that has facts of every kind."""
    inspection = factories.inspection(factories.delivery_unit(name), framework=framework)
    edition = factories.edition(inspection, state="published", report=factories.source())
    factories.score(edition, 3, rating="Inadequate")
    factories.edition_date(edition)
    for standard in framework.standards.all():
        factories.standard_rating(edition, standard)
        factories.finding(edition, standard=standard)
        for question in standard.key_questions.all():
            factories.key_question_result(edition, question)
    for measure in measures:
        factories.comparator(factories.measure_value(edition, measure))
        factories.recommendation(edition).themes.add(models.Theme.objects.first())


@pytest.mark.parametrize(("units", "facts"), [(1, 1), (2, 1), (4, 1), (4, 40)])
def test_eleven_statements_whatever_the_number_of_units_and_facts(db, units, facts, django_assert_num_queries):
    framework = factories.framework("Leadership", "Assessment")
    factories.key_question(framework.standards.get(name="Assessment"))
    factories.recurring_theme()
    measures = [factories.measure() for _ in range(facts)]
    for number in range(units):
        inspected(f"Marlow {number}", framework, measures)

    with django_assert_num_queries(11):
        comparison = compared_units([f"marlow-{number}" for number in range(units)])

    assert len(comparison.units) == units
    assert len(comparison.measures) == facts


# --- What a cell says


def test_units_stand_in_the_order_they_were_chosen_and_unknown_ones_are_left_out(db):
    for name in ("Avon", "Brent"):
        factories.delivery_unit(name)
    assert [row.unit.name for row in compared_units(["brent", "nowhere", "avon"]).units] == ["Brent", "Avon"]


def test_without_a_round_the_newest_is_compared_and_with_one_its_own(db):
    unit = factories.delivery_unit("Avon")
    for label in ("2022-23", "2024"):
        factories.edition(factories.inspection(unit, round=label), state="published")
    factories.edition(factories.inspection(unit, round="2025"), state="draft")

    def rounds(label: str = "") -> list[str]:
        return [row.inspection.round for row in compared_units(["avon"], label).units]

    assert rounds() == ["2024"]
    assert rounds("2022-23") == ["2022-23"]
    (draft,) = compared_units(["avon"], "2025").units
    assert (draft.inspection.edition, draft.absence) == (None, Absence.NO_INSPECTION_RECORDED)


def test_standard_that_a_framework_has_not_is_another_absence_than_one_not_held(db):
    for name, standards in [("Avon", ["Leadership", "Court work"]), ("Brent", ["Leadership"])]:
        inspection = factories.inspection(factories.delivery_unit(name), framework=factories.framework(*standards))
        factories.edition(inspection, state="published")

    avon, brent = compared_units(["avon", "brent"]).units

    assert avon.inspection.standards["court-work"].absence is Absence.REPORT_NOT_HELD
    assert brent.inspection.standards["court-work"].absence is Absence.NOT_IN_FRAMEWORK


def test_question_on_no_strand_is_shared_by_no_other_framework(db):
    for name in ("Avon", "Brent"):
        framework = factories.framework("Court work")
        question = factories.key_question(framework.standards.get(), strand="")
        inspection = factories.inspection(factories.delivery_unit(name), framework=framework)
        edition = factories.edition(inspection, state="published", report=factories.source())
        factories.key_question_result(edition, question)

    questions = compared_units(["avon", "brent"]).questions

    assert [[cell.percentage for cell in question.cells] for question in questions] == [[50, None], [None, 50]]
    assert questions[0].strand is None
    assert questions[0].cells[1].absence is Absence.NOT_IN_REPORT
