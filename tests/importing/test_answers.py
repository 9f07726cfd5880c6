"""What an answer to a problem makes of a report. Pure: no database."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from inspections.importing.answers import (
    Corrected,
    Known,
    KnownFramework,
    KnownStandard,
    KnownUnit,
    LookedUp,
    Settling,
    ask,
    in_words,
    settle,
)
from inspections.importing.answers.asking import ASKS
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.ratings import Rating
from inspections.rows import FindingKind, Precision, ProblemLevel, Strand
from tests.importing.number_notes import ON_NUMBERS
from tests.importing.report_text import STANDARDS, Facts, Layout, render

FACTS = Facts()
TEXT = render(FACTS, Layout()).decode()
LOST = render(FACTS, Layout(areas_heading=False)).decode()
FRAMEWORK = KnownFramework(
    code="pdu-21",
    name="Seven standards",
    max_score=21,
    standards=tuple(KnownStandard(name=name, strands=tuple(Strand)) for _, name in STANDARDS),
)
OLDER = KnownFramework(code="pdu-27", name="Nine standards", max_score=27)
KNOWN = Known(
    regions=("Northern Fells", "Southern Downs"),
    units=(KnownUnit(name="Marlow Vale", region="Northern Fells"), KnownUnit(name="Ashby", region="Southern Downs")),
    frameworks=(FRAMEWORK, OLDER),
)
KINDS = {FindingKind.STRENGTH: "s", FindingKind.AREA_FOR_IMPROVEMENT: "a", FindingKind.FINDING: "f"}


def read(text: str) -> ParsedReport:
    return parse(extract(text.encode()))


def all_known(_: Corrected) -> LookedUp:
    return LookedUp(framework="pdu-21")


def settled(text: str, look_up: Callable[[Corrected], LookedUp] = all_known, known: Known = KNOWN, **said: str):
    """The report of a text with the first problem of each type answered: `settled(TEXT, heading_lost="")`."""
    report = read(text)
    found = settle(report, {}, known, look_up).asked
    answers = {next(a.problem.key for a in found if a.problem.type == type_): value for type_, value in said.items()}
    return settle(report, answers, known, look_up)


def types(settling: Settling, level: ProblemLevel) -> list[str]:
    return [asked.problem.type.value for asked in settling.open(level) if asked.problem.type not in ON_NUMBERS]


def store_says(*problems: Problem) -> Callable[[Corrected], LookedUp]:
    return lambda _: LookedUp(problems=problems, framework="pdu-21")


def store_problem(type_: ProblemType, **values: object) -> Problem:
    return Problem(type=type_, level=ProblemLevel.MUST_FIX, message="Not held.", **values)  # type: ignore[arg-type]


# --- Keys -------------------------------------------------------------------------------------------------------------


def test_a_key_is_the_same_at_every_reading_and_another_for_every_problem():
    first, second = ([problem.key for problem in read(LOST).problems] for _ in range(2))

    assert first == second
    assert len(set(first)) == len(first) > 3
    assert all(len(key) <= 40 for key in first)


def test_facts_that_are_missing_have_keys_of_their_own():
    bare = TEXT.replace("HM Inspectorate of Probation, May 2025", "").replace("| Overall rating |", "| Summary |")
    missing = [p for p in read(bare).problems if p.type is ProblemType.FACT_MISSING]

    assert len(missing) >= 2
    assert len({problem.key for problem in missing}) == len(missing)


# --- Headings ---------------------------------------------------------------------------------------------------------


def kinds(settling: Settling) -> str:
    leadership = settling.corrected.report.standards[0]
    return "".join(KINDS[finding.kind] for finding in leadership.findings)


def lines(text: str) -> list[int]:
    return [finding.line for finding in read(text).standards[0].findings]


@pytest.mark.parametrize(("start", "expected"), [(0, "aaaaaa"), (2, "ssaaaa"), (5, "sssssa")])
def test_areas_for_improvement_begin_where_a_person_says(start, expected):
    settling = settled(LOST, heading_lost=f"areas-from {lines(LOST)[start]}")

    assert kinds(settling) == expected
    assert not any(finding.heading_lost for finding in settling.corrected.report.standards[0].findings)


def test_all_are_strengths_where_a_person_says_so():
    assert kinds(settled(LOST, heading_lost="areas-nowhere")) == "ssssss"


def test_confirmed_kinds_stay_and_are_no_longer_inferred():
    before, after = settle(read(LOST), {}, KNOWN, all_known), settled(LOST, heading_lost="")

    assert kinds(before) == kinds(after) == "sssaaa"
    inferred = [sum(f.heading_lost for f in s.corrected.report.standards[0].findings) for s in (before, after)]
    assert inferred == [3, 0]


def test_other_lists_are_left_alone():
    report = settled(LOST, heading_lost="areas-nowhere").corrected.report

    assert [sum(finding.heading_lost for finding in standard.findings) for standard in report.standards[:3]] == [
        0,
        3,
        3,
    ]


def test_every_finding_of_the_list_is_offered_as_the_start():
    asked = settle(read(LOST), {}, KNOWN, all_known).open(ProblemLevel.CONFIRM)[0]

    assert asked.ask.confirm
    assert {f"areas-from {line}" for line in lines(LOST)} | {"areas-nowhere"} == asked.ask.values


# --- Values -----------------------------------------------------------------------------------------------------------

WRONG = TEXT.replace("| 80% |", "| 180% |")


def test_a_percentage_that_is_typed_is_staffs_and_keeps_its_place():
    question = settled(WRONG, percentage_out_of_range="percentage 81.5").corrected.report.standards[3].key_questions[0]
    read_first = read(WRONG).standards[3].key_questions[0]

    assert (question.percentage, question.is_by_staff) == (Decimal("81.5"), True)
    assert (question.line, question.paragraph) == (read_first.line, read_first.paragraph)
    assert not read_first.is_by_staff


def test_a_percentage_that_is_not_stated_is_not_missed_again():
    settling = settled(WRONG, percentage_out_of_range="leave-out")

    assert settling.corrected.report.standards[3].key_questions[0].percentage is None
    assert types(settling, ProblemLevel.MUST_FIX) == []


NO_RATING = TEXT.replace("| P 1.2 | Staffing | Requires improvement |", "| P 1.2 | Staffing | Mixed |")


@pytest.mark.parametrize("type_", ["row_not_read", "standard_missing"])
def test_the_rating_of_a_standard_is_chosen(type_):
    settling = settled(NO_RATING, **{type_: "rating Requires improvement"})
    rating = settling.corrected.report.standards[1].rating

    assert (rating.value, rating.is_by_staff) == (Rating.REQUIRES_IMPROVEMENT, True)
    assert rating.quote


def test_the_row_is_quoted_and_the_chapter_not_missed_again():
    settling = settled(NO_RATING, row_not_read="rating Requires improvement")

    assert settling.corrected.report.standards[1].rating.quote == "P 1.2 | Staffing | Mixed"
    assert types(settling, ProblemLevel.MUST_FIX) == []


def test_a_standard_without_a_rating_is_recorded_without():
    settling = settled(NO_RATING, row_not_read="leave-out")

    assert settling.corrected.report.standards[1].rating is None
    assert types(settling, ProblemLevel.MUST_FIX) == []


SCORE = TEXT.replace("Score 6/21", "Score 9/21")


def test_a_score_that_was_misread_is_typed_and_ends_its_problem():
    assert FACTS.score == 6
    settling = settled(SCORE, score_disagrees="score 6/21")

    assert (settling.corrected.report.score.value, settling.corrected.report.score.is_by_staff) == (6, True)
    assert types(settling, ProblemLevel.MUST_FIX) == []


def test_a_typed_score_that_still_disagrees_says_so():
    settling = settled(SCORE, score_disagrees="score 8/21")
    [asked] = [asked for asked in settling.asked if asked.problem.type is ProblemType.SCORE_DISAGREES]

    assert asked.remains
    assert "8" in asked.problem.message


def test_what_the_report_misprints_is_kept_as_published_where_a_person_says_so():
    settling = settled(SCORE, score_disagrees="keep")

    assert (settling.corrected.report.score.value, settling.corrected.report.score.is_by_staff) == (9, False)
    assert types(settling, ProblemLevel.MUST_FIX) == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (SCORE, "score_disagrees"),
        (TEXT.replace("Score 6/21", "Score 25/21"), "score_out_of_range"),
        (TEXT.replace("Score 6/21", "Score 6/22"), "unknown_maximum"),
    ],
)
def test_a_score_that_is_left_out_is_not_missed_again(text, type_):
    settling = settled(text, **{type_: "leave-out"})

    assert (settling.corrected.report.score, settling.corrected.report.max_score) == (None, None)
    assert "fact_missing" not in types(settling, ProblemLevel.MUST_FIX)


def test_a_rating_may_be_the_chapters_which_is_as_published_as_the_tables():
    text = TEXT.replace("| P 1.1 | Leadership | Good |", "| P 1.1 | Leadership | Outstanding |")
    rating = settled(text, rating_disagrees="chapter").corrected.report.standards[0].rating

    assert (rating.value, rating.is_by_staff, rating.quote) == (Rating.GOOD, False, "Good")


def test_a_date_is_typed_as_far_as_it_is_known():
    text = TEXT.replace("May 2025", "January 2025")
    published = settled(text, dates_out_of_order="published 2025-06").corrected.report.published

    assert (published.value.date.isoformat(), published.value.precision) == ("2025-06-01", Precision.MONTH)
    assert published.is_by_staff
    assert "January 2025" in published.quote


def test_a_start_is_left_out():
    text = TEXT.replace("May 2025", "January 2025").replace("Fieldwork started February 2025 | ", "")
    settling = settled(text, dates_out_of_order="leave-out")

    assert settling.corrected.report.fieldwork_started is None
    assert settling.asked[0].value == "leave-out"
    assert types(settling, ProblemLevel.MUST_FIX) == types(settling, ProblemLevel.NOTE) == []


def test_a_missing_fact_is_typed_with_the_line_that_states_it():
    text = TEXT.replace("HM Inspectorate of Probation, May 2025", "Given in the spring of 2025")
    line = text.split("\n").index("Given in the spring of 2025") + 1
    settling = settled(text, fact_missing=f"published 2025 at line {line}")
    published = settling.corrected.report.published

    assert (published.value.precision, published.line, published.quote) == (
        Precision.YEAR,
        line,
        "Given in the spring of 2025",
    )
    assert types(settling, ProblemLevel.NOTE) == []


def test_the_number_of_a_recommendation_is_typed():
    text = TEXT.replace("3. train", "9. train")
    settling = settled(text, recommendation_numbers="number 3")
    last = settling.corrected.report.recommendations[-1]

    assert (last.number, last.is_by_staff) == (3, True)
    assert types(settling, ProblemLevel.CONFIRM) == []


def test_a_figure_that_can_not_be_is_left_out_with_what_was_read_from_it():
    text = TEXT.replace("9 of the 50 cases we inspected", "90 of the 50 cases we inspected")
    before = settle(read(text), {}, KNOWN, all_known).corrected.report
    after = settled(text, count_above_base="leave-out").corrected.report

    assert len(after.figures) == len(before.figures) - 1
    assert "probation-reset-cases" not in {value.slug for value in after.measure_values}
    read_from = {value.slug: before.figures[value.figure].text for value in before.measure_values}
    assert {v.slug: after.figures[v.figure].text for v in after.measure_values} == {
        slug: words for slug, words in read_from.items() if slug != "probation-reset-cases"
    }


# --- The store --------------------------------------------------------------------------------------------------------


def test_a_unit_is_chosen_by_its_name_and_the_title_stays():
    problem = store_problem(ProblemType.PDU_UNKNOWN, line=2, text="Marlow Vael")
    settling = settled(TEXT, store_says(problem), pdu_unknown="unit Ashby")

    assert settling.corrected.report.pdu.value == "Ashby"
    assert settling.corrected.report.title.value == "An inspection of probation services in Marlow Vale"


def test_a_unit_is_created_with_the_region_it_names():
    region = read(TEXT).region
    problems = (
        store_problem(ProblemType.REGION_UNKNOWN, line=region.line, text=region.value),
        store_problem(ProblemType.PDU_UNKNOWN, line=2, text="Marlow Vale"),
    )
    settling = settled(TEXT, store_says(*problems), pdu_unknown="create")

    assert settling.corrected.creates_places
    assert types(settling, ProblemLevel.MUST_FIX) == []


def test_nothing_is_created_where_a_close_name_is_held():
    problem = store_problem(ProblemType.PDU_UNKNOWN, line=2, text="Marlow Vael")
    known = replace(KNOWN, close_units=("Marlow Vale",))
    asked = settle(read(TEXT), {}, known, store_says(problem)).asked[0]

    assert asked.problem == problem
    assert not [value for value in asked.ask.values if value.startswith("create")]
    assert "unit Marlow Vale" in asked.ask.values


def test_a_region_is_chosen_where_the_report_names_none():
    problem = store_problem(ProblemType.REGION_UNKNOWN, text="region")
    region = settled(TEXT, store_says(problem), region_unknown="region Southern Downs").corrected.report.region

    assert (region.value, region.is_by_staff) == ("Southern Downs", True)


def test_a_chosen_framework_of_another_maximum_takes_the_score_with_it():
    problem = store_problem(ProblemType.FRAMEWORK_UNKNOWN)
    same = settled(TEXT, store_says(problem), framework_unknown="framework pdu-21").corrected
    other = settled(TEXT, store_says(problem), framework_unknown="framework pdu-27")

    assert (same.framework, same.report.score.value) == ("pdu-21", 6)
    assert (other.corrected.framework, other.corrected.report.score) == ("pdu-27", None)
    assert types(other, ProblemLevel.MUST_FIX) == []


def test_a_standard_is_known_by_the_name_a_person_gives_it():
    text = TEXT.replace("Staffing", "Staff matters")
    standard = read(text).standards[1]
    problem = store_problem(ProblemType.STANDARD_UNKNOWN, line=standard.line, section="Staff matters")
    settling = settle(read(text), {}, KNOWN, store_says(problem))

    assert settling.asked[0].ask.values == {"standard Staffing", "leave-out"}
    named = settled(text, store_says(problem), standard_unknown="standard Staffing").corrected.report.standards
    assert [standard.name for standard in named] == [name for _, name in STANDARDS]


def test_the_strand_of_a_question_is_chosen_and_asked_about_once():
    text = TEXT.replace("engaging the person on probation? | 80%", "the person? | 80%")
    [doubt] = [p for p in read(text).problems if p.type is ProblemType.STRAND_UNKNOWN]
    question = read(text).standards[3].key_questions[0]
    problem = store_problem(ProblemType.QUESTION_UNKNOWN, line=doubt.line, section="Assessment", text=question.text)
    settling = settled(text, store_says(problem), question_unknown="strand engagement")

    assert settling.corrected.report.standards[3].key_questions[0].strand is Strand.ENGAGEMENT
    assert types(settling, ProblemLevel.CONFIRM) == []


# --- Together ---------------------------------------------------------------------------------------------------------


def test_a_problem_that_a_correction_brings_up_is_asked_about_and_answered():
    """With the rating put right, the score no longer fits: a new problem with a key of its own."""
    first = settled(NO_RATING, row_not_read="rating Good")
    new = first.open(ProblemLevel.MUST_FIX)
    assert {asked.problem.type for asked in new} == {ProblemType.SCORE_DISAGREES, ProblemType.RATING_DISAGREES}

    answers = {asked.problem.key: asked.value for asked in first.asked if asked.value is not None}
    again = settle(read(NO_RATING), answers | {asked.problem.key: "keep" for asked in new}, KNOWN, all_known)
    assert types(again, ProblemLevel.MUST_FIX) == []
    assert len([asked for asked in again.asked if asked.problem.type not in ON_NUMBERS]) == 3


def test_an_answer_to_a_problem_that_does_not_arise_changes_nothing():
    assert settle(read(TEXT), {"0" * 20: "percentage 5"}, KNOWN, all_known).corrected.report == replace(
        read(TEXT), problems=()
    )


def test_the_worst_comes_first_and_each_level_goes_by_line():
    text = LOST.replace("| 80% |", "| 180% |").replace("| 44% |", "| 144% |").replace("3. train", "9. train")
    order = [
        (list(ProblemLevel).index(asked.problem.level), asked.problem.line or 0)
        for asked in settle(read(text), {}, KNOWN, all_known).asked
    ]
    assert len(order) > 5
    assert order == sorted(order)


@pytest.mark.parametrize("type_", ProblemType)
def test_every_problem_that_must_be_fixed_has_a_way_on(type_):
    problem = Problem(type=type_, level=ProblemLevel.MUST_FIX, message="So it is.", line=40, section="Assessment")
    asked = ask(problem, Corrected(report=read(TEXT)), KNOWN, FRAMEWORK)

    assert not asked.confirm
    assert asked.options or asked.typed


@pytest.mark.parametrize("type_", ProblemType)
def test_every_problem_to_confirm_can_be_confirmed(type_):
    problem = Problem(type=type_, level=ProblemLevel.CONFIRM, message="Is it?", line=40)

    assert ask(problem, Corrected(report=read(TEXT)), KNOWN, FRAMEWORK).confirm


@pytest.mark.parametrize("type_", ASKS)
def test_every_answer_that_is_offered_can_be_said_in_words(type_):
    for level in ProblemLevel:
        problem = Problem(type=type_, level=level, message="So it is.", line=lines(LOST)[3], section="Assessment")
        asked = ask(problem, Corrected(report=read(LOST)), KNOWN, FRAMEWORK)
        assert all(in_words(value) for value in asked.values)
