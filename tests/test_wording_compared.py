"""What is said of delivery units side by side: every branch of every sentence."""

from dataclasses import replace

import pytest

from inspections import wording
from inspections.ratings import Rating
from inspections.rows import Absence, Origin, RatingCell, Sourced
from tests.example_comparison import (
    NINE,
    compared,
    comparison,
    edition,
    measure,
    not_held,
    not_inspected,
    question,
    recommended,
)
from tests.example_rows import LEEDS, OVERSIGHT, YORK, average, measured, missing, sampled

PRESS = Sourced(key="leeds-2024-overall-rating", origin=Origin.PRESS)
TWO = (compared(), not_held())
THREE = (compared(), compared(LEEDS), compared(YORK))

# --- Heading and finding


def test_heading_names_the_units_in_their_order():
    assert wording.compared_heading(comparison(*TWO)) == "Doncaster and Leeds compared"
    assert wording.compared_heading(comparison(*reversed(THREE))) == "York, Leeds and Doncaster compared"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (compared(), "Doncaster, 2024: Inadequate, 3 out of 21"),
        (compared(score=0), "Doncaster, 2024: Inadequate, 0 out of 21"),
        (not_held(), "Leeds, 2024: Inadequate"),
        (
            not_held(overall=RatingCell(rating=Rating.GOOD, source=PRESS)),
            "Leeds, 2024: Good (from a press report, not the inspectorate)",
        ),
        (
            compared(score_source=PRESS),
            "Doncaster, 2024: Inadequate, 3 out of 21 (from a press report, not the inspectorate)",
        ),
        (
            not_held(overall=RatingCell(absence=Absence.REPORT_NOT_HELD)),
            "Leeds, 2024: inspected, rating not held here",
        ),
        (not_inspected(), "York: no inspection recorded here"),
        (not_inspected(label="2022-23"), "York, 2022-23: no inspection recorded here for this round"),
    ],
)
def test_finding_has_rating_score_and_round_or_why_not(unit, words):
    assert wording.compared_sentence(comparison(unit)) == words


def test_findings_of_two_stand_side_by_side():
    sentence = wording.compared_sentence(comparison(*TWO))
    assert sentence == "Doncaster, 2024: Inadequate, 3 out of 21; Leeds, 2024: Inadequate"


def test_scores_of_different_frameworks_never_stand_side_by_side_without_a_word():
    older = compared(LEEDS, round="2022-23", edition=edition("2022-23", NINE))
    assert wording.compared_sentence(comparison(compared(), older)).endswith(
        "; scores of different frameworks, not comparable"
    )


def test_a_title_has_the_outcomes_where_there_is_room_and_else_the_names():
    assert wording.compared_title(comparison(*TWO)) == f"Compared: {wording.compared_sentence(comparison(*TWO))}"
    press = replace(TWO[1].inspection.overall, source=Sourced(key="x", origin=Origin.PRESS))
    first, second = (replace(unit, inspection=replace(unit.inspection, overall=press)) for unit in TWO)
    assert wording.compared_title(comparison(first, second)) == "Doncaster and Leeds compared, 2024"


# --- What must be known first


def test_nothing_has_to_be_said_of_one_framework_and_round():
    assert wording.frameworks_notice(comparison(*TWO)) == ""
    assert wording.frameworks_notice(comparison(compared(), not_inspected())) == ""


def test_different_frameworks_are_told_apart_and_their_scores_never_compared():
    older = compared(LEEDS, round="2022-23", edition=edition("2022-23", NINE))
    assert wording.frameworks_notice(comparison(compared(), older, not_inspected())) == (
        "Inspected by different frameworks: Doncaster by Seven standards (21 points), in the 2024 round; Leeds by Nine "
        "standards (27 points), in the 2022-23 round. Their scores are not comparable. Standards are joined by name "
        "only, and no difference between these PDUs is worked out here."
    )


def test_different_rounds_of_one_framework_are_said():
    later = compared(LEEDS, round="2025")
    assert wording.frameworks_notice(comparison(compared(), later)) == (
        "Inspected in different rounds: Doncaster in 2024 and Leeds in 2025. Much may have changed in between."
    )


# --- Recommendations, strengths, and what is not there


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (compared(recommendations=(recommended(1), recommended(2))), "2, counted here"),
        (not_held(recommendation_count=7), "7, their text is not held here"),
        (not_held(recommendation_count=0), "0, their text is not held here"),
        (not_held(), "inspected, report not held here"),
        (compared(), "none held here of the report"),
        (not_inspected(), "no inspection recorded here"),
    ],
)
def test_number_of_recommendations_or_why_it_is_not_known(unit, words):
    assert wording.recommendation_count(unit) == words


