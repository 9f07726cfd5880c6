"""Every query against its naive second version, on random stores."""

from collections import Counter

import pytest
from django.db import transaction

from inspections import models
from inspections.models import Edition
from inspections.queries.findings_of_inspection import findings_of_inspection
from inspections.queries.history_of_unit import history_of_unit
from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.key_questions_of_inspection import key_questions_of_inspection
from inspections.queries.measures_held import measures_held
from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.measures_of_inspection import measures_of_inspection
from inspections.queries.policy_events import policy_events
from inspections.queries.published_edition import NotHeld, published_edition
from inspections.queries.quotations_of_inspection import quotations_of_inspection
from inspections.queries.recommendations_of_inspection import recommendations_of_inspection
from inspections.queries.region_ratings import region_ratings
from inspections.queries.region_sizes import region_sizes
from inspections.queries.regions_with_units import regions_with_units
from inspections.queries.rounds_of_measure import rounds_of_measure
from inspections.queries.rounds_of_unit import rounds_of_unit
from inspections.queries.rounds_with_key_questions import rounds_with_key_questions
from inspections.queries.sample_of_inspection import sample_of_inspection
from inspections.queries.standards_of_inspection import standards_of_inspection
from inspections.rows import Lowest
from tests.queries import naive, naive_history, naive_key_questions, naive_measures, world


