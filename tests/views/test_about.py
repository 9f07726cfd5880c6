"""About the data: counts from the store, and every part people link to."""

import pytest

from inspections import models
from inspections.queries.what_is_held import what_is_held
from tests import factories
from tests.pages import Node, contents, parsed, table_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(shipped_data, client) -> Node:
    return parsed(client.get("/about/").content.decode())


def test_finding_and_version_stand_first(page):
    assert "15 inspections of 11 PDUs in 1 region are held here, 1 of them with its full report." in page.text
    assert "(release 1)" in page.text
    assert contents(page)["og:title"].startswith("About the data: 15 inspections of 11 PDUs")


def test_counts_are_those_of_the_store(page):
    held = what_is_held()
    text = page.text
    assert f"{held.key_questions} key question results, {held.key_questions_with_n} with the number of cases" in text
    assert f"{held.measure_values} values of measures: {held.measure_values_with_n} with the number" in text
    rounds, origins = page.all("table")
    assert [row[:1] + row[2:] for row in table_rows(rounds)] == [["2024", "11", "1"], ["2022-23", "4", "0"]]
    assert table_rows(origins)[0][0] == "As published in the inspectorate's report"
    assert sum(int(row[1]) for row in table_rows(origins)) == models.Edition.objects.exclude(overall_rating="").count()


def test_frameworks_say_when_they_were_used_and_that_no_band_is_shown(page):
    assert "October 2023 to October 2025" in page.text
    assert "7 standards, up to 21 points" in page.text
    assert "8 recorded here, none of them verified in a source" in page.text
    assert "50 to 64" not in page.text
    assert "not comparable: framework changed" in page.text


def test_recorded_comparability_is_shown_with_its_source(shipped_data, client):
    earlier, later = models.Framework.objects.order_by("max_score")
    models.Comparability.objects.create(earlier=earlier, later=later, source="The inspectorate says so.")
    text = parsed(client.get("/about/").content.decode()).text
    assert f"{earlier.name} and {later.name}: The inspectorate says so." in text


def test_every_reason_for_an_absence_has_its_sentence_and_its_count(page):
    assert "It was inspected in this round, but the report is not held here. Now: 14 inspections." in page.text
    assert page.text.count(" Now: ") == 4


def test_policy_events_are_shown_with_their_sentence(page):
    assert "Probation Reset, from 1 July 2024" in page.text
    assert "implemented from 01 July 2024" in page.one("blockquote").text


def test_every_part_is_in_the_contents_and_old_anchors_live(page):
    anchors = {link["href"] for link in page.one("nav", class_="app-contents").all("a")}
    headings = {f"#{node['id']}" for node in page.one("main").all("h2") if node["id"] != "contents"}
    assert anchors == headings
    assert {"#sources", "#scales", "#bases", "#missing", "#mistakes", "#accessibility"} <= anchors


def test_empty_store_has_the_page_too(client):
    factories.framework(max_score=21)
    page = parsed(client.get("/about/").content.decode())
    assert "Dates not held here" in page.text
    assert "Not recorded here" in page.text


def test_without_an_address_for_mistakes_the_page_says_whom_to_tell(client, settings):
    settings.REPORT_A_MISTAKE_EMAIL = ""
    assert "no address for mistakes has been set here yet" in client.get("/about/").content.decode()
    settings.REPORT_A_MISTAKE_EMAIL = "mistakes@findings.example"
    assert "write to mistakes@findings.example" in parsed(client.get("/about/").content.decode()).text


def test_accessibility_statement_is_a_page_of_its_own(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = parsed(client.get("/about/accessibility/").content.decode())
    assert page.one("h1").text == "Accessibility statement"
    assert "WCAG" in page.text
    assert "/about/accessibility/" in [link["href"] for link in page.one("footer").all("a")]
