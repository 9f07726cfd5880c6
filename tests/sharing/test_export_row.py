"""The columns of a file: their names, and what stands in each where it is held and where it is not."""

from dataclasses import replace

import pytest

from inspections.comparison import Interval
from inspections.rows import Precision, Sourced
from inspections.sharing.export_row import (
    headers,
    iso_date,
    noted,
    of_cases,
    of_edition,
    of_place,
    of_source,
    of_subject,
    whole,
)
from tests.example_rows import DONCASTER, REGION, day
from tests.sharing.example_exports import EDITION, ELSEWHERE, PRESS, REPORT, SITE


def test_headers_are_the_words_of_a_reader_in_their_order():
    assert headers() == [
        *("region code", "region", "PDU code", "PDU", "round", "measure id", "measure", "group"),
        *("value", "unit", "base", "n", "count", "count origin", "interval lower", "interval upper"),
        *("comparator", "comparator kind", "comparator source", "framework", "inspected date", "origin"),
        *("source link", "source title", "source URL", "page", "line", "quote", "corrected here in release"),
        *("data version", "note"),
    ]


def test_place_has_codes_beside_names():
    assert of_place(DONCASTER, REGION) == {
        "region_code": "yorkshire-and-the-humber",
        "region": "Yorkshire and the Humber",
        "pdu_code": "doncaster",
        "pdu": "Doncaster",
    }


def test_edition_has_framework_date_and_version_of_the_data():
    assert of_edition(EDITION) == {"framework": "Seven standards", "inspected": "2024-07-08", "data_version": "3"}
    assert of_edition(None) == {}


def test_subject_is_of_its_edition_and_where_none_is_held_of_the_page():
    held = of_subject(DONCASTER, EDITION, region=ELSEWHERE, round_label="1999")
    assert (held["region"], held["round"], held["data_version"]) == (REGION.name, "2024", "3")
    assert of_subject(DONCASTER, None, region=REGION, round_label="2024") == {
        **of_place(DONCASTER, REGION),
        "round": "2024",
    }


def test_source_has_our_page_the_document_the_place_and_the_words():
    assert of_source(REPORT, SITE) == {
        "origin": "the inspectorate's report",
        "source": "https://findings.example/sources/doncaster-2024-caseload/",
        "source_title": "An inspection of probation services in Doncaster",
        "source_url": "https://report.example/doncaster",
        "page": "7",
        "line": "312",
        "quote": "The caseload was approximately 1,500.",
        "corrected_in": "",
    }
    assert of_source(replace(REPORT, corrected_in=4), SITE)["corrected_in"] == "4"


def test_press_is_named_and_never_quoted():
    said = of_source(PRESS, SITE)
    assert said["origin"] == "a press report, not the inspectorate"
    assert said["source_url"] == "https://press.example/leeds"
    assert (said["quote"], said["page"], said["line"]) == ("", "", "")


def test_without_a_source_nothing_is_said_of_it():
    assert of_source(None, SITE) == {}


def test_first_page_of_a_document_without_an_address():
    said = of_source(Sourced(key="x", page=0, line=0), SITE)
    assert (said["page"], said["line"], said["source_url"], said["source_title"]) == ("0", "0", "", "")


def test_cases_have_the_limits_of_the_interval_as_plain_numbers():
    interval = Interval(lower=29.89, upper=59.0)
    assert of_cases(n=41, count=18, is_inferred=True, interval=interval) == {
        "n": "41",
        "count": "18",
        "count_origin": "inferred here",
        "interval_lower": "29.9",
        "interval_upper": "59.0",
    }


def test_limits_below_zero_and_at_zero_are_numbers_too():
    said = of_cases(n=41, count=0, is_inferred=False, interval=Interval(lower=-3.04, upper=0.0))
    assert (said["interval_lower"], said["interval_upper"]) == ("-3.0", "0.0")
    assert (said["count"], said["count_origin"]) == ("0", "as published")


def test_what_is_not_known_of_the_cases_is_empty():
    said = of_cases(n=None, count=None, is_inferred=False, interval=None)
    assert set(said.values()) == {""}


@pytest.mark.parametrize(("number", "text"), [(None, ""), (0, "0"), (1500, "1500")])
def test_nought_is_a_number_and_nothing_is_nothing(number, text):
    assert whole(number) == text


def test_notes_leave_out_what_is_empty():
    assert noted("", "first", "", "second") == "first; second"
    assert noted("", "") == ""


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (None, ""),
        (day(2024, 7, 8), "2024-07-08"),
        (day(2024, 7, precision=Precision.MONTH), "2024-07"),
        (day(2024, precision=Precision.YEAR), "2024"),
    ],
)
def test_date_is_no_more_exact_than_it_is_known(date, text):
    assert iso_date(date) == text
