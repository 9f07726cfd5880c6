"""What follows from an answer, for the report. A verb for each; every one makes a new report and changes none."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from inspections.importing.answers.known import Known
from inspections.importing.answers.report_asks import doubted, rated_code
from inspections.importing.answers.state import (
    Corrected,
    Findings,
    entered,
    findings_at,
    question_of,
    with_findings,
    with_questions,
    without_figures,
)
from inspections.importing.answers.typed import precise_date
from inspections.importing.answers.words import parts
from inspections.importing.parsed import ParsedStandard, Problem, ProblemType, Stated
from inspections.ratings import Rating
from inspections.rows import FindingKind, Strand

DATES = {"published": "published", "started": "work_started", "fieldwork": "fieldwork_started"}


def apply(state: Corrected, problem: Problem, value: str, known: Known) -> Corrected:
    """The report once a problem is answered. What no longer fits it changes nothing."""
    verb, argument, line = parts(value)
    if verb in DATES:
        return _date(state, problem, DATES[verb], argument, line)
    if verb == "framework":
        return _framework(state, argument, known)
    change = VERBS.get(verb)
    return change(state, problem, argument, line) if change else state


def _confirm(state: Corrected, problem: Problem, *_: object) -> Corrected:
    """A person has seen the kinds of the findings: they are no longer inferred."""
    if problem.type is not ProblemType.HEADING_LOST:
        return state
    return _kinds(state, problem, lambda findings: {finding.line: finding.kind for finding in findings})


def _areas_from(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    start = int(argument)
    return _kinds(
        state,
        problem,
        lambda findings: {
            f.line: FindingKind.AREA_FOR_IMPROVEMENT if f.line >= start else FindingKind.STRENGTH for f in findings
        },
    )


def _areas_nowhere(state: Corrected, problem: Problem, *_: object) -> Corrected:
    return _kinds(state, problem, lambda findings: {finding.line: FindingKind.STRENGTH for finding in findings})


def _kinds(state: Corrected, problem: Problem, kinds_of: Callable[[Findings], dict[int, FindingKind]]) -> Corrected:
    line = problem.line or 0
    kinds = kinds_of(doubted(findings_at(state.report, line)))

    def change(findings: Findings) -> Findings:
        return tuple(
            replace(finding, kind=kinds[finding.line], heading_lost=False) if finding.line in kinds else finding
            for finding in findings
        )

    return with_findings(state, line, change)


def _unit(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    return state.with_report(pdu=replace(state.report.pdu, value=argument, is_by_staff=True))


def _region(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    stated = state.report.region or state.report.title
    return state.with_report(region=replace(stated, value=argument, is_by_staff=True))


def _create(state: Corrected, *_: object) -> Corrected:
    """The unit, and the region the report names where that is not held either: then nothing more is asked of it."""
    created = replace(state, creates_places=True)
    region = state.report.region
    return created.without(ProblemType.REGION_UNKNOWN, region.line, region.value) if region else created


def _create_in(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    return replace(_region(state, problem, argument), creates_places=True)


def _framework(state: Corrected, argument: str, known: Known) -> Corrected:
    """A score that is out of another maximum than the framework's can't be held: it is left out, as the choice said."""
    framework = known.framework(argument)
    if framework is None:
        return state
    chosen = replace(state, framework=framework.code)
    printed = state.report.max_score
    return chosen if printed is None or printed.value == framework.max_score else _without_score(chosen)


def _standard(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    def named(standard: ParsedStandard) -> ParsedStandard:
        is_it = (standard.name, standard.line) == (problem.section, problem.line)
        return replace(standard, name=argument) if is_it else standard

    return state.with_report(standards=tuple(named(standard) for standard in state.report.standards))


def _strand(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    """The same row may have been doubted by the reading too: that is answered with it."""
    changed = with_questions(state, problem, lambda question: replace(question, strand=Strand(argument)))
    doubts = [p for p in state.report.problems if (p.type, p.line) == (ProblemType.STRAND_UNKNOWN, problem.line)]
    return changed.with_report(problems=tuple(p for p in changed.report.problems if p not in doubts))


def _percentage(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    return with_questions(
        state, problem, lambda question: replace(question, percentage=Decimal(argument), is_by_staff=True)
    )


def _rating(state: Corrected, problem: Problem, argument: str, line: int | None) -> Corrected:
    stated = entered(state.report, line or problem.line or 0, Rating(argument))
    if stated is None:
        return state
    if problem.type is ProblemType.FACT_MISSING:
        return state.with_report(overall_rating=stated)
    code = rated_code(problem)
    return state.with_report(
        standards=tuple(
            replace(standard, rating=stated) if standard.code == code and standard.rating is None else standard  # type: ignore[arg-type]
            for standard in state.report.standards
        )
    )


def _chapter(state: Corrected, problem: Problem, *_: object) -> Corrected:
    """The rating that the chapter prints is as published as the table's: it is cited where it stands."""

    def changed(standard: ParsedStandard) -> ParsedStandard:
        chapter = standard.chapter_rating
        is_it = chapter is not None and chapter.line == problem.line
        return replace(standard, rating=chapter) if is_it else standard

    return state.with_report(standards=tuple(changed(standard) for standard in state.report.standards))