@pytest.mark.parametrize(
    ("unit", "theme", "words"),
    [
        (compared(recommendations=(recommended(1, "Staffing"),)), "Training", "none with this theme"),
        (
            compared(recommendations=(recommended(1),)),
            "Training",
            "no theme is assigned here to its recommendations",
        ),
        (compared(recommendations=(recommended(1, "Staffing"),)), "", "none: all have a theme"),
        (not_held(recommendation_count=7), "Training", "their text is not held here"),
        (not_held(), "Training", "inspected, report not held here"),
        (compared(), "", "none held here of the report"),
        (not_inspected(), "Training", "no inspection recorded here"),
    ],
)
def test_why_there_is_no_recommendation_with_a_theme(unit, theme, words):
    assert wording.no_recommendation(unit, theme) == words


@pytest.mark.parametrize(
    ("unit", "theme", "words"),
    [
        (compared(), "leadership", "no strength listed in the report"),
        (compared(), "court-work", "inspected by a framework without this standard"),
        (not_held(), "court-work", "inspected by a framework without this standard"),
        (not_held(), "leadership", "inspected, report not held here"),
        (not_held(), "", "inspected, report not held here"),
        (not_inspected(), "leadership", "no inspection recorded here"),
    ],
)
def test_why_there_is_no_strength(unit, theme, words):
    assert wording.no_strength(unit, theme) == words


def test_part_of_the_page_with_nothing_says_why_for_each():
    assert wording.nothing_compared("Measures", comparison(not_held(), not_inspected())) == (
        "Measures: nothing is held here of these PDUs. Leeds: inspected, report not held here; "
        "York: no inspection recorded here."
    )


# --- Two figures


def of_two(first: tuple, second: tuple) -> str:
    return wording.question_together(question(first, second), comparison(compared(), compared(LEEDS)))


def test_difference_whose_interval_includes_zero_tells_nothing():
    assert of_two((44, 41), (50, 40)) == (
        "too few cases to tell them apart (95% interval of the difference, Doncaster less Leeds: -26 to 15 percentage "
        "points, calculated here, treating the cases as random samples)"
    )


def test_equal_figures_of_samples_are_not_said_to_be_the_same():
    assert of_two((44, 41), (44, 41)).startswith("too few cases to tell them apart")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ((37, 41), (80, 41), "about 43 percentage points higher in Leeds"),
        ((80, 41), (37, 41), "about 43 percentage points higher in Doncaster"),
    ],
)
def test_difference_says_where_it_is_higher_with_its_interval(first, second, words):
    assert of_two(first, second) == (
        f"{words} (95% interval of the difference: 23 to 60 percentage points, calculated here, treating the cases as "
        "random samples)"
    )


def test_limit_beside_zero_is_never_said_to_be_zero():
    assert "(95% interval of the difference: 0.4 to 41 percentage points" in of_two((37, 41), (59, 41))


def test_under_ten_cases_are_not_compared():
    assert of_two((44, 41), (63, 8)) == of_two((63, 8), (44, 41)) == "too few cases to compare"


def test_without_the_number_of_cases_no_difference_is_told():
    assert of_two((44, 41), (80, None)) == "not worked out here: the number of cases is not known"
    # No whole number of 41 cases rounds to 45%.
    assert of_two((45, 41), (80, 40)) == "not worked out here: the number of cases is not known"


def test_published_count_goes_before_the_one_worked_out():
    row = question((44, 41), (50, 200))
    counted = replace(row, cells=(row.cells[0], replace(row.cells[1], numerator=100)))
    pair = comparison(compared(), compared(LEEDS))
    assert wording.question_together(row, pair) == "not worked out here: the number of cases is not known"
    assert wording.question_together(counted, pair).startswith("too few cases to tell them apart")


def test_one_figure_alone_says_nothing_together():
    assert of_two((44, 41), (None, None)) == ""


def test_figures_of_different_frameworks_are_never_set_against_each_other():
    units = (compared(), compared(LEEDS, edition=edition("2022-23", NINE)))
    assert wording.question_together(question((37, 41), (80, 41)), comparison(*units)) == ""
    assert wording.measure_together(measure(sampled(37), sampled(80, unit=LEEDS)), comparison(*units)) == ""


# --- More than two


def of_three(*results: tuple) -> str:
    return wording.question_together(question(*results), comparison(*THREE))


