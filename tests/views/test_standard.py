"""The page of a standard: why it was rated so."""

import pytest

from tests import factories
from tests.pages import contents, parsed, table_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(shipped_data, client):
    def page(address: str):
        response = client.get(f"/pdus/{address}/")
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def test_service_delivery_standard_says_which_question_drives_it(get):
    page = get("doncaster/inspections/2024/standards/assessment")
    assert page.one("h1").text.startswith("P 2.1 Assessment")
    rows = table_rows(page.one("table"))
    assert [(row[2][:3], row[4]) for row in rows] == [
        ("59%", ""),
        ("78%", ""),
        ("37%", "Lowest of its standard"),
    ]
    assert all("Of 41 inspected cases" in row[2] for row in rows)
    assert "37% in Assessment (keeping other people safe)" in page.one("main").text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "doncaster/inspections/2024/standards/assessment",
            "Assessment in the 2024 inspection of Doncaster PDU: Inadequate. Of 41 inspected cases in Doncaster, the "
            "lowest key question drives the rating: 37% in Assessment (keeping other people safe).",
        ),
        (
            "doncaster/inspections/2024/standards/leadership",
            "Leadership in the 2024 inspection of Doncaster PDU: Requires improvement. The report says: “In this",
        ),
        (
            "york/inspections/2024/standards/assessment",
            "Assessment in the 2024 inspection of York PDU: inspected, report not held here.",
        ),
    ],
)
def test_preview_says_what_was_found_and_never_what_the_standard_asks_for(get, address, words):
    said = contents(get(address))["og:description"]
    assert said.startswith(words)
    assert "is well-informed" not in said


def test_organisational_standard_has_strengths_before_areas_and_no_percentages(get):
    page = get("doncaster/inspections/2024/standards/staffing")
    headings = [heading.text for heading in page.one("main").all("h2")]
    assert headings.index("Strengths") < headings.index("Areas for improvement")
    assert page.all("table") == []
    assert page.all("svg") == []


def test_standard_of_an_inspection_without_a_report_says_what_is_not_held(get):
    page = get("kirklees/inspections/2022-23/standards/planning")
    assert "Inadequate" in page.one("main").text
    assert "the report is not held here, so neither are its findings" in page.text
    assert contents(page)["og:description"] == (
        "Planning in the 2022-23 inspection of Kirklees PDU: Inadequate (from a press report, not the inspectorate)."
    )


def test_standard_that_is_not_rated_says_why(get):
    page = get("kirklees/inspections/2022-23/standards/leadership")
    assert "Inspected, report not held here" in page.one("main").text
    assert "Inadequate" not in page.one("main").text


def test_held_report_without_findings_on_a_standard_says_so(client):
    framework = factories.framework("Leadership")
    inspection = factories.inspection(factories.delivery_unit("Marlow Vale"), framework=framework)
    factories.edition(inspection, state="published", report=factories.source())
    page = parsed(client.get("/pdus/marlow-vale/inspections/2025/standards/leadership/").content.decode())
    assert "The report is held here, but gives no findings on this standard." in page.text
    assert "Held, but the report gives no such figure" in page.text