@pytest.fixture(scope="module", params=[1, 2])
def random_store(request, django_db_setup, django_db_blocker):
    """A random world, in the database for the whole module and read whole for the naive version."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.build(request.param)
        store = naive.Store()
        yield store
        transaction.set_rollback(True)


@pytest.fixture
def store(random_store, db):
    return random_store


def test_region_ratings(store):
    for region in store.rows(models.Region):
        assert region_ratings(region.slug) == naive.region_ratings(store, region.slug)


def test_region_sizes(store):
    assert region_sizes() == naive.region_sizes(store)


def test_regions_with_units(store):
    assert regions_with_units() == naive.regions_with_units(store)


def test_rounds_of_unit(store):
    for unit in store.rows(models.DeliveryUnit):
        assert rounds_of_unit(unit.slug) == naive.rounds_of_unit(store, unit)


def test_policy_events_and_history_of_unit(store):
    assert policy_events() == naive_history.policy_events(store)
    for unit in store.rows(models.DeliveryUnit):
        assert history_of_unit(unit.slug) == naive_history.history_of_unit(store, unit)


def test_published_edition(store):
    for unit in store.rows(models.DeliveryUnit):
        public = {inspection.round: edition.id for edition, inspection in naive.published(store, unit)}
        if public:
            assert published_edition(unit.slug).pk == public[max(public)]
        for label in world.ROUNDS:
            if label in public:
                assert published_edition(unit.slug, label).pk == public[label]
            else:
                with pytest.raises(NotHeld):
                    published_edition(unit.slug, label)


def test_measures_in_region(store):
    for region in store.rows(models.Region):
        for label in [*world.ROUNDS, "1999"]:
            found = measures_in_region(region.slug, label)
            assert found == naive_measures.measures_in_region(store, region.slug, label)
            assert list(found) == world.MEASURES
            for slug, rows in found.items():
                assert measures_in_region(region.slug, label, slug=slug) == {slug: rows}
            headline = {slug for slug, rows in found.items() if rows and rows[0].measure.is_headline}
            for is_headline in (True, False):
                asked = measures_in_region(region.slug, label, is_headline=is_headline)
                assert {slug: rows for slug, rows in asked.items() if rows} == {
                    slug: rows for slug, rows in found.items() if rows and (slug in headline) == is_headline
                }


def test_measures_held(store):
    for region in store.rows(models.Region):
        for label in [*world.ROUNDS, "1999"]:
            found = [measure.slug for measure in measures_held(region.slug, label)]
            assert found == naive_measures.measures_held(store, region.slug, label)


@pytest.mark.parametrize("measure", [*world.MEASURES, "not-a-measure"])
def test_rounds_of_measure(store, measure):
    for region in store.rows(models.Region):
        found = rounds_of_measure(region.slug, measure)
        assert found == naive_measures.rounds_of_measure(store, region.slug, measure)
        assert list(found) == sorted(found, reverse=True)


def test_measures_of_inspection(store):
    for row, inspection in naive.published(store):
        unit = store.row(models.DeliveryUnit, inspection.delivery_unit_id)
        found = measures_of_inspection(published_edition(unit.slug, inspection.round))
        assert found == naive.measures_of_inspection(store, unit, row)


@pytest.mark.parametrize("theme", [None, "assessment", "planning", "leadership"])
def test_key_questions_of_inspection(store, theme):
    for row, inspection in naive.published(store):
        unit = store.row(models.DeliveryUnit, inspection.delivery_unit_id)
        found = key_questions_of_inspection(published_edition(unit.slug, inspection.round), theme)
        assert found == naive.key_questions_of_inspection(store, row, theme)


@pytest.mark.parametrize("label", [*world.ROUNDS, "1999"])
def test_key_questions_in_region(store, label):
    for region in store.rows(models.Region):
        found = key_questions_in_region(region.slug, label)
        assert found == naive_key_questions.key_questions_in_region(store, region.slug, label)


def test_rounds_with_key_questions(store):
    for region in store.rows(models.Region):
        found = rounds_with_key_questions(region.slug)
        assert found == naive_key_questions.rounds_with_key_questions(store, region.slug)


@pytest.mark.parametrize("theme", [None, "leadership", "staffing", "assessment"])
def test_findings_of_inspection(store, theme):
    for row, _ in naive.published(store):
        found = findings_of_inspection(Edition.objects.get(pk=row.id), theme)
        assert found == naive.findings_of_inspection(store, row, theme)


def test_words_sample_and_standards_of_inspection(store):
    for row, inspection in naive.published(store):
        edition = Edition.objects.get(pk=row.id)
        assert quotations_of_inspection(edition) == naive.quotations_of_inspection(store, row)
        assert recommendations_of_inspection(edition) == naive.recommendations_of_inspection(store, row)
        assert sample_of_inspection(edition) == naive.sample_of_inspection(store, row)
        assert standards_of_inspection(edition) == naive.standards_of_inspection(store, row, inspection)


# --- That the random stores hold what the comparisons are about: else nothing would be compared with nothing


def test_there_are_editions_in_every_state(store):
    assert {edition.state for edition in store.rows(models.Edition)} == set(models.EditionState.values)


def test_a_published_edition_stands_beside_others_of_the_same_inspection(store):
    public = {inspection.id for _, inspection in naive.published(store)}
    others = {row.state for row in store.rows(models.Edition) if row.inspection_id in public}
    assert {"draft", "superseded"} <= others


def test_every_reason_for_an_absence_and_every_origin_is_met(store):
    cells = [
        cell
        for region in store.rows(models.Region)
        for grid in naive.region_ratings(store, region.slug)
        for row in grid.rows
        for cell in (row.overall, *row.standards.values())
    ]
    assert {cell.absence for cell in cells if cell.absence} == {
        naive.Absence.NO_INSPECTION_RECORDED,
        naive.Absence.REPORT_NOT_HELD,
        naive.Absence.NOT_IN_REPORT,
    }
    assert {cell.source.origin for cell in cells if cell.source} == set(naive.Origin)


def test_rounds_mix_frameworks_and_some_scores_are_zero(store):
    grids = [grid for region in store.rows(models.Region) for grid in naive.region_ratings(store, region.slug)]
    assert max(Counter(grid.round for grid in grids).values()) > 2
    assert 0 in {row.score for grid in grids for row in grid.rows}


def test_earlier_rounds_are_comparable_by_framework_by_record_or_not_at_all(store):
    rows = [
        row
        for region in store.rows(models.Region)
        for grid in naive.region_ratings(store, region.slug)
        for row in grid.rows
    ]
    assert {(row.earlier.is_comparable, row.earlier.comparability != "") for row in rows if row.earlier} == {
        (True, False),
        (True, True),
        (False, False),
    }
    assert {row.earlier is None for row in rows if row.edition} == {True, False}
    assert any(row.earlier for row in rows if row.edition is None)


def test_policy_events_stand_above_and_below_inspections(store):
    shapes = set()
    for unit in store.rows(models.DeliveryUnit):
        entries = naive_history.history_of_unit(store, unit)
        shapes.add("".join("i" if entry.inspection else "e" for entry in entries))
    assert any(shape.startswith("e") for shape in shapes)
    assert any(shape.endswith("e") for shape in shapes)


def test_lowest_key_questions_tie_stand_alone_and_are_not_known(store):
    found, without = set(), 0
    for edition, _ in naive.published(store):
        rows = naive.key_questions_of_inspection(store, edition)
        found |= {row.lowest for row in rows}
        without += bool({row.theme for row in rows} - {row.theme for row in rows if row.lowest})
    assert found == {None, *Lowest}
    assert without


def test_questions_of_a_region_are_by_two_frameworks_and_some_on_no_strand(store):
    rows = [
        naive_key_questions.key_questions_in_region(store, region.slug, label)
        for region in store.rows(models.Region)
        for label in world.ROUNDS
    ]
    held = [row for of_round in rows for row in of_round if row.percentage is not None]
    assert max(len({row.framework for row in of_round}) for of_round in rows) == 2
    assert {row.strand for row in held} == {None, *naive.Strand}
    assert {row.absence for of_round in rows for row in of_round} == {None, *list(naive.Absence)[:3]}


def test_findings_come_back_to_a_standard_and_measures_have_several_values(store):
    groups = [naive.findings_of_inspection(store, edition) for edition, _ in naive.published(store)]
    assert any(len(of_one) > len({(group.area, group.theme) for group in of_one}) for of_one in groups)
    values = Counter((row.edition_id, row.measure_id) for row in store.rows(models.MeasureValue))
    assert 2 in values.values()


def test_one_round_has_values_of_two_frameworks(store):
    frameworks = [
        {row.framework for row in rows if row.value is not None}
        for region in store.rows(models.Region)
        for label in world.ROUNDS
        for rows in naive_measures.measures_in_region(store, region.slug, label).values()
    ]
    assert 2 in {len(of_one) for of_one in frameworks}
