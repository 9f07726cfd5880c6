"""One round of one region by two frameworks: whatever is said of the round counts both, and never mixes them."""

import csv
import io

import pytest

from inspections.models import DeliveryUnit, Measure
from tests import factories
from tests.pages import Node, contents, parsed, table_rows
from tests.past_the_rules import past_the_rules

pytestmark = pytest.mark.django_db
REGION = "/regions/northern-fells/"
MEASURE = f"{REGION}measures/oversight/"
BY = "Inspected in the 2025 round by “New”: Avon, Brent, Calder; by “Old”: Dove, Esk. "
# Name, framework and cases; Calder was inspected, its report is not held, and of Fleet no inspection is recorded.
UNITS = [("Avon", "New", 30), ("Brent", "New", 54), ("Calder", "New", None), ("Dove", "Old", 15), ("Esk", "Old", 12)]


@pytest.fixture(autouse=True)
def region(db):
    """Shares of 60 cases each: 50% and 90% by the new framework, 25% and 20% by the old one."""
    region = factories.region("Northern Fells")
    measure = factories.measure("Oversight", direction="higher is better", is_headline=True)
    frameworks = {
        "New": factories.framework("Leadership", "Staffing", name="New", code="new"),
        "Old": factories.framework("Leadership", "Court work", name="Old", code="old", max_score=27),
    }
    for name, framework, count in UNITS:
        inspection = factories.inspection(
            factories.delivery_unit(name, region=region), framework=frameworks[framework], round="2025"
        )
        report = factories.source() if count else None
        edition = factories.edition(inspection, state="published", report=report)
        if count:
            sample = {"numerator": count, "denominator": 60, "base": "inspected cases", "is_case_sample": True}
            value = factories.measure_value(edition, measure, value=round(100 * count / 60), **sample)
            factories.comparator(value, value=40)
    factories.delivery_unit("Fleet", region=region)
    return region


@pytest.fixture
def page(client):
    def get(address: str) -> Node:
        response = client.get(address)
        assert response.status_code == 200
        return parsed(response.content.decode())

    return get


@pytest.fixture
def lines(client):
    def get(address: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))

    return get


# --- The page of the region


def test_the_region_counts_both_frameworks_and_each_pdu_once(page):
    sentence = (
        "4 of 6 full reports and 0 of 6 overall ratings held for 2025; inspected by two frameworks, “Old” and “New”"
    )
    found = page(REGION)

    assert found.one("p", class_="govuk-body-l").text == f"{sentence}."
    assert contents(found)["og:title"] == "Northern Fells, 2025: 0 of 6 overall ratings held; 4 full reports"


def test_the_region_says_once_which_pdus_were_inspected_by_which(page):
    words = page(REGION).one("main").text

    assert "Inspected in the 2025 round by “Old”: Dove, Esk; by “New”: Avon, Brent, Calder. " in words
    assert words.count("Inspected in the 2025 round") == 1


def test_the_comparison_on_the_regions_page_has_both_frameworks_apart(page):
    figure = page(REGION).one("figure", id="oversight-by-pdu")

    assert "Northern Fells, New and Old" in figure.text
    assert (
        "New: from 50% to 90%, of 60 inspected cases each, in the 2 of 6 PDUs with a figure held here"
        in figure.one("h4").text
    )
    assert (
        "Old: from 20% to 25%, of 60 inspected cases each, in the 2 of 6 PDUs with a figure held here"
        in figure.one("h4").text
    )


def test_the_region_leads_to_the_standards_of_both(page):
    links = {link["href"] for link in page(REGION).all("a")}

    assert {f"{REGION}standards/{theme}/" for theme in ("leadership", "staffing", "court-work")} <= links


# --- The page of a measure, and its file


def test_each_framework_has_its_own_average_of_the_pdus_of_the_region(page):
    words = page(MEASURE).one("main").text

    assert "an average of 70% of the 2 of 6 PDUs held here, pooled by cases (84 of 120, calculated here)" in words
    assert "an average of 23% of the 2 of 6 PDUs held here, pooled by cases (27 of 120, calculated here)" in words
    assert "these are not compared with each other" in words
    assert "New: The average of the PDUs held here is calculated here" in words
    assert "Old: The average of the PDUs held here is calculated here" in words
    assert "No average of the PDUs held here" not in words
    assert "46%" not in words  # what all 111 of 240 cases would be


def test_the_measure_says_which_pdus_are_under_which_and_ranks_none(page):
    found = page(MEASURE)
    rows = {row[0]: row[-1] for row in table_rows(found.one("table"))}

    assert BY in found.one("main").text
    assert rows == {"Avon": "New", "Brent": "New", "Calder": "New", "Dove": "Old", "Esk": "Old", "Fleet": "—"}
    assert not [header for header in found.all("th") if "aria-sort" in header.attributes]
    assert "sort=value" not in str([link["href"] for link in found.all("a")])


