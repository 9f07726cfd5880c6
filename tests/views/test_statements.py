"""How many statements each page needs with the shipped data."""

import pytest

pytestmark = pytest.mark.django_db

SHIPPED = {
    "/": 4,
    "/regions/": 3,
    "/regions/yorkshire-and-the-humber/": 14,
    "/regions/yorkshire-and-the-humber/measures/high-risk-caseload/": 9,
    "/regions/yorkshire-and-the-humber/measures/high-risk-caseload.csv": 9,
    "/pdus/": 3,
    "/pdus/doncaster/": 26,
    "/pdus/doncaster/inspections/2024/": 25,
    "/pdus/doncaster/inspections/2024/standards/assessment/": 7,
    "/sources/doncaster-2024-score/": 4,
    "/sources/doncaster-2024-report/": 4,
    "/about/": 0,
}


@pytest.mark.parametrize(("address", "statements"), SHIPPED.items(), ids=SHIPPED)
def test_statements_of_a_page(shipped_data, client, django_assert_num_queries, address, statements):
    with django_assert_num_queries(statements):
        assert client.get(address).status_code == 200
