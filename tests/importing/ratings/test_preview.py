"""What recording a table would do, row by row: told before, done after, and never more than was told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections import models
from inspections.importing.ratings.preview import RowPreview
from inspections.models import Edition
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.ratings.files import LEEDS, ROWS, preview, record, shipped, table
from tests.importing.recording import record as record_report
from tests.past_the_rules import past_the_rules
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
PRESS = {"press_url": "https://press.example/leeds"}
HELD = LEEDS | {
    "overall_rating": "Good",
    "score": "12",
    "published": "2025-05",
    "leadership": "Good",
    "press_fields": "leadership",
    **PRESS,
}
RELEASE = "as published in the inspectorate's press release"
FROM_PRESS = "from a press report, not the inspectorate"


def one(*rows: dict[str, str]) -> RowPreview:
    """The preview of the last of these rows, after making sure that previewing writes nothing."""
    before = row_counts()
    *_, last = preview(table(*rows))
    assert row_counts() == before
    return last


def differences(row: RowPreview) -> set[str]:
    return set(map(str, row.differences))


@pytest.fixture
def held(reference, db) -> Edition:
    [edition] = record(table(HELD))
    return edition


@pytest.fixture
def public(held) -> Edition:
    publish_loaded([held], title="Ratings", reason="To try it.")
    held.refresh_from_db()
    return held


# --- New, changed, unchanged ------------------------------------------------------------------------------------------


def test_a_row_of_which_nothing_is_held_is_new_field_by_field():
    row = one(HELD | {"note": "A note."})

    assert (row.number, row.unit, row.round, row.state, row.edition) == (2, "Leeds", "2025", "new", None)
    assert differences(row) == {
        f"overall rating: new: Good ({RELEASE})",
        f"score: new: 12 ({RELEASE})",
        f"published: new: 2025-05 ({RELEASE})",
        f"leadership: new: Good ({FROM_PRESS})",
        "note: new: A note.",
    }


def test_a_changed_row_tells_what_was_and_what_is(held):
    row = one(HELD | {"overall_rating": "Inadequate", "services": "Good", "note": "Corrected."})

    assert (row.state, row.edition, row.notes) == ("changed", held, ())
    assert differences(row) == {
        f"overall rating: was: Good ({RELEASE}); now: Inadequate ({RELEASE})",
        f"services: new: Good ({RELEASE})",
        "note: new: Corrected.",
    }


def test_an_empty_cell_takes_nothing_away_and_what_is_kept_is_named(held):
    row = one(LEEDS | {"overall_rating": "Good"})

    assert (row.state, row.differences) == ("unchanged", ())
    assert row.notes == ("kept, as the row says nothing of it: score, published, leadership",)


def test_a_row_that_says_the_same_in_another_file_is_unchanged(held):
    row = one(HELD | {"region": "Yorkshire & Humber"})

    assert (row.state, row.differences, row.notes, row.edition) == ("unchanged", (), (), held)


def test_a_date_known_less_exactly_changes_nothing_and_one_known_better_does(held):
    assert one(HELD | {"published": "2025"}).state == "unchanged"
    assert differences(one(HELD | {"published": "2025-05-07"})) == {
        f"published: was: 2025-05 ({RELEASE}); now: 2025-05-07 ({RELEASE})"
    }


def test_an_address_that_was_not_held_is_a_change(held):
    assert differences(one(HELD | {"score": "", "published": "", "source_url": "https://hmip.example/leeds"})) == {
        f"overall rating: was: Good ({RELEASE}), address not held; now: Good ({RELEASE}), https://hmip.example/leeds"
    }


def test_another_document_that_says_the_same_is_none(held):
    assert one(HELD | {"source_title": "Another page"}).state == "unchanged"


def test_the_shipped_table_after_itself_names_the_editions():
    drafts = record(shipped())
    rows = preview(shipped())

    assert [row.state for row in rows] == ["unchanged"] * len(ROWS)
    assert [row.edition for row in rows] == drafts
    assert {row.notes for row in rows} == {("recorded from this file before, as edition 1 (draft)",)}
    assert [row.number for row in rows] == list(range(2, len(ROWS) + 2))


def test_the_same_file_does_not_go_back_to_what_a_later_one_has_changed(public):
    record(table(HELD | {"score": "11"}))
    row = one(HELD)

    assert (row.state, row.edition) == ("unchanged", public)
    assert row.notes == (
        "recorded from this file before, as edition 1 (published)",
        "edition 2 (draft) is newer and stays as it is",
        f"score: the row says 12 ({RELEASE}); 11 ({RELEASE}) stands",
    )
    assert record(table(HELD)) == []


# --- The inspectorate against the press -------------------------------------------------------------------------------


def test_the_press_changes_nothing_that_the_inspectorate_has_said(held):
    row = one(HELD | {"score": "9", "press_fields": "leadership score"})

    assert (row.state, row.differences) == ("unchanged", ())
    assert row.notes == (f"score: the row says 9 ({FROM_PRESS}); 12 ({RELEASE}) stands",)


def test_the_inspectorate_takes_the_place_of_the_press_even_with_the_same_value(held):
    assert differences(one(HELD | {"press_fields": "", "press_url": ""})) == {
        f"leadership: was: Good ({FROM_PRESS}); now: Good ({RELEASE})"
    }


def test_one_press_report_may_correct_another(held):
    assert differences(one(HELD | {"leadership": "Inadequate"})) == {
        f"leadership: was: Good ({FROM_PRESS}); now: Inadequate ({FROM_PRESS})"
    }


def test_every_value_of_a_row_of_the_press_is_marked():
    row = one(LEEDS | {"source_kind": "press", "overall_rating": "Good", "recommendations": "5"})

    assert len(row.differences) == 2
    assert all(str(difference).endswith(f"({FROM_PRESS})") for difference in row.differences)


# --- A report that is held --------------------------------------------------------------------------------------------

MARLOW = LEEDS | {"region": "Northern Fells", "pdu": "Marlow Vale"}


@pytest.fixture
def reported(marlow) -> Edition:
    return record_report().edition


def test_a_row_adds_nothing_to_a_report(reported):
    row = one(MARLOW | {"overall_rating": "Requires improvement", "score": "6", "court_work": ""})

    assert (row.state, row.edition, row.differences) == ("unchanged", reported, ())
    assert row.notes == ("the report is held: the row adds nothing",)


def test_each_disagreement_with_a_report_is_named_and_nothing_written(reported):
    wrong = MARLOW | {
        "score": "4",
        "overall_rating": "Good",
        "leadership": "Inadequate",
        "recommendations": "9",
        "published": "2025-06",
        "press_fields": "leadership published",
        **PRESS,
    }
    row = one(wrong)

    assert row.state == "unchanged"
    assert set(row.notes[1:]) == {
        f"overall rating: the row says Good ({RELEASE}), the report says Requires improvement",
        f"score: the row says 4 ({RELEASE}), the report says 6",
        f"recommendations: the row says 9 ({RELEASE}), the report says {reported.recommendations.count()}",
        f"published: the row says 2025-06 ({FROM_PRESS}), the report says 2025-05",
        f"leadership: the row says Inadequate ({FROM_PRESS}), the report says Good",
    }
    before = row_counts()
    assert record(table(wrong)) == []
    assert row_counts() == before


@pytest.mark.parametrize("published", ["2025", "2025-05", "2025-05-22"])
def test_a_date_known_more_or_less_exactly_is_no_disagreement(reported, published):
    assert len(one(MARLOW | {"published": published}).notes) == 1


def test_a_report_behind_a_draft_without_one_still_stands(reported):
    reported.problems.all().delete()
    publish_loaded([reported], title="The report", reason="To try it.")
    factories.edition(reported.inspection)

    assert one(MARLOW | {"score": "4"}).state == "unchanged"


# --- Refused ----------------------------------------------------------------------------------------------------------


def test_every_reason_of_a_refused_row_is_told():
    row = one(LEEDS | {"pdu": "Leads", "framework": "pdu-30", "score": "x", "round": "2024-10"})

    assert (row.unit, row.state) == ("Leads", "refused")
    assert row.reasons == (
        "score is “x”, no whole number from 0 to 99",
        "round is “2024-10”, not a label such as 2024 or 2022-23",
        "no delivery unit Leads is held (close spellings: Leeds)",
        "no framework pdu-30 is held",
    )


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"region": "Northern Fells"}, "Leeds is held as a delivery unit of Yorkshire and the Humber"),
        ({"court_work": "Good"}, "pdu-21 has no standard court_work"),
        ({"score": "3", "max_score": "27"}, "the maximum score of pdu-21 is 21"),
    ],
)
def test_what_the_store_does_not_know_is_refused(cells, reason):
    assert one(LEEDS | cells).reasons == (reason,)


def test_a_bad_row_does_not_hide_the_others():
    rows = preview(table(HELD | {"score": "22"}, HELD | {"pdu": "York"}, HELD | {"pdu": "Nowhere"}))

    assert [row.state for row in rows] == ["refused", "new", "refused"]


@pytest.mark.parametrize(
    "second",
    [
        {"overall_rating": "Inadequate"},
        {"pdu": "Leeds PDU"},
        {"round": "2025-26"},
        {"framework": "pdu-27", "max_score": "27"},
    ],
)
def test_of_two_rows_for_one_inspection_neither_is_taken(second):
    rows = preview(table(LEEDS, LEEDS | second, LEEDS | {"pdu": "York"}))

    assert [row.reasons for row in rows] == [
        ("row 3 is of the same inspection",),
        ("row 2 is of the same inspection",),
        (),
    ]


def test_two_labels_of_one_held_inspection_are_of_the_same():
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round="2022-23", framework=models.Framework.objects.get(code="pdu-27"))
    rows = [LEEDS | {"framework": "pdu-27", "max_score": "27", "round": year} for year in ("2022", "2023")]

    assert [row.state for row in preview(table(*rows))] == ["refused", "refused"]


def test_an_edition_in_review_is_not_changed_under_its_reviewer(held):
    Edition.objects.filter(pk=held.pk).update(state="in_review")

    assert one(HELD).state == "unchanged"
    row = one(HELD | {"score": "11"})
    assert row.reasons == ("edition 1 is in review: take it back to draft first",)
    assert differences(row) == {f"score: was: 12 ({RELEASE}); now: 11 ({RELEASE})"}


def test_what_a_table_can_not_carry_over_is_not_lost_silently(public):
    factories.finding(public)

    assert one(HELD | {"score": "11"}).reasons == ("edition 1 holds more than a table can say: correct it by hand",)


def test_a_summary_too_is_more_than_a_table_can_say(public):
    with past_the_rules():
        public.standard_ratings.update(summary="It was good.", summary_citation=factories.citation(public))

    assert one(HELD | {"score": "11"}).state == "refused"


def test_in_a_draft_a_finding_stays_beside_the_changed_value(held):
    factories.finding(held)
    [draft] = record(table(HELD | {"score": "11"}))

    assert (draft, draft.score, draft.findings.count()) == (held, 11, 1)


# --- How much is asked ------------------------------------------------------------------------------------------------


def statements(*rows: dict[str, str]) -> int:
    with CaptureQueriesContext(connection) as asked:
        preview(table(*rows))
    return len(asked)


def test_the_number_of_statements_does_not_grow_with_the_table():
    record(shipped())
    few = statements(*ROWS[:2])

    assert statements(*ROWS) == few <= 20
