"""How sure the reading of numbers is: said once for many, and never silent."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections.importing import checks
from inspections.importing.checks.confidence import numbers_in
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport, ParsedSample, ProblemType
from inspections.ratings import Rating
from inspections.rows import ProblemLevel
from tests.importing.report_text import Facts, Layout, render
from tests.importing.test_checks import with_figure, with_question, with_value

BANDS = (
    checks.Band(rating=Rating.INADEQUATE, lower=0, upper=49),
    checks.Band(rating=Rating.REQUIRES_IMPROVEMENT, lower=50, upper=100),
)
TEXT = render(Facts(), Layout()).decode()


@pytest.fixture(scope="module")
def report() -> ParsedReport:
    return parse(extract(TEXT.encode()))


def only(problems, type_: ProblemType):
    [problem] = problems
    assert problem.type is type_
    return problem


def types(text: str) -> list[ProblemType]:
    report = parse(extract(text.encode()))
    return [problem.type for problem in report.problems if problem.level is not ProblemLevel.NOTE]


def test_counts_of_key_questions_are_said_to_be_worked_out_once(report):
    problem = only(checks.counts_are_inferred(report), ProblemType.COUNTS_INFERRED)
    assert problem.level is ProblemLevel.NOTE
    assert problem.message.startswith("The counts of 12 key questions are not in the report")
    assert problem.text.splitlines()[0].startswith("Assessment, question 1 (line ")
    assert problem.text.splitlines()[0].endswith(": 80% is 40 of 50")
    assert len(problem.text.splitlines()) == 12
    assert list(checks.counts_are_inferred(replace(report, sample=ParsedSample()))) == []


def test_a_question_on_no_strand_has_no_base_and_no_count(report):
    apart = with_question(report, strand=None, percentage=Decimal(49))
    problem = only(checks.counts_are_inferred(apart), ProblemType.COUNTS_INFERRED)
    assert len(problem.text.splitlines()) == 11
    assert list(checks.questions_are_reachable(apart)) == []


def test_a_base_from_another_sentence_is_noted_with_its_line(report):
    problem = only(checks.bases_stand_elsewhere(report), ProblemType.BASE_ELSEWHERE)
    surveyed = report.survey.people
    assert surveyed is not None
    assert problem.message == f"1 measure given without a base: read as of the 58 of line {surveyed.line}."
    assert "treated fairly" in problem.text


def test_figures_in_words_are_listed_by_section(report):
    problems = {problem.section: problem for problem in checks.figures_in_words(report)}
    assert set(problems) == {"Background"}
    assert problems["Background"].text.endswith("“two weeks” is 2 weeks")
    worded = parse(extract(render(Facts(), Layout(words=True))))
    listed = [problem.text for problem in checks.figures_in_words(worded)]
    assert any("“Twenty-seven per cent” is 27%" in text for text in listed)
    assert any("“Nine of the fifty” is 9 of 50" in text for text in listed)


def test_a_quote_holds_its_number(report):
    assert list(checks.quotes_hold_their_numbers(report)) == []
    changed = with_figure(report, value=Decimal(77))
    problem = only(checks.quotes_hold_their_numbers(changed), ProblemType.QUOTE_WITHOUT_NUMBER)
    assert problem.level is ProblemLevel.CONFIRM
    assert problem.message == "The number 77 does not stand in the sentence quoted for it."
    assert problem.text == changed.figures[0].quote
    score = only(checks.quotes_hold_their_numbers(with_value(report, "score", 5)), ProblemType.QUOTE_WITHOUT_NUMBER)
    assert "number 5 " in score.message


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Score 3/21", {3, 21}),
        ("Thirty-eight per cent of 1,500", {38, 1500}),
        ("1.2 million people, none of them", {Decimal("1.2"), 1_200_000, 0}),
        ("a range of 10–15", {10, 15}),
        ("no digits", {0}),
    ],
)
def test_numbers_in(text, numbers):
    assert numbers_in(text) == {Decimal(number) for number in numbers}


def test_ratings_against_verified_bands(report):
    """Lowest are 54 in Assessment, 50 in Planning, 48 and 44 in the Inadequate two: all as they are rated."""
    assert checks.check_bands(report, percentage=(), score=()) == ()
    assert checks.check_bands(report, percentage=BANDS, score=()) == ()
    lower = with_question(report, percentage=Decimal("49.9"))
    problem = only(checks.check_bands(lower, percentage=BANDS, score=()), ProblemType.BAND_DISAGREES)
    assert problem.message == (
        "The lowest key question of Assessment is 49.9%: by the verified bands that is Inadequate, the published "
        "rating is Requires improvement."
    )
    assert problem.level is ProblemLevel.CONFIRM
    score = only(checks.check_bands(report, percentage=(), score=BANDS), ProblemType.BAND_DISAGREES)
    assert score.message.startswith("A score of 6 is Inadequate by the verified bands")


def test_bands_say_nothing_where_a_percentage_is_missing(report):
    assert checks.check_bands(with_question(report, percentage=None), percentage=BANDS, score=()) == ()


FOREWORD = "This is the first inspection"


@pytest.mark.parametrize(
    ("old", "new", "type_"),
    [
        (FOREWORD, f"It scored 5 out of 21. {FOREWORD}", ProblemType.TWO_VALUES),
        (FOREWORD, f"We gave it an overall rating of ‘Good’ for the PDU. {FOREWORD}", ProblemType.TWO_VALUES),
        ("We inspect these services.", "This report was published on 3 June 2025.", ProblemType.TWO_VALUES),
        (
            "Marlow Vale PDU manages a caseload",
            "Its caseload was 900 people. Marlow Vale PDU manages a caseload",
            ProblemType.MEASURE_STATED_TWICE,
        ),
        ("Background\n", "Inspection of probation services in Ash Fen\n\nBackground\n", ProblemType.TWO_VALUES),
        ("62 per cent of respondents", "63 per cent of respondents", ProblemType.PERCENTAGE_UNREACHABLE),
        ("9 of the 50 cases", "2 (97 per cent) of the 50 cases", ProblemType.PERCENTAGE_UNREACHABLE),
    ],
)
def test_facts_stated_twice_or_out_of_reach(old, new, type_):
    assert old in TEXT
    assert type_ in types(TEXT.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FOREWORD, f"It scored 6 out of 21. {FOREWORD}"),
        (FOREWORD, f"This led to an overall rating of ‘Good’ for services. {FOREWORD}"),
        (FOREWORD, f"It had an overall rating of ‘Requires improvement’. {FOREWORD}"),
        ("We inspect these services.", "This report was published in May 2025."),
        ("Background\n", "Inspection of probation services in Marlow Vale PDU 7\n\nBackground\n"),
        ("- People on probation were involved", "- In 12 per cent of cases people on probation were involved"),
    ],
)
def test_what_says_the_same_or_something_else_is_no_contradiction(old, new):
    """The last is a bullet with another percentage than its key questions: a narrower question, never compared."""
    assert old in TEXT
    assert types(TEXT.replace(old, new)) == []
