"""Tables of ratings: every value with the source of its cell, empty is not held, a bad row stops all of them."""

import pytest

from inspections import models
from inspections.importing.ratings_rows import BadRow
from inspections.importing.ratings_table import record_ratings
from inspections.importing.store_source import ReportFile
from inspections.models import Citation, Edition, EditionDate, Inspection, Source, StandardRating
from tests import factories
from tests.importing.ratings_file import LEEDS, ROWS, SHIPPED, shipped, table
from tests.importing.recording import record
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
TEXTS = ("region", "pdu", "round", "framework", "max_score", "source_kind", "source_title", "source_url")
NO_VALUES = {*TEXTS, "press_fields", "press_url", "note"}


def refusal(file: ReportFile) -> str:
    """Why a table is refused, after making sure that nothing at all was written."""
    before = row_counts()
    with pytest.raises(BadRow) as refused:
        record_ratings(file)
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
    doncaster = Inspection.objects.create(
        delivery_unit=models.DeliveryUnit.objects.get(slug="doncaster"),
        framework=models.Framework.objects.get(code="pdu-21"),
        round="2024",
        key="doncaster-2024",
    )
    edition = factories.edition(doncaster)
    drafts = record_ratings(shipped())

    assert (len(ROWS), len(drafts), Edition.objects.count()) == (15, 14, 15)
    assert {draft.state for draft in drafts} == {"draft"}
    assert {draft.report for draft in drafts} == {None}
    assert list(doncaster.editions.all()) == [edition]
    assert edition.citations.count() == 0


def test_every_cell_is_held_and_no_empty_one():
    record_ratings(shipped())

    for row in ROWS:
        edition = Edition.objects.get(inspection__delivery_unit__name=row["pdu"], inspection__round=row["round"])
        assert values(edition) == {column: value for column, value in row.items() if value and column not in NO_VALUES}
        assert edition.note == row["note"]
        assert edition.inspection.framework.code == row["framework"]


def test_every_value_cites_its_row_as_a_person_counts_and_no_sentence():
    record_ratings(shipped())

    assert set(Citation.objects.values_list("quote", flat=True)) == {None}
    for number, row in enumerate(ROWS, start=2):
        cited = Citation.objects.filter(row=number)
        assert {citation.edition.inspection.round for citation in cited} == {row["round"]}
        assert {citation.edition.inspection.delivery_unit.name for citation in cited} == {row["pdu"]}
        assert {citation.table.file.name for citation in cited} == {SHIPPED.name}


def test_cells_of_the_press_cite_the_press_and_the_others_the_inspectorate():
    record_ratings(shipped())

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
    [of_table] = record_ratings(table({**LEEDS, "region": "Northern Fells", "pdu": "Marlow Vale", **row}))
    named = set(of_table.citations.values_list("key", flat=True))
    of_table.delete()

    assert len(named) == len(row)
    assert named <= set(record().edition.citations.values_list("key", flat=True))


def test_a_number_of_recommendations_is_named_after_what_it_counts():
    [draft] = record_ratings(table({**LEEDS, "recommendations": "6"}))

    assert draft.recommendation_count_citation.key == "leeds-2025-recommendation-count"


def test_an_inspection_of_which_nothing_is_said_still_has_its_source():
    record_ratings(shipped())
    [citation] = Citation.objects.filter(edition__inspection__key="hull-and-east-riding-2024")

    assert citation.key == "hull-and-east-riding-2024-inspection"
    assert citation.source.title.startswith("Effective practice spotlight")


def test_the_same_table_twice_changes_nothing():
    record_ratings(shipped())
    before = row_counts()

    assert record_ratings(shipped()) == []
    assert row_counts() == before


def test_the_same_press_report_is_one_source():
    record_ratings(shipped())

    assert Source.objects.filter(url__contains="keighleynews").count() == 1


# --- Any table --------------------------------------------------------------------------------------------------------


def test_a_later_table_of_the_same_name_adds_its_new_rows():
    record_ratings(table(LEEDS))
    [draft] = record_ratings(table(LEEDS, {**LEEDS, "pdu": "York", "overall_rating": "Good"}))

    assert (draft.inspection.key, draft.overall_rating) == ("york-2025", "Good")
    assert draft.overall_rating_citation.row == 3
    assert set(Source.objects.filter(kind="table").values_list("key", flat=True)) == {"ratings", "ratings-2"}


@pytest.mark.parametrize(("held", "row"), [("2022", "2022-23"), ("2022-23", "2022"), ("2023-b", "2022-23")])
def test_a_row_of_a_round_that_is_held_under_another_label_is_passed_over(held, row):
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round=held, framework=models.Framework.objects.get(code="pdu-27"))

    assert record_ratings(table({**LEEDS, "round": row, "framework": "pdu-27", "max_score": "27"})) == []
    assert Inspection.objects.count() == 1


