"""The page of a region: all its units, what is held of each, and in which words what is not."""

import csv
import io

import pytest

from inspections import models
from tests import factories
from tests.pages import Node, contents, parsed, table_rows

pytestmark = pytest.mark.django_db
ADDRESS = "/regions/yorkshire-and-the-humber/"
UNITS = [
    "Barnsley and Rotherham",
    "Bradford and Calderdale",
    "Doncaster",
    "Hull and East Riding",
    "Kirklees",
    "Leeds",
    "North and North East Lincolnshire",
    "North Yorkshire",
    "Sheffield",
    "Wakefield",
    "York",
]
RATINGS = ("Inadequate", "Requires improvement", "Good", "Outstanding")


@pytest.fixture
def get(shipped_data, client):
    def page(query: str = "") -> Node:
        response = client.get(ADDRESS + query)
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def grid(page: Node, label: str) -> Node:
    (found,) = [table for table in page.all("table") if f"Ratings in the {label} round" in table.one("caption").text]
    return found


def overall(page: Node, label: str) -> dict[str, str]:
    """Names of the units and what stands in the second column, in the order of the table."""
    return {row[0]: row[1] for row in table_rows(grid(page, label))}


def test_all_units_stand_in_every_round_in_alphabetical_order(get):
    page = get()
    assert list(overall(page, "2024")) == UNITS
    assert list(overall(page, "2022-23")) == UNITS


def test_ten_ratings_are_held_for_2024_nine_of_the_inspectorate_and_one_marked_as_press(get):
    ratings = overall(get(), "2024")
    held = {unit: words for unit, words in ratings.items() if words.startswith(RATINGS)}
    assert len(held) == 10
    assert {unit: words.split(" from ")[0].split(" Source")[0] for unit, words in held.items()} == {
        **dict.fromkeys(set(UNITS) - {"Hull and East Riding"}, "Inadequate"),
        "North Yorkshire": "Requires improvement",
        "Wakefield": "Requires improvement",
    }
    assert [unit for unit, words in held.items() if "from the press" in words] == ["Bradford and Calderdale"]


def test_every_standard_of_the_press_is_marked_cell_by_cell(get):
    (row,) = [row for row in table_rows(grid(get(), "2024")) if row[0] == "Bradford and Calderdale"]
    ratings = [cell for cell in row if cell.startswith(RATINGS)]
    assert len(ratings) == 8
    assert all("from the press" in cell for cell in ratings)
    (row,) = [row for row in table_rows(grid(get(), "2024")) if row[0] == "Doncaster"]
    assert not any("press" in cell for cell in row)


def test_what_is_not_held_is_said_in_the_words_that_are_known_to_be_right(get):
    page = get()
    assert overall(page, "2024")["Hull and East Riding"].startswith("Inspected, report not held here")
    assert overall(page, "2022-23")["Doncaster"] == "No inspection recorded here for this round"
    assert overall(page, "2022-23")["Hull and East Riding"].startswith("Requires improvement")
    said = page.one("main").text
    assert "Hull and East Riding It was inspected in this round, but the report is not held here." in said
    assert "not inspected" not in said.lower()


def test_scores_are_of_their_own_framework_and_zero_is_not_for_missing(get):
    page = get()
    scores = {label: {row[0]: row[-2] for row in table_rows(grid(page, label))} for label in ("2024", "2022-23")}
    assert scores["2024"]["Doncaster"].startswith("3 of 21")
    assert scores["2022-23"]["Sheffield"].startswith("1 of 27")
    assert scores["2024"]["Hull and East Riding"] == "Not held here"
    assert sum("of" in words for of_round in scores.values() for words in of_round.values()) == 2
    assert "the scores are not comparable" in page.text


def test_headline_counts_what_is_held(get):
    page = get()
    sentence = "1 of 11 full reports and 10 of 11 overall ratings held for 2024, one of them from the press"
    assert f"{sentence}." in page.one("main").text
    assert contents(page)["og:title"] == f"Yorkshire and the Humber: {sentence}"


