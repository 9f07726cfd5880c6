"""How many statements each page needs with the shipped data."""

import pytest

pytestmark = pytest.mark.django_db

SHIPPED = {
    "/": 3,
    "/regions/": 1,
    "/regions/yorkshire-and-the-humber/": 19,
    "/regions/yorkshire-and-the-humber/themes/risk-of-harm/": 10,
    "/regions/yorkshire-and-the-humber/themes/risk-of-harm.csv": 9,
    "/regions/yorkshire-and-the-humber/standards/leadership/": 17,
    "/regions/yorkshire-and-the-humber/standards/leadership.xlsx": 16,
    "/regions/yorkshire-and-the-humber.csv": 7,
    "/regions/yorkshire-and-the-humber/key-questions/": 10,
    "/regions/yorkshire-and-the-humber/key-questions.csv": 8,
    "/pdus/doncaster/": 34,
    "/pdus/doncaster/inspections/2024/": 32,
    "/regions/yorkshire-and-the-humber/measures/high-risk-caseload/": 10,
    "/regions/yorkshire-and-the-humber/measures/high-risk-caseload.csv": 9,
    "/pdus/doncaster/inspections/2024/standards/assessment/": 7,
    "/sources/doncaster-2024-score/": 3,
    "/sources/doncaster-2024-report/": 4,
    "/changes/": 3,
    "/changes/1/": 4,
    "/changes.atom": 4,
    "/compare/": 2,
    "/compare/?pdu=doncaster": 2,
    "/compare/?pdu=doncaster&pdu=leeds": 13,
    "/compare/?pdu=doncaster&pdu=leeds&pdu=sheffield&pdu=kirklees": 13,
    "/compare.csv?pdu=doncaster&pdu=leeds": 13,
    "/pdus/": 10,
    "/pdus/?show=all&standard=leadership&rating=Inadequate": 11,
    "/pdus.csv": 10,
    "/pdus.xlsx?show=all": 10,
    "/about/": 12,
    "/about/accessibility/": 0,
    "/pdus/doncaster.csv": 10,
    "/pdus/doncaster/inspections/2024.csv": 10,
}


@pytest.mark.parametrize(("address", "statements"), SHIPPED.items(), ids=SHIPPED)
def test_statements_of_a_page(shipped_data, client, django_assert_num_queries, address, statements):
    with django_assert_num_queries(statements):
        assert client.get(address).status_code == 200
