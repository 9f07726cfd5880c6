"""The page of a region's key questions: what it shows, that its files show the same, and what it says of nothing."""

import csv
import io
import re

import pytest

from inspections.models import Framework, RatingBand
from inspections.rows import Strand
from tests import factories
from tests.pages import Node, contents, drawing, parsed, table_rows
from tests.views.test_region import UNITS

pytestmark = pytest.mark.django_db
ADDRESS = "/regions/yorkshire-and-the-humber/key-questions/"
STANDARDS = ["Assessment", "Planning", "Implementation and delivery", "Reviewing"]
IDS = ["assessment", "planning", "implementation-and-delivery", "reviewing"]
PERCENTAGES = {
    "engagement": [59, 41, 49, 44],
    "desistance": [78, 68, 41, 44],
    "keeping-other-people-safe": [37, 59, 27, 44],
}


def page_at(client, address: str) -> Node:
    response = client.get(address)
    assert response.status_code == 200
    return parsed(response.content.decode())


def lines(client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def unit_of(line: dict[str, str]) -> str:
    return next(value for name, value in line.items() if name.lower() == "pdu")


@pytest.fixture
def get(shipped_data, client):
    return lambda query="": page_at(client, ADDRESS + query)


def charts(page: Node) -> list[Node]:
    return page.all("figure", class_="app-chart")


def dots(figure: Node) -> list[tuple[str, str]]:
    return [(dot["data-label"], dot["data-value"]) for dot in drawing(figure).all("circle")]


# --- Doncaster's round


def test_twelve_charts_by_strand_and_in_each_by_standard(get):
    page = get()

    headings = [heading.text for heading in page.one("main").all("h2")]
    assert headings[1:] == [
        "How to read these figures",
        "Engagement",
        "Desistance",
        "Keeping other people safe",
        "What is not held, and why",
    ]
    assert [figure["id"] for figure in charts(page)] == [f"{name}-q{number}" for number in (1, 2, 3) for name in IDS]
    assert [dots(figure) for figure in charts(page)] == [
        [("Doncaster", str(value))] for values in PERCENTAGES.values() for value in values
    ]


def test_every_table_has_the_figures_of_its_charts_and_every_unit(get):
    tables = get().all("table")

    assert [table.one("caption").text.split(", as a table")[0] for table in tables] == [
        str(strand).capitalize() for strand in Strand
    ]
    for table, values in zip(tables, PERCENTAGES.values(), strict=True):
        rows = {row[0]: row[1:] for row in table_rows(table)}
        assert list(rows) == UNITS
        assert [cell.split("%")[0] for cell in rows.pop("Doncaster")] == [str(value) for value in values]
        assert {cell for row in rows.values() for cell in row} == {"Inspected, report not held here"}
        assert "can't be sorted" in table.one("caption").text
        assert not any("aria-sort" in th.attributes for th in table.all("th"))


def test_title_and_preview_say_what_is_held(get):
    page = get()
    held = (
        "Key questions in Yorkshire and the Humber, 2024: percentages held for 1 of 11 PDUs (Doncaster), of 41 "
        "inspected cases"
    )
    drivers = (
        "the lowest key question, which drives the rating of its standard, is engagement in 1, "
        "keeping other people safe in 2 and several equally low in 1 of 4 ratings"
    )

    assert page.one("head").one("title").text.startswith(f"{held} - ")
    assert contents(page)["og:description"] == f"{held}; {drivers}."
    assert f"{held}; {drivers}." in page.one("main").text
    assert "Inspected from 8 July 2024. Figures last changed here" in page.one("main").text


def test_what_is_the_same_for_all_charts_is_said_once(get):
    text = get().one("main").text
    for words in (
        "treating the cases as a random sample: the fewer",
        "A key question is an overall judgement",
        "“inferred”",
    ):
        assert text.count(words) == 1


def test_what_is_not_held_is_named_with_the_reason(get):
    others = ", ".join(unit for unit in UNITS if unit != "Doncaster")
    said = get().one("dl", class_="govuk-summary-list").text
    assert said == f"{others} It was inspected in this round, but the report is not held here."


def test_every_chart_has_its_file_and_the_file_its_figures(get, client):
    for figure in charts(get()):
        (link,) = [link["href"] for link in figure.all("a") if ".csv" in link["href"]]
        rows = lines(client, link)
        assert [unit_of(row) for row in rows] == UNITS
        assert {figure["id"]} == {row["measure id"] for row in rows}
        assert [("Doncaster", row["value"]) for row in rows if row["value"]] == dots(figure)
        assert {row["note"] for row in rows if not row["value"]} == {"inspected, report not held here"}


def test_the_file_of_the_page_has_every_question_in_its_order(get, client):
    page = get()
    (address,) = {
        link["href"] for link in page.one("main").all("a") if link["href"].endswith("key-questions.csv?round=2024")
    }
    rows = lines(client, address)

    assert len(rows) == 12 * 11
    assert [row["value"] for row in rows if row["value"]] == [
        str(value) for values in PERCENTAGES.values() for value in values
    ]
    assert client.get(address.replace(".csv", ".xlsx"))["Content-Disposition"].endswith(
        'yorkshire-and-the-humber-key-questions-2024.xlsx"'
    )


def test_interval_and_count_are_those_of_drawing_table_and_file(get, client):
    page = get("?question=assessment-q3")
    (figure,) = charts(page)
    (whisker,) = [group for group in drawing(figure).all("g") if "data-lower" in group.attributes]
    (row,) = [row for row in lines(client, ADDRESS[:-1] + ".csv?question=assessment-q3") if row["value"]]
    cell = next(cells[1] for cells in table_rows(page.one("table")) if cells[0] == "Doncaster")
    lower, upper = float(whisker["data-lower"]), float(whisker["data-upper"])

    assert (row["interval lower"], row["interval upper"]) == (f"{lower:.1f}", f"{upper:.1f}")
    assert f"95% interval {lower:.0f}% to {upper:.0f}%" in cell
    assert (row["value"], row["count"], row["n"], row["count origin"]) == ("37", "15", "41", "inferred here")
    assert cell.startswith("37% (15 of 41, inferred)")
    assert "Lowest of its standard: drives the rating" in cell
    assert "lowest of its standard: drives the rating" in row["note"]


# --- One question, other rounds


def test_one_question_has_its_own_title_and_address(get):
    page = get("?round=2024&question=planning-q2")
    (figure,) = charts(page)

    assert figure["id"] == "planning-q2"
    assert (
        page.one("head")
        .one("title")
        .text.startswith(
            "Planning, desistance: 68% (28 of 41, inferred) in Doncaster; Yorkshire and the Humber, 2024 - "
        )
    )
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}?round=2024&question=planning-q2"
    assert [th.text for th in page.one("table").all("th", scope="col")] == ["PDU", "Planning"]
    assert f"{ADDRESS}?round=2024" in [link["href"] for link in page.one("main").all("a")]


