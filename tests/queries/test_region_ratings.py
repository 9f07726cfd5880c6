import pytest

from inspections import models
from inspections.queries.region_ratings import region_ratings
from inspections.rows import Absence, Origin
from tests import factories


@pytest.mark.parametrize("units", [1, 100])
def test_six_statements_whatever_the_number_of_units(db, units, django_assert_num_queries):
    region = factories.region("Northern Fells")
    framework = factories.framework("Leadership", "Staffing")
    for _ in range(units):
        unit = factories.delivery_unit(region=region)
        edition = factories.edition(factories.inspection(unit, framework=framework), state="published")
        factories.score(edition, 0, rating="Good")
        factories.edition_date(edition)
        factories.standard_rating(edition, framework.standards.first())

    with django_assert_num_queries(6):
        (grid,) = region_ratings("northern-fells")

    assert len(grid.rows) == units
    assert {(row.score, row.max_score) for row in grid.rows} == {(0, 21)}


def test_region_without_inspections_has_no_grid(db):
    factories.delivery_unit(region=factories.region("Northern Fells"))
    assert region_ratings("northern-fells") == ()
    assert region_ratings("nowhere") == ()


def test_each_absence_is_said_only_where_it_is_known(db):
    region = factories.region("Northern Fells")
    framework = factories.framework("Leadership")
    factories.delivery_unit("A none", region=region)
    for name, report in [("B not held", None), ("C held", factories.source())]:
        inspection = factories.inspection(factories.delivery_unit(name, region=region), framework=framework)
        factories.edition(inspection, state="published", report=report)

    (grid,) = region_ratings("northern-fells")

    assert [row.overall.absence for row in grid.rows] == [
        Absence.NO_INSPECTION_RECORDED,
        Absence.REPORT_NOT_HELD,
        Absence.NOT_IN_REPORT,
    ]
    assert [row.standards["leadership"].absence for row in grid.rows] == [row.overall.absence for row in grid.rows]


def test_origin_is_that_of_the_cell_and_not_of_the_inspection(db):
    framework = factories.framework("Leadership")
    edition = factories.edition(factories.inspection(framework=framework), state="published")
    edition.overall_rating, edition.overall_rating_citation = "Good", factories.citation(edition)
    edition.save()
    press = factories.citation(edition, source=factories.source(kind="press"))
    factories.standard_rating(edition, framework.standards.get(), citation=press)

    (grid,) = region_ratings(edition.inspection.delivery_unit.region.slug)

    assert grid.rows[0].overall.source.origin is Origin.REPORT
    assert grid.rows[0].standards["leadership"].source.origin is Origin.PRESS


def test_unit_inspected_by_another_framework_in_the_round_is_in_that_grid_only(db):
    region = factories.region("Northern Fells")
    for name, code in [("A", "old"), ("B", "new")]:
        inspection = factories.inspection(
            factories.delivery_unit(name, region=region), framework=factories.framework(code=code)
        )
        factories.edition(inspection, state="published")

    assert [(grid.framework, [row.unit.name for row in grid.rows]) for grid in region_ratings("northern-fells")] == [
        ("old", ["A"]),
        ("new", ["B"]),
    ]


# --- The round before


@pytest.fixture
def unit(db):
    return factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))


def rated(unit, label, framework, rating, state="published"):
    edition = factories.edition(factories.inspection(unit, round=label, framework=framework), state=state)
    edition.overall_rating, edition.overall_rating_citation = rating, factories.citation(edition)
    edition.save()
    factories.standard_rating(edition, framework.standards.first(), rating=rating)


def earlier(label):
    (grid,) = [grid for grid in region_ratings("northern-fells") if grid.round == label]
    return grid.rows[0].earlier


def test_earlier_is_the_newest_published_round_before(unit):
    framework = factories.framework("Leadership", "Staffing", code="nine")
    for label, rating in [("2021", "Good"), ("2022-23", "Inadequate"), ("2024", "Good")]:
        rated(unit, label, framework, rating)
    rated(unit, "2023", framework, "Outstanding", state="withdrawn")

    found = earlier("2024")

    assert (found.round, found.framework, found.overall.rating) == ("2022-23", "nine", "Inadequate")
    assert found.standards["leadership"].rating == "Inadequate"
    assert found.standards["staffing"].absence is Absence.REPORT_NOT_HELD
    assert (found.is_comparable, found.comparability) == (True, "")
    assert earlier("2022-23").round == "2021"
    assert earlier("2021") is None


def test_earlier_of_another_framework_is_comparable_only_where_a_source_is_recorded(unit):
    old, new = factories.framework("Leadership", code="old"), factories.framework("Leadership", code="new")
    rated(unit, "2022-23", old, "Good")
    rated(unit, "2024", new, "Good")
    models.Comparability.objects.create(earlier=new, later=old, source="The other way round.")

    assert (earlier("2024").is_comparable, earlier("2024").comparability) == (False, "")

    models.Comparability.objects.create(earlier=old, later=new, source="The framework of 2024, page 3.")

    assert (earlier("2024").is_comparable, earlier("2024").comparability) == (True, "The framework of 2024, page 3.")


def test_earlier_is_held_beside_a_round_of_which_nothing_is(unit):
    framework = factories.framework("Leadership")
    rated(unit, "2022-23", framework, "Good")
    rated(factories.delivery_unit("Northam", region=unit.region), "2024", framework, "Good")

    assert earlier("2024").overall.rating == "Good"
