"""The region's ratings, loaded in bulk beside one report: what every page then says, and whose word it is.

Once as the shipped CSV, once as a workbook of its cells.
"""

import re
from collections import Counter

import pytest
from django.urls import reverse

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.differences import facts_by_key
from inspections.importing.recording.record import record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Edition, EditionState
from inspections.publishing.publish import publish_loaded
from tests.importing.ratings.files import ROWS, preview, record, shipped, table, workbook
from tests.pages import Node, contents, parsed, table_rows

pytestmark = pytest.mark.usefixtures("reference", "db")
REGION = "/regions/yorkshire-and-the-humber/"
REPORT = REFERENCE_DIR / "doncaster-2024.txt"
RATINGS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
MARK = "from the press"


def recorded_report() -> Edition:
    content = REPORT.read_bytes()
    edition = record_report(parse(extract(content)), ReportFile(name=REPORT.name, content=content)).edition
    publish_loaded([edition], title="The report", reason="To try it.")
    return edition


@pytest.fixture(params=[shipped, lambda: workbook(*ROWS)], ids=["csv", "xlsx"])
def loaded(request, reference, db):
    """The file after it was loaded beside the report of Doncaster and published."""
    recorded_report()
    file = request.param()
    publish_loaded(record(file), title="Ratings", reason="To try it.")
    return file


@pytest.fixture
def get(client):
    def page(address: str) -> Node:
        response = client.get(address)
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def grid(page: Node, label: str) -> dict[str, list[str]]:
    (found,) = [each for each in page.all("table") if f"Ratings in the {label} round" in each.one("caption").text]
    return {row[0]: row[1:] for row in table_rows(found)}


def test_fifteen_inspections_are_told_before_they_are_recorded():
    edition = recorded_report()
    rows = preview(shipped())

    assert Counter(row.state for row in rows) == {"new": 14, "unchanged": 1}
    [doncaster] = [row for row in rows if row.state == "unchanged"]
    assert (doncaster.number, doncaster.edition) == (6, edition)
    assert doncaster.notes == ("the report is held: the row adds nothing",)


def test_the_row_of_doncaster_adds_nothing_to_its_report():
    edition = recorded_report()
    said = facts_by_key(edition)
    drafts = record(shipped())

    assert len(drafts) == 14
    assert list(edition.inspection.editions.all()) == [edition]
    assert facts_by_key(edition) == said


def test_ten_overall_ratings_nine_of_the_inspectorate_and_one_of_the_press(loaded, get):
    page = get(REGION)
    overall = {unit: cells[0] for unit, cells in grid(page, "2024").items()}
    held = {unit: words for unit, words in overall.items() if words.startswith(RATINGS)}

    assert Edition.objects.filter(state=EditionState.PUBLISHED).count() == 15
    assert (len(overall), len(held)) == (11, 10)
    assert [unit for unit, words in held.items() if MARK in words] == ["Bradford and Calderdale"]
    sentence = "1 of 11 full reports and 10 of 11 overall ratings held for 2024, one of them from the press"
    assert f"{sentence}." in page.one("main").text
    assert sentence in contents(page)["og:title"]


def test_what_is_not_held_is_said_in_the_words_that_are_known_to_be_right(loaded, get):
    page = get(REGION)

    assert grid(page, "2024")["Hull and East Riding"][0].startswith("Inspected, report not held here")
    assert grid(page, "2022-23")["Doncaster"][0] == "No inspection recorded here for this round"
    assert "Hull and East Riding It was inspected in this round, but the report is not held here." in page.text


def test_the_same_file_again_changes_nothing_and_names_what_it_gave(loaded):
    assert record(loaded) == []
    assert {row.state for row in preview(loaded)} == {"unchanged"}
    assert all(row.edition for row in preview(loaded))


# --- The press is marked wherever its values appear -------------------------------------------------------------------

PRESS_ROW = next(row for row in ROWS if row["source_kind"] == "press") | {
    "score": "2",
    "recommendations": "9",
    "press_fields": "overall_rating score recommendations leadership published fieldwork_started",
}
UNIT, ROUND = "bradford-and-calderdale", "2024"