def _score(state: Corrected, problem: Problem, argument: str, line: int | None) -> Corrected:
    score, maximum = (int(number) for number in argument.split("/"))
    at = line or problem.line or 0
    return state.with_report(
        score=entered(state.report, at, score) or state.report.score,
        max_score=entered(state.report, at, maximum) or state.report.max_score,
    )


def _without_score(state: Corrected) -> Corrected:
    left = state.with_report(score=None, max_score=None)
    return left.without(ProblemType.FACT_MISSING, None, "score")


def _date(state: Corrected, problem: Problem, field: str, argument: str, line: int | None) -> Corrected:
    held: Stated[object] | None = getattr(state.report, field)
    value = precise_date(argument)
    stated = replace(held, value=value, is_by_staff=True) if held else entered(state.report, line or 0, value)
    return state.with_report(**{field: stated}) if stated else state


def _cases(state: Corrected, problem: Problem, argument: str, line: int | None) -> Corrected:
    sample = state.report.sample
    if sample.cases:
        stated: object = replace(sample.cases, value=int(argument), is_by_staff=True)
    else:
        stated = entered(state.report, line or 0, int(argument))
    return state.with_report(sample=replace(sample, cases=stated)) if stated else state  # type: ignore[arg-type]


def _number(state: Corrected, problem: Problem, argument: str, *_: object) -> Corrected:
    return state.with_report(
        recommendations=tuple(
            replace(item, number=int(argument), is_by_staff=True) if item.line == problem.line else item
            for item in state.report.recommendations
        )
    )


def _leave_out(state: Corrected, problem: Problem, *_: object) -> Corrected:
    """What is left out is missed by no other check."""
    if problem.type in SCORES or problem.text == "score":
        return _without_score(state)
    if problem.type is ProblemType.DATES_OUT_OF_ORDER:
        return _without_start(state, problem)
    if problem.type in (ProblemType.ROW_NOT_READ, ProblemType.STANDARD_MISSING):
        return _without_rating(state, problem)
    if question_of(state.report, problem) and problem.type in PERCENTAGES:
        left = with_questions(state, problem, lambda question: replace(question, percentage=None))
        return left.without(ProblemType.QUESTION_MISSING, problem.line, problem.text)
    return without_figures(state, problem) if problem.type in FIGURES else state


def _without_start(state: Corrected, problem: Problem) -> Corrected:
    start = state.report.work_started
    is_in_table = start is not None and start.line == problem.line
    left = state.with_report(**{"work_started" if is_in_table else "fieldwork_started": None})
    return left.without(ProblemType.FACT_MISSING, None, "date on which fieldwork started")


def _without_rating(state: Corrected, problem: Problem) -> Corrected:
    code = rated_code(problem)
    for standard in state.report.standards:
        if standard.code == code:
            state = state.without(ProblemType.STANDARD_MISSING, standard.line, f"{code} {standard.name}")
    return state


SCORES = (ProblemType.SCORE_DISAGREES, ProblemType.SCORE_OUT_OF_RANGE, ProblemType.UNKNOWN_MAXIMUM)
PERCENTAGES = (ProblemType.PERCENTAGE_OUT_OF_RANGE, ProblemType.QUESTION_MISSING)
FIGURES = (
    ProblemType.PERCENTAGE_OUT_OF_RANGE,
    ProblemType.PERCENTAGE_UNREACHABLE,
    ProblemType.COUNT_ABOVE_BASE,
)
VERBS: dict[str, Callable[..., Corrected]] = {
    "": _confirm,
    "areas-from": _areas_from,
    "areas-nowhere": _areas_nowhere,
    "unit": _unit,
    "region": _region,
    "create": _create,
    "create-in": _create_in,
    "standard": _standard,
    "strand": _strand,
    "percentage": _percentage,
    "rating": _rating,
    "chapter": _chapter,
    "score": _score,
    "cases": _cases,
    "number": _number,
    "leave-out": _leave_out,
}
