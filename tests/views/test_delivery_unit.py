"""The page of a delivery unit says what its report says, each number with its base and its source."""

import json
from pathlib import Path

import pytest

from tests import factories
from tests.pages import Node, contents, parsed, table_rows

pytestmark = pytest.mark.django_db
EXPECTED = Path(__file__).parent.parent / "reports" / "doncaster-2024.expected.json"


@pytest.fixture(scope="module")
def expected() -> dict:
    """What a person read in the report."""
    return json.loads(EXPECTED.read_text(encoding="utf-8"))


@pytest.fixture
def page(shipped_data, client) -> Node:
    response = client.get("/pdus/doncaster/")
    assert response.status_code == 200
    return parsed(response.content.decode())


def part(page: Node, anchor: str) -> Node:
    """What stands between a heading and the next one of its level."""
    found = Node("part", {})
    is_inside = False
    for child in page.one("main").children:
        if isinstance(child, Node) and (heading := child.all("h2")) and child.has(class_="app-anchor-heading"):
            is_inside = heading[0]["id"] == anchor
        elif is_inside:
            found.children.append(child)
    return found


def fact(page: Node, name: str) -> Node:
    (found,) = [item for item in page.all("li", class_="app-key-fact") if item.one("h3").text == name]
    return found


def test_rating_and_score_with_their_sources(page):
    words = page.one("main").text
    assert "Overall rating: Inadequate" in words
    assert "3 out of 21" in words
    links = {link["href"] for link in page.all("p", class_="app-outcome")[0].all("a")} | {
        link["href"] for link in page.all("p", class_="app-outcome")[1].all("a")
    }
    assert len(links) == 2
    assert all(address.startswith("/sources/doncaster-2024-") for address in links)


def test_high_risk_caseload_with_base_comparator_direction_and_both_sources(page):
    caseload = fact(page, "Caseload assessed as high or very high risk of serious harm")
    assert caseload.one("p", class_="app-key-fact__value").text == "38%"
    assert "approximately 1,500" in caseload.text
    assert "against a published regional average of 32% (about 6 percentage points higher, calculated here)" in (
        caseload.text
    )
    assert "This is context, not performance." in caseload.text
    assert "worse" not in caseload.text
    sources = {link["href"] for link in caseload.all("a") if link["href"].startswith("/sources/")}
    assert len(sources) == 2
    assert "/regions/yorkshire-and-the-humber/measures/high-risk-caseload/?round=2024" in [
        link["href"] for link in caseload.all("a")
    ]


def test_that_no_other_pdus_figure_is_held_is_said_once_a_section_and_the_rest_at_each_figure(page):
    facts = page.all("li", class_="app-key-fact")
    assert len(facts) > 15
    assert page.text.count("No other PDU's figure is held here to set beside these figures.") == 2
    assert page.text.count("no other PDU's figure is held here") == 1, "in the title of the only drawing"
    places = [words.text for item in facts for words in item.all("p", class_="app-place__sentence")]
    assert places == [
        "38%, against a published regional average of 32% (about 6 percentage points higher, calculated here)."
    ]
    assert sum(bool(item.all("svg")) for item in facts) == 1
    assert "No other PDU's figures on key questions are held here for this round." in page.text


@pytest.fixture
def neighbours(db):
    """Three PDUs: 18 of 41, 24 of 41 and 5 of 8 cases on a measure and on a key question."""
    region, measure = factories.region("Southern Fells"), factories.measure("Oversight", direction="higher is better")
    framework = factories.framework("Assessment")
    question = factories.key_question(framework.standards.get())
    for name, count, n in (("Avon Mere", 18, 41), ("Brent Mere", 24, 41), ("Calder Mere", 5, 8)):
        inspection = factories.inspection(factories.delivery_unit(name, region=region), framework=framework)
        edition = factories.edition(inspection, state="published", report=factories.source())
        share = round(100 * count / n)
        counts = {"numerator": count, "denominator": n}
        factories.measure_value(edition, measure, value=share, base="inspected cases", is_case_sample=True, **counts)
        factories.key_question_result(edition, question, percentage=share, counts_origin="inferred", **counts)


