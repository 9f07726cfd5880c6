"""What the chart of one measure says, from rows to words."""

from dataclasses import replace

import pytest

from inspections import wording
from inspections.charts.chart import LineStyle, NoRowsError, Role
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.rows import Absence, Origin, Sourced
from tests.charts.examples import CHARTS, of_region
from tests.example_rows import (
    DONCASTER,
    LEEDS,
    REGION,
    UNITS,
    average,
    day,
    high_risk_rows,
    measured,
    missing,
    sampled,
    surveyed,
)

DONCASTER_CHART = measure_by_unit(
    high_risk_rows(), region=REGION, this=DONCASTER, framework="21-point framework", source_url="/sources/x/"
)


def test_the_headline_is_the_finding():
    assert DONCASTER_CHART.finding == (
        "38% of the PDU's caseload (approximately 1,500) in Doncaster, against a published regional average of 32% "
        "(about 6 percentage points higher, calculated here)"
    )


def test_the_subtitle_names_measure_place_framework_date_and_direction():
    assert DONCASTER_CHART.subtitle == (
        "High or very high risk of serious harm (%), of the PDU's caseload (approximately 1,500). Yorkshire and the "
        "Humber, 21-point framework, inspected "
        "from 8 July 2024. This is context, not performance."
    )


def test_the_text_alternative_gives_every_value_and_every_absence():
    assert DONCASTER_CHART.details == (
        "Doncaster: 38%, of the PDU's caseload (approximately 1,500). Published regional average: 32%. No figure held "
        "here for 10 PDUs (inspected, report not held here: Barnsley and Rotherham, Bradford and Calderdale, Kirklees, "
        "Leeds, North and North East Lincolnshire, North Yorkshire, Sheffield, Wakefield and York; no inspection "
        "recorded here for this round: Hull and East Riding)."
    )


def test_the_average_is_a_labelled_line_and_said_to_be_the_inspectorates():
    (line,) = DONCASTER_CHART.reference_lines

    assert (line.label, line.value, line.style) == ("Published regional average: 32%", 32, LineStyle.DASHED)
    assert DONCASTER_CHART.notes[0] == (
        "The published regional average of 32% is the inspectorate's, from the report on Doncaster. It is not an "
        "average of what is held here."
    )


def test_the_source_is_named_with_its_inspected_date():
    assert DONCASTER_CHART.source_text == (
        "An inspection of probation services in Doncaster, HM Inspectorate of Probation, inspected from 8 July 2024"
    )
    assert DONCASTER_CHART.source_url == "/sources/x/"


def test_many_missing_are_counted_in_the_drawing_and_named_in_a_note():
    drawn = list(DONCASTER_CHART.marks)

    assert [mark.label for mark in drawn] == ["Doncaster", "10 other PDUs"]
    assert drawn[1].value is None
    assert all(unit.name in DONCASTER_CHART.notes[-1] for unit in UNITS if unit != DONCASTER)


def test_a_few_missing_are_named_in_the_drawing():
    chart = measure_by_unit([measured(38), missing(Absence.NOT_IN_REPORT)], region=REGION)

    assert [mark.words for mark in chart.marks] == [
        "Doncaster: 38%, of the PDU's caseload",
        "Leeds: held, but the report gives no such figure",
    ]
    assert chart.notes == ("No figure held here for 1 of 2 PDUs. Held, but the report gives no such figure: Leeds.",)


def test_nothing_held_is_a_chart_of_words():
    chart = CHARTS["many not held"]

    assert chart.finding.endswith("no figure held here for any of the 11 PDUs")
    assert [mark.label for mark in chart.marks] == ["11 PDUs"]
    assert chart.source_text == "no report with this figure is held here"


def test_order_is_alphabetical_whatever_comes_in_and_is_stated():
    chart = measure_by_unit(list(reversed(of_region())), region=REGION)

    assert [mark.label for mark in chart.marks] == [unit.name for unit in UNITS]
    assert "PDUs in alphabetical order." in chart.subtitle


def test_order_is_by_value_where_direction_and_samples_allow_and_is_stated():
    chart = CHARTS["by value"]

    assert [mark.label for mark in chart.marks if mark.value is not None] == [
        "Doncaster",
        "Leeds",
        "Barnsley and Rotherham",
    ]
    assert "PDUs in order of value, the highest first." in chart.subtitle
    assert "alphabetical" not in chart.subtitle


def test_others_are_grey_only_where_the_page_is_about_one():
    assert {mark.role for mark in CHARTS["no average"].marks} == {Role.THIS}
    assert [mark.label for mark in CHARTS["two averages"].marks if mark.role is Role.THIS] == ["Doncaster"]


def test_two_averages_are_two_lines_each_with_its_reports():
    one, other = CHARTS["two averages"].reference_lines

    assert (one.label, other.label) == (
        "Published regional average, in 6 reports: 32%",
        "Published regional average, in 5 reports: 33%",
    )
    assert one.style is not other.style
    assert len(CHARTS["two averages"].notes) == 2


def test_more_averages_are_bars_under_their_own_pdu():
    chart = CHARTS["three averages"]

    assert chart.reference_lines == ()
    labels = [(mark.label, mark.role) for mark in chart.marks]
    assert labels[1] == ("Published regional average, in the report on Barnsley and Rotherham", Role.COMPARATOR)
    assert sum(role is Role.COMPARATOR for _, role in labels) == len(UNITS)


