"""From what is sent with a form to an answer: strict, and with a line that says what is expected."""

import pytest

from inspections.importing.answers import Ask, NotAnAnswer, Option, Typed, in_words, said
from inspections.importing.answers.typed import READERS
from tests.importing.test_answers import TEXT, read

REPORT = read(TEXT)
ASK = Ask(
    confirm="Right",
    options=(Option(value="keep", words="Keep it"), Option(value="unit Ashby", words="Ashby", group="Southern Downs")),
    typed=(Typed(verb="percentage", label="The percentage"),),
)
DATED = Ask(typed=(Typed(verb="published", label="Published", has_line=True),))


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({}, None),
        ({"percentage": "  "}, None),
        ({"do": "confirm"}, ""),
        ({"do": "keep"}, "keep"),
        ({"do": "choose", "choose": "unit Ashby"}, "unit Ashby"),
        ({"choose": "unit Ashby"}, "unit Ashby"),
        ({"do": "percentage", "percentage": "41 %"}, "percentage 41"),
        ({"percentage": "41"}, "percentage 41"),
        ({"do": "confirm", "percentage": "41"}, ""),
    ],
)
def test_what_is_meant(fields, answer):
    assert said(ASK, fields, REPORT) == answer


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "unit Elsewhere"},
        {"do": "choose"},
        {"do": "choose", "choose": "leave-out"},
        {"do": "percentage"},
        {"do": "percentage", "percentage": "101"},
        {"do": "rating", "rating": "Good"},
    ],
)
def test_what_is_no_answer(fields):
    with pytest.raises(NotAnAnswer) as refused:
        said(ASK, fields, REPORT)
    assert "\n" not in str(refused.value)


def test_what_must_be_fixed_is_not_confirmed():
    with pytest.raises(NotAnAnswer):
        said(DATED, {"do": "confirm"}, REPORT)


def test_a_value_the_report_did_not_give_needs_its_line():
    assert said(DATED, {"published": "May 2025", "published-line": "8"}, REPORT) == "published 2025-05 at line 8"
    for line in ("", "x", "99999", "-1"):
        with pytest.raises(NotAnAnswer, match="line"):
            said(DATED, {"published": "May 2025", "published-line": line}, REPORT)


@pytest.mark.parametrize(
    ("verb", "typed", "kept"),
    [
        ("percentage", "41", "41"),
        ("percentage", "0", "0"),
        ("percentage", "100%", "100"),
        ("percentage", "41.50 per cent", "41.5"),
        ("score", "3/21", "3/21"),
        ("score", "3 out of 21", "3/21"),
        ("score", "0 / 27", "0/27"),
        ("published", "8 July 2024", "2024-07-08"),
        ("published", "July 2024", "2024-07"),
        ("published", "2024", "2024"),
        ("published", "2024-07-08", "2024-07-08"),
        ("number", "3", "3"),
        ("cases", "1,204", "1204"),
    ],
)
def test_what_is_typed_is_kept_in_one_form(verb, typed, kept):
    assert READERS[verb](typed) == kept
    assert in_words(f"{verb} {kept}").endswith("entered by staff")


@pytest.mark.parametrize(
    ("verb", "typed"),
    [
        *(("percentage", text) for text in ("140", "-1", "NaN", "Infinity", "1e9", "41.123", "forty", "٤١٪x")),
        *(("score", text) for text in ("22/21", "3", "3/0", "-3/21", "a/b", "3/21/27")),
        *(("published", text) for text in ("31 February 2024", "2024-13", "next year", "12", "2024-02-31")),
        *(("number", text) for text in ("0", "-2", "2.5", "two", "99999999999")),
    ],
)
def test_what_can_not_be_is_refused_in_one_line(verb, typed):
    with pytest.raises(NotAnAnswer) as refused:
        READERS[verb](typed)
    assert "\n" not in str(refused.value)