def test_figures_and_key_questions_stand_among_those_of_the_region(neighbours, client):
    page = parsed(client.get("/pdus/avon-mere/").content.decode())
    places = page.all("div", class_="app-place")
    said = (
        "44%; the other PDUs with a figure held: 59%, of 41 inspected cases (2 of 2, 1 of them with under 10 cases); "
        "against their cases "
        "pooled (59%, 29 of 49): too few cases to tell them apart, calculated here."
    )
    assert [place.one("p", class_="app-place__sentence").text for place in places] == [said, said]
    for place in places:
        dots = {dot["data-label"]: dot["data-value"] for dot in place.all("circle")}
        assert dots == {"Avon Mere": "44", "Brent Mere": "59"}
    assert not any("data-chart" in place.one("svg").attributes for place in places)


def test_of_under_ten_cases_the_place_is_a_count(neighbours, client):
    page = parsed(client.get("/pdus/calder-mere/").content.decode())
    place = page.all("div", class_="app-place")[0]
    assert place.one("p", class_="app-place__sentence").text.startswith(
        "5 of 8; the other PDUs with a figure held: from"
    )
    assert "too few cases to compare" in place.text
    assert {dot["data-label"] for dot in place.all("circle")} == {"Avon Mere", "Brent Mere"}


def test_ratings_of_the_standards_in_their_order(page, expected):
    rows = [row.text for row in part(page, "ratings").all("div", class_="govuk-summary-list__row")]
    assert len(rows) == 7
    for row, standard in zip(rows, expected["standards"], strict=True):
        assert row.startswith(f"{standard['code']} {standard['name']} {standard['rating']}")


def test_key_questions_with_count_base_and_interval(page, expected):
    rows = table_rows(part(page, "key-questions").one("table"))
    asked = [(standard["name"], each) for standard in expected["standards"] for each in standard["key_questions"]]
    assert len(rows) == len(asked) == 12
    for (standard, text, percentage, interval, drives), (name, question) in zip(rows, asked, strict=True):
        cases = round(question["percentage"] * 41 / 100)
        assert (standard, text) == (name, question["text"])
        assert percentage.startswith(f"{question['percentage']}% Of 41 inspected cases ({cases} of 41, worked out here")
        lower, upper = (int(limit.strip("%")) for limit in interval.split(" to "))
        assert lower < question["percentage"] < upper
        lowest = min(other["percentage"] for standard, other in asked if standard == name)
        assert (drives != "") is (question["percentage"] == lowest)


@pytest.mark.parametrize(
    ("anchor", "kind"), [("strengths", "strength"), ("areas-for-improvement", "area_for_improvement")]
)
def test_findings_stand_under_their_kind_in_the_order_of_the_report(page, expected, anchor, kind):
    read = [
        finding["text"]
        for of in ("standards", "sections")
        for each in expected[of]
        for finding in each["findings"]
        if finding["kind"] == kind
    ]
    shown = [item.text for item in part(page, anchor).all("li")]
    assert len(shown) == len(read) > 5
    for words, finding in zip(shown, read, strict=True):
        assert words.startswith(finding)


def test_strengths_come_before_areas_for_improvement(page):
    headings = [heading.attributes.get("id") for heading in page.all("h2")]
    assert headings.index("strengths") < headings.index("areas-for-improvement")


def test_lost_headings_are_said_finding_by_finding(page, expected):
    lost = sum(
        finding["heading_lost"]
        for of in ("standards", "sections")
        for each in expected[of]
        for finding in each["findings"]
    )
    assert page.one("main").text.count("which list it was is our reading") == lost > 0


def test_quotations_say_who_asked_how_many_and_that_they_were_selected(page, expected):
    read = [quotation["text"] for section in expected["sections"] for quotation in section["quotes"]]
    shown = page.all("figure", class_="app-quotation")
    assert len(shown) == len(read) > 0
    for figure, words in zip(shown, read, strict=True):
        assert f"“{words}”" in figure.text
        assert "asked by User Voice, one of 65 who were asked. The report selected these words." in figure.text


