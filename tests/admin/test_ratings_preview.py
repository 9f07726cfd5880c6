"""The rows of a table of ratings as the admin shows them before they are recorded."""

import pytest
from django.template.loader import render_to_string

from inspections.models import Edition
from tests.importing.ratings.files import LEEDS, preview, record, table
from tests.pages import Node, parsed, table_rows

pytestmark = pytest.mark.usefixtures("reference", "db")
PRESS = {"press_fields": "score", "press_url": "https://press.example/"}
ROWS = [
    LEEDS | {"overall_rating": "Inadequate", "score": "3", **PRESS},
    LEEDS | {"pdu": "<b>Nowhere</b>", "score": "22"},
    LEEDS | {"pdu": "York", "note": "<script>"},
    LEEDS | {"pdu": "Wakefield", "overall_rating": "Poor"},
]


@pytest.fixture
def page() -> Node:
    record(table(LEEDS | {"overall_rating": "Good"}))
    return parsed(render_to_string("admin/uploads/ratings_preview.html", {"rows": preview(table(*ROWS))}))


def test_rows_stand_in_the_files_order_with_their_numbers_and_state_in_words(page):
    rows = table_rows(page.one("table"))

    assert [(row[0], row[2]) for row in rows] == [("2", "changed"), ("3", "refused"), ("4", "new"), ("5", "refused")]
    assert rows[1][1] == "<b>Nowhere</b>, 2025"
    assert "note: new: <script>" in rows[2][3]


def test_counts_stand_above_and_lead_to_each_refused_row(page):
    counts, refused = page.all("p")

    assert counts.text == "4 rows: 1 changed, 1 new, 2 refused."
    assert refused.text == "Refused: row 3, row 5."
    targets = [link["href"].removeprefix("#") for link in refused.all("a")]
    assert [row["id"] for row in page.all("tr") if row.attributes.get("id") in targets] == ["row-3", "row-5"]


def test_what_was_and_what_is_are_told_and_the_press_is_marked(page):
    words = table_rows(page.one("table"))[0][3]

    assert "overall rating: was: Good" in words
    assert "now: Inadequate (as published in the inspectorate's press release)" in words
    assert "score: new: 3 (from a press report, not the inspectorate)" in words


def test_every_reason_is_told(page):
    reasons = [item.text for item in page.all("ul", class_="errorlist")[0].all("li")]

    assert reasons == ["a score of 22 is above its maximum of 21", "no delivery unit <b>Nowhere</b> is held"]


def test_what_is_held_is_linked(page):
    [link] = page.one("tbody").all("a")

    assert link["href"].endswith(f"/edition/{Edition.objects.get().pk}/change/")
    assert link.text == "Edition 1 (draft) of Leeds, 2025"


def test_the_table_can_be_heard_and_has_no_style_or_script_of_its_own(page):
    assert page.one("caption").text
    assert [cell["scope"] for cell in page.all("th")] == ["col"] * 4 + ["row"] * 4
    assert not page.all("script", "style")
    assert not [node for node in page.all() if {"style", "onclick"} & node.attributes.keys()]
