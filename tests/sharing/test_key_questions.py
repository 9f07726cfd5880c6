"""Key questions in a file: percentage, count and interval, what drives the rating, and why there is none."""

from dataclasses import replace

import pytest

from inspections import wording
from inspections.rows import Absence, Lowest
from inspections.sharing.key_questions import exported_questions
from tests.example_rows import DONCASTER, REGION, asked
from tests.sharing.example_exports import EDITION, ELSEWHERE, SITE


def exported(*rows):
    return list(exported_questions(rows, region=REGION, round_label="2024", site=SITE))


def test_result_has_its_question_its_strand_and_its_cases():
    (line,) = exported(asked(44, numerator=18, unit=DONCASTER, edition=EDITION))
    assert (line.measure_id, line.group) == ("assessment-q3", "keeping other people safe")
    assert line.measure == "Assessment: Does assessment focus sufficiently on keeping other people safe?"
    assert (line.value, line.unit, line.base) == ("44", "%", "inspected cases")
    assert (line.n, line.count, line.count_origin) == ("41", "18", "inferred here")
    assert (line.interval_lower, line.interval_upper) == ("29.9", "59.0")
    assert line.note == wording.INTERVAL


def test_subject_is_of_the_edition_of_the_result():
    row = asked(44, unit=DONCASTER, edition=EDITION)
    (line,) = exported_questions([row], region=ELSEWHERE, round_label="1999", site=SITE)
    assert (line.region, line.round, line.inspected) == (REGION.name, "2024", "2024-07-08")


def test_lowest_of_its_standard_is_marked():
    (line,) = exported(asked(44, lowest=Lowest.ALONE, unit=DONCASTER))
    assert line.note == f"lowest of its standard: drives the rating; {wording.INTERVAL}"


@pytest.mark.parametrize(("is_inferred", "words"), [(True, "inferred here"), (False, "as published")])
def test_count_says_whose_it_is(is_inferred, words):
    (line,) = exported(asked(44, numerator=18, numerator_is_inferred=is_inferred, unit=DONCASTER))
    assert line.count_origin == words


def test_nought_per_cent_of_nought_is_a_number():
    (line,) = exported(asked(0, numerator=0, unit=DONCASTER))
    assert (line.value, line.count, line.interval_lower) == ("0", "0", "0.0")


def test_under_ten_cases_there_is_no_interval_and_the_note_says_so():
    (line,) = exported(asked(63, numerator=5, denominator=8, unit=DONCASTER))
    assert (line.value, line.n, line.count, line.interval_lower) == ("63", "8", "5", "")
    assert line.note == wording.FEW_CASES


def test_number_of_cases_that_is_not_known_is_empty():
    (line,) = exported(asked(44, denominator=None, unit=DONCASTER))
    assert (line.value, line.n, line.count, line.count_origin, line.interval_upper) == ("44", "", "", "", "")
    assert line.note == ""


@pytest.mark.parametrize(
    ("why", "words"), [(Absence.REPORT_NOT_HELD, "inspected, report not held here"), (None, "not held here")]
)
def test_what_is_not_held_is_empty_and_says_why(why, words):
    row = asked(None, numerator=3, denominator=8, absence=why, unit=DONCASTER, source=None)
    (line,) = exported(row)
    assert (line.value, line.count, line.count_origin, line.source) == ("", "", "", "")
    assert line.note == words


def test_question_on_no_strand_is_named_by_its_number():
    (line,) = exported(replace(asked(44, unit=DONCASTER), strand=None))
    assert line.group == "question 3"


def test_row_of_no_delivery_unit_is_left_out():
    assert exported(asked(44)) == []