def test_recommendations_with_number_and_addressee(page, expected):
    shown = part(page, "recommendations").all("li")
    assert [item["value"] for item in shown] == [str(each["number"]) for each in expected["recommendations"]]
    for item, read in zip(shown, expected["recommendations"], strict=True):
        assert item.text.startswith(f"{read['addressed_to']} should: {read['text']}")


def test_sample_and_both_dates_of_the_start_with_their_doubt(page):
    sample = part(page, "sample").text
    for words in ("Community orders 25", "Releases on licence 16", "8 July 2024", "June 2024", "“ork started”"):
        assert words in sample
    assert sample.count("Queried:") == 2


def test_no_earlier_inspection_is_said_to_be_held_and_not_to_be_the_first(page):
    assert "No earlier inspection held here." in page.text
    assert "first inspection" not in page.text.lower()


def test_preview_has_unit_rating_and_the_headline(page):
    said = contents(page)
    assert said["og:title"] == "Doncaster PDU, 2024: rated Inadequate, 3 out of 21"
    assert said["og:description"].startswith(
        "Caseload assessed as high or very high risk of serious harm: 38% of the delivery unit's caseload "
        "(approximately 1,500) in Doncaster, against a published regional "
        "average of 32%"
    )
    assert said["og:description"].endswith("This is context, not performance.")


def test_preview_of_an_inspection_without_its_report_says_so(shipped_data, client):
    said = contents(parsed(client.get("/pdus/sheffield/").content.decode()))["og:description"]
    assert said == (
        "Sheffield PDU in the 2024 round: rated Inadequate. Inspected from July 2024 (from a press report, not the "
        "inspectorate). The full report is not held here."
    )
    said = contents(parsed(client.get("/pdus/york/").content.decode()))["og:description"]
    assert said == "York PDU in the 2024 round: rated Inadequate. The full report is not held here."


def test_inspection_of_which_only_ratings_are_held_says_so(shipped_data, client):
    page = parsed(client.get("/pdus/sheffield/").content.decode())
    assert "The full report is not held here." in page.text
    assert "Score: not held here" in page.text
    assert "inspected, report not held here" in page.text.lower()


# --- History


def history(page: Node) -> list[str]:
    return [entry.text for entry in part(page, "rounds").all("li")]


def test_inspections_and_policy_events_stand_on_one_timeline_newest_first(shipped_data, client):
    latest, event, earlier = history(parsed(client.get("/pdus/sheffield/").content.decode()))
    assert latest.startswith("2024 round Inadequate from a press release of the inspectorate Source")
    assert "Score not held here." in latest
    assert "Inspected from July 2024 (from a press report, not the inspectorate)," in latest
    assert " ago." in latest
    assert latest.endswith("2022-23: Inadequate; not comparable: framework changed.")
    assert event.startswith("Policy event: Probation Reset, 1 July 2024")
    assert "“This change was delivered at pace and implemented from 01 July 2024.”" in event
    assert "An inspection of probation services in Doncaster" in event
    assert earlier.startswith("2022-23 round Inadequate")
    assert "Score: 1 out of 27" in earlier
    assert "Date of inspection not held here. Report published 30 March 2023." in earlier
    assert earlier.endswith("No earlier inspection held here.")


def test_policy_events_are_context_and_no_cause(page):
    said = part(page, "rounds").text
    assert "Policy events are context" in said
    assert "never given as the cause of what was found" in said
    assert len(history(page)) == 2


def test_change_of_the_overall_rating_and_of_standards_stands_with_the_ratings(shipped_data, client):
    page = parsed(client.get("/pdus/kirklees/").content.decode())
    ratings = part(page, "ratings")
    assert "Earlier overall rating: 2022-23: Inadequate; not comparable: framework changed." in (ratings.text)
    (planning,) = [row.text for row in ratings.all("dd") if "of Planning, 2022-23" in row.text]
    assert planning.startswith("Inspected, report not held here 2022-23: Inadequate")
    assert planning.endswith("from the press")


