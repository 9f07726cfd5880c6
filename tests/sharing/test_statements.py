"""Recommendations, findings and one standard as lines of a file."""

from inspections.ratings import Rating
from inspections.rows import Absence, EarlierRatings, InspectionRow, Origin, RatingCell
from inspections.sharing.statements import exported_standard, exported_statements
from tests.theme_rows import FELLS, finding, of_unit, recommendation, standard, statements

SITE = "https://findings.example"


def test_a_recommendation_is_its_words_with_addressee_and_source():
    (row,) = exported_statements(statements(recommendations=[recommendation()]), site=SITE)

    assert (row.measure_id, row.measure, row.value, row.unit) == (
        "rec-3",
        "Recommendation 3",
        "train all staff",
        "text",
    )
    assert row.group == "addressed to Marlow PDU"
    assert (row.region_code, row.pdu_code, row.round, row.framework) == (
        "northern-fells",
        "marlow",
        "2031",
        "Framework",
    )
    assert (row.source, row.line, row.quote) == (f"{SITE}/sources/marlow-2031-rec-3/", "12", "train all staff")
    assert (row.inspected, row.data_version) == ("2031-07-08", "3")
    assert row.note == "themes (our grouping, not the inspectorate's): Training and Staffing"


def test_a_recommendation_to_nobody_says_nothing_of_it():
    (row,) = exported_statements(statements(recommendations=[recommendation(to="")]), site=SITE)
    assert row.group == ""


def test_findings_come_strengths_first_with_their_kind_and_standard():
    found = statements(findings=[finding("f"), finding("a", inferred=True), finding("s")])
    rows = list(exported_statements(found, site=SITE))

    assert [(row.measure_id, row.measure, row.value) for row in rows] == [
        ("leadership-s1", "Strength: Leadership", "Found s."),
        ("leadership-a1", "Area for improvement: Leadership", "Found a."),
        ("leadership-f1", "Finding: Leadership", "Found f."),
    ]
    assert rows[0].note == "themes (our grouping, not the inspectorate's): Training"
    assert rows[1].note.startswith("the heading of its list is lost in the file: its kind is our reading; themes")


def test_a_standard_is_every_rating_or_why_there_is_none_then_what_is_said():
    units = [
        of_unit("A", Rating.GOOD, kinds="sa"),
        of_unit("B", Rating.INADEQUATE, origin=Origin.PRESS),
        of_unit("C", Absence.NO_INSPECTION_RECORDED),
    ]
    before = EarlierRatings(
        round="2029",
        framework="Framework",
        overall=RatingCell(),
        standards={"leadership": RatingCell(rating=Rating.GOOD)},
        is_comparable=True,
    )
    now = InspectionRow(
        unit=units[0].unit, round="2031", overall=RatingCell(), standards={"leadership": units[0].cell}, earlier=before
    )
    inspections = {now.unit.slug: now}
    rows = list(exported_standard(standard(*units), inspections, region=FELLS, site=SITE))

    assert [(row.pdu, row.measure_id, row.value, row.unit) for row in rows] == [
        ("A", "rating-leadership", "Good", "rating"),
        ("B", "rating-leadership", "Inadequate", "rating"),
        ("C", "rating-leadership", "", "rating"),
        ("A", "summary-leadership", "It was led well.", "text"),
        ("A", "leadership-s1", "Found s.", "text"),
        ("A", "leadership-a1", "Found a.", "text"),
    ]
    assert (rows[0].note, rows[1].note) == ("2029: Good; the same as in 2029", "")
    assert rows[1].origin == "a press report, not the inspectorate"
    assert (rows[2].note, rows[2].round) == ("no inspection recorded here for this round", "2031")
    assert rows[3].source == f"{SITE}/sources/a-2031-leadership-summary/"
    assert rows[5].note == "the heading of its list is lost in the file: its kind is our reading"
    assert {row.region for row in rows} == {"Northern Fells"}
