"""What is said of key questions across a region, branch by branch."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections import wording
from inspections.rows import Absence, Lowest, Origin, Sourced, Strand
from tests.example_rows import DONCASTER, REGION, UNITS, asked, key_question_rows, question_in_region

INTERVAL = "95% Wilson interval, calculated here, treating the cases as a random sample"
NAMED = "Assessment, engagement: "


def sentence(*results, **fields):
    return wording.region_question_sentence(question_in_region(*results, **fields)).removeprefix(NAMED)


def held(*results, **fields):
    return wording.region_questions_held(question_in_region(*results, **fields), region=REGION, round_label="2024")


# --- One question


def test_one_unit_has_its_count_its_interval_and_how_many_have_none():
    assert sentence((24, 41), *[None] * 10) == (
        "59% of 41 inspected cases in Barnsley and Rotherham (24 of 41, worked out here from the percentage), "
        f"between 43% and 72%: {INTERVAL}; no figure held here for the other 10 PDUs"
    )


def test_beside_a_drawing_that_shows_it_the_interval_is_left_out():
    words = wording.region_question_sentence(question_in_region((24, 41), None), has_interval=False)
    assert words == (
        f"{NAMED}59% of 41 inspected cases in Barnsley and Rotherham (24 of 41, worked out here from the percentage); "
        "no figure held here for the other PDU"
    )


def test_a_published_count_is_not_called_worked_out():
    assert "(24 of 41), between" in sentence((24, 41), numerator_is_inferred=False)


def test_the_only_unit_of_a_region_has_no_others():
    assert sentence((24, 41)).endswith("random sample")


def test_one_other_unit_is_not_a_number():
    assert sentence((24, 41), None).endswith("; no figure held here for the other PDU")


def test_a_percentage_without_a_number_of_cases_has_no_interval():
    assert sentence((59, None), None) == (
        "59% of inspected cases (number not given) in Barnsley and Rotherham; no figure held here for the other PDU"
    )


def test_what_is_not_the_inspectorates_is_said_to_be_so():
    press = Sourced(key="x", origin=Origin.PRESS)
    assert "in Barnsley and Rotherham (from a press report, not the inspectorate) (24" in sentence(
        (24, 41), source=press
    )


def test_several_units_are_a_span_that_is_not_ranked():
    assert sentence((15, 41), (25, 41), (20, 36), None) == (
        "from 37% to 61%, of 36 to 41 inspected cases each, in the 3 of 4 PDUs with a figure shown here, "
        "too few cases to rank"
    )


def test_every_unit_of_a_region():
    assert sentence((15, 41), (25, 41)) == (
        "from 37% to 61%, of 41 inspected cases each, in both PDUs, too few cases to rank"
    )

    assert sentence(*[(15, 41)] * 3).endswith("in all 3 PDUs, too few cases to rank")


def test_equal_figures_are_one():
    assert sentence((15, 41), (15, 41)).startswith("37%, of 41 inspected cases each, in both PDUs")


def test_nothing_is_said_of_rank_where_there_are_enough_cases():
    assert sentence((25, 50), (40, 60)) == "from 50% to 67%, of 50 to 60 inspected cases each, in both PDUs"


def test_one_small_sample_among_large_ones_is_enough_not_to_rank():
    assert sentence((25, 50), (20, 49)).endswith("too few cases to rank")


def test_without_the_number_of_cases_nothing_is_ranked():
    assert sentence((40, None), (50, None)) == (
        "from 40% to 50%, of inspected cases (number not given), in both PDUs, not ranked without the number of cases"
    )
    assert sentence((50, 100), (60, None)) == (
        "from 50% to 60%, of 100 inspected cases each where the number is given, in both PDUs, "
        "not ranked without the number of cases"
    )


def test_under_ten_cases_are_counts():
    assert sentence((5, 8), None) == (
        "5 of 8 in Barnsley and Rotherham, too few cases for a percentage; no figure held here for the other PDU"
    )
    assert sentence((5, 8), (3, 7)) == (
        "5 of 8 in Barnsley and Rotherham and 3 of 7 in Bradford and Calderdale, too few cases for a percentage"
    )
    assert sentence(*[(5, 8)] * 4) == "too few cases for a percentage in 4 PDUs"


def test_under_ten_cases_of_an_unknown_count_give_no_percentage():
    rows = [replace(row, numerator=None) for row in question_in_region((5, 8))]
    words = wording.region_question_sentence(rows)

    assert words == f"{NAMED}8 cases in Barnsley and Rotherham, too few cases for a percentage"


def test_counts_stand_beside_the_span_of_the_others():
    assert sentence((15, 41), (25, 41), (5, 8), None, None) == (
        "from 37% to 61%, of 41 inspected cases each, in the 2 of 5 PDUs with a figure shown here, too few cases to "
        "rank; 5 of 8 in Doncaster, too few cases for a percentage; no figure held here for the other 2 PDUs"
    )


def test_a_count_beside_one_percentage():
    words = sentence((24, 41), (5, 8))
    assert words.startswith("59% of 41 inspected cases in Barnsley")
    assert words.endswith("; 5 of 8 in Bradford and Calderdale, too few cases for a percentage")


def test_nothing_held():
    assert sentence(None, None) == "no figure held here for any of the 2 PDUs"
    assert sentence(None) == "no figure held here for Barnsley and Rotherham"


def test_nought_is_a_figure():
    assert sentence((0, 41), (41, 41)).startswith("from 0% to 100%, of 41")


def test_a_question_on_no_strand_has_its_number():
    rows = [replace(row, strand=None, number=4) for row in question_in_region(None)]
    assert wording.region_question_sentence(rows).startswith("Assessment, question 4: no figure")


# --- All of them


def test_how_many_units_have_percentages_and_of_how_many_cases():
    about = "Key questions in Yorkshire and the Humber, 2024: "
    assert (
        held((24, 41), None)
        == f"{about}percentages held for 1 of 2 PDUs (Barnsley and Rotherham), of 41 inspected cases"
    )
    assert held((24, 41), (20, 36), None) == (
        f"{about}percentages held for 2 of 3 PDUs, of 36 to 41 inspected cases each"
    )
    assert held((59, None), None) == (
        f"{about}percentages held for 1 of 2 PDUs (Barnsley and Rotherham), of inspected cases (number not given)"
    )
    assert held(None, None) == f"{about}no percentages held here for any of the 2 PDUs"
    assert held() == f"{about}none held here for the framework of this round"


def whole(rows):
    return wording.region_questions_sentence(rows, region=REGION, round_label="2024").partition("; ")[2]


def test_how_often_each_strand_drives_a_rating_alone_and_how_often_several_do():
    assert whole([replace(row, unit=DONCASTER) for row in key_question_rows()]) == (
        "the lowest key question, which drives the rating of its standard, is engagement in 1, keeping other "
        "people safe in 2 and several equally low in 1 of 4 ratings"
    )


def test_ratings_that_all_go_by_several():
    assert whole([replace(row, unit=DONCASTER) for row in key_question_rows()[9:]]).endswith(
        "is several equally low in 1 of 1 rating"
    )


def test_one_rating():
    assert whole([replace(row, unit=DONCASTER) for row in key_question_rows()[:3]]) == (
        "the lowest key question, which drives the rating of its standard, is keeping other people safe in 1 of 1 "
        "rating"
    )


def test_the_lowest_is_not_told_where_a_figure_of_the_standard_is_missing_or_there_is_but_one():
    rows = [replace(row, unit=DONCASTER, lowest=None) for row in key_question_rows()[:3]]
    assert whole([replace(rows[0], percentage=None), *rows[1:]]) == ""
    assert whole([replace(rows[2], lowest=Lowest.ONLY)]) == ""
    assert whole(question_in_region(None, None)) == ""


def test_units_and_frameworks_are_told_apart():
    rows = [replace(row, unit=unit) for unit in UNITS[:2] for row in key_question_rows()[:3]]
    assert whole(rows).endswith("keeping other people safe in 2 of 2 ratings")
    rows = [replace(row, unit=DONCASTER, framework=name) for name in "ab" for row in key_question_rows()[:3]]
    assert whole(rows).endswith("of 2 ratings")


def test_a_question_on_no_strand_may_be_the_lowest():
    rows = [replace(row, unit=DONCASTER, lowest=None) for row in key_question_rows()[:3]]
    other = replace(rows[0], strand=None, number=4, percentage=Decimal(1), lowest=Lowest.ALONE)
    assert "is a question on no common strand in 1 of 1 rating" in whole([*rows, other])


# --- The parts


@pytest.mark.parametrize(
    ("result", "figure"),
    [
        ((24, 41), "59% (24 of 41, inferred)"),
        ((59, None), "59% (number of cases not given)"),
        ((5, 8), "5 of 8, too few for a percentage"),
        ((0, 41), "0% (0 of 41, inferred)"),
        (None, "inspected, report not held here"),
    ],
)
def test_figure_with_its_base(result, figure):
    (row,) = question_in_region(result)
    assert wording.key_question_figure(row) == figure


def test_figure_of_a_published_and_of_an_unknown_count():
    (row,) = question_in_region((24, 41), numerator_is_inferred=False)
    assert wording.key_question_figure(row) == "59% (24 of 41)"
    assert wording.key_question_figure(replace(row, numerator=None)) == "59% of 41"


@pytest.mark.parametrize(
    ("lowest", "words"),
    [
        (None, ""),
        (Lowest.ALONE, "lowest of its standard: drives the rating"),
        (Lowest.EQUAL, "equal lowest of its standard: drives the rating"),
        (Lowest.ONLY, "only key question of its standard: drives the rating"),
    ],
)
def test_what_drives_a_rating(lowest, words):
    assert wording.lowest_remark(asked(40, lowest=lowest)) == words


def test_why_figures_are_not_held_by_reason_and_in_part():
    first = question_in_region(None, None, (24, 41), None)
    second = question_in_region(None, None, None, None, strand=Strand.DESISTANCE, absence=Absence.NOT_IN_REPORT)
    second[0] = replace(second[0], absence=Absence.REPORT_NOT_HELD)
    second[1] = replace(second[1], absence=None)
    first[1], first[3] = replace(first[1], absence=None), replace(first[3], absence=Absence.NOT_IN_REPORT)

    assert wording.questions_not_held([*first, *second]) == {
        wording.absence(Absence.REPORT_NOT_HELD): ["Barnsley and Rotherham"],
        "It is not held here.": ["Bradford and Calderdale"],
        wording.absence(Absence.NOT_IN_REPORT): ["Hull and East Riding"],
        "Figures of some of the questions are held here, but not of all.": ["Doncaster"],
    }
    assert wording.questions_not_held(question_in_region((24, 41))) == {}


# --- Order


def test_order_says_what_may_be_sorted():
    few, many, none = ([*question_in_region(*results)] for results in ([(15, 41)], [(25, 50), (40, 60)], [None]))
    other = [replace(row, number=2) for row in many]

    assert wording.questions_order([*few, *none]).endswith(
        "are not ranked: of fewer than 50 cases, or an unknown number, a difference between two may be chance."
    )
    assert "The tables can be sorted" in wording.questions_order(many)
    assert "Only questions whose figures all rest on 50 cases or more can be sorted" in wording.questions_order(
        [*few, *other]
    )
    assert not wording.may_sort_question([*many, *few])
    assert not wording.may_sort_question(none)
