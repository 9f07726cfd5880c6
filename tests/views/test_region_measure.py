"""All delivery units of a region on one measure: the page, its file, and the region page's comparisons."""

import csv
import io
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook

from inspections.rows import Place
from inspections.views.comparisons import region_comparisons
from tests import factories
from tests.pages import Node, contents, drawing, parsed, table_rows

pytestmark = pytest.mark.django_db
REGION = "/regions/yorkshire-and-the-humber/"
ADDRESS = f"{REGION}measures/high-risk-caseload/"
HELD = "38% of the delivery unit's caseload (approximately 1,500) in Doncaster"
FINDING = f"{HELD}, against a published regional average of 32% (about 6 percentage points higher, calculated here)"


@pytest.fixture
def get(shipped_data, client):
    def page(address: str = ADDRESS) -> Node:
        response = client.get(address)
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def lines(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


# --- The first case


def test_title_preview_chart_and_file_say_one_finding(get, client):
    page = get()

    name = "Caseload assessed as high or very high risk of serious harm"
    said = contents(page)
    assert said["og:title"] == f"{name}: 38% of the delivery unit's caseload in Doncaster, 2024"
    assert page.one("head").one("title").text.startswith(said["og:title"])
    assert said["og:description"].startswith(f"{name}: {FINDING}. ")
    assert said["og:description"].endswith("It says who is supervised, not how well. This is context, not performance.")
    assert page.one("figure").one("h3").text == FINDING
    assert drawing(page).one("title").text == FINDING
    (note,) = {line["note"].partition("; ")[0] for line in lines(client.get(ADDRESS.rstrip("/") + ".csv"))}
    assert note == FINDING


def test_what_the_measure_is_and_that_it_is_context(get):
    words = get().one("main").text

    assert "It says who is supervised, not how well." in words
    assert "This is context, not performance." in words
    assert "worse" not in words
    assert "aria-sort" not in str([header.attributes for header in get().all("th")])


def test_every_pdu_stands_in_the_table_and_the_reason_where_there_is_no_figure(get):
    rows = {row[0]: row[1:] for row in table_rows(get().one("table"))}

    assert len(rows) == 11
    assert rows["Doncaster"][0].startswith("38%")
    assert rows["Doncaster"][2].startswith(
        "Published regional average 32% About 6 percentage points higher, calculated here Source"
    )
    assert "Inspected, report not held here" in get().one("dl").text


def test_both_averages_are_explained_and_why_there_is_one_only(get):
    words = get().one("main").text

    assert "The published regional average of 32% is the inspectorate's, from the report on Doncaster." in words
    assert "No average of the PDUs held here is calculated: fewer than two PDUs have a figure here." in words


def test_when_it_was_inspected_and_last_changed(get):
    words = get().one("p", class_="app-dates").text

    assert words.startswith("Inspected from 8 July 2024. Figures last changed here ")
    assert "(release 1)" in words


def test_other_rounds_and_measures_are_links(get):
    page = get()
    links = [link["href"] for link in page.one("main").all("a")]

    assert f"{ADDRESS}?round=2022-23" in links
    assert f"{REGION}measures/caseload/?round=2024" in links
    assert not any(address.startswith(f"{ADDRESS}?round=2024") for address in links)


# --- Rounds


def test_without_a_round_it_is_the_newest_that_holds_a_value(client):
    region, measure = factories.region("Northern Fells"), factories.measure("Risk")
    for label, has_value in (("2022", True), ("2023", True), ("2024", False)):
        unit = factories.delivery_unit(region=region)
        edition = factories.edition(factories.inspection(unit, round=label), state="published")
        if has_value:
            factories.measure_value(edition, measure)

    page = parsed(client.get("/regions/northern-fells/measures/risk/").content.decode())
    assert "2023 round" in page.one("h1").text
    assert [link.text for link in page.one("ul", class_="app-link-list").all("a")] == [
        "2024: no figure held here",
        "2022: 1 PDU with a figure",
    ]


def test_a_measure_without_any_value_shows_the_newest_round_and_says_so(get):
    page = get(f"{REGION}measures/received-induction/?round=2022-23")

    assert "2022-23 round" in page.one("h1").text
    assert "no figure held here for any of the 11 PDUs" in page.one("main").text
    assert contents(page)["og:url"].endswith("/measures/received-induction/?round=2022-23")


@pytest.mark.parametrize(
    "address",
    [
        "/regions/atlantis/measures/high-risk-caseload/",
        f"{REGION}measures/nothing/",
        f"{ADDRESS}?round=1999",
        f"{REGION}measures/nothing.csv",
        "/regions/atlantis/measures/high-risk-caseload.xlsx",
    ],
)
def test_what_is_not_held_is_not_found(shipped_data, client, address):
    assert client.get(address).status_code == 404


# --- Several values


@pytest.fixture
def filled(db):
    """Three PDUs of at least 50 cases on a measure with a direction: 30 of 60, 54 of 60 and 33 of 55."""
    region = factories.region("Northern Fells")
    measure = factories.measure("Oversight", direction="higher is better", is_headline=True)
    framework = factories.framework()
    for name, count, n in (("Avon", 30, 60), ("Brent", 54, 60), ("Calder", 33, 55)):
        inspection = factories.inspection(factories.delivery_unit(name, region=region), framework=framework)
        edition = factories.edition(inspection, state="published", report=factories.source())
        value = factories.measure_value(
            edition,
            measure,
            value=round(100 * count / n),
            numerator=count,
            denominator=n,
            base="inspected cases",
            is_case_sample=True,
        )
        factories.comparator(value, value=50)
    factories.delivery_unit("Dove", region=region)
    return "/regions/northern-fells/measures/oversight/"


def test_finding_counts_who_is_higher_and_pools_the_cases(filled, client):
    page = parsed(client.get(filled).content.decode())

    assert contents(page)["og:title"] == ("Oversight: figures of 3 of 4 PDUs; Northern Fells, 2025")
    assert page.one("main").one("p", class_="govuk-body-l").text == (
        "From 50% to 90%, of 55 to 60 inspected cases each, in the 3 of 4 PDUs with a figure held here, against a "
        "published regional average of 50% "
        "(1 higher and 2 with too few cases to tell, calculated here) and an average of 67% of the 3 of 4 PDUs held "
        "here, pooled by cases (117 of 175, calculated here)."
    )
    assert "No average of the PDUs held here" not in page.one("main").text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "Avon Brent Calder Dove"),
        ("?measure-sort=value", "Avon Calder Brent Dove"),
        ("?measure-sort=-value", "Brent Calder Avon Dove"),
        ("?measure-sort=-unit", "Dove Calder Brent Avon"),
        ("?measure-sort=nothing", "Avon Brent Calder Dove"),
    ],
)
def test_it_can_be_sorted_where_samples_allow_and_the_file_has_the_same_order(filled, client, query, names):
    page = parsed(client.get(filled + query).content.decode())
    (file,) = {
        link["href"] for link in page.all("a") if link["href"].partition("?")[0].endswith(".csv") and "sort" in query
    } or {filled.rstrip("/") + ".csv" + query}

    assert [row[0] for row in table_rows(page.one("table"))] == names.split()
    assert [line["PDU"] for line in lines(client.get(file))][:4] == names.split()


