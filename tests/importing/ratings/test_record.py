"""What a table of ratings leaves in the store: every value with the source of its cell, and empty is not held."""

import pytest
from django.contrib.auth.models import User

from inspections import models
from inspections.importing.ratings.record import RowsRefused
from inspections.importing.recording.differences import facts_by_key
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Citation, Edition, EditionDate, Inspection, Source
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.ratings.files import LEEDS, ROWS, SHIPPED, record, shipped, table
from tests.importing.recording import record as record_report
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
TEXTS = ("region", "pdu", "round", "framework", "max_score", "source_kind", "source_title", "source_url")
DONCASTER = (REFERENCE_DIR / "doncaster-2024.txt").read_text(encoding="utf-8")
NO_VALUES = {*TEXTS, "press_fields", "press_url", "note"}


def refusal(file: ReportFile) -> str:
    """Why a table is refused, after making sure that nothing at all was written."""
    before = row_counts()
    with pytest.raises(RowsRefused) as refused:
        record(file)
    assert row_counts() == before
    return str(refused.value)


def values(edition: Edition) -> dict[str, str]:
    """What an edition holds, by the columns of a table."""
    identity = ("overall_rating", "score")
    held = {name: str(getattr(edition, name)) for name in identity if getattr(edition, f"{name}_citation")}
    if edition.recommendation_count_citation:
        held["recommendations"] = str(edition.recommendation_count)
    lengths = {"day": 10, "month": 7, "year": 4}
    held |= {date.kind: date.date.isoformat()[: lengths[date.date_precision]] for date in edition.dates.all()}
    return held | {r.standard.theme.slug.replace("-", "_"): r.rating for r in edition.standard_ratings.all()}


def column_of(name: str) -> str:
    """The column whose cells are cited under a name."""
    if name == "recommendation-count":
        return "recommendations"
    return (name if name == "overall-rating" else name.removesuffix("-rating")).replace("-", "_")


# --- The shipped table ------------------------------------------------------------------------------------------------


def test_fifteen_rows_give_fourteen_editions_beside_the_report_that_is_held():
    held = record_report(DONCASTER).edition
    said = facts_by_key(held)
    drafts = record(shipped())

    assert (len(ROWS), len(drafts), Edition.objects.count()) == (15, 14, 15)
    assert {draft.state for draft in drafts} == {"draft"}
    assert {draft.report for draft in drafts} == {None}
    assert list(held.inspection.editions.all()) == [held]
    assert facts_by_key(held) == said
    assert not held.citations.exclude(table=None).exists()


def test_every_cell_is_held_and_no_empty_one():
    record(shipped())

    for row in ROWS:
        edition = Edition.objects.get(inspection__delivery_unit__name=row["pdu"], inspection__round=row["round"])
        assert values(edition) == {column: value for column, value in row.items() if value and column not in NO_VALUES}
        assert edition.note == row["note"]
        assert edition.inspection.framework.code == row["framework"]


def test_every_value_cites_its_row_as_a_person_counts_and_no_sentence():
    record(shipped())

    assert set(Citation.objects.values_list("quote", flat=True)) == {None}
    for number, row in enumerate(ROWS, start=2):
        cited = Citation.objects.filter(row=number)
        assert {citation.edition.inspection.round for citation in cited} == {row["round"]}
        assert {citation.edition.inspection.delivery_unit.name for citation in cited} == {row["pdu"]}
        assert {citation.table.file.name for citation in cited} == {SHIPPED.name}


def test_cells_of_the_press_cite_the_press_and_the_others_the_inspectorate():
    record(shipped())

    for row in ROWS:
        key = f"{row['pdu'].lower().replace(' ', '-')}-{row['round']}"
        from_press = {column for column in row["press_fields"].split() if row[column]}
        cited = Citation.objects.filter(edition__inspection__key=key).select_related("source")
        press = {c for c in cited if c.source.kind == "press"}
        assert {column_of(c.key.removeprefix(f"{key}-")) for c in press} == from_press
        assert {c.source.url for c in press} == ({row["press_url"]} if from_press else set())
        assert {c.source.title for c in cited if c not in press} <= {row["source_title"]}


def test_a_value_has_the_name_a_report_gives_it(marlow):
    row = {"published": "2025-05", "fieldwork_started": "2025-02", "overall_rating": "Good", "score": "6"}
    row |= dict.fromkeys(("leadership", "implementation_and_delivery"), "Good")
    [of_table] = record(table({**LEEDS, "region": "Northern Fells", "pdu": "Marlow Vale", **row}))
    named = set(of_table.citations.values_list("key", flat=True))
    of_table.delete()

    assert len(named) == len(row)
    assert named <= set(record_report().edition.citations.values_list("key", flat=True))