@pytest.fixture
def pressed(reference, db) -> Edition:
    """An inspection of which every value is from the press."""
    [edition] = record(table(PRESS_ROW | {"source_kind": "press"}))
    publish_loaded([edition], title="Ratings", reason="To try it.")
    return edition


def values_without_mark(page: Node) -> list[str]:
    """The lines of the page that name a value of the press and no source beside it."""
    lines = [node.text for node in page.one("main").all("dd", "p", "td", "th", "li", "h1")]
    told = re.compile(r"Inadequate|Requires improvement|2 out of 21|2 of 21|makes 9|November 2024|September 2024")
    return [line for line in lines if told.search(line) and "press" not in line]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/pdus/",
        REGION,
        reverse("inspections:pdu", args=[UNIT]),
        reverse("inspections:inspection", args=[UNIT, ROUND]),
        reverse("inspections:standard", args=[UNIT, ROUND, "leadership"]),
    ],
)
def test_no_value_of_the_press_stands_without_its_mark(pressed, get, address):
    page = get(address)

    assert MARK in page.one("main").text
    assert values_without_mark(page) == []


@pytest.mark.parametrize("fact", ["overall-rating", "score", "recommendation-count", "leadership-rating", "published"])
def test_the_page_of_a_value_of_the_press_says_so_beside_it_and_in_its_preview(pressed, get, fact):
    page = get(reverse("inspections:source", args=[f"{UNIT}-{ROUND}-{fact}"]))

    assert f"{page.one('p', class_='app-source-value').text} From the press" in page.one("main").text
    title = contents(page)["og:title"]
    assert "from a press report, not the inspectorate" in title or "(press)" in title


def test_a_preview_says_of_rating_and_score_whose_they_are(pressed, get):
    address = reverse("inspections:pdu", args=[UNIT])
    note = "(from a press report, not the inspectorate)"

    assert contents(get(address))["og:title"] == (
        f"Bradford and Calderdale PDU, 2024: rated Inadequate {note}, 2 out of 21 {note}"
    )


def test_a_score_of_the_press_beside_a_rating_of_the_inspectorate_is_marked_alone(reference, db, get):
    [edition] = record(table(PRESS_ROW | {"source_kind": "hmip", "press_fields": "score"}))
    publish_loaded([edition], title="Ratings", reason="To try it.")
    page = get(reverse("inspections:pdu", args=[UNIT]))

    assert contents(page)["og:title"] == (
        "Bradford and Calderdale PDU, 2024: rated Inadequate, 2 out of 21 (from a press report, not the inspectorate)"
    )
    [rating, score, *_] = [line.text for line in page.all("p", class_="app-outcome")]
    assert MARK not in rating
    assert MARK in score


def test_a_score_of_the_press_is_marked_among_the_rounds_too(reference, db, get):
    [edition] = record(table(PRESS_ROW | {"source_kind": "hmip", "press_fields": "score"}))
    publish_loaded([edition], title="Ratings", reason="To try it.")
    page = get(reverse("inspections:pdu", args=[UNIT]))
    [note] = [node.text for node in page.all("p", class_="app-history__line") if "2 out of 21" in node.text]

    assert MARK in note


@pytest.mark.parametrize(
    ("address", "times"),
    [
        ("admin:inspections_edition_changelist", 2),
        ("admin:inspections_standardrating_changelist", 7),
        ("admin:inspections_editiondate_changelist", 2),
    ],
)
def test_the_lists_of_the_admin_say_whose_a_value_is(pressed, admin_client, address, times):
    rows = parsed(admin_client.get(reverse(address)).content.decode()).one("tbody").text

    assert rows.count("from a press report, not the inspectorate") == times


def test_the_page_of_an_edition_says_of_every_value_whose_it_is(pressed, admin_client):
    address = reverse("admin:inspections_edition_change", args=[pressed.pk])
    words = admin_client.get(address).content.decode()

    assert words.count("from a press report, not the inspectorate") == 3 + 7 + 2