def test_older_inspection_leads_to_the_later_one(shipped_data, client):
    page = parsed(client.get("/pdus/sheffield/inspections/2022-23/").content.decode())
    notice = page.one("div", class_="govuk-notification-banner")
    assert "A later inspection of this PDU is held here: 2024" in notice.text
    assert notice.one("a")["href"] == "/pdus/sheffield/inspections/2024/"
    for address in ("/pdus/sheffield/", "/pdus/sheffield/inspections/2024/"):
        assert "A later inspection" not in client.get(address).content.decode()


def test_titles_hold_the_outcome_and_tell_the_pages_of_a_round_apart(shipped_data, client):
    titles = [
        contents(parsed(client.get(address).content.decode()))["og:title"]
        for address in ("/pdus/doncaster/", "/pdus/doncaster/inspections/2024/", "/pdus/sheffield/inspections/2022-23/")
    ]
    assert titles == [
        "Doncaster PDU, 2024: rated Inadequate, 3 out of 21",
        "Doncaster PDU, 2024 inspection: rated Inadequate, 3 out of 21",
        "Sheffield PDU, 2022-23 inspection: rated Inadequate, 1 out of 27",
    ]


def test_number_of_recommendations_is_said_where_their_text_is_not_held(shipped_data, client):
    page = parsed(client.get("/pdus/leeds/").content.decode())
    assert "The report makes 7 recommendations. Their text is not held here." in page.text


def test_values_of_the_press_are_marked_in_page_title_and_preview(shipped_data, client):
    for address in (
        "/pdus/bradford-and-calderdale/",
        "/pdus/bradford-and-calderdale/inspections/2024/standards/leadership/",
    ):
        page = parsed(client.get(address).content.decode())
        assert page.one("main").text.count("from the press") >= 1
        assert "from a press report, not the inspectorate" in contents(page)["og:title"]


def test_unit_without_inspection_says_what_is_known_and_no_more(client):
    factories.delivery_unit("Marlow Vale")
    response = client.get("/pdus/marlow-vale/")
    assert response.status_code == 200
    page = parsed(response.content.decode())
    assert "No inspection of Marlow Vale PDU is recorded here. That does not mean there was none." in page.text
    assert "Inadequate" not in page.text


# --- Other names


@pytest.mark.parametrize(
    ("former", "now", "name"),
    [
        ("/pdus/barnsley-and-rotheram/", "/pdus/barnsley-and-rotherham/", "Barnsley and Rotheram"),
        ("/regions/yorkshire-and-humber/", "/regions/yorkshire-and-the-humber/", "Yorkshire and Humber"),
    ],
)
def test_another_name_leads_on_with_a_notice(shipped_data, client, former, now, name):
    response = client.get(former, follow=True)
    (address, status), *more = response.redirect_chain
    assert (address.partition("?")[0], status, more) == (now, 301, [])
    page = parsed(response.content.decode())
    assert f"You followed a link to {name}," in page.text
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{now}"
    assert "You followed a link" not in client.get(now).content.decode()


def test_unit_without_inspection_has_the_notice_too(client):
    unit = factories.delivery_unit("Marlow Vale")
    unit.aliases.create(name="Marlow and Vale", slug="marlow-and-vale")
    response = client.get("/pdus/marlow-and-vale/", follow=True)
    assert "You followed a link to Marlow and Vale," in parsed(response.content.decode()).text


@pytest.mark.parametrize("words", ["Call+0800+123", "leeds", "north-and-north-east-lincs"])
def test_nothing_but_a_name_of_this_unit_is_repeated_from_the_address(shipped_data, client, words):
    html = client.get(f"/pdus/doncaster/?formerly={words}").content.decode()
    assert "You followed a link" not in html
    assert "0800" not in html


# --- What is not there


@pytest.mark.parametrize(
    "address",
    [
        "/pdus/atlantis/",
        "/regions/atlantis/",
        "/pdus/doncaster/inspections/1999/",
        "/pdus/doncaster/inspections/1999/standards/assessment/",
        "/pdus/doncaster/inspections/2024/standards/court-work/",
        "/pdus/doncaster/inspections/2024/standards/nothing/",
        "/sources/nothing/",
    ],
)
def test_unknown_places_are_not_found(shipped_data, client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Page not found" in parsed(response.content.decode()).text
