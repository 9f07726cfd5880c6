"""What can be said where the reading was unsure, or the report disagrees with itself."""

from collections.abc import Callable
from dataclasses import replace

from inspections.importing.answers.forms import (
    CASES,
    DATES,
    KEEP,
    LEAVE_OUT,
    MISSING,
    NUMBER,
    PERCENTAGE,
    RATING,
    SCORE,
    Ask,
    Option,
    strands_of,
)
from inspections.importing.answers.known import Known
from inspections.importing.answers.state import Corrected, findings_at, is_about
from inspections.importing.parsed import ParsedFinding, ParsedReport, Problem, ProblemType
from inspections.importing.reading.headings import standard_code
from inspections.importing.reading.ratings_table import STANDARD_ROW
from inspections.rows import FindingKind, ProblemLevel, Strand

SHORT = 70


def doubted(findings: tuple[ParsedFinding, ...]) -> tuple[ParsedFinding, ...]:
    """The findings of a list whose kinds are not known from a heading that survived."""
    if any(f.kind is FindingKind.AREA_FOR_IMPROVEMENT and not f.heading_lost for f in findings):
        return tuple(finding for finding in findings if finding.heading_lost)
    divided = tuple(finding for finding in findings if finding.kind is not FindingKind.FINDING)
    return divided or findings


def rated_code(problem: Problem) -> str:
    """The code of the standard whose rating a problem misses: of its row, or of its chapter."""
    found = STANDARD_ROW.match(problem.text.replace(" | ", " "))
    return standard_code(found[1], found[2], found[3]) if found else ""


def misses_rating(problem: Problem, report: ParsedReport) -> bool:
    """Whether a problem is about a standard that has no rating in the table."""
    code = rated_code(problem)
    return any(standard.code == code and standard.rating is None for standard in report.standards)


def _heading_lost(problem: Problem, state: Corrected, *_: object) -> Ask:
    findings = doubted(findings_at(state.report, problem.line or 0))
    starts = [
        Option(
            value=f"areas-from {finding.line}", words=f"line {finding.line}: {_short(finding.text)}", group="Findings"
        )
        for finding in findings
    ]
    return Ask(
        confirm="Right: the kinds are as they were read",
        options=(*starts, Option(value="areas-nowhere", words="All of them are strengths")),
        list_label="The areas for improvement begin at",
    )


def _strand_unknown(*_: object) -> Ask:
    return Ask(options=tuple(strands_of(tuple(Strand))))


def _question_doubled(problem: Problem, *_: object) -> Ask:
    if problem.level is ProblemLevel.MUST_FIX:
        return Ask(options=(Option(value="leave-out", words="Keep the first, and leave the second out"),))
    return Ask(options=tuple(strands_of(tuple(Strand))))


def _row_not_read(problem: Problem, state: Corrected, *_: object) -> Ask:
    return _rating_missing() if misses_rating(problem, state.report) else Ask()


def _rating_missing() -> Ask:
    return Ask(typed=(RATING,), options=(replace(LEAVE_OUT, words="The report gives it no rating: record none"),))


def _standard_missing(problem: Problem, state: Corrected, *_: object) -> Ask:
    if misses_rating(problem, state.report):
        return _rating_missing()
    return Ask(options=(Option(value="keep", words="The report is so: record what there is of it"),))


def _standard_doubled(*_: object) -> Ask:
    return Ask(options=(Option(value="leave-out", words="Keep the first, and leave the second out"),))


def _rating_disagrees(problem: Problem, *_: object) -> Ask:
    return Ask(
        options=(
            Option(value="keep", words="Record the rating of the ratings table"),
            Option(value="chapter", words="Record the rating of the chapter"),
        )
    )


def _score(*_: object) -> Ask:
    return Ask(typed=(SCORE,), options=(LEAVE_OUT,))


def _score_disagrees(*_: object) -> Ask:
    return Ask(typed=(SCORE,), options=(KEEP, LEAVE_OUT), hint="Or correct a rating that was read wrong.")


