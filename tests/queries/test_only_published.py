"""What is not published is not there, whichever way it is asked for."""

import pytest

from inspections import models
from inspections.queries.document import document
from inspections.queries.fact_source import fact_source
from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.published_edition import NotHeld, published_edition
from inspections.queries.region_ratings import region_ratings
from inspections.queries.regions_with_units import regions_with_units
from inspections.queries.rounds_of_unit import rounds_of_unit
from inspections.ratings import Rating
from inspections.rows import Absence
from tests import factories

HIDDEN = sorted(set(models.EditionState.values) - {"published"})


def full_edition(inspection, state, value, key):
    """An edition with a value that gives it away."""
    edition = factories.edition(inspection, state=state, report=factories.source(key=f"report-{key}"))
    factories.score(edition, value, rating="Good" if key == "public" else "Outstanding")
    citation = factories.citation(
        edition, key="marlow-vale-2025-caseload", source=edition.report, quote=f"It is {key}."
    )
    factories.measure_value(edition, models.Measure.objects.get(), value=value, citation=citation)
    factories.standard_rating(edition, inspection.framework.standards.get())
    return edition


@pytest.fixture
def inspection(db):
    factories.measure("Caseload")
    unit = factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))
    return factories.inspection(unit, framework=factories.framework("Leadership"))


@pytest.mark.parametrize("state", HIDDEN)
def test_alone_it_is_nowhere(inspection, state):
    edition = full_edition(inspection, state, 7, "hidden")

    assert region_ratings("northern-fells") == ()
    assert [row.absence for row in measures_in_region("northern-fells", "2025")["caseload"]] == [
        Absence.NO_INSPECTION_RECORDED
    ]
    assert [unit.latest for unit in regions_with_units()[0].units] == [None]
    assert rounds_of_unit("marlow-vale") == ()
    for citation in edition.citations.all():
        with pytest.raises(NotHeld):
            fact_source(citation.key)
    for arguments in [("marlow-vale",), ("marlow-vale", "2025")]:
        with pytest.raises(NotHeld):
            published_edition(*arguments)
    with pytest.raises(NotHeld):
        document("report-hidden")


@pytest.mark.parametrize("state", HIDDEN)
def test_beside_a_published_edition_only_that_one_is_seen(inspection, state):
    published = full_edition(inspection, "published", 3, "public")
    full_edition(inspection, state, 7, "hidden")

    ((row,),) = [grid.rows for grid in region_ratings("northern-fells")]
    assert row.score == 3
    assert [row.value for row in measures_in_region("northern-fells", "2025")["caseload"]] == [3]
    assert [unit.latest.overall.rating for unit in regions_with_units()[0].units] == [Rating.GOOD]
    assert [row.score for row in rounds_of_unit("marlow-vale")] == [3]
    assert published_edition("marlow-vale") == published_edition("marlow-vale", "2025") == published
    assert fact_source("marlow-vale-2025-caseload").quote == "It is public."
    assert document("report-public").inspections
    with pytest.raises(NotHeld):
        document("report-hidden")


def test_what_is_published_of_a_region_itself_is_on_no_page_of_a_unit(inspection):
    region = inspection.delivery_unit.region
    of_region = factories.inspection(region=region, framework=inspection.framework, key="northern-fells-2025")
    edition = full_edition(of_region, "published", 7, "region")

    assert region_ratings("northern-fells") == ()
    assert [unit.latest for unit in regions_with_units()[0].units] == [None]
    with pytest.raises(NotHeld):
        fact_source(edition.citations.first().key)
    with pytest.raises(NotHeld):
        document("report-region")
