"""The list of inspections where it is long, and where it is empty."""

import io
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook

from tests import factories
from tests.pages import parsed, table_rows
from tests.views.test_listing import names

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(db):
    """Thirty inspected PDUs of a region, and one without an inspection."""
    region, framework = factories.region("Northern Fells"), factories.framework("Leadership")
    for number in range(30):
        unit = factories.delivery_unit(f"Marlow {number:02}", region=region)
        edition = factories.edition(factories.inspection(unit, framework=framework), state="published")
        factories.score(edition, number % 3, rating="Good" if number % 2 else "Inadequate")
    factories.delivery_unit("Vale", region=region)


def test_pdu_without_an_inspection_is_a_line_or_said_to_be_left_out(many, client):
    page = parsed(client.get("/pdus/?size=all").content.decode())
    assert "1 PDU has no inspection recorded here: it is listed without one." in page.text
    assert table_rows(page.one("table"))[-1][2] == "No inspection recorded here"
    page = parsed(client.get("/pdus/?rating=Good").content.decode())
    assert "1 PDU has no inspection recorded here and can't match a round" in page.text
    assert "Vale" not in names(page)


def test_empty_store_offers_nothing_to_clear(client):
    page = parsed(client.get("/pdus/").content.decode())
    assert "No inspection of a PDU is held here yet." in page.text
    assert "Figures last changed here" not in page.text
    assert not page.one("div", class_="app-empty").all("a")


def test_pages_keep_the_filters(many, client):
    page = parsed(client.get("/pdus/?show=all&sort=-unit").content.decode())
    assert len(names(page)) == 25
    (following,) = page.all("a", rel="next")
    assert parse_qs(urlsplit(following["href"]).query) == {"show": ["all"], "sort": ["-unit"], "page": ["2"]}
    assert names(parsed(client.get("/pdus/" + following["href"]).content.decode())) == [
        "Marlow 05",
        "Marlow 04",
        "Marlow 03",
        "Marlow 02",
        "Marlow 01",
        "Marlow 00",
    ]


def test_size_of_a_page_is_a_link_that_keeps_the_rest(many, client):
    page = parsed(client.get("/pdus/?show=all&page=2").content.decode())
    sizes = page.one("nav", class_="app-page-size")
    assert [link.text.split()[0] for link in sizes.all("a")] == ["25", "50", "100", "All"]
    assert [link.text.split()[0] for link in sizes.all("a", **{"aria-current": "true"})] == ["25"]
    every = sizes.all("a")[-1]["href"]
    assert parse_qs(urlsplit(every).query) == {"show": ["all"], "size": ["all"]}
    page = parsed(client.get("/pdus/" + every).content.decode())
    assert len(names(page)) == 31
    assert not page.all("nav", class_="govuk-pagination")


def test_file_has_all_pages(many, client):
    workbook = load_workbook(io.BytesIO(client.get("/pdus.xlsx?page=2&size=25").content))
    assert len({line[3].value for line in workbook.active.iter_rows(min_row=2)}) == 31


def test_those_left_out_are_counted_in_the_places_that_are_asked_for(many, client):
    elsewhere = factories.region("Southern Fells")
    factories.delivery_unit("Wold", region=elsewhere)
    for query, count in (("rating=Good", "2 PDUs have"), ("rating=Good&region=northern-fells", "1 PDU has")):
        assert f"{count} no inspection recorded here" in client.get(f"/pdus/?{query}").content.decode()
    assert "no inspection recorded" not in client.get("/pdus/?rating=Good&pdu=marlow-01").content.decode()
