"""Tables over rows, without a store: what they show, in which order, and by what they sort."""

import datetime
from dataclasses import replace

import pytest

from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    DateRow,
    EarlierRatings,
    InspectionRow,
    Lowest,
    Origin,
    Place,
    PreciseDate,
    Precision,
    RatingCell,
    RoundRatings,
    Sourced,
)
from inspections.tables import KeyQuestionsTable, MeasureTable, RatingsTable
from tests.example_rows import LEEDS, YORK, asked, average, edition, measured, missing, sampled
from tests.pages import parsed

SOURCE = Sourced(key="northmere-2031-x")
MISSING = RatingCell(absence=Absence.REPORT_NOT_HELD)


def cell(rating: Rating | None) -> RatingCell:
    return RatingCell(rating=rating, source=SOURCE) if rating else MISSING


def inspected(year: int | None) -> DateRow | None:
    if year is None:
        return None
    date = PreciseDate(date=datetime.date(year, 1, 1), precision=Precision.YEAR)
    return DateRow(meaning="work started", label="", date=date, is_queried=False, source=SOURCE)


def row(name: str, rating: Rating | None, score: int | None = None, year: int | None = None) -> InspectionRow:
    return InspectionRow(
        unit=Place(name=name, slug=name.lower()),
        round="2031",
        overall=cell(rating),
        score=score,
        max_score=21 if score is not None else None,
        score_source=SOURCE,
        inspected=inspected(year),
        standards={"staffing": cell(rating), "court-work": MISSING},
    )


ROWS = (
    row("Avon", Rating.REQUIRES_IMPROVEMENT, 7, 2030),
    row("Brent", None),
    row("Calder", Rating.OUTSTANDING, 21, 2029),
    row("Dove", Rating.INADEQUATE, 0, 2031),
    row("exe", Rating.GOOD, 14, 2028),
)


def ratings_table(rows=ROWS, **options) -> RatingsTable:
    themes = (Place(name="Staffing", slug="staffing"), Place(name="Court work", slug="court-work"))
    grid = RoundRatings(round="2031", framework="Framework", max_score=21, themes=themes, rows=rows)
    return RatingsTable(grid, today=datetime.date(2031, 11, 25), **options)


def names(table) -> str:
    return "".join(each.record.unit.name[0] for each in table.rows)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("overall", "DAeCB"),
        ("-overall", "CeADB"),
        ("staffing", "DAeCB"),
        ("-staffing", "CeADB"),
        ("score", "DAeCB"),
        ("-score", "CeADB"),
        ("inspected", "eCADB"),
        ("-inspected", "DACeB"),
        ("unit", "ABCDe"),
        ("-unit", "eDCBA"),
    ],
)
def test_ratings_sort_by_rank_and_what_is_not_held_stays_last(order, expected):
    assert names(ratings_table(order_by=order)) == expected


@pytest.mark.parametrize("order", ["nothing", "", "-", "court-work"])
def test_what_is_no_column_sorts_nothing(order):
    assert names(ratings_table(order_by=order)) == "ABCDe"


def test_standard_without_any_rating_is_no_column_and_the_others_keep_their_order():
    assert [column.name for column in ratings_table().columns] == ["unit", "overall", "staffing", "score", "inspected"]


def test_table_without_rows_has_no_rows():
    assert names(ratings_table(rows=(), order_by="-score")) == ""


def cells(table) -> list[list[str]]:
    """The words of the cells, without markup."""
    return [[parsed(str(each.get_cell(column.name))).text for column in table.columns] for each in table.rows]


def test_score_of_zero_is_a_score_and_none_is_not_held():
    scores = {each[0]: each[-2] for each in cells(ratings_table())}
    assert scores["Dove"].startswith("0 of 21")
    assert scores["Brent"] == "Not held here"


def test_date_is_no_more_exact_than_it_is_known():
    dates = {each[0]: each[-1] for each in cells(ratings_table())}
    assert dates["Avon"].startswith("2030, last year")
    assert dates["Calder"].startswith("2029, about 2 years ago")
    assert dates["Brent"] == "Not held here"


def test_cell_of_the_press_is_marked():
    press = row("Avon", Rating.GOOD)
    marked = RatingCell(rating=Rating.GOOD, source=Sourced(key="x", origin=Origin.PRESS))
    (found,) = cells(ratings_table(rows=(InspectionRow(unit=press.unit, round="2031", overall=marked),)))
    assert "from the press" in found[1]


EARLIER = EarlierRatings(
    round="2029",
    framework="Framework",
    overall=cell(Rating.GOOD),
    standards={"staffing": RatingCell(rating=Rating.GOOD, source=Sourced(key="x", origin=Origin.PRESS))},
    is_comparable=True,
)


def test_beneath_a_rating_stands_the_one_before_as_the_way_to_its_source():
    rows = (replace(row("Avon", Rating.INADEQUATE), earlier=EARLIER), row("Brent", Rating.GOOD))
    table = ratings_table(rows=rows)
    (avon, brent) = cells(table)
    assert avon[1].startswith("Inadequate Source")
    assert "2029: Good" in avon[1]
    assert "2029: Good (source of Staffing, Avon, 2029) from the press" in avon[2]
    assert 'href="/sources/northmere-2031-x/"' in str(table.rows[0].get_cell("overall"))
    assert "2029" not in " ".join(brent)
    assert "Beneath a rating stands the one of the round before" in table.note


