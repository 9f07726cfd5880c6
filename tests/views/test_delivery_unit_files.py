"""The page of a delivery unit and of an inspection as files: the same values as on the page."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from tests import factories
from tests.pages import parsed

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(shipped_data, client):
    def read(address: str) -> list[dict[str, str]]:
        response = client.get(address)
        assert response.status_code == 200
        return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))

    return read


def of_measure(rows: list[dict[str, str]], measure: str) -> list[dict[str, str]]:
    return [row for row in rows if row["measure id"] == measure]


def test_doncaster_has_ratings_score_measures_and_key_questions(lines):
    rows = lines("/pdus/doncaster.csv")
    (overall,) = of_measure(rows, "overall-rating")
    (score,) = of_measure(rows, "score")
    (caseload,) = of_measure(rows, "high-risk-caseload")
    (driver,) = of_measure(rows, "assessment-q3")
    assert (overall["value"], overall["round"], overall["inspected date"]) == ("Inadequate", "2024", "2024-07-08")
    assert (score["value"], score["base"]) == ("3", "of 21 points")
    assert (caseload["value"], caseload["comparator"]) == ("38", "32")
    assert caseload["comparator kind"] == "published regional average"
    assert "context, not performance" in caseload["note"]
    assert (driver["value"], driver["n"], driver["count"]) == ("37", "41", "15")
    assert driver["note"].startswith("lowest of its standard: drives the rating; 95% Wilson interval")
    assert len([row for row in rows if row["measure id"].startswith("rating-")]) == 7
    assert len([row for row in rows if re.fullmatch(r"[a-z-]+-q\d", row["measure id"])]) == 12


def test_every_line_says_whose_it_is_and_which_version(lines):
    for row in lines("/pdus/doncaster.csv"):
        assert (row["region code"], row["PDU code"], row["PDU"]) == (
            "yorkshire-and-the-humber",
            "doncaster",
            "Doncaster",
        )
        assert row["data version"].isdigit()
        assert row["framework"]


def test_every_value_opens_to_its_sentence(lines, client):
    for row in lines("/pdus/doncaster.csv"):
        assert bool(row["value"]) is bool(row["source link"])
        if row["quote"]:
            page = parsed(client.get(row["source link"].removeprefix("http://testserver")).content.decode())
            assert page.one("blockquote").text == " ".join(row["quote"].split())


def test_every_headline_of_the_page_is_in_the_file(lines, client):
    page = parsed(client.get("/pdus/doncaster/").content.decode())
    held = {row["source link"].removeprefix("http://testserver") for row in lines("/pdus/doncaster.csv")}
    facts = page.all("li", class_="app-key-fact")
    assert len(facts) > 15
    assert {fact.all("a", class_="app-source-link")[0]["href"] for fact in facts} <= held


def test_file_of_an_inspection_is_of_its_round(lines):
    rows = lines("/pdus/sheffield/inspections/2022-23.csv")
    assert {row["round"] for row in rows} == {"2022-23"}
    assert {row["round"] for row in lines("/pdus/sheffield.csv")} == {"2024"}


def test_press_values_have_no_words(lines):
    press = [row for row in lines("/pdus/bradford-and-calderdale.csv") if row["origin"].startswith("a press report")]
    assert press
    assert {row["quote"] for row in press} == {""}


def test_workbook_says_the_same(lines, client):
    rows = lines("/pdus/doncaster.csv")
    content = client.get("/pdus/doncaster.xlsx").content
    names, *cells = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    found = [dict(zip(names, line, strict=True)) for line in cells]
    assert [{name: value or "" for name, value in row.items() if name == "measure id"} for row in found] == [
        {"measure id": row["measure id"]} for row in rows
    ]
    for one, other in zip(found, rows, strict=True):
        for name, value in one.items():
            of_csv = other[name]
            assert ("" if value is None else value) == of_csv or float(value) == float(of_csv), name


def test_pages_link_their_own_files(shipped_data, client):
    for page, file in (
        ("/pdus/doncaster/", "/pdus/doncaster"),
        ("/pdus/doncaster/inspections/2024/", "/pdus/doncaster/inspections/2024"),
    ):
        links = parsed(client.get(page).content.decode()).all("a", class_="app-file-link")
        assert {f"{file}.csv", f"{file}.xlsx"} <= {link["href"] for link in links}


def test_the_page_that_another_name_led_to_has_the_usual_file(shipped_data, client):
    page = client.get("/pdus/barnsley-and-rotheram/", follow=True).content.decode()
    assert 'href="/pdus/barnsley-and-rotherham.csv"' in page


@pytest.mark.parametrize(
    "address",
    [
        "/pdus/nowhere.csv",
        "/pdus/doncaster.pdf",
        "/pdus/doncaster/inspections/1999.csv",
        "/pdus/nowhere/inspections/2024.xlsx",
        "/pdus/marlow-vale.csv",
    ],
)
def test_what_is_not_held_has_no_file(shipped_data, client, address):
    factories.delivery_unit("Marlow Vale")
    assert client.get(address).status_code == 404


def test_draft_is_in_no_file(client):
    edition = factories.edition(factories.inspection(factories.delivery_unit("Marlow Vale")), state="draft")
    factories.score(edition, 3, rating="Good")
    assert client.get("/pdus/marlow-vale.csv").status_code == 404
    assert client.get("/pdus/marlow-vale/inspections/2025.csv").status_code == 404
