"""What the chart of an inspection's key questions says."""

from dataclasses import replace

import pytest

from inspections.charts.chart import NoRowsError
from inspections.charts.key_questions import key_questions
from inspections.rows import Strand
from tests.charts.examples import CHARTS
from tests.example_rows import DONCASTER, asked, key_question_rows

TWELVE = CHARTS["key questions"]


def test_twelve_questions_in_the_order_of_the_report_by_standard():
    assert [group.heading for group in TWELVE.groups] == [
        "Assessment",
        "Planning",
        "Implementation and delivery",
        "Reviewing",
    ]
    assert [int(mark.value) for mark in TWELVE.marks] == [59, 78, 37, 41, 68, 59, 49, 41, 27, 44, 44, 44]
    assert {tuple(mark.label for mark in group.marks) for group in TWELVE.groups} == {
        ("Engagement", "Desistance", "Keeping other people safe")
    }


def test_percentages_run_from_nought_to_a_hundred():
    assert TWELVE.axis.maximum == 100


def test_each_has_its_count_and_interval():
    assert [mark.detail for mark in TWELVE.groups[3].marks] == ["18 of 41 (inferred), 95% interval 30% to 59%"] * 3
    assert all(mark.interval for mark in TWELVE.marks)


def test_the_question_that_drives_each_rating_is_marked_in_words():
    marked = [
        (group.heading, mark.label, mark.remark) for group in TWELVE.groups for mark in group.marks if mark.remark
    ]

    assert marked == [
        ("Assessment", "Keeping other people safe", "lowest of its standard: drives the rating"),
        ("Planning", "Engagement", "lowest of its standard: drives the rating"),
        ("Implementation and delivery", "Keeping other people safe", "lowest of its standard: drives the rating"),
        ("Reviewing", "Engagement", "equal lowest of its standard: drives the rating"),
        ("Reviewing", "Desistance", "equal lowest of its standard: drives the rating"),
        ("Reviewing", "Keeping other people safe", "equal lowest of its standard: drives the rating"),
    ]


def test_words_round_the_figure():
    assert TWELVE.subtitle == (
        "Share of inspected cases judged satisfactory on each key question (%). Doncaster, inspected from 8 July 2024. "
        "In the order of the report. Higher is better."
    )
    assert TWELVE.source_text == (
        "the inspectorate's report on Doncaster, HM Inspectorate of Probation, inspected from 8 July 2024"
    )
    assert [note.split(" ", 3)[:3] for note in TWELVE.notes] == [
        ["A", "key", "question"],
        ["Thin", "lines", "are"],
        ["Counts", "marked", "“inferred”"],
    ]


def test_one_standard_has_an_address_of_its_own():
    assert CHARTS["key questions of one standard"].id == "key-questions-doncaster-assessment"
    assert TWELVE.id == "key-questions-doncaster"


def test_fewer_than_ten_cases_are_a_count_without_a_bar():
    chart = key_questions(
        [asked(63, numerator=5, denominator=8, numerator_is_inferred=False), asked(44, strand=Strand.DESISTANCE)],
        unit=DONCASTER,
    )
    few, unknown = chart.marks

    assert (few.value, few.value_label, few.interval) == (None, "5 of 8", None)
    assert few.detail == "too few cases for a percentage"
    assert unknown.detail == "of 41 inspected cases, 95% interval 30% to 59%"


def test_a_percentage_that_is_not_held_is_words():
    chart = key_questions([asked(None, denominator=None)], unit=DONCASTER)
    (mark,) = chart.marks

    assert (mark.value, mark.words) == (None, "Keeping other people safe: not held here")
    assert chart.finding == "Key questions: no percentages held here for Doncaster"


def test_a_published_count_is_not_called_inferred():
    rows = [asked(44, numerator=18, numerator_is_inferred=False)]
    chart = key_questions(rows, unit=DONCASTER)

    assert next(chart.marks).detail == "18 of 41, 95% interval 30% to 59%"
    assert not any("inferred" in note for note in chart.notes)


def test_no_rows_are_refused():
    with pytest.raises(NoRowsError):
        key_questions([], unit=DONCASTER)


def test_a_question_that_is_not_known_to_be_the_lowest_is_not_called_so():
    lone = replace(key_question_rows()[2], lowest=None)

    assert next(key_questions([lone], unit=DONCASTER).marks).remark == ""