def test_change_of_the_overall_rating_stands_beneath_it_in_words():
    rows = (replace(row("Avon", Rating.INADEQUATE), earlier=EARLIER), row("Brent", Rating.GOOD))
    (avon, brent) = cells(ratings_table(rows=rows))
    assert avon[1].endswith("2029: Good (source of Overall, Avon, 2029) Worse than in 2029")
    assert brent[1].endswith("No earlier inspection held here")
    assert not [words for words in (*avon[2:], *brent[2:]) if "than in" in words]


def test_without_any_earlier_round_nothing_is_said_of_changes_and_the_note_says_so():
    table = ratings_table()
    assert not [words for line in cells(table) for words in line if "No earlier" in words]
    assert "No earlier inspection of these PDUs is held here." in table.note


def test_rating_before_stands_under_what_is_not_held_now():
    (found,) = cells(ratings_table(rows=(replace(row("Avon", None), earlier=EARLIER),)))
    assert found[1].startswith("Inspected, report not held here 2029: Good")
    assert found[1].endswith("Not known: no rating of 2031 is held here")


def test_sorting_is_by_the_rating_of_now():
    worse = replace(row("Avon", Rating.INADEQUATE), earlier=EARLIER)
    assert names(ratings_table(rows=(row("Brent", Rating.GOOD), worse), order_by="overall")) == "AB"


def test_round_names_its_table_and_begins_its_parameters():
    table = ratings_table(anchor="round-2031-2", title="2031 round, Framework")
    assert table.caption == "Ratings in the 2031 round, Framework"
    assert table.prefixed_order_by_field == "round-2031-2-sort"
    assert ratings_table().caption == "Ratings in the 2031 round"


# --- Key questions


def test_key_questions_are_never_sorted():
    table = KeyQuestionsTable((asked(90), asked(10)), order_by="-percentage")
    assert [each[2][:3] for each in cells(table)] == ["90%", "10%"]
    assert not any(column.orderable for column in table.columns)


def test_key_question_has_base_interval_and_whether_it_drives_the_rating():
    (found, other) = cells(KeyQuestionsTable((asked(44, numerator=18, lowest=Lowest.ALONE), asked(59))))
    assert found[2].startswith("44% Of 41 inspected cases (18 of 41, worked out here from the percentage)")
    assert found[3] == "30% to 59%"
    assert found[4] == "Lowest of its standard"
    assert other[4] == ""


def test_under_ten_cases_the_count_stands_for_the_percentage():
    few = asked(63, numerator=5, denominator=8)
    (found,) = cells(KeyQuestionsTable((few,)))
    assert found[2].startswith("5 of 8")
    assert "63" not in " ".join(found)
    assert found[3] == "Too few cases, or number of cases not held"


# --- A measure in a region


def columns(table) -> list[str]:
    return [column.name for column in table.columns]


def test_measure_has_value_base_and_what_was_published_beside_it():
    held = measured(38, average(32), base="the caseload, approximately 1,500")
    (first, second) = cells(MeasureTable((held, missing())))
    assert first[1].startswith("38%")
    assert first[2] == "of the caseload (approximately 1,500)"
    assert first[3].startswith("Published regional average 32% About 6 percentage points higher, calculated here")
    assert second[1:] == ["Inspected, report not held here", "", ""]


def test_measure_without_a_base_says_so():
    (found,) = cells(MeasureTable((measured(38, base=""),)))
    assert found[2] == "base not stated"


def test_measure_of_a_sample_has_its_cases_and_interval():
    table = MeasureTable((sampled(44), sampled(59, numerator=24, unit=LEEDS), missing(unit=YORK)))
    assert [each[3:] for each in cells(table)] == [
        ["18 of 41 (inferred)", "30% to 59%"],
        ["24 of 41", "43% to 72%"],
        ["", ""],
    ]
    assert table.note == (
        "In alphabetical order. Intervals are calculated here, treating the cases as a random sample. Counts marked "
        "inferred are worked out here from the percentage."
    )


def test_what_no_row_has_is_no_column():
    assert columns(MeasureTable((measured(38), missing()))) == ["unit", "value", "base"]
    two = (measured(38, edition=edition("A")), measured(39, unit=LEEDS, edition=edition("B")))
    assert columns(MeasureTable(two)) == ["unit", "value", "base", "framework"]


def test_measure_of_a_few_cases_is_not_sorted_and_is_a_count():
    table = MeasureTable((sampled(63, n=8, numerator=5), sampled(20, n=8)), order_by="value")
    assert cells(table)[0][1].startswith("5 of 8")
    assert not any(column.orderable for column in table.columns)


def test_measure_with_a_direction_and_enough_cases_is_sorted_with_what_is_missing_last():
    rows = (sampled(70, n=60), missing(), sampled(60, n=50, unit=YORK))
    assert names(MeasureTable(rows, order_by="value")) == "YDL"
    assert names(MeasureTable(rows, order_by="-value")) == "DYL"
    assert names(MeasureTable(rows)) == "DLY"
    assert MeasureTable(rows).note.startswith("In alphabetical order unless you sort; what is not held comes last.")