def test_a_row_of_another_framework_in_the_same_years_is_an_inspection_of_its_own():
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round="2024-25", framework=models.Framework.objects.get(code="pdu-27"))

    assert [draft.inspection.key for draft in record_ratings(table(LEEDS))] == ["leeds-2025"]


def test_a_row_whose_round_is_held_with_another_framework_is_refused():
    unit = models.DeliveryUnit.objects.get(slug="leeds")
    factories.inspection(unit, round="2025", framework=models.Framework.objects.get(code="pdu-27"))

    assert refusal(table(LEEDS)) == "Row 2: Leeds, 2025 is held as an inspection under pdu-27."


def test_a_score_of_zero_is_a_score():
    [draft] = record_ratings(table({**LEEDS, "score": "0"}))

    assert (draft.score, draft.max_score) == (0, 21)


@pytest.mark.parametrize(("written", "precision"), [("2025", "year"), ("2025-01", "month"), ("2025-01-01", "day")])
def test_dates_are_as_precise_as_they_are_written(written, precision):
    record_ratings(table({**LEEDS, "published": written}))

    assert EditionDate.objects.get().date_precision == precision


def test_names_vary_and_are_found():
    record_ratings(table({**LEEDS, "region": "Yorkshire & Humber", "pdu": "Rotheram & Barnsley PDU"}))

    assert Inspection.objects.get().key == "barnsley-and-rotherham-2025"


def test_blank_lines_are_counted_and_passed_over():
    header, row = table({**LEEDS, "overall_rating": "Good"}).content.decode().splitlines()
    [draft] = record_ratings(ReportFile(name="r.csv", content=f"{header}\n\n{row}\n".encode()))

    assert draft.overall_rating_citation.row == 3


def test_a_release_of_the_inspectorate_is_told_from_a_page():
    record_ratings(table({**LEEDS, "overall_rating": "Good"}, {**LEEDS, "pdu": "York", "source_title": "York"}))

    assert dict(Source.objects.exclude(kind="table").values_list("title", "kind")) == {
        "Leeds (press release)": "press_release",
        "York": "page",
    }


# --- Bad tables -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"pdu": "Leads"}, "no delivery unit Leads is held"),
        ({"pdu": ""}, "pdu is empty"),
        ({"region": "Northern Fells"}, "Leeds is held as a delivery unit of Yorkshire and the Humber"),
        ({"framework": "pdu-30"}, "no framework pdu-30 is held"),
        ({"round": "2024/25"}, "round is “2024/25”, not a label such as 2024 or 2022-23"),
        ({"overall_rating": "Poor"}, "overall_rating is “Poor”, no rating"),
        ({"leadership": "good"}, "leadership is “good”, no rating"),
        ({"court_work": "Good"}, "pdu-21 has no standard court_work"),
        ({"score": "three"}, "score is “three”, no number"),
        ({"score": "-1"}, "score is “-1”, no number"),
        ({"score": "22"}, "a score of 22 is not within its maximum of 21"),
        ({"score": "3", "max_score": ""}, "a score of 3 is not within its maximum of nothing"),
        ({"score": "3", "max_score": "27"}, "the maximum score of pdu-21 is 21"),
        ({"recommendations": "some"}, "recommendations is “some”, no number"),
        ({"published": "24 October 2024"}, "published is “24 October 2024”, no date"),
        ({"published": "2024-13"}, "published is “2024-13”, no date"),
        ({"source_kind": "blog"}, "source_kind is “blog”, not hmip or press"),
        (
            {"overall_rating": "Good", "press_fields": "overall_rating"},
            "values of the press need the press_url they are from",
        ),
        ({"press_fields": "score", "press_url": "https://press.example/"}, "press_fields names score, which is empty"),
    ],
)
def test_a_bad_row_stops_them_all(cells, reason):
    good = {**LEEDS, "pdu": "York", "overall_rating": "Good"}

    assert refusal(table(good, {**LEEDS, **cells})) == f"Row 3: {reason}."
    assert not StandardRating.objects.exists()


def test_an_inspection_told_twice_is_refused():
    assert refusal(table(LEEDS, {**LEEDS, "overall_rating": "Good"})) == "Row 3: Leeds, 2025 stands in row 2 already."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The table is empty."),
        (b"\xff\xfe\x00 binary", "The table is no CSV in UTF-8: "),
        (b'region,"pdu\nYorkshire', "The table is no CSV in UTF-8: "),
        (b"pdu,round\nLeeds,2025\n", "The table has no column region."),
        (table(LEEDS).content.rstrip() + b",one,too,many", "Row 2: it has "),
        (table(LEEDS).content[:-20], "Row 2: it has "),
    ],
)
def test_what_is_no_table_is_refused(content, reason):
    assert refusal(ReportFile(name="ratings.csv", content=content)).startswith(reason)