def _question_missing(problem: Problem, state: Corrected, *_: object) -> Ask:
    questions = [question for standard in state.report.standards for question in standard.key_questions]
    if any(is_about(problem, question) for question in questions):
        return Ask(typed=(PERCENTAGE,), options=(replace(LEAVE_OUT, words="The report does not state it"),))
    return Ask(options=(Option(value="keep", words="The report is so: record the key questions there are"),))


def _percentage(problem: Problem, state: Corrected, *_: object) -> Ask:
    """Of a key question; a figure of the prose is kept or left out, not written anew."""
    questions = [question for standard in state.report.standards for question in standard.key_questions]
    if any(is_about(problem, question) for question in questions):
        not_stated = replace(LEAVE_OUT, words="The report does not state it")
        is_must = problem.level is ProblemLevel.MUST_FIX
        return Ask(typed=(PERCENTAGE,), options=(not_stated,) if is_must else ())
    return Ask(options=(KEEP, LEAVE_OUT)) if problem.level is ProblemLevel.MUST_FIX else Ask(options=(LEAVE_OUT,))


def _count_above_base(*_: object) -> Ask:
    return Ask(options=(Option(value="keep", words="Keep the figure, without these counts"), LEAVE_OUT))


def _two_values(problem: Problem, state: Corrected, *_: object) -> Ask:
    return Ask(
        confirm="Both are in the report: keep both, marked as queried", typed=(DATES["started"], DATES["fieldwork"])
    )


def _dates_out_of_order(problem: Problem, state: Corrected, *_: object) -> Ask:
    start = state.report.work_started
    is_in_table = start is not None and start.line == problem.line
    return Ask(
        typed=(DATES["started" if is_in_table else "fieldwork"], DATES["published"]),
        options=(KEEP, Option(value="leave-out", words="Leave the start out")),
    )


def _recommendation_number(*_: object) -> Ask:
    return Ask(typed=(NUMBER,))


def _sample_disagrees(*_: object) -> Ask:
    return Ask(confirm="The report is so", typed=(CASES,))


def _fact_missing(problem: Problem, state: Corrected, known: Known, *_: object) -> Ask:
    typed = MISSING.get(problem.text)
    if typed is None:
        return Ask(confirm="The report does not state it")
    is_must = problem.level is ProblemLevel.MUST_FIX
    return Ask(
        confirm="" if is_must else "The report does not state it",
        typed=(replace(typed, has_line=True),),
        options=(replace(LEAVE_OUT, words="The report does not state it"),) if is_must else (),
    )


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"


ASKS_OF_REPORT: dict[ProblemType, Callable[..., Ask]] = {
    ProblemType.HEADING_LOST: _heading_lost,
    ProblemType.ROW_NOT_READ: _row_not_read,
    ProblemType.STRAND_UNKNOWN: _strand_unknown,
    ProblemType.FACT_MISSING: _fact_missing,
    ProblemType.RECOMMENDATION_NUMBER_LOST: _recommendation_number,
    ProblemType.RECOMMENDATION_NUMBERS: _recommendation_number,
    ProblemType.TWO_VALUES: _two_values,
    ProblemType.RATING_DISAGREES: _rating_disagrees,
    ProblemType.SCORE_DISAGREES: _score_disagrees,
    ProblemType.SCORE_OUT_OF_RANGE: _score,
    ProblemType.UNKNOWN_MAXIMUM: _score,
    ProblemType.STANDARD_MISSING: _standard_missing,
    ProblemType.STANDARD_DOUBLED: _standard_doubled,
    ProblemType.QUESTION_MISSING: _question_missing,
    ProblemType.QUESTION_DOUBLED: _question_doubled,
    ProblemType.PERCENTAGE_OUT_OF_RANGE: _percentage,
    ProblemType.PERCENTAGE_UNREACHABLE: _percentage,
    ProblemType.COUNT_ABOVE_BASE: _count_above_base,
    ProblemType.SAMPLE_DISAGREES: _sample_disagrees,
    ProblemType.DATES_OUT_OF_ORDER: _dates_out_of_order,
}