@pytest.mark.parametrize(
    ("results", "words"),
    [
        (
            ((59, 41), (37, 41), (44, 41)),
            "from 37% to 59%, of 41 inspected cases each, in the 3 PDUs with a percentage held here, too few cases to "
            "rank",
        ),
        (
            ((59, 60), (37, 50), (44, 70)),
            "from 37% to 59%, of 50 to 70 inspected cases each, in the 3 PDUs with a percentage held here",
        ),
        (
            ((59, 60), (37, None), (44, 70)),
            "from 37% to 59%, of 60 to 70 inspected cases each where the number is given, in the 3 PDUs with a "
            "percentage "
            "held here, not ranked without the number of cases",
        ),
        (
            ((59, None), (37, None), (44, None)),
            "from 37% to 59%, of inspected cases (number not given), in the 3 PDUs with a percentage held here, not "
            "ranked without the number of cases",
        ),
        (
            ((59, 41), (37, 41), (None, None)),
            "from 37% to 59%, of 41 inspected cases each, in the 2 of 3 PDUs with a percentage held here, too few "
            "cases to "
            "rank",
        ),
        (
            ((59, 41), (37, 41), (63, 8)),
            "from 37% to 59%, of 41 inspected cases each, in the 2 of 3 PDUs with a percentage of at least 10 cases, "
            "too "
            "few cases to rank",
        ),
        (
            ((44, 41), (44, 41), (44, 41)),
            "44%, of 41 inspected cases each, in the 3 PDUs with a percentage held here, too few cases to rank",
        ),
        (((59, 41), (50, 8), (63, 8)), "too few cases to compare"),
        (((59, 41), (None, None), (None, None)), ""),
    ],
)
def test_spread_of_more_than_two_ranks_nobody(results, words):
    assert of_three(*results) == words


# --- Measures


def test_difference_of_a_measure_is_told_of_shares_of_inspected_cases_only():
    pair = comparison(compared(), compared(LEEDS))
    assert wording.measure_together(measure(sampled(37), sampled(80, unit=LEEDS)), pair).startswith(
        "about 43 percentage points higher in Leeds"
    )
    assert wording.measure_together(measure(measured(38), measured(32, unit=LEEDS)), pair) == ""


def test_counts_of_inspected_cases_are_no_shares():
    pair = comparison(compared(), compared(LEEDS))
    counts = replace(OVERSIGHT, unit="count")
    rows = (replace(sampled(12), measure=counts), replace(sampled(20, unit=LEEDS), measure=counts))
    assert wording.measure_together(measure(*rows), pair) == ""


def test_of_several_groups_each_is_set_against_its_own():
    pair = comparison(compared(), compared(LEEDS))
    whole = (sampled(20), sampled(80, unit=LEEDS))
    officers = (sampled(37, cohort="officers"), sampled(39, cohort="officers", unit=LEEDS))
    apart = wording.measure_together(measure(*whole), pair)
    assert apart.startswith("about 60 percentage points higher in Leeds")
    assert wording.measure_together(measure((officers[0], whole[0]), whole[1]), pair) == f"whole PDU: {apart}"
    assert wording.measure_together(measure((whole[0], officers[0]), (whole[1], officers[1])), pair) == (
        f"whole PDU: {apart}; officers: {wording.measure_together(measure(*officers), pair)}"
    )


def test_of_several_dates_the_newest_are_set_against_each_other():
    pair = comparison(compared(), compared(LEEDS))
    whole = (sampled(20), sampled(80, unit=LEEDS))
    earlier = replace(sampled(90), as_of_words="in April", is_earlier=True)
    assert wording.measure_together(measure((whole[0], earlier), whole[1]), pair) == wording.measure_together(
        measure(*whole), pair
    )


def test_one_value_alone_says_nothing():
    assert wording.measure_together(measure(measured(38), missing()), comparison(*TWO)) == ""
    three = measure(measured(38), missing(), missing(unit=YORK))
    assert wording.measure_together(three, comparison(*THREE)) == ""


def test_spread_of_a_measure_is_told_as_of_a_region_without_its_averages():
    row = measure(measured(38, average(32)), measured(29, unit=LEEDS), missing(unit=YORK))
    assert wording.measure_together(row, comparison(*THREE)) == (
        "From 29% to 38%, of the PDU's caseload, in the 2 of 3 PDUs with a figure held here"
    )


def test_nothing_said_together_is_better_or_worse():
    said = [
        of_two((37, 41), (80, 41)),
        of_three((59, 41), (37, 41), (44, 41)),
        wording.measure_together(measure(sampled(37), sampled(80, unit=LEEDS)), comparison(*TWO)),
        wording.frameworks_notice(comparison(*TWO)),
    ]
    assert not any(word in sentence for sentence in said for word in ("better", "worse", "best", "worst"))