def test_the_last_line_of_the_file_is_the_average_that_is_calculated_here(filled, client):
    *values, pooled = lines(client.get(filled.rstrip("/") + ".csv"))

    assert [(line["value"], line["comparator"]) for line in values] == [
        ("50", "50"),
        ("90", "50"),
        ("60", "50"),
        ("", ""),
    ]
    assert (pooled["PDU"], pooled["PDU code"], pooled["value"]) == ("3 of 4 PDUs held here, pooled", "", "67")
    assert (pooled["count"], pooled["n"], pooled["origin"]) == ("117", "175", "calculated here")


def test_the_workbook_has_the_same_lines(filled, client):
    address = filled.rstrip("/")
    sheet = load_workbook(io.BytesIO(client.get(f"{address}.xlsx").content)).active

    assert [row[3] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        line["PDU"] for line in lines(client.get(f"{address}.csv"))
    ]


def test_figure_table_svg_and_file_carry_the_same_numbers(filled, client):
    page = parsed(client.get(filled).content.decode())
    drawn = {bar["data-label"]: bar["data-value"] for bar in drawing(page).all("rect")}
    table = {row[0]: row[1].partition("%")[0] for row in table_rows(page.one("table")) if "%" in row[1]}
    file = {line["PDU"]: line["value"] for line in lines(client.get(filled.rstrip("/") + ".csv"))[:-1] if line["value"]}

    assert drawn == table == file == {"Avon": "50", "Brent": "90", "Calder": "60"}


# --- On the page of the region


def test_headline_measures_that_are_held_stand_one_under_another_the_caseload_first(shipped_data):
    compared = region_comparisons(Place(name="Yorkshire", slug="yorkshire-and-the-humber"), "2024")

    assert [each["id"] for each in compared] == [
        "compared-high-risk-caseload",
        "compared-caseload",
        "compared-probation-officer-vacancies",
        "compared-probation-officer-workload",
        "compared-sufficient-management-oversight",
    ]
    assert [each["table"] is not None for each in compared] == [True] + [False] * (len(compared) - 1)
    assert {urlsplit(each["more"]).query for each in compared} == {"round=2024"}
    assert len({each["figure"]["chart"].id for each in compared}) == len(compared)


def test_a_round_without_figures_has_nothing_to_compare(shipped_data):
    assert region_comparisons(Place(name="Yorkshire", slug="yorkshire-and-the-humber"), "2022-23") == []