def test_interval_is_in_the_sentence_of_one_question_and_left_to_the_drawing_and_the_table_of_many(get):
    limits = "between 53% and 80%: 95% Wilson interval, calculated here, treating the cases as a random sample"
    assert limits in get("?round=2024&question=planning-q2").one("main").one("p", class_="govuk-body-l").text

    (figure,) = [figure for figure in charts(get()) if figure["id"] == "planning-q2"]
    assert "interval" not in figure.one("h3").text
    assert "95% interval 53% to 80%" in drawing(figure).one("desc").text


def test_pdus_without_figures_are_counted_at_each_chart_and_named_once_on_the_page(get):
    page = get()
    for figure in charts(page):
        assert "No figure held here for 10 of 11 PDUs." in figure.text
        assert "Leeds" not in figure.text
    assert page.one("dl", class_="govuk-summary-list").text.count("Leeds") == 1

    (alone,) = charts(get("?round=2024&question=planning-q2"))
    assert "Inspected, report not held here: Barnsley and Rotherham," in alone.text


def test_one_question_of_a_tie_says_so(get):
    assert "Equal lowest of its standard" in get("?question=reviewing-q1").one("table").text


def test_rounds_are_links_and_the_newest_with_a_figure_is_shown(get):
    links = {link.text: link for link in get().one("nav", class_="app-rounds").all("a")}

    assert list(links) == ["2024", "2022-23"]
    assert links["2024"]["aria-current"] == "page"
    assert links["2022-23"]["href"] == f"{ADDRESS}?round=2022-23"


def test_a_framework_without_questions_says_so(get):
    page = get("?round=2022-23")

    assert "no sourced key questions" in page.one("main").text
    assert "PDU standards, nine standards (27 points)" in page.one("main").text
    assert charts(page) == page.all("table") == []
    assert "none held here for the framework of this round" in page.one("head").one("title").text


