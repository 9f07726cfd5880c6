"""Units by address, by an earlier name, and their published edition."""

import pytest

from inspections.models import PlaceAlias
from inspections.queries.inspection_summary import inspection_summary
from inspections.queries.published_edition import NotHeld, published_edition
from inspections.queries.unit_by_alias import unit_by_alias
from inspections.queries.unit_place import unit_place
from tests import factories


@pytest.fixture
def unit(db):
    return factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))


def test_unit_by_its_address(unit, django_assert_num_queries):
    with django_assert_num_queries(1):
        place = unit_place("marlow-vale")
    assert (place.unit.name, place.region.name) == ("Marlow Vale", "Northern Fells")


def test_unit_by_an_earlier_name(unit, django_assert_num_queries):
    PlaceAlias.objects.create(delivery_unit=unit, name="Marlow and Vale", slug="marlow-and-vale")
    with django_assert_num_queries(1):
        name, place = unit_by_alias("marlow-and-vale")
    assert (name, place.slug) == ("Marlow and Vale", "marlow-vale")


@pytest.mark.parametrize("query", [unit_place, unit_by_alias, published_edition])
def test_unknown_unit_is_not_held(unit, query):
    with pytest.raises(NotHeld):
        query("nowhere")


def test_alias_of_a_region_is_no_alias_of_a_unit(unit):
    PlaceAlias.objects.create(region=unit.region, name="The Fells", slug="the-fells")
    with pytest.raises(NotHeld):
        unit_by_alias("the-fells")


def test_edition_and_its_summary_are_three_statements(unit, django_assert_num_queries):
    edition = factories.edition(factories.inspection(unit), state="published", report=factories.source(title="Report"))
    factories.score(edition, 3, rating="Inadequate")
    factories.edition_date(edition)
    factories.edition_date(edition, kind="work_started")

    with django_assert_num_queries(3):
        summary = inspection_summary(published_edition("marlow-vale"))

    assert (summary.overall.rating, summary.score, summary.max_score) == ("Inadequate", 3, 21)
    assert summary.report.title == "Report"
    assert [date.meaning for date in summary.dates] == ["published", "work started"]
    assert summary.inspected.meaning == "work started"
