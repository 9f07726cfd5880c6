"""The tables of a comparison over rows, without a store: what stands in each cell, and in which words nothing does."""

from dataclasses import replace

import pytest

from inspections.ratings import Rating
from inspections.rows import Lowest, Origin, Place, RatingCell, Sourced, Strand
from inspections.tables import (
    ComparedMeasures,
    ComparedQuestions,
    ComparedRatings,
    ComparedRecommendations,
    ComparedStrengths,
)
from tests.example_comparison import (
    NINE,
    SEVEN,
    compared,
    comparison,
    edition,
    measure,
    not_held,
    not_inspected,
    question,
    recommended,
    strong,
)
from tests.example_rows import LEEDS, SOURCE, YORK, average, measured, missing, sampled
from tests.pages import Node, parsed

PAIR = comparison(compared(), not_held())


def cells(table) -> dict[str, list[str]]:
    """The words of each line by those of its label."""
    lines = [[parsed(str(row.get_cell(column.name))).text for column in table.columns] for row in table.rows]
    return {label: rest for label, *rest in lines}


def heads(table) -> list[str]:
    return [parsed(str(column.header)).text for column in table.columns]


def links(table) -> list[Node]:
    return [
        link
        for row in table.rows
        for column in table.columns
        for link in parsed(str(row.get_cell(column.name))).all("a")
    ]


def test_no_table_of_a_comparison_sorts():
    table = ComparedRatings(PAIR)
    assert not any(column.orderable for column in table.columns)


def test_heads_have_the_round_and_where_they_differ_the_framework():
    older = compared(LEEDS, round="2022-23", edition=edition("2022-23", NINE))
    assert heads(ComparedRatings(PAIR)) == ["Standard", "Doncaster 2024 round", "Leeds 2024 round"]
    assert heads(ComparedRatings(comparison(compared(), older, not_inspected()))) == [
        "Standard",
        f"Doncaster 2024 round {SEVEN}",
        f"Leeds 2022-23 round {NINE}",
        "York",
    ]


def test_ratings_stand_beside_each_other_with_their_source_or_why_there_is_none():
    found = cells(ComparedRatings(comparison(compared(), not_held(), not_inspected())))
    assert list(found) == [
        "Overall rating",
        "Leadership",
        "Court work",
        "Score",
        "Inspected from",
        "Figures last changed here",
    ]
    assert found["Overall rating"] == [
        "Inadequate Source of Overall rating, Doncaster",
        "Inadequate Source of Overall rating, Leeds",
        "No inspection recorded here",
    ]
    assert found["Leadership"][1:] == ["Inspected, report not held here", "No inspection recorded here"]
    assert found["Court work"][:2] == ["Inspected by a framework without this standard"] * 2
    assert found["Score"] == [
        "3 of 21 Source of the score, Doncaster",
        "Not held here",
        "No inspection recorded here",
    ]
    assert found["Figures last changed here"] == ["24 November 2026 Release 1"] * 2 + ["No inspection recorded here"]
    assert found["Inspected from"] == ["Not held here", "Not held here", "No inspection recorded here"]


def test_region_is_a_line_only_where_there_are_two():
    elsewhere = replace(not_held(), region=Place(name="Northern Fells", slug="northern-fells"))
    found = cells(ComparedRatings(comparison(compared(), elsewhere)))
    assert found["Region"] == ["Yorkshire and the Humber", "Northern Fells"]
    assert "Region" not in cells(ComparedRatings(PAIR))


def test_note_of_the_ratings_names_the_one_framework_or_says_how_two_are_joined():
    older = compared(LEEDS, edition=edition("2022-23", NINE))
    assert ComparedRatings(PAIR).note == f"{SEVEN}."
    assert ComparedRatings(comparison(compared(), older)).note == "Standards are joined by name only."


