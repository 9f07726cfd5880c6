from decimal import Decimal

import pytest

from inspections.importing.reading.figures import find_figures


def figures(text: str, *, has_speech: bool = False):
    found = find_figures(text, has_speech=has_speech)
    return [(float(figure.value), figure.unit, figure.numerator, figure.denominator) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the table of docs/report-json.md
        ("62 per cent of cases", [(62, "%", None, None)]),
        ("Thirty-eight per cent of the caseload", [(38, "%", None, None)]),
        ("Does it? 62%", [(62, "%", None, None)]),
        ("in 17 out of 39 relevant cases", [(17, "of", 17, 39)]),
        ("in five of the eight inspected cases", [(5, "of", 5, 8)]),
        ("Twelve of the 41 cases we inspected", [(12, "of", 12, 41)]),
        ("in 34 (83 per cent) of the inspected cases", [(83, "%", 34, None)]),
        ("eight (20 per cent) had been charged", [(20, "%", 8, None)]),
        ("Ninety-four per cent of people surveyed (61 out of 65) agreed", [(94, "%", 61, 65)]),
        ("in only just over half (51 per cent) of cases", [(51, "%", None, None)]),
        ("37 interviews and four prisons", [(37, "count", None, None), (4, "count", None, None)]),
        ("in a small number of cases (nine)", [(9, "count", None, None)]),
        ("a population of 308,000.", [(308000, "count", None, None)]),
        ("covers 219 square miles", [(219, "square miles", None, None)]),
        ("POs (7.8 full-time equivalent)", [(7.8, "full-time equivalent", None, None)]),
        ("over two weeks", [(2, "weeks", None, None)]),
        ("less than three years' experience", [(3, "years", None, None)]),
        # more of the same
        ("during two separate weeks", [(2, "weeks", None, None)]),
        ("19 of 40 cases (48 per cent)", [(48, "%", 19, 40)]),
        ("34 of the inspected cases (83%)", [(83, "%", 34, None)]),
        ("48 per cent (19) of cases", [(48, "%", 19, None)]),
        ("None of the 12 cases", [(0, "of", 0, 12)]),
        ("between 30 and 40 per cent", [(30, "%", None, None), (40, "%", None, None)]),
        ("for 10–12 weeks", [(10, "count", None, None), (12, "weeks", None, None)]),
        ("six to nine months", [(6, "months", None, None), (9, "months", None, None)]),
        ("a fund of £1.2 million", [(1200000, "£", None, None)]),
        ("1.2 million people", [(1200000, "count", None, None)]),
        ("a rise of 6 percentage points", [(6, "percentage points", None, None)]),
        ("-5 per cent", [(-5, "%", None, None)]),
        ("a caseload of 2000 people", [(2000, "count", None, None)]),
        ("43 per cent and 28 out of 65", [(43, "%", None, None), (28, "of", 28, 65)]),
        ("40 per cent were men, and 43 per cent (28 out of 65) agreed", [(40, "%", None, None), (43, "%", 28, 65)]),
        # one, where it counts
        ("There is one approved premises", [(1, "count", None, None)]),
        ("one of the 41 cases", [(1, "of", 1, 41)]),
        ("in only one case", [(1, "count", None, None)]),
        ("thirty-one per cent", [(31, "%", None, None)]),
        ("one hundred cases", [(100, "count", None, None)]),
        ("a very small increase (one)", [(1, "count", None, None)]),
    ],
)
def test_figures(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "beginning on 08 July 2024, between 11 December and 17 December 2023, and since April 2022",
        "on 3 and 4 May, from 5 to 9 June, on 1st March 2024 and on 12/03/2024",
        "until 2026, in 2023/24 and 2023-24, earlier in 2024",
        "people aged 18 to 25, aged 50 and over, 18 to 25 year olds and 16-17-year-olds",
        "all domain two standards, CAS3, MAPPA level 2 and 3, phase one, Annexe one, P 1.2",
        "the second inspection, the final third, two-thirds, three quarters, half and a quarter of cases",
        "one-to-one sessions, one to one support, a 12-week course and a 24-hour line",
        "One example was a rolling campaign; one of the ways, the one that, no one, one another",
        "ISBN 978-1-916621-55-8, www.example.org/2024/12, 0161 240 5336, M3 3FX, at 9am, 24/7",
        "one in five people",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


def test_a_figure_stands_where_its_words_stand():
    (figure,) = find_figures("Of these, 34 (83 per cent) were so.")
    assert "Of these, 34 (83 per cent) were so."[figure.start : figure.end] == "34 (83 per cent)"
    assert figure.value == Decimal(83)


def test_words_of_people_on_probation_never_stand_alone_as_a_number():
    assert figures('He said "I waited five weeks" and 12 agreed', has_speech=True) == [(12, "count", None, None)]