def test_high_risk_caseload_is_doncasters_beside_ten_that_are_not_held(get):
    (table,) = [table for table in get().all("table") if "high or very high risk" in table.one("caption").text]
    rows = {row[0]: row[1:] for row in table_rows(table)}
    assert list(rows) == UNITS
    assert rows["Doncaster"][0].startswith("38%")
    assert "1,500" in rows["Doncaster"][1]
    assert "regional average 32%" in rows["Doncaster"][2]
    del rows["Doncaster"]
    assert {row[0] for row in rows.values()} == {"Inspected, report not held here"}


@pytest.mark.parametrize(
    ("query", "first", "last", "said"),
    [
        ("overall", "Barnsley and Rotherham", "Hull and East Riding", "by rank of rating: Overall, Inadequate first."),
        ("-overall", "North Yorkshire", "Hull and East Riding", "by rank of rating: Overall, Outstanding first."),
        ("-unit", "York", "Barnsley and Rotherham", "by PDU, from Z to A."),
        ("score", "Doncaster", "York", "by Score, lowest first."),
        ("-leadership", "Doncaster", "York", "by rank of rating: Leadership, Outstanding first."),
        ("leadership", "Bradford and Calderdale", "York", "by rank of rating: Leadership, Inadequate first."),
        ("inspected", "Sheffield", "York", "by Inspected from, earliest first."),
        ("-inspected", "Bradford and Calderdale", "York", "by Inspected from, latest first."),
    ],
)
def test_sorting_is_by_rank_and_what_is_not_held_comes_last(get, query, first, last, said):
    page = get(f"?round-2024-sort={query}")
    units = list(overall(page, "2024"))
    assert (units[0], units[-1]) == (first, last)
    assert sorted(units, key=str.lower) == UNITS
    assert list(overall(page, "2022-23")) == UNITS
    assert said in grid(page, "2024").one("caption").text
    assert "Sorted by" not in grid(page, "2022-23").text


def test_sorted_by_rank_equal_ratings_stay_in_alphabetical_order(get):
    units = [unit for unit, words in overall(get("?round-2024-sort=overall"), "2024").items() if "Inadeq" in words]
    assert units == sorted(units, key=str.lower)


@pytest.mark.parametrize("query", ["?round-2024-sort=nothing", "?round-2024-sort=", "?round-2024-sort=-", "?page=9"])
def test_nonsense_in_the_address_changes_nothing(get, query):
    assert list(overall(get(query), "2024")) == UNITS


def test_nothing_of_small_samples_can_be_sorted(get):
    page = get()
    sortable = [
        table.one("caption").text
        for table in page.all("table")
        if any("aria-sort" in th.attributes for th in table.all("th"))
    ]
    assert len(sortable) == 2
    assert all(words.startswith("Ratings in the") for words in sortable)


# --- The round before


def column(page: Node, label: str, name: str) -> dict[str, str]:
    """What stands under a heading, by unit."""
    table = grid(page, label)
    place = [th.text for th in table.one("thead").all("th")].index(name)
    return {row[0]: row[place] for row in table_rows(table)}


def changes_said(words: str) -> str:
    """What the cell of an overall rating says last: how it stands to the one before."""
    return next(words[words.index(start) :] for start in ("Not ", "No earlier") if start in words)


def test_rating_of_the_round_before_stands_beneath_in_its_words(get):
    page = get()
    before = {unit: words.partition("2022-23: ")[2] for unit, words in overall(page, "2024").items()}
    assert {unit: words.split(" (")[0] for unit, words in before.items() if words} == {
        "Hull and East Riding": "Requires improvement",
        "Kirklees": "Inadequate",
        "North and North East Lincolnshire": "Requires improvement",
        "Sheffield": "Inadequate",
    }
    staffing = column(page, "2024", "Staffing")["North and North East Lincolnshire"]
    assert staffing.startswith("Inspected, report not held here 2022-23: Good")
    assert staffing.endswith("from the press")


