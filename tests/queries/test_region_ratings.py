import pytest

from inspections.queries.region_ratings import region_ratings
from inspections.rows import Absence, Origin
from tests import factories


@pytest.mark.parametrize("units", [1, 100])
def test_five_statements_whatever_the_number_of_units(db, units, django_assert_num_queries):
    region = factories.region("Northern Fells")
    framework = factories.framework("Leadership", "Staffing")
    for _ in range(units):
        unit = factories.delivery_unit(region=region)
        edition = factories.edition(factories.inspection(unit, framework=framework), state="published")
        factories.score(edition, 0, rating="Good")
        factories.edition_date(edition)
        factories.standard_rating(edition, framework.standards.first())

    with django_assert_num_queries(5):
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