def test_a_number_of_recommendations_is_named_after_what_it_counts():
    [draft] = record(table({**LEEDS, "recommendations": "6"}))

    assert draft.recommendation_count_citation.key == "leeds-2025-recommendation-count"


def test_an_inspection_of_which_nothing_is_said_still_has_its_source():
    record(shipped())
    [citation] = Citation.objects.filter(edition__inspection__key="hull-and-east-riding-2024")

    assert citation.key == "hull-and-east-riding-2024-inspection"
    assert citation.source.title.startswith("Effective practice spotlight")


def test_the_same_table_twice_changes_nothing():
    record(shipped())
    before = row_counts()

    assert record(shipped()) == []
    assert row_counts() == before


def test_the_same_press_report_is_one_source():
    record(shipped())

    assert Source.objects.filter(url__contains="keighleynews").count() == 1


# --- Any table --------------------------------------------------------------------------------------------------------


def test_a_later_table_of_the_same_name_adds_its_new_rows():
    record(table(LEEDS))
    [draft] = record(table(LEEDS, {**LEEDS, "pdu": "York", "overall_rating": "Good"}))

    assert (draft.inspection.key, draft.overall_rating) == ("york-2025", "Good")
    assert draft.overall_rating_citation.row == 3
    assert set(Source.objects.filter(kind="table").values_list("key", flat=True)) == {"ratings", "ratings-2"}


@pytest.mark.parametrize(("held", "row"), [("2022", "2022-23"), ("2022-23", "2022"), ("2023-b", "2022-23")])
def test_a_row_of_a_round_that_is_held_under_another_label_is_of_that_inspection(held, row):
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    inspection = factories.inspection(unit, round=held, framework=models.Framework.objects.get(code="pdu-27"))

    [draft] = record(table({**LEEDS, "round": row, "framework": "pdu-27", "max_score": "27"}))
    assert draft.inspection == inspection


def test_a_row_of_another_framework_in_the_same_years_is_an_inspection_of_its_own():
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round="2024-25", framework=models.Framework.objects.get(code="pdu-27"))

    assert [draft.inspection.key for draft in record(table(LEEDS))] == ["leeds-2025"]


def test_a_row_whose_round_is_held_with_another_framework_is_refused():
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round="2025", framework=models.Framework.objects.get(code="pdu-27"))

    assert refusal(table(LEEDS)).endswith("Row 2: Leeds, 2025 is held as an inspection under pdu-27.")


def test_a_score_of_zero_is_a_score():
    [draft] = record(table({**LEEDS, "score": "0"}))

    assert (draft.score, draft.max_score) == (0, 21)


@pytest.mark.parametrize(("written", "precision"), [("2025", "year"), ("2025-01", "month"), ("2025-01-01", "day")])
def test_dates_are_as_precise_as_they_are_written(written, precision):
    record(table({**LEEDS, "published": written}))

    assert EditionDate.objects.get().date_precision == precision


def test_names_vary_and_are_found():
    record(table({**LEEDS, "region": "Yorkshire & Humber", "pdu": "Rotheram & Barnsley PDU"}))

    assert Inspection.objects.get().key == "barnsley-and-rotherham-2025"


def test_blank_lines_are_counted_and_passed_over():
    header, row = table({**LEEDS, "overall_rating": "Good"}).content.decode().splitlines()
    [draft] = record(ReportFile(name="r.csv", content=f"{header}\n\n{row}\n".encode()))

    assert draft.overall_rating_citation.row == 3


def test_a_release_of_the_inspectorate_is_told_from_a_page():
    record(table({**LEEDS, "overall_rating": "Good"}, {**LEEDS, "pdu": "York", "source_title": "York"}))

    assert dict(Source.objects.exclude(kind="table").values_list("title", "kind")) == {
        "Leeds (press release)": "press_release",
        "York": "page",
    }


# --- Rows that are refused --------------------------------------------------------------------------------------------

GOOD = {**LEEDS, "pdu": "York", "overall_rating": "Good"}
BAD = {**LEEDS, "pdu": "Leads", "overall_rating": "Poor"}


def test_a_refused_row_stops_them_all_and_every_reason_is_told():
    assert refusal(table(GOOD, BAD, {**LEEDS, "score": "22"})) == (
        "2 of 3 rows are refused. Row 3: overall_rating is “Poor”, no rating, no delivery unit Leads is held "
        "(close spellings: Leeds); Row 4: a score of 22 is above its maximum of 21."
    )


def test_refused_rows_are_left_out_where_that_is_asked_for():
    [draft] = record(table(GOOD, BAD), leave_refused_out=True)

    assert draft.inspection.key == "york-2025"
    assert Inspection.objects.count() == 1


