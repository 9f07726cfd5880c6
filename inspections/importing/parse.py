"""From numbered lines to what the report says. Pure: it knows wordings, no delivery unit and no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from inspections.importing.checks import check
from inspections.importing.checks.problems import about
from inspections.importing.extract import Document
from inspections.importing.known_measures import read_measures
from inspections.importing.parsed import NotAReport, ParsedFigure, ParsedFurniture, ParsedReport, Problem, ProblemType
from inspections.importing.reading.assemble import parsed_sections, parsed_standards
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.figures import read_figures
from inspections.importing.reading.headings import LICENCE
from inspections.importing.reading.identity import (
    read_cover,
    read_fieldwork_start,
    read_isbn,
    read_lead_inspector,
    read_published,
    read_region,
    title_together,
)
from inspections.importing.reading.joining import join_parts
from inspections.importing.reading.limits import LARGEST_NUMBER, LONGEST_SHOWN, check_figures
from inspections.importing.reading.ratings_table import RatingsTable, read_ratings_table, rows_apart
from inspections.importing.reading.recommendations import Recommendations, read_recommendations
from inspections.importing.reading.refusals import (
    refuse_other_kinds,
    refuse_region,
    refuse_truncated,
)
from inspections.importing.reading.sample import read_sample, read_survey
from inspections.importing.reading.sections import Outline, Section, outline
from inspections.importing.reading.standards import Chapter, read_chapter
from inspections.rows import ParagraphRole, ProblemLevel, SectionKind

__all__ = ["NotAReport", "parse"]

FRONT = (SectionKind.COVER, SectionKind.OTHER)
NO_PROSE = (ParagraphRole.HEADING, ParagraphRole.RATING, ParagraphRole.QUOTATION, ParagraphRole.ROW)


@dataclass(kw_only=True)
class Reading:
    """What each section says, before it is put together. `roles` is by paragraph index, `chapters` by section."""

    outline: Outline
    roles: dict[int, ParagraphRole] = field(default_factory=dict)
    table: RatingsTable = field(default_factory=RatingsTable)
    recommendations: Recommendations = field(default_factory=Recommendations)
    chapters: dict[int, Chapter] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def blocks(self, *kinds: SectionKind) -> list[Block]:
        """The blocks of the sections of these kinds; of all sections but the cover without any."""
        wanted = kinds or tuple(kind for kind in SectionKind if kind is not SectionKind.COVER)
        return [block for section in self.outline.sections if section.kind in wanted for block in section.blocks]


def parse(document: Document) -> ParsedReport:
    """Read a report. Raises `NotAReport` where the text is none, or not a whole one."""
    reading = _read_sections(_prepared(outline(document)))
    figures = tuple(_as_many_as_are_read(_figures(reading), reading.problems))
    report = replace(_put_together(reading, figures), form=document.form, address=document.address)
    report = replace(report, measure_values=read_measures(report))
    problems = sorted((*reading.problems, *check(report)), key=lambda problem: problem.line or 0)
    return replace(report, problems=tuple(problems))


def _prepared(found: Outline) -> Outline:
    """The outline with its parts joined and its paragraphs numbered, refused where it is no report."""
    problems = list(found.problems)
    start = 0
    for section in found.sections:
        if section.kind is SectionKind.COVER:
            section.blocks = title_together(section.blocks)
        if section.kind is SectionKind.RATINGS:
            section.blocks = rows_apart(section.blocks)
        problems += join_parts(section)
        section.blocks = [replace(block, index=index) for index, block in enumerate(section.blocks, start)]
        start += len(section.blocks)
    refuse_other_kinds(found)
    return replace(found, problems=tuple(problems))


def _read_sections(found: Outline) -> Reading:
    """Every section by the reader of its kind. A second ratings table or list of recommendations goes on the first."""
    reading = Reading(outline=found, problems=list(found.problems))
    for position, section in enumerate(found.sections):
        if section.kind is SectionKind.RATINGS:
            _read_ratings(reading, section)
        elif section.kind is SectionKind.RECOMMENDATIONS:
            _read_recommendations(reading, section)
        else:
            chapter = read_chapter(section)
            reading.chapters[position] = chapter
            reading.roles |= chapter.roles
            reading.problems += chapter.problems
    refuse_truncated(found, reading.table)
    return reading


def _read_ratings(reading: Reading, section: Section) -> None:
    table = read_ratings_table(section)
    reading.roles |= table.roles
    reading.problems += table.problems
    if not reading.table.standards:
        reading.table = table


def _read_recommendations(reading: Reading, section: Section) -> None:
    read = read_recommendations(section)
    reading.roles |= read.roles
    reading.problems += read.problems
    reading.recommendations.items += read.items


def _figures(reading: Reading) -> Iterator[ParsedFigure]:
    """The figures of all prose after the front matter, in the order of the text."""
    for section in _after_front(reading.outline.sections):
        has_speech = section.kind is SectionKind.FEEDBACK
        if section.kind is not SectionKind.RATINGS and not LICENCE.fullmatch(section.title):
            for block in section.blocks:
                if reading.roles[block.index] not in NO_PROSE:
                    yield from read_figures(block, section.title, has_speech=has_speech)


def _as_many_as_are_read(figures: Iterator[ParsedFigure], problems: list[Problem]) -> Iterator[ParsedFigure]:
    """The figures, but for numbers that no report states: those are named."""
    for count, figure in enumerate(figures, start=1):
        check_figures(count)
        numbers = (figure.value, Decimal(figure.numerator or 0), Decimal(figure.denominator or 0))
        if min(numbers) >= 0 and max(numbers) <= LARGEST_NUMBER:
            yield figure
            continue
        message = "No report states a number as large as this, or below nought: it is kept as text and is no figure."
        type_, level = ProblemType.NUMBER_NOT_READ, ProblemLevel.CONFIRM
        problems.append(about(type_, level, figure, message, figure.section, text=figure.text[:LONGEST_SHOWN]))


def _after_front(sections: Sequence[Section]) -> Sequence[Section]:
    """The sections from the foreword on, or from the first that is not front matter."""
    start = next((n for n, section in enumerate(sections) if section.kind not in FRONT), len(sections))
    return sections[start:]


def _put_together(reading: Reading, figures: tuple[ParsedFigure, ...]) -> ParsedReport:
    cover = read_cover(reading.blocks(SectionKind.COVER))
    if cover is None:
        raise NotAReport("The title does not say which delivery unit was inspected.")
    text = reading.blocks()
    background = reading.blocks(SectionKind.BACKGROUND) or text
    region = read_region(reading.blocks(SectionKind.COVER), text)
    refuse_region(cover.pdu.value, region.value if region else None)
    return ParsedReport(
        title=cover.title,
        pdu=cover.pdu,
        region=region,
        published=read_published(reading.blocks(SectionKind.COVER)),
        isbn=read_isbn([*reading.blocks(SectionKind.COVER), *text]),
        lead_inspector=read_lead_inspector(reading.blocks(SectionKind.COVER, SectionKind.OTHER)),
        work_started=reading.table.work_started,
        fieldwork_started=read_fieldwork_start(background),
        overall_rating=reading.table.overall_rating,
        score=reading.table.score,
        max_score=reading.table.max_score,
        sample=read_sample(background, figures),
        survey=read_survey(reading.blocks(SectionKind.FEEDBACK) or text, figures),
        standards=parsed_standards(reading.table, reading.outline.sections, reading.chapters),
        sections=parsed_sections(reading.outline.sections, reading.chapters, reading.roles),
        recommendations=tuple(reading.recommendations.items),
        figures=figures,
        furniture=tuple(
            ParsedFurniture(line=line.number, page=line.page, text=line.text) for line in reading.outline.furniture
        ),
    )