def test_change_is_not_comparable_not_known_or_without_an_earlier_inspection(get):
    page = get()
    changes = {unit: changes_said(words) for unit, words in overall(page, "2024").items()}
    assert {unit: words for unit, words in changes.items() if words != "No earlier inspection held here"} == {
        "Hull and East Riding": "Not known: no rating of 2024 is held here",
        "Kirklees": "Not comparable: framework changed",
        "North and North East Lincolnshire": "Not comparable: framework changed",
        "Sheffield": "Not comparable: framework changed",
    }
    assert "o earlier inspection held here" not in " ".join(overall(page, "2022-23").values())
    assert "first inspection" not in page.text.lower()


def test_recorded_comparability_lets_better_and_worse_be_said_with_its_source(get):
    older, newer = (models.Framework.objects.get(code=code) for code in ("pdu-27", "pdu-21"))
    models.Comparability.objects.create(earlier=older, later=newer, source="Standards 2023, page 2")
    page = get()
    ratings = overall(page, "2024")
    assert ratings["North and North East Lincolnshire"].endswith(
        "Worse than in 2022-23 (frameworks comparable by Standards 2023, page 2)"
    )
    assert "The same as in 2022-23 (" in ratings["Sheffield"]
    assert "(Standards 2023, page 2)" in page.one("main").all("p", class_="govuk-body")[0].text


def test_date_of_inspection_has_its_age_in_words(get):
    dates = column(get(), "2024", "Inspected from")
    assert " ago" in dates["Doncaster"]
    assert dates["York"] == "Not held here"


def test_head_of_the_page_says_when_was_inspected_and_which_data_these_are(get):
    (dates,) = get().all("p", class_="app-dates")
    assert dates.text.startswith(
        "Inspections begun July 2024 to September 2024, by the dates held for 3 of 11 PDUs, two of them from the "
        "press. Figures last changed here "
    )


def test_what_is_not_held_is_said_of_every_round(get):
    page = get()
    for label in ("2024", "2022-23"):
        assert page.one("h3", id=f"round-{label}-not-held").text == f"What is not held for the {label} round, and why"
    said = page.one("main").text
    assert "Doncaster, Leeds, North Yorkshire, Wakefield, York No inspection is recorded here for this round." in said
    assert "The overall rating is held here, the report is not" in said


def test_page_says_why_scores_of_two_frameworks_are_not_compared(get):
    said = get().one("main").text
    assert "These ratings are by two frameworks" in said
    assert "only the words of the ratings stand side by side: the scores are not comparable." in said


def test_report_that_is_held_is_one_link_away(get):
    page = get()
    links = {link["href"] for link in page.one("main").all("a")}
    assert "Doncaster PDU, 2024: what the full report says" in page.text
    assert "/pdus/doncaster/inspections/2024/" in links


def test_contents_lead_to_every_part(get):
    page = get()
    listed = [link["href"] for link in page.one("nav", class_="app-contents").all("a")]
    assert listed == ["#round-2024", "#round-2022-23", "#frameworks", "#comparisons", "#recurring", "#closer"]
    assert [heading["id"] for heading in page.one("main").all("h2") if heading["id"] != "contents"] == [
        address.removeprefix("#") for address in listed
    ]


# --- One round


def test_round_in_the_address_leaves_that_round_in_page_sentence_and_canonical(get):
    page = get("?round=2022-23")
    assert list(overall(page, "2022-23")) == UNITS
    assert "Ratings in the 2024 round" not in page.text
    assert "0 of 11 full reports and 4 of 11 overall ratings held for 2022-23." in page.one("main").text
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}?round=2022-23"
    assert page.one("a", class_="app-rounds__link", **{"aria-current": "page"}).text == "2022-23"