def test_where_every_row_is_refused_nothing_is_recorded():
    before = row_counts()
    with pytest.raises(RowsRefused, match="1 of 1 rows"):
        record(table(BAD), leave_refused_out=True)
    assert row_counts() == before


def test_the_rest_is_recorded_once_the_store_knows_the_place():
    record(table(GOOD, {**BAD, "overall_rating": "Good"}), leave_refused_out=True)
    models.PlaceAlias.objects.create(
        delivery_unit=models.DeliveryUnit.objects.get(slug="leeds"), name="Leads", slug="leads"
    )
    [draft] = record(table(GOOD, {**BAD, "overall_rating": "Good"}))

    assert draft.inspection.key == "leeds-2025"
    assert Source.objects.filter(kind="table").count() == 1


def test_who_recorded_it_stays_with_the_sources(django_user_model):
    user = django_user_model.objects.create_user("ada")
    record(table(GOOD), by=user)

    assert {source.added_by for source in Source.objects.all()} == {user}


# --- What is held already ---------------------------------------------------------------------------------------------


@pytest.fixture
def rated(reference, db) -> Edition:
    """An inspection as a first table tells it, published."""
    first = LEEDS | {"overall_rating": "Good", "score": "12", "leadership": "Good", "published": "2025-05"}
    [edition] = record(table(first | {"press_fields": "leadership", "press_url": PRESS, "note": "The first."}))
    publish_loaded([edition], title="Ratings", reason="To try it.")
    return edition


PRESS = "https://press.example/leeds"


def test_a_changed_row_becomes_a_new_draft_and_what_it_does_not_say_is_carried_over(rated):
    [draft] = record(table(LEEDS | {"overall_rating": "Inadequate", "score": "12", "source_title": "Leeds, corrected"}))
    rated.refresh_from_db()

    assert (draft.number, draft.state, rated.state, rated.overall_rating) == (2, "draft", "published", "Good")
    assert values(draft) == values(rated) | {"overall_rating": "Inadequate"}
    assert draft.note == "The first."
    sources = {citation.key: citation.source.title for citation in draft.citations.all()}
    assert sources == {
        "leeds-2025-overall-rating": "Leeds, corrected",
        "leeds-2025-score": "Leeds (press release)",
        "leeds-2025-published": "Leeds (press release)",
        "leeds-2025-leadership-rating": "Press report at press.example",
    }


def test_a_changed_row_is_written_into_the_draft_that_is_open(rated):
    [draft] = record(table(LEEDS | {"overall_rating": "Inadequate"}))
    [again] = record(
        table(LEEDS | {"overall_rating": "Outstanding", "leadership": "Inadequate", "published": "2025-05-02"})
    )

    assert again == draft
    assert values(again) == {
        "overall_rating": "Outstanding",
        "score": "12",
        "leadership": "Inadequate",
        "published": "2025-05-02",
    }
    assert again.citations.count() == 4
    assert {c.key for c in again.citations.all()} == {c.key for c in rated.citations.all()}
    assert {c.source.kind for c in again.citations.all()} == {"press_release"}


def test_a_value_corrected_by_staff_and_overwritten_is_as_published_again(rated):
    [draft] = record(table(LEEDS | {"overall_rating": "Inadequate"}))
    Citation.objects.filter(pk=draft.overall_rating_citation_id).update(basis="staff")
    [again] = record(table(LEEDS | {"overall_rating": "Outstanding"}))

    assert again.overall_rating_citation.basis == "published"


def test_only_a_note_may_change(rated):
    [draft] = record(table(LEEDS | {"note": "Score of a later release."}))

    assert (draft.number, draft.note, values(draft)) == (2, "Score of a later release.", values(rated))


def test_what_is_said_at_last_takes_the_place_of_the_bare_evidence():
    record(table(LEEDS))
    [draft] = record(table(LEEDS | {"overall_rating": "Good"}))

    assert [citation.key for citation in draft.citations.all()] == ["leeds-2025-overall-rating"]


def test_after_a_withdrawal_a_row_begins_anew(rated):
    withdrawal = factories.release(assurance="withdrawal", published_by=User.objects.create(username="reviewer"))
    Edition.objects.filter(pk=rated.pk).update(state="withdrawn", withdrawn_in=withdrawal)
    [draft] = record(table(LEEDS | {"overall_rating": "Good"}))

    assert (draft.inspection, draft.number, values(draft)) == (rated.inspection, 2, {"overall_rating": "Good"})


def test_an_address_that_becomes_known_is_held():
    [draft] = record(table(LEEDS | {"overall_rating": "Good"}))
    record(table(LEEDS | {"overall_rating": "Good", "source_url": "https://hmip.example/leeds"}))
    draft.refresh_from_db()

    assert draft.overall_rating_citation.source.url == "https://hmip.example/leeds"
