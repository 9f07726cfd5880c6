"""What the chart of a region's delivery units on one key question says."""

from dataclasses import replace

import pytest

from inspections.charts.chart import LineStyle, NoRowsError, Shape
from inspections.charts.key_question_by_unit import BANDS_NOTE, key_question_by_unit, reading_notes
from inspections.charts.key_questions import JUDGEMENT_NOTE
from inspections.charts.layout import lay_out
from inspections.charts.notes import INFERRED_NOTE, INTERVAL_NOTE
from inspections.rows import EditionRow, Origin, Sourced
from tests.charts.examples import CHARTS, bands, by_unit
from tests.example_rows import DONCASTER, REGION, UNITS, day, key_question_rows, question_in_region

ONE = CHARTS["key question of one unit"]
EVERY = CHARTS["key question of every unit"]
NONE = CHARTS["key question of no unit"]


def test_every_unit_is_a_dot_with_its_base_and_interval_in_alphabetical_order():
    drawn = [mark for mark in EVERY.marks if mark.value is not None]

    assert [mark.label for mark in EVERY.marks] == [unit.name for unit in UNITS]
    assert {mark.shape for mark in drawn} == {Shape.DOT}
    assert (drawn[0].value_label, drawn[0].detail) == ("0% (0 of 41, inferred)", "95% interval 0% to 9%")
    assert [mark.label for mark in drawn if not mark.interval] == ["North and North East Lincolnshire"]
    assert EVERY.axis.maximum == 100


def test_rows_in_any_order_are_drawn_in_alphabetical_order():
    rows = question_in_region((20, 41), (24, 41), (5, 8))
    chart = key_question_by_unit(rows[::-1], region=REGION, chart_id="x")

    assert [mark.label for mark in chart.marks] == [unit.name for unit in UNITS[:3]]


def test_under_ten_cases_are_a_count_in_words_and_no_dot():
    few = [mark for mark in EVERY.marks if mark.value is None]

    assert [(mark.label, mark.value_label, mark.interval) for mark in few] == [
        ("Doncaster", "5 of 8, too few for a percentage", None),
        ("Wakefield", "7 of 9, too few for a percentage", None),
    ]


def test_under_ten_cases_of_an_unknown_count_are_no_dot_either():
    rows = [replace(row, numerator=None) for row in question_in_region((5, 8))]
    (mark,) = key_question_by_unit(rows, region=REGION, chart_id="x").marks

    assert (mark.value, mark.value_label) == (None, "8 cases, too few for a percentage")


def test_the_finding_is_the_sentence_on_the_question():
    assert ONE.finding.startswith("Assessment, engagement: 59% of 41 inspected cases in Doncaster (24 of 41")
    assert NONE.finding == "Assessment, engagement: no figure held here for any of the 11 PDUs"


def test_units_without_a_figure_are_counted_in_the_drawing_and_named_in_a_note():
    *_, others = ONE.marks

    assert (others.label, others.value_label) == ("10 other PDUs", "no figure held here (named below)")
    assert ONE.notes[-1].startswith(
        "No figure held here for 10 of 11 PDUs. Inspected, report not held here: Barnsley and Rotherham, Bradford"
    )
    assert "No figure held here for 10 PDUs (inspected, report not held here: Barnsley" in ONE.details
    assert [mark.label for mark in NONE.marks] == ["11 PDUs"]
    assert [mark.label for mark in by_unit((24, 41), None).marks][-1] == "1 other PDU"
    assert not any("No figure held" in note for note in EVERY.notes)


def test_the_question_that_drives_the_rating_is_marked_in_words():
    assert next(ONE.marks).remark == "only key question of its standard: drives the rating"
    rows = [replace(row, unit=DONCASTER) for row in key_question_rows()]
    remarks = [next(key_question_by_unit([row], region=REGION, chart_id="x").marks).remark for row in rows]
    assert remarks.count("lowest of its standard: drives the rating") == 3
    assert remarks.count("equal lowest of its standard: drives the rating") == 3
    assert remarks.count("") == 6


def test_words_round_the_figure():
    edition = EditionRow(region=REGION, round="2024", framework="F", release=1, inspected=day(2024, 7, 8))
    chart = by_unit((24, 41), (20, 41), edition=edition, source_url="/x/")

    assert chart.subtitle == (
        "Does assessment focus sufficiently on keeping other people safe? Share of inspected cases judged satisfactory "
        "(%). Yorkshire and the Humber, F, inspected from 8 July 2024. PDUs in alphabetical order. Higher is better."
    )
    assert "alphabetical" not in ONE.subtitle
    assert (chart.id, chart.source_url) == ("assessment-q1", "/x/")
    assert chart.source_text == "reports on Barnsley and Rotherham and Bradford and Calderdale, listed in the table"
    assert NONE.source_text == "no report with this figure is held here"


def test_a_figure_of_the_press_is_marked():
    (mark,) = by_unit((24, 41), source=Sourced(key="x", origin=Origin.PRESS)).marks
    assert mark.remark == "from a press report, not the inspectorate"


def test_notes_say_what_is_drawn_and_no_more():
    published = by_unit((24, 41), numerator_is_inferred=False)

    assert EVERY.notes == (JUDGEMENT_NOTE, INTERVAL_NOTE, INFERRED_NOTE)
    assert reading_notes(question_in_region(None)) == (JUDGEMENT_NOTE,)
    assert INFERRED_NOTE not in published.notes
    assert INTERVAL_NOTE in published.notes
    assert not {INFERRED_NOTE, INTERVAL_NOTE} & set(NONE.notes)


def test_no_band_is_drawn_unless_one_is_given_for_the_framework():
    assert EVERY.reference_lines == ()
    assert by_unit((24, 41), bands=bands("another")).reference_lines == ()
    assert BANDS_NOTE not in EVERY.notes


def test_verified_bands_are_lines_where_a_rating_begins():
    chart = CHARTS["key question with bands"]

    assert [(line.label, line.value, line.style) for line in chart.reference_lines] == [
        ("Lower end of Requires improvement: 40 (verified)", 40, LineStyle.DASHED),
        ("Lower end of Good: 60 (verified)", 60, LineStyle.DOTTED),
        ("Lower end of Outstanding: 85 (verified)", 85, LineStyle.DASHED),
    ]
    assert BANDS_NOTE in chart.notes


def test_a_chart_of_many_units_is_compact():
    loose = lay_out(replace(EVERY, is_compact=False))
    compact = lay_out(EVERY)

    assert compact.height < 0.75 * loose.height
    assert not any("95% interval" in line.text for line in compact.texts)
    assert "95% interval" in EVERY.details


def test_no_rows_are_refused():
    with pytest.raises(NoRowsError):
        key_question_by_unit([], region=REGION, chart_id="x")