def test_cell_of_the_press_is_marked():
    press = RatingCell(rating=Rating.GOOD, source=Sourced(key="x", origin=Origin.PRESS))
    found = cells(ComparedRatings(comparison(compared(), not_held(overall=press))))
    assert "from the press" in found["Overall rating"][1]


# --- Key questions


def test_question_has_value_base_interval_what_it_drives_and_its_source():
    row = question((44, 41), (None, None))
    lowest = replace(row, cells=(replace(row.cells[0], numerator=18, lowest=Lowest.ALONE), row.cells[1]))
    table = ComparedQuestions(replace(PAIR, questions=(lowest,)), Strand.SAFETY)
    ((label, (doncaster, leeds)),) = cells(table).items()
    assert label == "Assessment Does assessment focus sufficiently on keeping other people safe?"
    assert doncaster == (
        "44% Of 41 inspected cases (18 of 41, worked out here from the percentage) 95% interval 30% to 59% "
        "Lowest of its standard: drives the rating Source of Assessment, Doncaster"
    )
    assert leeds == "Inspected, report not held here"
    assert table.caption == "Key questions: keeping other people safe"
    assert "chance" not in table.note


def test_under_ten_cases_the_count_stands_for_the_percentage():
    row = question((44, 41), (63, 8))
    few = replace(row, cells=(row.cells[0], replace(row.cells[1], numerator=5)))
    ((_, (_, leeds, together)),) = cells(ComparedQuestions(replace(PAIR, questions=(few,)), Strand.SAFETY)).items()
    assert leeds.startswith("5 of 8")
    assert "63" not in leeds
    assert "interval" not in leeds
    assert together == "Too few cases to compare"


def test_difference_of_two_is_a_column_and_chance_is_mentioned():
    table = ComparedQuestions(replace(PAIR, questions=(question((37, 41), (80, 41)),)), Strand.SAFETY)
    assert heads(table)[-1] == "Together, calculated here"
    ((_, (*_, together)),) = cells(table).items()
    assert together.startswith("About 43 percentage points higher in Leeds (95% interval")
    assert table.note.endswith("Of many differences, one or two can be due to chance.")


def test_spread_of_three_speaks_of_no_difference():
    three = comparison(compared(), compared(LEEDS), compared(YORK), questions=(question((37, 41), (80, 41), (50, 40)),))
    table = ComparedQuestions(three, Strand.SAFETY)
    ((_, (*_, together)),) = cells(table).items()
    assert together == (
        "From 37% to 80%, of 40 to 41 inspected cases each, in the 3 PDUs with a percentage held here, too few cases "
        "to rank"
    )
    assert "chance" not in table.note


def test_only_the_questions_of_a_strand_and_those_of_none_apart():
    both = replace(PAIR, questions=(question((44, 41), (50, 40)), question((60, 41), (50, 40), strand=None)))
    assert len(cells(ComparedQuestions(both, Strand.SAFETY))) == 1
    assert len(cells(ComparedQuestions(both, Strand.ENGAGEMENT))) == 0
    other = ComparedQuestions(both, None)
    assert (len(cells(other)), other.caption, other.prefix) == (1, "Other key questions", "questions-other-")


def test_question_in_other_words_stands_in_its_own_cell():
    row = question((44, 41), (50, 40))
    apart = replace(row, cells=(row.cells[0], replace(row.cells[1], text="Are other people kept safe?")))
    ((label, (doncaster, leeds, *_)),) = cells(
        ComparedQuestions(replace(PAIR, questions=(apart,)), Strand.SAFETY)
    ).items()
    assert label == "Assessment"
    assert "“Does assessment focus sufficiently on keeping other people safe?”" in doncaster
    assert "“Are other people kept safe?”" in leeds


# --- Measures


