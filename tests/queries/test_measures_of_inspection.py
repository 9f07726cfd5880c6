from decimal import Decimal

import pytest

from inspections.queries.measures_of_inspection import measures_of_inspection
from inspections.queries.published_edition import published_edition
from tests import factories


def measures_of(edition):
    return measures_of_inspection(published_edition(edition.inspection.delivery_unit.slug))


@pytest.mark.parametrize("values", [1, 50])
def test_two_statements_whatever_the_number_of_values(db, values, django_assert_num_queries):
    edition = factories.edition(state="published")
    factories.edition_date(edition, kind="work_started")
    for number in range(values):
        factories.comparator(factories.measure_value(edition, value=number))

    held = published_edition(edition.inspection.delivery_unit.slug)
    with django_assert_num_queries(2):
        rows = measures_of_inspection(held)

    assert [row.value for row in rows] == [Decimal(number) for number in range(values)]


def test_headline_measures_come_first(db):
    edition = factories.edition(state="published")
    for name, is_headline in [("Population", False), ("Caseload", True)]:
        factories.measure_value(edition, factories.measure(name, is_headline=is_headline))

    assert [row.measure.name for row in measures_of(edition)] == ["Caseload", "Population"]


@pytest.mark.parametrize(("stored", "shown"), [("38.0000", "38"), ("7.8000", "7.8"), ("1500", "1500"), ("0", "0")])
def test_numbers_have_no_zeros_that_storage_added(db, stored, shown):
    edition = factories.edition(state="published")
    factories.measure_value(edition, value=stored)

    (row,) = measures_of(edition)

    assert str(row.value) == shown
