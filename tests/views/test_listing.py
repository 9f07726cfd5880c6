"""The list of inspections: filters by address, pages that keep them, files of exactly what is filtered."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest

from inspections import models
from tests import factories
from tests.pages import Node, contents, parsed, table_rows

pytestmark = pytest.mark.django_db
REGION = "yorkshire-and-the-humber"


@pytest.fixture
def get(shipped_data, client):
    def page(query: str = "") -> Node:
        response = client.get(f"/pdus/{query}")
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


@pytest.fixture
def file(shipped_data, client):
    def lines(query: str = "") -> list[dict[str, str]]:
        text = client.get(f"/pdus.csv{query}").content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return lines


def names(page: Node) -> list[str]:
    return [row[0] for row in table_rows(page.one("table"))]


def options(page: Node, name: str) -> dict[str, str]:
    return {option["value"]: option.text for option in page.one("select", name=name).all("option")}


def chosen(page: Node, name: str) -> str:
    return page.one("select", name=name).one("option", selected="").text


# --- What is listed


def test_at_first_the_latest_inspection_of_each_pdu(get):
    page = get()
    assert "11 of 15 inspections of PDUs match: the latest of each PDU." in page.text
    assert len(names(page)) == 11
    assert {row[2].split()[0] for row in table_rows(page.one("table"))} == {"2024"}


def test_all_rounds(get):
    page = get("?show=all")
    assert "15 of 15 inspections of PDUs match: all rounds." in page.text
    sheffield = [row for row in table_rows(page.one("table")) if row[0] == "Sheffield"]
    assert [row[2].split()[0] for row in sheffield] == ["2024", "2022-23"]


def test_latest_is_of_the_round_that_is_asked_for(get):
    page = get("?round=2022-23")
    assert "Sheffield" in names(page)
    assert "4 of 15 inspections of PDUs match: 2022-23 round, the latest of each PDU." in page.text


def test_rating_is_overall_or_of_the_standard_that_is_asked_for(get):
    assert names(get("?rating=Requires+improvement")) == ["North Yorkshire", "Wakefield"]
    page = get("?rating=Requires+improvement&standard=leadership")
    assert "Leadership rating Requires improvement" in page.text
    assert "Doncaster" in names(page)
    assert "Leadership" in [header.text for header in page.one("thead").all("th")]


def test_theme_of_a_recommendation(get):
    recommendation = models.Recommendation.objects.published().first()
    theme = factories.recurring_theme("Nightingales")
    models.RecommendationTheme.objects.create(recommendation=recommendation, theme=theme)
    assert names(get("?theme=nightingales")) == ["Doncaster"]


def test_choices_are_what_is_held_and_the_chosen_one_is_marked(get):
    page = get(f"?region={REGION}&rating=Inadequate")
    assert options(page, "round") == {"": "Any round", "2024": "2024", "2022-23": "2022-23"}
    assert options(page, "region")[REGION] == "Yorkshire and the Humber"
    assert (chosen(page, "region"), chosen(page, "rating")) == ("Yorkshire and the Humber", "Inadequate")
    assert chosen(get("?show=all"), "show") == "All rounds"


def test_every_choice_has_a_label(get):
    page = get()
    labelled = {label["for"] for label in page.one("form").all("label")}
    assert labelled == {select["id"] for select in page.one("form").all("select")}
    assert len(labelled) == 8


# --- Nothing found, and what nobody can ask for


def test_nothing_found_says_so_and_offers_to_clear(get):
    page = get("?rating=Outstanding")
    assert not page.all("table")
    assert "0 of 15 inspections of PDUs match: overall rating Outstanding, the latest of each PDU." in page.text
    assert "No inspection held here matches all of this." in page.text
    assert "/pdus/" in [link["href"] for link in page.one("div", class_="app-empty").all("a")]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?region=nowhere", "Region: the address asks for one that is not held here. It is left out."),
        ("?show=none", "Show: the address asks for one that is not held here."),
        ("?sort=score", "The list can't be sorted by that."),
        ("?sort=nothing", "The list can't be sorted by that."),
        ("?size=0", "A page has 25, 50, 100 or all lines."),
        ("?size=x", "A page has 25, 50, 100 or all lines."),
    ],
)
def test_unknown_values_are_said_and_left_out(get, query, words):
    page = get(query)
    assert words in page.one("div", class_="govuk-error-summary").text
    assert len(names(page)) == 11
    for link in page.one("div", class_="govuk-error-summary").all("a"):
        assert page.all("select", id=link["href"].removeprefix("#"))


@pytest.mark.parametrize(
    "query", ["", "?page=999", "?page=x", "?page=-1", "?per_page=0", "?per_page=-3", "?sort=unit&sort=", "?show="]
)
def test_nothing_that_can_be_asked_for_fails(get, query):
    page = get(query)
    assert len(names(page)) == 11
    assert not page.all("div", class_="govuk-error-summary")


# --- Order, pages


def test_sorting_keeps_the_filters_and_the_filters_keep_the_order(get):
    page = get("?rating=Inadequate&sort=-region&size=50")
    kept = {field["name"]: field["value"] for field in page.one("form").all("input", type="hidden")}
    assert kept == {"sort": "-region", "size": "50"}
    (link,) = [header.one("a") for header in page.one("thead").all("th") if header.text == "PDU"]
    assert parse_qs(urlsplit(link["href"]).query) == {"rating": ["Inadequate"], "sort": ["unit"], "size": ["50"]}


def test_the_form_keeps_nothing_that_means_nothing(get):
    page = get("?sort=score&size=nine&sort=zzz&size=25")
    assert not page.one("form").all("input", type="hidden")


def test_where_all_fit_there_is_no_size_to_choose(get):
    assert not get().all("nav", class_="app-page-size")


# --- To send on


def test_title_and_address_say_what_is_filtered(get):
    page = get(f"?region={REGION}&pdu=&rating=Inadequate&sort=unit&size=50&page=1&x=y")
    assert page.one("link", rel="canonical")["href"] == (f"http://testserver/pdus/?region={REGION}&rating=Inadequate")
    title = contents(page)["og:title"]
    assert title.endswith(
        "inspections of PDUs match: Yorkshire and the Humber, overall rating Inadequate, the latest of each PDU"
    )
    assert "Figures last changed here" in page.text
    assert page.all("span", **{"data-copy-link": ""})


def test_files_are_linked_with_the_query(get):
    page = get("?rating=Inadequate&sort=-unit")
    assert [link["href"] for link in page.all("a", class_="app-file-link")] == [
        "/pdus.csv?rating=Inadequate&sort=-unit",
        "/pdus.xlsx?rating=Inadequate&sort=-unit",
    ]


@pytest.mark.parametrize(
    "query", ["", "?show=all", "?rating=Inadequate&sort=-unit", "?standard=leadership&sort=overall"]
)
def test_file_has_the_lines_of_the_page_in_its_order(get, file, query):
    page, lines = get(query), file(query)
    overall = [line for line in lines if line["measure id"] == "overall-rating"]
    assert [line["PDU"] for line in overall] == names(page)
    for row, line in zip(table_rows(page.one("table")), overall, strict=True):
        assert row[2].startswith(line["round"])
        assert row[3] == line["framework"]
        assert row[4].lower().startswith((line["value"] or line["note"]).lower())
    scores = [line for line in lines if line["measure id"] == "score"]
    for row, line in zip(table_rows(page.one("table")), scores, strict=True):
        points = line["base"].removeprefix("of ").removesuffix(" points")
        assert row[-3].startswith(f"{line['value']} of {points}" if line["value"] else "Not held here")


def test_file_of_nothing_has_its_headers(file, client):
    assert file("?rating=Outstanding") == []
    assert client.get("/pdus.csv?sort=x").status_code == 200
    assert client.get("/pdus.pdf").status_code == 404


@pytest.mark.parametrize("query", ["?rating=nonsense", "?round=2099", "?region=nowhere&show=all"])
def test_a_filter_that_means_nothing_is_no_file_of_everything(shipped_data, client, query):
    assert client.get(f"/pdus/{query}").status_code == 200
    assert client.get(f"/pdus.csv{query}").status_code == 404


def test_file_names_itself_and_its_kind(shipped_data, client):
    for form, kind in (
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "openxmlformats-officedocument.spreadsheetml.sheet"),
    ):
        response = client.get(f"/pdus.{form}")
        assert response["Content-Disposition"] == f'attachment; filename="inspections.{form}"'
        assert kind in response["Content-Type"]