def test_where_one_framework_has_too_few_only_that_one_has_no_average(page):
    with past_the_rules():
        Measure.objects.get().measure_values.get(edition__inspection__delivery_unit__slug="esk").delete()
    words = page(MEASURE).one("main").text

    assert "Old: No average of the PDUs held here is calculated: fewer than two PDUs have a figure here." in words
    assert "New: No average" not in words


def test_the_file_has_a_pooled_line_for_each_framework(lines):
    found = lines(f"{MEASURE.rstrip('/')}.csv")
    pooled = [line for line in found if not line["PDU code"]]

    assert [(line["framework"], line["value"], line["count"], line["n"]) for line in pooled] == [
        ("New", "70", "84", "120"),
        ("Old", "23", "27", "120"),
    ]
    assert {line["PDU"] for line in pooled} == {"2 of 6 PDUs held here, pooled"}
    assert {line["PDU"]: line["framework"] for line in found if line["PDU code"]} == {
        **{name: framework for name, framework, _ in UNITS},
        "Fleet": "",
    }


def test_a_delivery_unit_is_placed_among_those_of_its_framework(page):
    words = page("/pdus/avon/").one("main").text

    assert "the other PDU with a figure held: 90%, of 60 inspected cases (1 of 5)" in words
    assert "2 with a figure of another framework or group, not compared" in words


# --- Groups and dates


@pytest.fixture
def grouped(region):
    """Of Avon a figure of officers too, and of Brent of officers and an earlier one; all of one framework."""
    measure = Measure.objects.get()
    sample = {"denominator": 60, "base": "inspected cases", "is_case_sample": True}
    for slug, count in (("avon", 6), ("brent", 12)):
        edition = DeliveryUnit.objects.get(slug=slug).inspections.get().editions.get()
        more = {"cohort": "officers", "numerator": count, "value": round(100 * count / 60)}
        factories.measure_value(edition, measure, **more, **sample)
    date = {"as_of": "2020-04-01", "as_of_precision": "month"}
    factories.measure_value(edition, measure, value=33, numerator=20, **date, **sample)


def test_every_value_of_a_pdu_stands_in_table_chart_and_file(grouped, page, lines):
    found = page(MEASURE)
    table = [(row[0], row[1], row[2].split()[0]) for row in table_rows(found.one("table"))[:5]]
    file = [(line["PDU"], line["group"], line["value"]) for line in lines(f"{MEASURE.rstrip('/')}.csv")[:5]]

    assert table == [
        ("Avon", "", "50%"),
        ("Avon", "Officers", "10%"),
        ("Brent", "", "90%"),
        ("Brent", "Officers", "20%"),
        ("Brent", "April 2020, earlier figure", "33%"),
    ]
    assert file == [
        ("Avon", "", "50"),
        ("Avon", "officers", "10"),
        ("Brent", "", "90"),
        ("Brent", "officers", "20"),
        ("Brent", "April 2020", "33"),
    ]
    drawn = {bar["data-label"]: bar["data-value"] for bar in found.all("svg")[0].all("rect")}
    assert {"Avon": "50", "Avon (officers)": "10", "Brent (officers)": "20", "Brent (April 2020)": "33"}.items() <= (
        drawn.items()
    )


def test_each_group_has_its_own_average_and_an_earlier_figure_is_in_none(grouped, page, lines):
    words = page(MEASURE).one("main").text
    pooled = [line for line in lines(f"{MEASURE.rstrip('/')}.csv") if not line["PDU code"]]

    assert [(line["framework"], line["group"], line["value"], line["n"]) for line in pooled] == [
        ("New", "", "70", "120"),
        ("New", "officers", "15", "120"),
        ("Old", "", "23", "120"),
    ]
    assert "New, earlier figures: No average of the PDUs held here is calculated" in words


def test_a_pdus_figures_are_each_placed_among_their_own(grouped, page):
    words = page("/pdus/brent/").one("main").text

    assert "20%; the other PDU with a figure held: 10%, of 60 inspected cases (1 of 5)" in words
    assert "33%; not set beside other PDUs' figures, because the report gives a newer one" in words


def test_a_comparison_shows_every_figure_and_sets_each_group_against_its_own(grouped, page):
    (row,) = [
        row
        for table in page("/compare/?pdu=avon&pdu=brent").all("table")
        for row in table_rows(table)
        if row[0].startswith("Oversight")
    ]

    assert all(words in row[2] for words in ("90%", "20%", "Officers.", "33%", "As of April 2020."))
    assert "Whole PDU: about 40 percentage points higher in Brent" in row[-1]
    assert "officers: too few cases to tell them apart" in row[-1]
