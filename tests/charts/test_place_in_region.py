"""The strip: one delivery unit among its region, on one line."""

from inspections.charts.chart import LineStyle, Role, Shape
from inspections.charts.place_in_region import place_in_region
from inspections.comparison.intervals import wilson_interval
from inspections.rows import question_as_measure
from tests.charts.examples import CHARTS, of_region, of_samples, of_two_averages, of_two_frameworks
from tests.example_rows import DONCASTER, LEEDS, YORK, asked, average, high_risk_rows, measured, missing, sampled


def test_peers_are_grey_dots_and_this_one_is_drawn_last_with_its_interval():
    (group,) = CHARTS["place of a sample"].groups

    assert [(mark.label, mark.role) for mark in group.marks] == [
        ("Leeds", Role.PEER),
        ("York", Role.PEER),
        ("Doncaster", Role.THIS),
    ]
    assert {mark.shape for mark in group.marks} == {Shape.DOT}
    assert [mark.interval for mark in group.marks] == [None, None, wilson_interval(18, 41)]
    assert group.is_strip
    assert [mark.label for mark in group.named] == ["Doncaster"]


def test_published_averages_are_lines_and_the_one_of_the_page_itself_is_none():
    assert [(line.label, line.style) for line in CHARTS["place of a sample"].reference_lines] == [
        ("Published regional average: 50%", LineStyle.DASHED)
    ]
    assert len(CHARTS["place among many"].reference_lines) == 2


def test_finding_and_words_give_every_value():
    chart = CHARTS["place of a sample"]

    assert chart.finding.startswith(
        "44%, against a published regional average of 50% (too few cases to tell them apart"
    )
    assert chart.details == (
        "Doncaster: 44%, 95% interval 30% to 59%, of 41 inspected cases. Published regional average: 50%. Other PDUs: "
        "Leeds: 59%; York: 38%."
    )


def test_the_axis_begins_at_nought_and_holds_the_interval():
    assert CHARTS["place among many"].axis.maximum == 50
    assert CHARTS["place of a sample"].axis.maximum == 100


def test_under_ten_cases_there_is_no_dot_but_the_count_in_words():
    chart = CHARTS["place of a few cases"]
    this = next(mark for mark in chart.marks if mark.role is Role.THIS)

    assert (this.value, this.words) == (None, "Bradford and Calderdale: 5 of 8")
    peer = place_in_region(of_samples()[0], of_samples())
    assert [mark.value for mark in peer.marks if mark.label == "Bradford and Calderdale"] == [None]


def test_one_dot_beside_an_average_is_a_place():
    assert [mark.label for mark in CHARTS["place beside an average"].marks] == ["Doncaster"]


def test_where_there_is_nothing_to_stand_beside_nothing_is_drawn():
    assert place_in_region(measured(38), [measured(38), missing()]) is None
    assert place_in_region(missing(), [missing(), missing(unit=YORK)]) is None
    few = sampled(63, average(50), n=8, numerator=5)
    assert place_in_region(few, [few, missing()]) is None


def test_values_of_another_framework_are_no_neighbours():
    rows = of_two_frameworks()

    assert [mark.label for mark in place_in_region(rows[0], rows).marks] == ["Leeds", "Doncaster"]


def test_several_values_of_one_measure_have_strips_of_their_own():
    rows = of_region()

    assert place_in_region(rows[2], rows).id == "doncaster-2024-caseload-place"
    assert place_in_region(missing(unit=DONCASTER), rows).id == "doncaster-high-risk-place"


def test_a_key_question_has_the_same_strip():
    rows = [question_as_measure(asked(value), unit) for value, unit in ((44, DONCASTER), (59, LEEDS))]
    chart = place_in_region(rows[0], rows)

    assert chart.finding == (
        "44%; the other PDU with a figure held: 59%, of 41 inspected cases (1 of 1); against their cases pooled (59%, "
        "24 of 41): too few cases to tell them apart, calculated here"
    )


def test_of_the_whole_region_only_what_is_held_has_a_dot():
    assert sum(mark.value is not None for mark in CHARTS["place among many"].marks) == 11
    assert len(list(place_in_region(high_risk_rows()[2], high_risk_rows()).marks)) == 1
    assert len(of_two_averages()) == 3
