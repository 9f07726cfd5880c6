"""The page of a source: the words, where they stand, and the way back."""

import pytest

from inspections.models import Citation, Edition
from tests import factories
from tests.pages import Node, contents, parsed

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(shipped_data, client):
    def page(key: str) -> Node:
        response = client.get(f"/sources/{key}/")
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def facts(page: Node) -> dict[str, str]:
    return {row.one("dt").text: row.one("dd").text for row in page.all("div", class_="govuk-summary-list__row")}


def key_of(**lookup) -> str:
    return Citation.objects.filter(edition__state="published").get(**lookup).key


def test_figure_of_the_report(get):
    comparator = (
        Edition.objects.published()
        .get(inspection__key="doncaster-2024")
        .measure_values.get(measure__slug="high-risk-caseload")
    )
    page = get(comparator.citation.key)
    assert page.one("p", class_="app-source-value").text == "38%"
    assert "Thirty-eight per cent" in page.one("blockquote").text
    where = facts(page)
    assert where["Source"].startswith("An inspection of probation services in Doncaster")
    assert where["Kind"] == "As published in the inspectorate's report."
    assert where["Place"].startswith("Line ")
    assert page.one("main").all("a")[-1]["href"] == "/pdus/doncaster/inspections/2024/#measures"


def test_titles_of_statements_tell_their_pages_apart_and_a_percentage_has_its_base(get):
    title = contents(get("doncaster-2024-staffing-f1"))["og:title"]
    assert title.startswith("Source: Strength: The leadership team prioritised workforce planning")
    assert contents(get("doncaster-2024-assessment-q1"))["og:description"].startswith("59% of 41 inspected cases. “")


def test_value_of_the_press_has_no_sentence_and_says_what_it_is(get):
    page = get("bradford-and-calderdale-2024-leadership-rating")
    assert "Sentence not held" in page.text
    assert page.all("blockquote") == []
    assert "From a press report, not the inspectorate." in page.text
    assert "keighleynews.co.uk" in facts(page)["Source"]
    assert "row 8 of Table of ratings" in page.text


def test_words_of_a_person_stand_with_who_asked_and_never_in_the_preview(get):
    quotation = Edition.objects.published().get(inspection__key="doncaster-2024").quotations.first()
    page = get(quotation.citation.key)
    assert quotation.text in page.one("blockquote").text
    assert "asked by User Voice, one of 65 who were asked. The report selected these words." in page.one("main").text
    said = [page.one("head").one("title").text, *contents(page).values()]
    assert not any(quotation.text[:30] in words for words in said)
    assert "one of 65 who were asked" in contents(page)["og:description"]


def test_value_entered_by_staff_says_so(client):
    edition = factories.edition(state="published")
    count = factories.sample_count(edition, citation=factories.citation(edition, basis="staff"))
    page = parsed(client.get(f"/sources/{count.citation.key}/").content.decode())
    assert "Entered by staff." in page.text


def test_document_names_the_file_its_sections_and_what_is_told_from_it(get):
    page = get("doncaster-2024-report")
    assert page.one("h1").text == "An inspection of probation services in Doncaster"
    where = facts(page)
    assert where["File held here"].startswith("doncaster-2024.txt")
    assert where["Address"] == "Not held here"
    assert "ISBN" in where
    assert [link.text for link in page.one("main").all("a")] == ["Doncaster PDU, 2024 round"]
    assert [item.text for item in page.one("main").one("ol").all("li")][9:11] == ["Leadership", "Staffing"]


def test_press_release_is_a_document_with_its_address(get):
    key = Citation.objects.get(key="wakefield-2024-overall-rating", edition__state="published").source.key
    page = get(key)
    assert facts(page)["Kind"] == "press release of the inspectorate"
    assert page.one("main").all("a")[0]["href"].startswith("https://hmiprobation.justiceinspectorates.gov.uk/")
