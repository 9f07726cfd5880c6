"""The page that puts PDUs side by side, with invented PDUs: what the shipped data have no example of."""

import pytest

from inspections import models
from tests import factories
from tests.pages import Node, parsed
from tests.views.comparison_pages import file_lines, lines

pytestmark = pytest.mark.django_db


def title(page: Node) -> str:
    return page.one("head").one("title").text


def test_empty_store_says_so(client):
    page = parsed(client.get("/compare/").content.decode())
    assert "No PDU is held here yet." in page.one("main").text
    assert not page.all("form")


def inspected(name: str, percentage: int, framework: models.Framework, region: str) -> None:
    """A PDU with the result of one key question, of 100 cases."""
    unit = factories.delivery_unit(name, region=factories.region(region))
    edition = factories.edition(
        factories.inspection(unit, framework=framework), state="published", report=factories.source()
    )
    question = framework.standards.get().key_questions.get()
    counts = {"numerator": percentage, "denominator": 100, "counts_origin": "published"}
    factories.key_question_result(edition, question, percentage=percentage, **counts)


def test_pdus_of_two_regions_with_the_difference_of_a_question(client):
    framework = factories.framework("Assessment")
    factories.key_question(framework.standards.get())
    inspected("Avon", 70, framework, "Northern Fells")
    inspected("Brent", 40, framework, "Southern Fells")

    page = parsed(client.get("/compare/?pdu=avon&pdu=brent").content.decode())

    assert lines(page, "Ratings")["Region"] == ["Northern Fells", "Southern Fells"]
    ((_, (avon, brent, together)),) = lines(page, "Key questions: engagement").items()
    assert (avon[:3], brent[:3]) == ("70%", "40%")
    assert together == (
        "About 30 percentage points higher in Avon (95% interval of the difference: 16 to 42 percentage points, "
        "calculated here, treating the cases as random samples)"
    )
    assert "framework" not in page.one("h1").text
    assert not page.all("div", id="frameworks")


def test_pdu_that_was_never_inspected(client):
    for name in ("Avon", "Brent"):
        factories.delivery_unit(name)
    page = parsed(client.get("/compare/?pdu=avon&pdu=brent").content.decode())
    assert "Avon: no inspection recorded here; Brent: no inspection recorded here" in title(page)
    assert set(lines(page, "Ratings")["Overall rating"]) == {"No inspection recorded here"}


def test_difference_stands_in_the_note_of_both(client):
    framework = factories.framework("Assessment")
    factories.key_question(framework.standards.get())
    inspected("Avon", 70, framework, "Northern Fells")
    inspected("Brent", 40, framework, "Southern Fells")
    rows = file_lines(client.get("/compare.csv?pdu=avon&pdu=brent"))
    notes = [row["note"] for row in rows if row["measure id"] == "assessment-q1"]
    assert len(notes) == 2
    assert all("about 30 percentage points higher in Avon" in note for note in notes)
