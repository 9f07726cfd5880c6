import pytest

from inspections.queries.regions_with_units import regions_with_units
from inspections.ratings import Rating
from tests import factories


@pytest.mark.parametrize("units", [1, 100])
def test_two_statements_whatever_the_number_of_units(db, units, django_assert_num_queries):
    region = factories.region("Northern Fells")
    for _ in range(units):
        edition = factories.edition(factories.inspection(factories.delivery_unit(region=region)), state="published")
        factories.score(edition, 3, rating="Inadequate")
        factories.edition_date(edition)

    with django_assert_num_queries(2):
        (summary,) = regions_with_units()

    assert {unit.latest.overall.rating for unit in summary.units} == {Rating.INADEQUATE}
    assert len(summary.units) == units


def test_the_latest_round_is_shown(db):
    unit = factories.delivery_unit()
    for label in ["2022-23", "2024", "2021"]:
        factories.edition(factories.inspection(unit, round=label), state="published")

    assert regions_with_units()[0].units[0].latest.round == "2024"


def test_names_are_in_alphabetical_order_as_a_reader_knows_it(db):
    region = factories.region()
    for name in ["North Vale", "Zell", "upper Mere", "North and East Fells", "Avon"]:
        factories.delivery_unit(name, region=region)

    assert [unit.unit.name for unit in regions_with_units()[0].units] == [
        "Avon",
        "North and East Fells",
        "North Vale",
        "upper Mere",
        "Zell",
    ]