def test_round_is_kept_while_sorting_and_in_the_files(get):
    page = get("?round=2024&round-2024-sort=overall")
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}?round=2024"
    sorting = [link["href"] for link in page.all("a", class_="app-sort")]
    assert sorting
    assert all("round=2024" in address for address in sorting)
    files = [link["href"] for link in page.one("main").all("a", class_="app-file-link")]
    assert files[:2] == [f"{ADDRESS.rstrip('/')}.{form}?round=2024" for form in ("csv", "xlsx")]


def test_region_without_inspections_says_so(client):
    factories.delivery_unit(region=factories.region("Northern Fells"))
    page = parsed(client.get("/regions/northern-fells/").content.decode())
    assert "No inspection of a PDU of this region is recorded here yet." in page.one("main").text
    assert not page.all("nav", class_="app-rounds")
    assert "No inspection is recorded here yet" in contents(page)["og:title"]


def test_round_by_two_frameworks_is_two_grids_with_ids_of_their_own(client):
    region = factories.region("Northern Fells")
    for name, code in [("Avon", "old"), ("Brent", "new")]:
        unit = factories.delivery_unit(name, region=region)
        framework = factories.framework("Leadership", code=code)
        factories.edition(factories.inspection(unit, round="2024", framework=framework), state="published")
    page = parsed(client.get("/regions/northern-fells/").content.decode())
    ids = [node["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert [heading.text for heading in page.all("h2", class_="govuk-heading-l")][:2] == [
        "2024 round, old",
        "2024 round, new",
    ]
    assert {"round-2024", "round-2024-2"} <= set(ids)


# --- The files


def lines(client, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"{ADDRESS.rstrip('/')}.csv{query}")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_file_has_every_cell_of_the_grids(get, client):
    page, rows = get(), lines(client)
    assert {row["round"] for row in rows} == {"2024", "2022-23"}
    assert len(rows) == 11 * (2 + 7) + 11 * (2 + 9)
    shown = column(page, "2024", "Overall")
    for row in rows:
        if (row["round"], row["measure id"]) == ("2024", "overall-rating"):
            assert shown[row["PDU"]].startswith(row["value"] or "Inspected, report not held here")
    scores = {(row["PDU"], row["round"]): row["value"] for row in rows if row["measure id"] == "score" and row["value"]}
    assert scores == {("Doncaster", "2024"): "3", ("Sheffield", "2022-23"): "1"}


def test_note_of_a_rating_in_the_file_is_what_the_page_says_of_the_round_before(get, client):
    notes = {(row["PDU"], row["round"], row["measure id"]): row["note"] for row in lines(client)}
    assert notes["Sheffield", "2024", "overall-rating"] == "2022-23: Inadequate; not comparable: framework changed"
    assert notes["Kirklees", "2024", "rating-assessment"] == (
        "inspected, report not held here; 2022-23: Inadequate (from a press report, not the inspectorate); "
        "not known: no rating of 2024 is held here"
    )
    assert notes["Doncaster", "2024", "overall-rating"] == "no earlier inspection held here"


@pytest.mark.parametrize(("query", "rounds"), [("?round=2024", {"2024"}), ("?round=", {"2024", "2022-23"})])
def test_file_has_the_rounds_of_the_page(get, client, query, rounds):
    assert {row["round"] for row in lines(client, query)} == rounds


def test_workbook_is_named_after_the_region(get, client):
    response = client.get(f"{ADDRESS.rstrip('/')}.xlsx?round=2024")
    assert response["Content-Disposition"] == 'attachment; filename="yorkshire-and-the-humber.xlsx"'
    assert response.content.startswith(b"PK")


def test_file_of_a_region_that_is_not_held_is_not_found(client):
    assert client.get("/regions/atlantis.csv").status_code == 404


def test_a_region_whose_only_inspection_was_withdrawn_says_so(db, client):
    edition = factories.edition(state="withdrawn")
    region = edition.inspection.delivery_unit.region
    page = parsed(client.get(f"/regions/{region.slug}/").content.decode())

    assert "was withdrawn here on" in page.one("main").text
    assert "No inspection is public here today." in page.one("main").text
    assert "recorded here" not in page.one("main").text
