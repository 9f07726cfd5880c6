"""The text: facts every report states, sections, recommendations, quotation marks, and its end."""

import re
from collections.abc import Iterator

from inspections.importing.checks.problems import CONFIRM, MUST_FIX, NOTE, about
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.rows import ParagraphRole, SectionKind


def facts_are_stated(report: ParsedReport) -> Iterator[Problem]:
    """What every report states: must be there to be published, or is worth a look at its lines."""
    needed = {"overall rating": report.overall_rating, "score": report.score}
    expected = {
        "region": report.region,
        "date of publication": report.published,
        "date on which fieldwork started": report.fieldwork_started,
        "number of cases inspected": report.sample.cases,
    }
    for level, facts in ((MUST_FIX, needed), (NOTE, expected)):
        for name, fact in facts.items():
            if fact is None:
                yield Problem(
                    type=ProblemType.FACT_MISSING, level=level, message=f"The report states no {name}.", text=name
                )


def sections_are_single(report: ParsedReport) -> Iterator[Problem]:
    """Sections of a known kind come once."""
    single = set(SectionKind) - {SectionKind.OTHER, SectionKind.STANDARD, SectionKind.DOMAIN}
    seen: set[SectionKind] = set()
    for section in report.sections:
        if section.kind in seen & single:
            yield Problem(
                type=ProblemType.SECTION_DOUBLED,
                level=CONFIRM,
                section=section.title,
                line=section.line,
                page=section.page,
                message=f"There is a second section “{section.title}”.",
                text=section.title,
            )
        seen.add(section.kind)


def recommendations_run_from_one(report: ParsedReport) -> Iterator[Problem]:
    """Numbers go up by one from 1, in one row or anew for each addressee."""
    before = 0
    seen: set[tuple[str | None, int]] = set()
    last_addressee = report.recommendations[0].addressed_to if report.recommendations else None
    for recommendation in report.recommendations:
        is_anew = recommendation.number == 1 and recommendation.addressed_to != last_addressee
        place = (recommendation.addressed_to, recommendation.number)
        if place in seen or recommendation.number < 1:
            message = f"Number {recommendation.number} can't be recorded: another has it, or it is below 1."
            type_ = ProblemType.RECOMMENDATION_NUMBERS
            yield about(type_, MUST_FIX, recommendation, message, "Recommendations", text=recommendation.text)
        elif recommendation.number != before + 1 and not is_anew:
            message = f"Recommendation {recommendation.number} follows number {before}."
            type_ = ProblemType.RECOMMENDATION_NUMBERS
            yield about(type_, CONFIRM, recommendation, message, "Recommendations", text=recommendation.text)
        seen.add(place)
        before, last_addressee = recommendation.number, recommendation.addressed_to
    if not report.recommendations:
        message = "The report makes no recommendation."
        yield Problem(type=ProblemType.FACT_MISSING, level=CONFIRM, message=message, text="recommendation")


def quotation_marks_balance(report: ParsedReport) -> Iterator[Problem]:
    """What opens a quotation closes it in the same paragraph. Single marks are apostrophes too, and are not counted."""
    for section in report.sections:
        for paragraph in section.paragraphs:
            text = paragraph.text
            if text.count('"') % 2 or text.count("“") != text.count("”"):
                message = "A quotation mark in this paragraph has no partner."
                yield about(ProblemType.QUOTATION_UNBALANCED, CONFIRM, paragraph, message, section.title, text=text)


def text_ends_as_a_sentence(report: ParsedReport) -> Iterator[Problem]:
    """The last paragraph is finished. An address or a link at the end is finished too."""
    if not report.sections or not report.sections[-1].paragraphs:
        return
    last = report.sections[-1].paragraphs[-1]
    is_open = last.role is ParagraphRole.PROSE and re.search(r"\s[a-z]+$", last.text)
    if is_open:
        message = "The text stops inside a sentence: the end of the report may be missing."
        yield about(ProblemType.TEXT_STOPS_SHORT, CONFIRM, last, message, report.sections[-1].title, text=last.text)
