"""The page of a region: all its units, what is held of each, and in which words what is not."""

import pytest

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
    assert overall(page, "2024")["Hull and East Riding"] == "Inspected, report not held here"
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
    assert "the framework changed" in page.text


def test_headline_counts_what_is_held(get):
    page = get()
    sentence = "10 of 11 overall ratings held for 2024, 1 of them from the press; 1 of 11 full reports"
    assert f"{sentence}." in page.one("main").text
    assert sentence in contents(page)["og:title"]


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
    ("query", "first", "last"),
    [
        ("?round-2024-sort=overall", "Barnsley and Rotherham", "Hull and East Riding"),
        ("?round-2024-sort=-overall", "North Yorkshire", "Hull and East Riding"),
        ("?round-2024-sort=-unit", "York", "Barnsley and Rotherham"),
        ("?round-2024-sort=score", "Doncaster", "York"),
        ("?round-2024-sort=-leadership", "Doncaster", "York"),
        ("?round-2024-sort=leadership", "Bradford and Calderdale", "York"),
        ("?round-2024-sort=inspected", "Sheffield", "York"),
        ("?round-2024-sort=-inspected", "Bradford and Calderdale", "York"),
    ],
)
def test_sorting_is_by_rank_and_what_is_not_held_comes_last(get, query, first, last):
    page = get(query)
    units = list(overall(page, "2024"))
    assert (units[0], units[-1]) == (first, last)
    assert sorted(units, key=str.lower) == UNITS
    assert list(overall(page, "2022-23")) == UNITS


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