def test_published_and_pooled_averages_are_drawn_and_worded_differently():
    published, pooled = CHARTS["published and pooled"].reference_lines

    assert (published.label, published.value, published.style) == (
        "Published regional average: 50%",
        50,
        LineStyle.DASHED,
    )
    assert (pooled.label, pooled.value, pooled.style) == (
        "Average of the 3 PDUs held here, pooled by cases: 47%",
        47,
        LineStyle.DOTTED,
    )
    assert CHARTS["published and pooled"].notes[1] == (
        "The average of the PDUs held here is calculated here and is not the inspectorate's: 57 of 122 inspected cases "
        "in 3 PDUs, each of them counting once. It is never a mean of percentages."
    )


def test_two_published_and_one_pooled_have_three_styles():
    lines = CHARTS["two published and pooled"].reference_lines

    assert [line.style for line in lines] == [LineStyle.DASHED, LineStyle.DASH_DOT, LineStyle.DOTTED]
    assert lines[2].label == "Average of the 4 PDUs held here, pooled by cases: 48%"


def test_more_than_two_published_are_bars_and_the_pooled_one_stays_a_line():
    rows = [sampled(44, average(value), unit=unit) for value, unit in zip((50, 51, 52), UNITS, strict=False)]
    chart = measure_by_unit(rows, region=REGION)

    assert [line.style for line in chart.reference_lines] == [LineStyle.DOTTED]
    assert sum(mark.role is Role.COMPARATOR for mark in chart.marks) == 3


def test_values_of_two_frameworks_stand_under_headings_without_a_common_line():
    chart = CHARTS["two frameworks"]

    assert [(group.heading, [mark.label for mark in group.marks]) for group in chart.groups] == [
        (
            "21 points",
            [
                "Doncaster",
                "Published regional average, in the report on Doncaster",
                "Leeds",
                "Published regional average, in the report on Leeds",
            ],
        ),
        ("27 points", ["York", "Published regional average, in the report on York"]),
        ("", ["Barnsley and Rotherham"]),
    ]
    assert chart.reference_lines == ()
    assert "27 points. York: 45%, of the PDU's caseload." in chart.details


def test_samples_carry_count_and_interval_and_very_small_ones_no_bar():
    marks = {mark.label: mark for mark in CHARTS["samples"].marks}

    assert marks["Barnsley and Rotherham"].words == (
        "Barnsley and Rotherham: 44%, 18 of 41 inspected cases (inferred), 95% interval 30% to 59%"
    )
    assert marks["Bradford and Calderdale"].words == (
        "Bradford and Calderdale: 5 of 8, inspected cases, too few for a percentage"
    )
    assert marks["Bradford and Calderdale"].value is None
    assert marks["Bradford and Calderdale"].interval is None
    assert marks["Hull and East Riding"].value == 0
    assert any("Wilson" in note for note in CHARTS["samples"].notes)
    assert any("inferred" in note for note in CHARTS["samples"].notes)


def test_a_caseload_has_no_interval():
    assert not any(mark.interval for mark in DONCASTER_CHART.marks)
    assert not any("Wilson" in note for note in DONCASTER_CHART.notes)


def test_of_those_who_answered_a_note_says_once_that_they_are_no_sample():
    chart = measure_by_unit([surveyed(86), surveyed(70, unit=LEEDS)], region=REGION)

    assert not any(mark.interval for mark in chart.marks)
    assert chart.subtitle.startswith(
        "Sufficient management oversight (%), of 65 people on probation surveyed by User Voice each. "
    )
    assert [note for note in chart.notes if note.startswith("Those who answered are no random sample: ")] == [
        f"{wording.NO_SAMPLE[:1].upper()}{wording.NO_SAMPLE[1:]}."
    ]


def test_a_value_from_the_press_says_so_at_its_mark_and_in_the_source():
    row = replace(measured(38), source=Sourced(key="x", origin=Origin.PRESS))
    chart = measure_by_unit([row], region=REGION)

    assert next(chart.marks).detail == "of the PDU's caseload, from a press report, not the inspectorate"
    assert "from a press report, not the inspectorate" in chart.source_text
    assert "HM Inspectorate" not in chart.source_text


@pytest.mark.parametrize(
    ("count", "text"),
    [(2, "reports on Doncaster and Leeds, listed in the table"), (5, "5 reports, listed in the table")],
)
def test_several_sources_are_left_to_the_table(count, text):
    units = [DONCASTER, LEEDS, *(unit for unit in UNITS if unit.slug not in {"doncaster", "leeds"})][:count]
    chart = measure_by_unit([measured(30, unit=unit, inspected=day(2024, 7)) for unit in units], region=REGION)

    assert chart.source_text == text


def test_values_of_two_dates_are_two_bars_told_apart():
    assert [mark.label for mark in CHARTS["over a hundred"].marks] == ["Doncaster", "Doncaster (1 April 2024)"]
    assert (
        CHARTS["over a hundred"].finding
        == "134% of the PDU's caseload in Doncaster; 169% of the PDU's caseload in Doncaster (1 April 2024)"
    )


def test_dates_of_inspection_are_a_range():
    rows = [measured(30, inspected=day(2024, 9)), measured(40, unit=LEEDS, inspected=day(2024, 7))]

    assert "inspections begun 1 July 2024 to 1 September 2024" in measure_by_unit(rows, region=REGION).subtitle


def test_a_pdu_without_a_row_of_its_own_gets_the_regions_finding():
    chart = measure_by_unit(of_region(), region=REGION, this=replace(DONCASTER, slug="elsewhere"))

    assert chart.finding.startswith("From 19% to 49%, of the PDU's caseload, in the 11 PDUs")


def test_no_rows_are_refused():
    with pytest.raises(NoRowsError):
        measure_by_unit([], region=REGION)
