"""Ratings in a file: a line for each cell and one for the score, in which nought is nought."""

from inspections.ratings import Rating
from inspections.rows import Absence, InspectionRow, RatingCell
from inspections.sharing.ratings import SCORES_APART, exported_ratings
from tests.example_rows import DONCASTER, REGION
from tests.sharing.example_exports import EDITION, ELSEWHERE, PRESS, REPORT, SITE

NOT_HELD = RatingCell(absence=Absence.REPORT_NOT_HELD)


def inspection(**fields):
    overall = RatingCell(rating=Rating.INADEQUATE, source=REPORT)
    return InspectionRow(**{"unit": DONCASTER, "round": "2024", "overall": overall, "edition": EDITION} | fields)


def exported(row, region=REGION, **options):
    return list(exported_ratings([row], region=region, themes={"staffing": "Staffing"}, site=SITE, **options))


def test_nothing_is_said_of_earlier_inspections_where_they_were_not_looked_up():
    row = inspection(standards={"staffing": NOT_HELD})
    assert not any("earlier" in line.note for line in exported(row))
    overall, _, staffing = exported(row, has_earlier=True)
    assert overall.note == "no earlier inspection held here"
    assert staffing.note == "inspected, report not held here; no earlier inspection held here"


def test_overall_rating_score_and_standards_are_lines_in_this_order():
    staffing = RatingCell(rating=Rating.GOOD, source=PRESS)
    row = inspection(score=3, max_score=21, score_source=REPORT, standards={"staffing": staffing})
    lines = exported(row, region=ELSEWHERE)
    assert [(line.measure_id, line.measure, line.value, line.unit) for line in lines] == [
        ("overall-rating", "Overall rating", "Inadequate", "rating"),
        ("score", "Score", "3", "points"),
        ("rating-staffing", "Rating: Staffing", "Good", "rating"),
    ]
    assert {(line.region, line.round, line.framework, line.data_version) for line in lines} == {
        (REGION.name, "2024", "Seven standards", "3")
    }
    assert [line.origin for line in lines] == [
        "the inspectorate's report",
        "the inspectorate's report",
        "a press report, not the inspectorate",
    ]
    assert (lines[0].quote, lines[2].quote) == (REPORT.quote, "")


def test_score_of_zero_is_a_score_and_says_that_scores_stand_apart():
    _, score = exported(inspection(score=0, max_score=27, score_source=PRESS))
    assert (score.value, score.base, score.note) == ("0", "of 27 points", SCORES_APART)


def test_score_that_is_not_held_is_empty():
    _, score = exported(inspection())
    assert (score.value, score.base, score.note, score.source) == ("", "", "not held here", "")


def test_rating_that_is_not_held_is_empty_and_says_why():
    overall, _, staffing = exported(inspection(overall=NOT_HELD, standards={"staffing": NOT_HELD}))
    assert (overall.value, overall.note, overall.origin) == ("", "inspected, report not held here", "")
    assert staffing.note == "inspected, report not held here"


def test_without_an_inspection_the_region_is_the_page_s():
    missing = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
    overall, _ = exported(inspection(overall=missing, edition=None))
    assert (overall.region, overall.round, overall.framework, overall.data_version) == (REGION.name, "2024", "", "")
    assert overall.note == "no inspection recorded here for this round"