def test_measure_has_every_value_with_group_date_base_and_what_its_own_report_sets_beside_it():
    held = measured(38, average(32), base="the caseload, approximately 1,500", cohort="officers", as_of_words="in May")
    row = measure((held, measured(40, base="")), missing())
    ((label, (doncaster, leeds)),) = cells(ComparedMeasures(replace(PAIR, measures=(row,)))).items()
    assert label == "High or very high risk of serious harm This is context, not performance."
    assert doncaster.startswith("38% Of the caseload (approximately 1,500). Officers. In May.")
    assert "Published regional average 32%, in the report on Doncaster" in doncaster
    assert "40% Base not stated." in doncaster
    assert leeds == "Inspected, report not held here"


def test_sample_has_its_interval_and_two_their_difference():
    row = measure(sampled(37), sampled(80, unit=LEEDS))
    ((_, (doncaster, _, together)),) = cells(ComparedMeasures(replace(PAIR, measures=(row,)))).items()
    assert "95% Wilson interval, calculated here, treating the cases as a random sample" in doncaster
    assert together.startswith("About 43 percentage points higher in Leeds")


def test_links_name_the_unit_they_are_of():
    row = measure(measured(38, average(32)), measured(29, average(31), unit=LEEDS))
    said = [link.text for link in links(ComparedMeasures(replace(PAIR, measures=(row,))))]
    assert len(said) == len(set(said)) == 4


# --- Recommendations and strengths


def test_recommendations_stand_under_each_of_their_themes_and_those_without_at_the_end():
    doncaster = compared(recommendations=(recommended(1, "Training", "Staffing"), recommended(2)))
    leeds = compared(LEEDS, recommendations=(recommended(5, "Staffing", unit=LEEDS),))
    found = cells(ComparedRecommendations(comparison(doncaster, leeds, recurring=("Staffing", "Training"))))
    assert list(found) == ["Number of recommendations", "Staffing", "Training", "No theme assigned here"]
    assert found["Number of recommendations"] == ["2, counted here", "1, counted here"]
    assert found["Staffing"] == [
        "Do thing 1. Source of recommendation 1, Doncaster",
        "Do thing 5. Source of recommendation 5, Leeds",
    ]
    assert found["Training"][1] == "None with this theme"
    assert found["No theme assigned here"][0].startswith("Do thing 2.")
    assert found["No theme assigned here"][1] == "None: all have a theme"


def test_themes_are_said_to_be_ours():
    assert "ours, not the inspectorate's" in ComparedRecommendations(PAIR).note


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (
            not_held(recommendation_count=7, recommendation_count_source=SOURCE),
            "7, their text is not held here Source of the number of recommendations, Leeds",
        ),
        (not_held(), "Inspected, report not held here"),
    ],
)
def test_number_of_recommendations_whose_text_is_not_held(unit, words):
    found = cells(ComparedRecommendations(comparison(compared(), unit)))
    assert found == {"Number of recommendations": ["None held here of the report", words]}


def test_strengths_stand_by_standard_and_then_by_section():
    strengths = (strong("Leaders listen."), strong("It went well.", theme="", area="outcomes"), strong("They plan."))
    found = cells(ComparedStrengths(comparison(compared(strengths=strengths), not_held(), compared(YORK))))
    assert list(found) == ["Leadership", "Outcomes"]
    doncaster, leeds, york = found["Leadership"]
    assert "Leaders listen." in doncaster
    assert "They plan." in doncaster
    assert leeds == "Inspected, report not held here"
    assert york == "No strength listed in the report"
    assert "It went well." in found["Outcomes"][0]


def test_strength_under_a_standard_that_another_framework_has_not():
    cells_of_nine = {
        "leadership": RatingCell(rating=Rating.GOOD, source=SOURCE),
        "court-work": RatingCell(rating=Rating.GOOD, source=SOURCE),
    }
    older = compared(
        LEEDS, edition=edition("2022-23", NINE), standards=cells_of_nine, strengths=(strong("Good.", "court-work"),)
    )
    found = cells(ComparedStrengths(comparison(compared(), older)))
    assert found["Court work"][0] == "Inspected by a framework without this standard"
