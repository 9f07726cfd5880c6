"""A report on its way through the answers, and how to change it: every change makes a new one."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from inspections.importing.parsed import (
    ParsedFinding,
    ParsedKeyQuestion,
    ParsedMeasureValue,
    ParsedParagraph,
    ParsedReport,
    ParsedStandard,
    Problem,
    ProblemType,
    Stated,
)

Findings = tuple[ParsedFinding, ...]
Quiet = tuple[ProblemType, int | None, str]


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A report with answers applied, and what they chose beside it.

    `framework` is the code of a chosen one, `creates_places` whether recording may create the places the report names.
    `quiet` are problems (type, line, text) that only follow from what was left out on purpose.
    """

    report: ParsedReport
    framework: str = ""
    creates_places: bool = False
    quiet: frozenset[Quiet] = frozenset()

    def with_report(self, **changes: object) -> "Corrected":
        return replace(self, report=replace(self.report, **changes))  # type: ignore[arg-type]

    def without(self, type_: ProblemType, line: int | None, text: str) -> "Corrected":
        """Without a problem that what was left out would make."""
        return replace(self, quiet=self.quiet | {(type_, line, text)})

    def is_quiet(self, problem: Problem) -> bool:
        return (problem.type, problem.line, problem.text) in self.quiet


def paragraph_at(report: ParsedReport, line: int) -> ParsedParagraph | None:
    """The paragraph a line is of; of a heading the one it stands over."""
    paragraphs = [paragraph for paragraph in report.paragraphs if paragraph.last_line >= line]
    return min(paragraphs, key=lambda paragraph: paragraph.line, default=None)


def entered(report: ParsedReport, line: int, value: object) -> Stated[object] | None:
    """A value entered by staff, with the words of the paragraph that its line is of."""
    at = paragraph_at(report, line)
    if at is None:
        return None
    return Stated(
        value=value,
        quote=at.text,
        line=line,
        last_line=max(line, at.last_line),
        page=at.page,
        paragraph=at.paragraph,
        is_by_staff=True,
    )


def with_findings(state: Corrected, line: int, change: Callable[[Findings], Findings]) -> Corrected:
    """Change the list of findings that one of this line is in."""
    report = state.report
    return state.with_report(
        standards=tuple(
            replace(standard, findings=change(standard.findings)) if _has(standard.findings, line) else standard
            for standard in report.standards
        ),
        sections=tuple(
            replace(section, findings=change(section.findings)) if _has(section.findings, line) else section
            for section in report.sections
        ),
    )


def findings_at(report: ParsedReport, line: int) -> Findings:
    """The list of findings that one of this line is in."""
    report_parts = (*(standard.findings for standard in report.standards), *(s.findings for s in report.sections))
    return next((findings for findings in report_parts if _has(findings, line)), ())


def _has(findings: Findings, line: int) -> bool:
    return any(finding.line == line for finding in findings)


def with_questions(
    state: Corrected, problem: Problem, change: Callable[[ParsedKeyQuestion], ParsedKeyQuestion]
) -> Corrected:
    """Change the key questions that a problem is about."""

    def changed(standard: ParsedStandard) -> ParsedStandard:
        questions = [change(q) if is_about(problem, q) else q for q in standard.key_questions]
        return replace(standard, key_questions=tuple(questions))

    return state.with_report(standards=tuple(changed(standard) for standard in state.report.standards))


def is_about(problem: Problem, question: ParsedKeyQuestion) -> bool:
    """Whether a problem is about this key question. Problems of reading name its whole row."""
    return (problem.line == question.line and question.text in (problem.text, "")) or _same_row(problem, question)


def _same_row(problem: Problem, question: ParsedKeyQuestion) -> bool:
    row = " ".join(problem.text.replace("|", " ").split())
    return problem.line == question.line and bool(row) and row.startswith(question.text)


def question_of(report: ParsedReport, problem: Problem) -> ParsedKeyQuestion | None:
    """The key question a problem is about."""
    questions = (question for standard in report.standards for question in standard.key_questions)
    return next((question for question in questions if is_about(problem, question)), None)


def without_figures(state: Corrected, problem: Problem) -> Corrected:
    """Without the figures a problem is about, and without the measures read from them."""
    report = state.report
    kept = [
        index
        for index, figure in enumerate(report.figures)
        if (figure.line, figure.text) != (problem.line, problem.text)
    ]
    places = {index: place for place, index in enumerate(kept)}
    values = [_placed_anew(value, places) for value in report.measure_values if value.figure in places]
    return state.with_report(figures=tuple(report.figures[index] for index in kept), measure_values=tuple(values))


def _placed_anew(value: ParsedMeasureValue, places: dict[int, int]) -> ParsedMeasureValue:
    comparators = [
        replace(comparator, figure=places[comparator.figure])
        for comparator in value.comparators
        if comparator.figure in places
    ]
    return replace(value, figure=places[value.figure], comparators=tuple(comparators))
