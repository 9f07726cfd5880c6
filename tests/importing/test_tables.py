"""The ratings table and the key-question tables, in the shapes that columns leave them in."""

from decimal import Decimal

import pytest

from inspections.importing.extract import extract
from inspections.importing.parsed import ProblemType
from inspections.importing.reading.joining import join_parts
from inspections.importing.reading.key_questions import read_questions
from inspections.importing.reading.ratings_table import read_ratings_table, rows_apart
from inspections.importing.reading.sections import outline
from inspections.ratings import Rating
from inspections.rows import ProblemLevel


def table(*rows: str):
    section = outline(extract("\n".join(("Ratings", "", *rows)).encode())).sections[-1]
    section.blocks = rows_apart(section.blocks)
    return read_ratings_table(section)


def test_a_whole_table():
    read = table(
        "| Fieldwork started June 2024 | Score | 14/21 |",
        "|---|---|---|",
        "| Overall rating | Good | |",
        "| 1. | Organisational arrangements and activity | |",
        "| P 1.1 | Leadership | Outstanding |",
        "| P 2.3 | Implementation and delivery | Requires improvement |",
    )
    assert read.overall_rating is not None
    assert read.overall_rating.value is Rating.GOOD
    assert read.score is not None
    assert read.max_score is not None
    assert (read.score.value, read.max_score.value) == (14, 21)
    assert read.work_started is not None
    assert read.work_started.label == "Fieldwork started"
    standards = [(s.code, s.name, s.domain, s.rating.value if s.rating else None) for s in read.standards]
    assert standards == [
        ("P 1.1", "Leadership", 1, Rating.OUTSTANDING),
        ("P 2.3", "Implementation and delivery", 2, Rating.REQUIRES_IMPROVEMENT),
    ]
    assert read.problems == []


@pytest.mark.parametrize(
    "row", ["| Overa | ll rating | Inadequate | |", "Overall rating Inadequate", "| Overall rating: | Inad | equate |"]
)
def test_columns_break_words(row):
    read = table(row, "P 1.1 Leadership Good")
    assert read.overall_rating is not None
    assert read.overall_rating.value is Rating.INADEQUATE


@pytest.mark.parametrize("row", ["| | ork started June 2024 | Score | 3/21 |", "ork started June 2024 Score 3/21"])
def test_a_label_that_lost_its_beginning_is_noted(row):
    read = table(row, "P 1.1 Leadership Good")
    assert read.work_started is not None
    assert read.work_started.label == "ork started"
    assert [(problem.type, problem.level, problem.text) for problem in read.problems] == [
        (ProblemType.LABEL_CUT_OFF, ProblemLevel.NOTE, "ork started")
    ]


def test_a_rating_that_is_not_known_must_be_fixed():
    read = table("| P 1.1 | Leadership | Excellent |")
    assert [(standard.name, standard.rating) for standard in read.standards] == [("Leadership", None)]
    assert [problem.level for problem in read.problems] == [ProblemLevel.MUST_FIX]


def test_a_row_that_is_not_understood_is_named():
    read = table("| P 1.1 | Leadership | Good |", "| Something | else |")
    assert [(problem.type, problem.line) for problem in read.problems] == [(ProblemType.ROW_NOT_READ, 4)]


def questions(*rows: str):
    section = outline(extract("\n".join(("P 2.1. Assessment", "", *rows)).encode())).sections[-1]
    join_parts(section)
    read, problems = read_questions(section, section.blocks)
    return [(question.number, question.text, question.percentage) for question in read], problems


SAFE = "Does it focus on keeping other people safe?"


@pytest.mark.parametrize(
    "rows",
    [
        (f"| {SAFE} | 37% |",),
        (f"| {SAFE} | 37 % | |",),
        ("| Does it focus on keeping | |", "| other people safe? | 37% |"),
        ("| Does it focus on keeping | 37% |", "| other people safe? | |"),
        (f"| {SAFE} | |", "| | 37% |"),
        (f"{SAFE} 37%",),
    ],
)
def test_key_questions_in_many_shapes(rows):
    assert questions("| Key question | Percentage 'Yes' |", "|---|---|", *rows) == ([(1, SAFE, Decimal(37))], ())


def test_a_question_without_a_percentage_is_kept():
    read, _ = questions(f"| {SAFE} | |", "| Does it support desistance? | 40% |")
    assert read == [(1, SAFE, None), (2, "Does it support desistance?", Decimal(40))]


def test_other_rows_are_named():
    read, (problem,) = questions("| Staff | 40 |", f"| {SAFE} | 40% |")
    assert len(read) == 1
    assert problem.type is ProblemType.ROW_NOT_READ