@pytest.mark.parametrize("query", ["?round=1999", "?question=leadership-q1", "?round=2022-23&question=assessment-q1"])
@pytest.mark.parametrize("address", [ADDRESS, ADDRESS[:-1] + ".csv"])
def test_what_there_is_not_is_not_found(shipped_data, client, address, query):
    assert client.get(address + query).status_code == 404


def test_a_region_that_there_is_not_is_not_found(client):
    assert client.get("/regions/atlantis/key-questions/").status_code == 404


def test_empty_parameters_are_none(get):
    assert len(charts(get("?round=&question="))) == 12


def test_a_region_without_inspections_says_so(client):
    factories.region("Northern Fells")
    page = page_at(client, "/regions/northern-fells/key-questions/")

    assert "No inspection of a PDU of this region is recorded here yet." in page.one("main").text
    assert (
        page.one("head")
        .one("title")
        .text.startswith("Key questions in Northern Fells: no inspection is recorded here yet")
    )
    assert lines(client, "/regions/northern-fells/key-questions.csv") == []


# --- Bands, several frameworks


def test_no_band_is_drawn_until_somebody_has_verified_it(get):
    bands = RatingBand.objects.filter(framework__code="pdu-21", applies_to="percentage")
    assert bands.exists()
    assert "Lower end of" not in str(get().one("main").text)

    bands.update(status="verified", source="A rule.")
    figure = charts(get())[0]
    assert len(re.findall(r"Lower end of [\w ]+: \d+ \(verified\)", figure.one("desc").text)) == 3
    assert len([group for group in drawing(figure).all("g") if "stroke-dasharray" in group.attributes]) == 3


def inspected(region, framework: Framework, name: str, percentage: int) -> None:
    inspection = factories.inspection(factories.delivery_unit(name, region=region), framework=framework)
    edition = factories.edition(inspection, state="published", report=factories.source())
    for standard in framework.standards.all():
        question = standard.key_questions.first() or factories.key_question(standard)
        factories.key_question_result(
            edition, question, percentage=percentage, numerator=percentage, denominator=100, counts_origin="published"
        )


def test_questions_of_two_frameworks_stand_apart(client):
    region = factories.region("Northern Fells")
    inspected(region, factories.framework("Assessment", code="a", name="Old rules"), "Avon", 10)
    inspected(region, factories.framework("Assessment", code="b", name="New rules"), "Brent", 90)
    factories.delivery_unit("Calder", region=region)
    page = page_at(client, "/regions/northern-fells/key-questions/")

    assert [figure["id"] for figure in charts(page)] == ["assessment-q1", "assessment-q1-old-rules"]
    assert [dots(figure) for figure in charts(page)] == [[("Brent", "90")], [("Avon", "10")]]
    assert [[row[0] for row in table_rows(table)] for table in page.all("table")] == [
        ["Brent", "Calder"],
        ["Avon", "Calder"],
    ]
    assert "Engagement: New rules" in page.one("main").text
    assert "by several frameworks in this round: New rules and Old rules" in page.one("main").text
    ids = [node["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))

    page = page_at(client, "/regions/northern-fells/key-questions/?question=assessment-q1")
    assert "New rules: Assessment, engagement: 90% of 100 inspected cases in Brent" in page.one("main").text
    assert "; Old rules: Assessment, engagement: 10% of 100" in page.one("main").text


def test_columns_of_fifty_cases_and_more_sort_and_what_is_not_held_stays_last(client):
    region, framework = factories.region("Northern Fells"), factories.framework("Assessment")
    for name, percentage in [("Avon", 70), ("Brent", 20), ("Calder", 90)]:
        inspected(region, framework, name, percentage)
    factories.delivery_unit("Aire", region=region)

    for query, expected in [
        ("", ["Aire", "Avon", "Brent", "Calder"]),
        ("?engagement-sort=assessment-q1", ["Brent", "Avon", "Calder", "Aire"]),
        ("?engagement-sort=-assessment-q1", ["Calder", "Avon", "Brent", "Aire"]),
    ]:
        page = page_at(client, f"/regions/northern-fells/key-questions/{query}")
        assert [row[0] for row in table_rows(page.one("table"))] == expected
        assert [label for label, _ in dots(charts(page)[0])] == ["Avon", "Brent", "Calder"]
