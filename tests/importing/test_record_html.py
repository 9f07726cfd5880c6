"""A report that is a page: recorded with its address and anchors, its facts link the section that states them."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.models import Edition
from inspections.publishing.publish import publish_loaded
from tests.importing.recording import TEXT
from tests.importing.report_page import ADDRESS, Style, page
from tests.pages import parsed
from tests.past_the_rules import past_the_rules

pytestmark = pytest.mark.usefixtures("reference", "db")


@pytest.fixture
def edition(marlow) -> Edition:
    text = extract(TEXT.encode())
    content = page(text, parse(text), Style(published="May 2025")).encode()
    edition = record_report(parse(extract(content)), ReportFile(name="marlow.html", content=content)).edition
    publish_loaded([edition], title="A page", reason="First.")
    return edition


def rows_of(client, key: str) -> dict:
    where = parsed(client.get(f"/sources/{key}/").content.decode())
    rows = where.all("div", class_="govuk-summary-list__row")
    return {row.one("dt").text: row.one("dd") for row in rows}


def test_address_form_and_anchors_are_stored(edition):
    assert (edition.report.url, edition.report.file.form) == (ADDRESS, "html")
    anchors = dict(edition.report.sections.values_list("title", "anchor"))
    assert (anchors["Ratings"], anchors["Leadership"]) == ("ratings", "leadership")


def test_a_fact_links_its_section_and_names_no_line(edition, client):
    rating = edition.standard_ratings.get(standard__theme__slug="leadership")
    rows = rows_of(client, rating.summary_citation.key)
    link = rows["Section"].one("a")
    assert (link.text, link["href"]) == ("Leadership", f"{ADDRESS}#leadership")
    assert "Place" not in rows
    assert rows_of(client, edition.score_citation.key)["Section"].one("a")["href"] == f"{ADDRESS}#ratings"


@pytest.mark.parametrize("field", ["url", "anchor"])
def test_without_address_or_anchor_there_is_no_link(edition, client, field):
    owner = edition.report if field == "url" else edition.score_citation.section
    setattr(owner, field, "")
    with past_the_rules():
        owner.save()
    rows = rows_of(client, edition.score_citation.key)
    assert (rows["Section"].text, rows["Section"].all("a")) == ("Ratings", [])
    assert "Place" not in rows
