"""Every branch of every sentence, with the words a reader would see."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections import wording
from inspections.comparison.intervals import wilson_interval
from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    Direction,
    FileForm,
    InspectionRow,
    Lowest,
    Origin,
    Precision,
    RatingCell,
    RoundRatings,
    Sourced,
    Strand,
)
from inspections.wording.measures import noun_of
from tests.example_rows import (
    CASELOAD,
    DONCASTER,
    HIGH_RISK,
    LEEDS,
    OVERSIGHT,
    VACANCIES,
    YORK,
    asked,
    average,
    day,
    key_question_rows,
    measured,
    missing,
    sampled,
    surveyed,
)

# --- Words and numbers


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(items, words):
    assert wording.listed(items) == words


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "words"),
    [
        ("38", "%", "", "38%"),
        ("38.0000", "%", "", "38%"),
        ("0", "%", "", "0%"),
        ("100", "%", "", "100%"),
        ("1500", "count", "approximately", "approximately 1,500"),
        ("308000", "", "", "308,000"),
        ("7.8", "full-time equivalent", "", "7.8 full-time equivalent"),
        ("5", "%", "less than", "less than 5%"),
        ("219", "square miles", "", "219 square miles"),
    ],
)
def test_value_with_unit(value, unit, qualifier, words):
    assert wording.value_with_unit(Decimal(value), unit, qualifier=qualifier) == words


def test_count_of():
    assert wording.count_of(5, 8) == "5 of 8"


@pytest.mark.parametrize(
    ("precision", "words"),
    [(Precision.DAY, "8 July 2024"), (Precision.MONTH, "July 2024"), (Precision.YEAR, "2024")],
)
def test_a_date_says_no_more_than_is_known(precision, words):
    assert wording.precise_date(day(2024, 7, 8, precision)) == words


# --- What is held and what is not


@pytest.mark.parametrize("why", Absence)
def test_every_absence_has_a_sentence(why):
    assert wording.absence(why).endswith(".")
    assert wording.absence_phrase(why) == why.value


def test_only_a_source_could_say_the_stronger_words():
    sentences = " ".join(wording.absence(why) for why in Absence).lower()

    assert "not inspected" not in sentences
    assert "first inspection" not in sentences


def test_an_unknown_reason_claims_none():
    assert wording.absence_phrase(None) == "not held here"


@pytest.mark.parametrize("source", Origin)
def test_every_origin_is_worded(source):
    assert wording.origin(source)


@pytest.mark.parametrize("meaning", Direction)
def test_every_direction_is_worded(meaning):
    assert wording.direction(meaning).endswith(".")


def test_rating():
    assert wording.rating(RatingCell(rating=Rating.INADEQUATE)) == "Inadequate"
    assert wording.rating(RatingCell(absence=Absence.REPORT_NOT_HELD)) == "inspected, report not held here"
    assert wording.rating(RatingCell()) == "not held here"


@pytest.mark.parametrize(
    ("points", "maximum", "words"),
    [(3, 21, "3 out of 21"), (0, 27, "0 out of 27"), (3, None, "3"), (None, 21, "not held here")],
)
def test_score(points, maximum, words):
    assert wording.score(points, maximum) == words


@pytest.mark.parametrize(
    ("base", "n", "words"),
    [
        ("inspected cases", 41, "of 41 inspected cases"),
        ("inspected cases", None, "of inspected cases"),
        ("the PDU's caseload, approximately 1,500", 1500, "of the PDU's caseload, approximately 1,500"),
        ("of the PDU's caseload", None, "of the PDU's caseload"),
        ("", 41, "of 41"),
        ("", None, ""),
    ],
)
def test_base_phrase(base, n, words):
    assert wording.base_phrase(base, n) == words


def test_interval_phrase():
    assert wording.interval_phrase(wilson_interval(18, 41)) == (
        "between 30% and 59%: 95% Wilson interval, calculated here, treating the cases as a random sample"
    )


# --- One measure


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            measured(38, average(32)),
            "38% of the PDU's caseload in Doncaster, against a published regional average of 32% "
            "(about 6 percentage points higher, calculated here)",
        ),
        (
            measured(31, average(32)),
            "31% of the PDU's caseload in Doncaster, against a published regional average of 32% "
            "(about 1 percentage point lower, calculated here)",
        ),
        (
            measured("32.0000", average(32)),
            "32% of the PDU's caseload in Doncaster, against a published regional average of 32% (the same, as "
            "rounded)",
        ),
        (measured(38), "38% of the PDU's caseload in Doncaster"),
        (
            measured(38, average(32), average(30, "national average as published")),
            "38% of the PDU's caseload in Doncaster, against a published regional average of 32% "
            "(about 6 percentage points higher, calculated here) and a published national average of 30% "
            "(about 8 percentage points higher, calculated here)",
        ),
        (
            measured(38, average(32, "Published regional average", as_of=day(2024, 3, precision=Precision.MONTH))),
            "38% of the PDU's caseload in Doncaster, against a published regional average (March 2024) of 32% "
            "(about 6 percentage points higher, calculated here)",
        ),
        (
            measured(38, average(32, "HMPPS average")),
            "38% of the PDU's caseload in Doncaster, against a published HMPPS average of 32% "
            "(about 6 percentage points higher, calculated here)",
        ),
        (
            measured(134, average(120, "another published figure"), as_of_words="at the time of the inspection"),
            "134% of the PDU's caseload in Doncaster (at the time of the inspection), against a published figure of "
            "120% "
            "(about 14 percentage points higher, calculated here)",
        ),
        (
            measured(1500, average(1200), measure=CASELOAD, qualifier="approximately"),
            "approximately 1,500 in Doncaster, against a published regional average of 1,200 "
            "(about 300 higher, calculated here)",
        ),
        (
            measured(900, average(1200), measure=CASELOAD),
            "900 in Doncaster, against a published regional average of 1,200 (300 lower, calculated here)",
        ),
        (
            measured(900, average(900), measure=CASELOAD),
            "900 in Doncaster, against a published regional average of 900 (the same)",
        ),
        (
            measured("7.8", average("5.2"), measure=VACANCIES),
            "7.8 full-time equivalent in Doncaster, against a published regional average of "
            "5.2 full-time equivalent (about 2.6 full-time equivalent higher, calculated here)",
        ),
        (
            measured(5, average(32), qualifier="less than"),
            "less than 5% of the PDU's caseload in Doncaster, against a published regional average of 32%",
        ),
        (
            measured(134, cohort="probation officers", as_of=day(2024, 4, precision=Precision.MONTH)),
            "134% of the PDU's caseload in Doncaster (probation officers, April 2024)",
        ),
        (
            missing(),
            "High or very high risk of serious harm: no figure held here for Leeds (inspected, report not held here)",
        ),
        (
            missing(None),
            "High or very high risk of serious harm: no figure held here for Leeds",
        ),
        (
            replace(measured(38), source=Sourced(key="x", origin=Origin.PRESS)),
            "38% of the PDU's caseload in Doncaster (from a press report, not the inspectorate)",
        ),
    ],
)
def test_comparison_sentence(row, sentence):
    assert wording.comparison_sentence(row) == sentence


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            sampled(44, average(50)),
            "44% of 41 inspected cases in Doncaster, against a published regional average of 50% "
            "(too few cases to tell them apart, calculated here)",
        ),
        (
            sampled(44, average(70)),
            "44% of 41 inspected cases in Doncaster, against a published regional average of 70% "
            "(about 26 percentage points lower, calculated here)",
        ),
        (
            sampled(63, average(50), n=8, numerator=5),
            "5 of 8 inspected cases in Doncaster, against a published regional average of 50% (too few cases to "
            "compare)",
        ),
        (sampled(63, n=8), "5 of 8 inspected cases in Doncaster"),
        (sampled(44, n=None), "44% of inspected cases (number not given) in Doncaster"),
        (
            sampled(44, average(50), n=None),
            "44% of inspected cases (number not given) in Doncaster, against a published regional average of 50%",
        ),
        (measured(7, measure=CASELOAD, base="relevant cases", n=39), "7 of 39 relevant cases in Doncaster"),
        (
            measured(38, base="the caseload, approximately 1,500", n=1500),
            "38% of the caseload (approximately 1,500) in Doncaster",
        ),
        (measured(38, base="the caseload", n=1500), "38% of the caseload (1,500) in Doncaster"),
        (measured(38, base=""), "38% (base not stated) in Doncaster"),
        (measured(38, base="", n=60), "38% of 60 cases or people in Doncaster"),
        (measured(38, base="those 40 who replied"), "38% of those 40 who replied in Doncaster"),
        # Of a survey nothing but the two figures
        (
            surveyed(86, average(70)),
            "86% of 65 people on probation surveyed by User Voice in Doncaster, against a published regional average "
            "of "
            "70%",
        ),
    ],
)
def test_comparison_sentence_of_a_case_sample(row, sentence):
    assert wording.comparison_sentence(row) == sentence


def test_a_sentence_that_stands_alone_names_its_measure_once():
    for row in (measured(38), missing()):
        words = wording.named(HIGH_RISK, wording.comparison_sentence(row))
        assert words.startswith("High or very high risk of serious harm: ")
        assert words.count(HIGH_RISK.name) == 1
    assert wording.named(CASELOAD, "From 5 to 9 in the 2 PDUs") == "Caseload: from 5 to 9 in the 2 PDUs"


def test_only_a_case_sample_has_an_interval():
    assert wording.measure_interval(sampled(44)) == wilson_interval(18, 41)
    assert wording.measure_interval(sampled(44, numerator=18)) == wilson_interval(18, 41)
    assert wording.measure_interval(sampled(45)) is None
    assert wording.measure_interval(sampled(63, n=8)) is None
    assert wording.measure_interval(sampled(44, n=None)) is None
    assert wording.measure_interval(measured(38, n=1500)) is None
    assert wording.measure_interval(measured(86, n=65, base="respondents")) is None
    assert wording.measure_interval(missing()) is None


def test_no_sentence_of_a_measure_judges():
    rows = [measured(value, average(32), measure=measure) for value in (38, 20) for measure in (HIGH_RISK, OVERSIGHT)]

    for row in rows:
        sentence = wording.comparison_sentence(row)
        assert "worse" not in sentence
        assert "better" not in sentence


def test_measure_value_of_what_is_missing_is_words():
    assert wording.measure_value(missing(Absence.NOT_IN_REPORT)) == "held, but the report gives no such figure"


# --- Key questions


@pytest.mark.parametrize(
    ("row", "value", "count"),
    [
        (asked(44, numerator=18), "44%", "18 of 41, worked out here from the percentage"),
        (asked(44, numerator=18, numerator_is_inferred=False), "44%", "18 of 41"),
        (asked(45), "45%", ""),
        (asked(44, denominator=None), "44%", ""),
        (asked(63, numerator=5, denominator=8, numerator_is_inferred=False), "5 of 8", "5 of 8"),
        (asked(63, denominator=8), "63%", ""),
        (asked(None), "not held here", ""),
    ],
)
def test_key_question_value_and_count(row, value, count):
    assert (wording.key_question_value(row), wording.key_question_count(row)) == (value, count)


def test_key_questions_sentence():
    assert wording.key_questions_sentence(key_question_rows(), DONCASTER) == (
        "Of 41 inspected cases in Doncaster, the lowest key question drives each rating: 37% in Assessment (keeping "
        "other people safe), 41% in Planning (engagement), 27% in Implementation and delivery (keeping other people "
        "safe) and 44% in Reviewing (all equal)"
    )


def test_key_questions_sentence_of_one_standard():
    assert wording.key_questions_sentence(key_question_rows()[:3], DONCASTER) == (
        "Of 41 inspected cases in Doncaster, the lowest key question drives the rating: 37% in Assessment (keeping "
        "other people safe)"
    )


def test_key_questions_sentence_of_two_equal_lowest():
    rows = [
        asked(50, strand=Strand.ENGAGEMENT, lowest=Lowest.EQUAL),
        asked(70, strand=Strand.DESISTANCE),
        asked(50, lowest=Lowest.EQUAL),
    ]

    assert wording.key_questions_sentence(rows, DONCASTER).endswith(
        "50% in Assessment (engagement and keeping other people safe)"
    )


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (surveyed(86), wording.NO_SAMPLE),
        (
            measured(97, base="interviews with probation practitioners about the inspected cases", n=37),
            wording.NO_SAMPLE,
        ),
        (sampled(44), ""),
        (measured(38), ""),
        (measured(38, base=""), ""),
        (missing(), ""),
    ],
)
def test_of_whom_it_is_said_that_they_are_no_sample(row, note):
    assert wording.selection_note(row) == note


@pytest.mark.parametrize(
    ("base", "noun"),
    [
        ("inspected cases", "cases"),
        ("inspected cases to which this applied", "cases"),
        ("releases on licence", "cases"),
        ("", "cases"),
        ("people on probation surveyed by User Voice", "people"),
        ("the PDU's caseload", "people"),
        ("interviews with probation practitioners about the inspected cases", "interviews"),
    ],
)
def test_what_a_base_counts(base, noun):
    assert noun_of(base) == noun


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ((41, 30), "Of 30 to 41 inspected cases in Doncaster, "),
        ((41, None), "Of 41 inspected cases where the number is given in Doncaster, "),
        ((None, None), "Of inspected cases (number not given) in Doncaster, "),
    ],
)
def test_key_questions_sentence_names_every_base(sizes, words):
    (first, second) = sizes
    lowest = asked(50, lowest=Lowest.ALONE, denominator=first)

    sentence = wording.key_questions_sentence(
        [lowest, asked(70, strand=Strand.DESISTANCE, denominator=second)], DONCASTER
    )

    assert (
        sentence == f"{words}the lowest key question drives the rating: 50% in Assessment (keeping other people safe)"
    )


def test_key_questions_sentence_of_an_only_question():
    assert wording.key_questions_sentence([replace(asked(50), strand=None, lowest=Lowest.ONLY)], DONCASTER).endswith(
        "50% in Assessment (its only key question)"
    )


def test_key_questions_sentence_where_percentages_of_a_standard_are_not_held():
    whole = key_question_rows()[:3]
    part = [replace(row, lowest=None) for row in key_question_rows()[3:8]]

    assert wording.key_questions_sentence([*whole, *part[:2]], DONCASTER).endswith(
        "37% in Assessment (keeping other people safe); which one drives the rating of Planning is not known: not all "
        "its percentages are held here"
    )
    assert wording.key_questions_sentence(part, DONCASTER) == (
        "Key questions: percentages held here of 41 inspected cases in Doncaster; which one drives the ratings of "
        "Planning and Implementation and delivery is not known: not all their percentages are held here"
    )


def test_key_questions_sentence_without_percentages():
    assert wording.key_questions_sentence([asked(None)], LEEDS) == "Key questions: no percentages held here for Leeds"


# --- What is held of a region, and when it was inspected


def test_one_inspection_is_told_from_the_day_it_began():
    assert wording.inspected_span([day(2024, 7, 8)]) == "inspected from 8 July 2024"
    assert wording.inspected_span([day(2024, 7, 8), day(2024, 7, 8)]) == "inspected from 8 July 2024"


def test_several_inspections_are_told_from_the_first_to_the_last():
    assert (
        wording.inspected_span([day(2024, 7, 8), day(2024, 7, 12)]) == "inspections begun 8 July 2024 to 12 July 2024"
    )


def test_press_ratings_and_full_reports_of_a_region_are_counted_apart():
    press = RatingCell(rating=Rating.GOOD, source=Sourced(key="k", origin=Origin.PRESS))
    report = RatingCell(rating=Rating.GOOD, source=Sourced(key="k"))
    rows = (
        InspectionRow(unit=LEEDS, round="2024", overall=press),
        InspectionRow(unit=DONCASTER, round="2024", overall=report, is_report_held=True),
        InspectionRow(unit=YORK, round="2024", overall=RatingCell(absence=Absence.REPORT_NOT_HELD)),
    )
    grid = RoundRatings(round="2024", framework="F", max_score=21, themes=(), rows=rows)
    assert wording.region_held_sentence([grid]) == (
        "1 of 3 full reports and 2 of 3 overall ratings held for 2024, one of them from the press"
    )


@pytest.mark.parametrize(
    ("form", "page", "line", "words"),
    [
        (FileForm.TEXT, None, 312, "Line 312 of the file held here"),
        (FileForm.TEXT, 7, 312, "Page 7, line 312 of the file held here"),
        (FileForm.PDF, 7, 312, "Page 7 of the PDF held here, line 312 of its text as it is read here"),
        (FileForm.PDF, 7, None, "Page 7 of the PDF held here"),
        (FileForm.HTML, None, 312, ""),
        (None, 7, None, "Page 7 of the file held here"),
        (None, None, None, ""),
    ],
)
def test_place_in_a_source_is_told_in_what_can_be_counted(form, page, line, words):
    assert wording.place_in_source(form=form, page=page, line=line) == words


@pytest.mark.parametrize(
    ("url", "anchor", "address"),
    [
        ("https://example.org/a/", "p-1-1", "https://example.org/a/#p-1-1"),
        ("http://example.org/a", 'é"><b>', "http://example.org/a#%C3%A9%22%3E%3Cb%3E"),
        ("https://example.org/a/", "", ""),
        ("", "p-1-1", ""),
        ("ftp://example.org/a", "p-1-1", ""),
    ],
)
def test_address_of_a_section_needs_the_page_and_the_anchor(url, anchor, address):
    assert wording.section_address(url, anchor) == address
