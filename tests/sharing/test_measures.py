"""Measures in a file: a line for each comparator, numbers as published, and why there is none."""

from dataclasses import replace

import pytest

from inspections import wording
from inspections.rows import Absence
from inspections.sharing.measures import exported_measures
from tests.example_rows import CASELOAD, LEEDS, OVERSIGHT, REGION, average, day, measured, missing, sampled, surveyed
from tests.sharing.example_exports import EDITION, ELSEWHERE, REPORT, SITE


def exported(*rows, note=""):
    return list(exported_measures(rows, region=REGION, round_label="2024", site=SITE, note=note))


def test_value_has_its_measure_base_source_and_direction():
    row = measured(38, base="the caseload, approximately 1,500", edition=EDITION, cohort="officers", as_of=day(2024, 4))
    (line,) = exported(row)
    assert (line.measure_id, line.measure, line.unit) == ("high-risk", "High or very high risk of serious harm", "%")
    assert (line.value, line.base) == ("38", "the caseload, approximately 1,500")
    assert line.group == "officers, 1 April 2024"
    assert line.source == f"{SITE}/sources/doncaster-2024-caseload/"
    assert line.note == "context, not performance"
    assert (line.n, line.count, line.count_origin, line.interval_lower, line.comparator) == ("", "", "", "", "")


def test_subject_is_of_the_edition_of_the_value():
    (line,) = exported_measures([measured(38, edition=EDITION)], region=ELSEWHERE, round_label="1999", site=SITE)
    assert (line.region, line.round, line.framework, line.data_version) == (REGION.name, "2024", "Seven standards", "3")


def test_every_comparator_is_a_line_with_its_kind_and_its_own_source():
    first, second = exported(measured(38, average(32), average(30, "national average as published")))
    assert (first.comparator, first.comparator_kind) == ("32", "published regional average")
    assert (second.comparator, second.comparator_kind) == ("30", "published national average")
    assert (first.value, second.value) == ("38", "38")
    assert first.comparator_source == f"{SITE}/sources/doncaster-2024-caseload/"


@pytest.mark.parametrize(("value", "text"), [("0", "0"), ("7.80", "7.80"), ("1500", "1500"), ("0.5", "0.5")])
def test_value_is_plain_digits_as_held(value, text):
    (line,) = exported(measured(value, measure=CASELOAD))
    assert line.value == text


def test_what_is_not_held_is_empty_and_says_why():
    (line,) = exported(missing(Absence.NOT_IN_REPORT))
    assert (line.value, line.pdu, line.round, line.framework, line.source) == ("", LEEDS.name, "2024", "", "")
    assert line.note == "held, but the report gives no such figure; context, not performance"


def test_share_of_cases_has_count_interval_and_what_the_interval_is():
    (line,) = exported(sampled(44))
    assert (line.n, line.count, line.count_origin) == ("41", "18", "inferred here")
    assert (line.interval_lower, line.interval_upper) == ("29.9", "59.0")
    assert line.note == f"{wording.INTERVAL}; higher is better"


def test_share_of_those_who_answered_has_no_interval_and_says_why():
    (line,) = exported(surveyed(86, numerator=56))
    assert (line.n, line.count, line.interval_lower) == ("65", "56", "")
    assert line.note == f"{wording.NO_SAMPLE}; higher is better"


def test_published_count_is_published():
    (line,) = exported(sampled(44, numerator=18))
    assert line.count_origin == "as published"


def test_under_ten_cases_there_is_no_interval_and_the_note_says_so():
    (line,) = exported(sampled(63, n=8, numerator=5))
    assert (line.value, line.n, line.count, line.interval_lower) == ("63", "8", "5", "")
    assert line.note == f"{wording.FEW_CASES}; higher is better"


def test_missing_value_of_a_few_cases_needs_no_such_note():
    (line,) = exported(missing(measure=OVERSIGHT))
    assert wording.FEW_CASES not in line.note


def test_qualifier_and_note_of_the_page_come_first():
    (line,) = exported(measured(1500, measure=CASELOAD, qualifier="approximately"), note="38% in Doncaster")
    assert line.note == "38% in Doncaster; approximately; context, not performance"


def test_place_in_the_document_is_the_one_of_the_value():
    (line,) = exported(replace(measured(38), source=REPORT))
    assert (line.page, line.line, line.quote) == ("7", "312", REPORT.quote)
