"""Each source check by itself: silent on a report that agrees with itself, and named where it does not."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from inspections.importing import checks
from inspections.importing.checks.figures import rounded_share
from inspections.importing.checks.questions import is_reachable
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport, ParsedSample, ProblemType
from inspections.ratings import Rating
from inspections.rows import PreciseDate, Precision, ProblemLevel
from tests.importing.report_text import Facts, Layout, render

MUST_FIX, CONFIRM, NOTE = ProblemLevel


@pytest.fixture(scope="module")
def report() -> ParsedReport:
    return parse(extract(render(Facts(), Layout())))


def with_standard(report: ParsedReport, position: int, **changes) -> ParsedReport:
    standards = list(report.standards)
    standards[position] = replace(standards[position], **changes)
    return replace(report, standards=tuple(standards))


def with_question(report: ParsedReport, **changes) -> ParsedReport:
    first, *others = report.standards[3].key_questions
    return with_standard(report, 3, key_questions=(replace(first, **changes), *others))


def with_figure(report: ParsedReport, **changes) -> ParsedReport:
    return replace(report, figures=(replace(report.figures[0], **changes), *report.figures[1:]))


def with_value(report: ParsedReport, name: str, value) -> ParsedReport:
    return replace(report, **{name: replace(getattr(report, name), value=value)})


def day(text: str, precision: Precision = Precision.DAY) -> PreciseDate:
    return PreciseDate(date=datetime.date.fromisoformat(text), precision=precision)


def with_last(report: ParsedReport, text: str) -> ParsedReport:
    *others, last = report.sections
    paragraph = replace(last.paragraphs[-1], text=text)
    return replace(report, sections=(*others, replace(last, paragraphs=(paragraph,))))


CASES = [
    (checks.facts_are_stated, lambda r: replace(r, overall_rating=None), ProblemType.FACT_MISSING, MUST_FIX),
    (checks.facts_are_stated, lambda r: replace(r, region=None), ProblemType.FACT_MISSING, NOTE),
    (checks.score_is_sum_of_points, lambda r: with_value(r, "score", 5), ProblemType.SCORE_DISAGREES, MUST_FIX),
    (checks.score_is_within_maximum, lambda r: with_value(r, "score", 22), ProblemType.SCORE_OUT_OF_RANGE, MUST_FIX),
    (checks.score_is_within_maximum, lambda r: with_value(r, "score", -1), ProblemType.SCORE_OUT_OF_RANGE, MUST_FIX),
    (checks.maximum_is_known, lambda r: with_value(r, "max_score", 25), ProblemType.UNKNOWN_MAXIMUM, MUST_FIX),
    (checks.standards_are_complete, lambda r: with_value(r, "max_score", 27), ProblemType.STANDARD_MISSING, MUST_FIX),
    (
        checks.standards_are_complete,
        lambda r: with_standard(r, 1, code="P 1.4"),
        ProblemType.STANDARD_MISSING,
        MUST_FIX,
    ),
    (
        checks.standards_are_complete,
        lambda r: with_standard(r, 1, section=None),
        ProblemType.STANDARD_MISSING,
        MUST_FIX,
    ),
    (checks.standards_are_complete, lambda r: with_standard(r, 1, rating=None), ProblemType.STANDARD_MISSING, MUST_FIX),
    (checks.standards_are_single, lambda r: with_standard(r, 1, code="P 1.1"), ProblemType.STANDARD_DOUBLED, MUST_FIX),
    (
        checks.standards_are_single,
        lambda r: with_standard(r, 1, name="Services"),
        ProblemType.STANDARD_DOUBLED,
        MUST_FIX,
    ),
    (
        checks.questions_are_complete,
        lambda r: with_standard(r, 3, key_questions=()),
        ProblemType.QUESTION_MISSING,
        MUST_FIX,
    ),
    (
        checks.questions_are_complete,
        lambda r: with_question(r, percentage=None),
        ProblemType.QUESTION_MISSING,
        MUST_FIX,
    ),
    (checks.sections_are_single, lambda r: replace(r, sections=r.sections * 2), ProblemType.SECTION_DOUBLED, CONFIRM),
    (
        checks.percentages_are_within_range,
        lambda r: with_question(r, percentage=Decimal(101)),
        ProblemType.PERCENTAGE_OUT_OF_RANGE,
        MUST_FIX,
    ),
    (
        checks.percentages_are_within_range,
        lambda r: with_figure(r, unit="%", value=Decimal(120), numerator=3),
        ProblemType.PERCENTAGE_OUT_OF_RANGE,
        MUST_FIX,
    ),
    (
        checks.questions_are_reachable,
        lambda r: with_question(r, percentage=Decimal(49)),
        ProblemType.PERCENTAGE_UNREACHABLE,
        CONFIRM,
    ),
    (
        checks.figures_agree_with_their_counts,
        lambda r: with_figure(r, numerator=13, denominator=12),
        ProblemType.COUNT_ABOVE_BASE,
        MUST_FIX,
    ),
    (
        checks.figures_agree_with_their_counts,
        lambda r: with_figure(r, unit="%", value=Decimal(93), numerator=61, denominator=65),
        ProblemType.PERCENTAGE_UNREACHABLE,
        CONFIRM,
    ),
    (
        checks.sample_adds_up,
        lambda r: replace(r, sample=replace(r.sample, cases=replace(r.sample.cases, value=7))),
        ProblemType.SAMPLE_DISAGREES,
        CONFIRM,
    ),
    (
        checks.starts_agree,
        lambda r: with_value(r, "fieldwork_started", day("2025-03-01")),
        ProblemType.TWO_VALUES,
        CONFIRM,
    ),
    (
        checks.dates_are_in_order,
        lambda r: with_value(r, "fieldwork_started", day("2025-06-01")),
        ProblemType.DATES_OUT_OF_ORDER,
        MUST_FIX,
    ),
    (
        checks.recommendations_run_from_one,
        lambda r: replace(r, recommendations=r.recommendations[1:]),
        ProblemType.RECOMMENDATION_NUMBERS,
        CONFIRM,
    ),
    (checks.recommendations_run_from_one, lambda r: replace(r, recommendations=()), ProblemType.FACT_MISSING, CONFIRM),
    (checks.quotation_marks_balance, lambda r: with_last(r, 'He said "no.'), ProblemType.QUOTATION_UNBALANCED, CONFIRM),
    (checks.quotation_marks_balance, lambda r: with_last(r, "He said “no."), ProblemType.QUOTATION_UNBALANCED, CONFIRM),
    (checks.text_ends_as_a_sentence, lambda r: with_last(r, "It is on our"), ProblemType.TEXT_STOPS_SHORT, CONFIRM),
]


@pytest.mark.parametrize(("source_check", "damage", "type_", "level"), CASES)
def test_a_check_names_what_it_finds_and_nothing_else(report, source_check, damage, type_, level):
    assert list(source_check(report)) == []
    problems = list(source_check(damage(report)))
    assert {(problem.type, problem.level) for problem in problems} == {(type_, level)}


def test_a_chapter_that_repeats_another_rating(report):
    chapter_rating = replace(report.standards[0].chapter_rating, value=Rating.INADEQUATE)
    damaged = with_standard(report, 0, chapter_rating=chapter_rating)
    (problem,) = checks.chapters_repeat_ratings(damaged)
    assert problem.message == "The ratings table says “Good”, the chapter “Inadequate”."
    assert problem.line == chapter_rating.line


def test_questions_may_not_be_doubled(report):
    second = report.standards[3].key_questions[1]
    (same_text,) = checks.questions_are_single(with_question(report, text=second.text))
    assert same_text.level is MUST_FIX
    (same_strand,) = checks.questions_are_single(with_question(report, strand=second.strand))
    assert same_strand.level is CONFIRM


def test_recommendations_may_start_anew_for_each_addressee(report):
    again = tuple(replace(item, addressed_to="The region") for item in report.recommendations)
    both = replace(report, recommendations=report.recommendations + again)
    assert list(checks.recommendations_run_from_one(both)) == []


def test_a_month_and_a_day_in_it_may_be_one_start(report):
    same = with_value(report, "work_started", day("2025-02-01", Precision.MONTH))
    assert list(checks.starts_agree(same)) == []
    year = with_value(report, "work_started", day("2025-01-01", Precision.YEAR))
    assert list(checks.starts_agree(year)) == []


def test_publication_in_a_month_may_be_its_last_day(report):
    late = with_value(report, "fieldwork_started", day("2025-05-31"))
    assert list(checks.dates_are_in_order(late)) == []


def test_without_a_sample_nothing_is_checked_against_it(report):
    empty = replace(report, sample=ParsedSample())
    assert list(checks.questions_are_reachable(empty)) == []
    assert list(checks.sample_adds_up(empty)) == []


@pytest.mark.parametrize(("percentage", "cases", "expected"), [("59", 41, True), ("60", 41, False), ("12.5", 8, True)])
def test_is_reachable(percentage, cases, expected):
    assert is_reachable(Decimal(percentage), cases) is expected


def test_every_whole_number_of_cases_is_reachable():
    assert all(is_reachable(rounded_share(n, m, Decimal(1)), m) for m in range(1, 120) for n in range(m + 1))
