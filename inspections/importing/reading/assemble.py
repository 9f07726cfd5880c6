"""Sections and standards as they are handed on: the ratings table and the chapters put together."""

from collections.abc import Mapping, Sequence

from inspections.importing.parsed import ParsedSection, ParsedStandard
from inspections.importing.reading.headings import bare
from inspections.importing.reading.places import paragraph
from inspections.importing.reading.ratings_table import RatedStandard, RatingsTable
from inspections.importing.reading.sections import Section
from inspections.importing.reading.standards import Chapter
from inspections.rows import ParagraphRole, SectionKind


def parsed_sections(
    sections: Sequence[Section], chapters: Mapping[int, Chapter], roles: Mapping[int, ParagraphRole]
) -> tuple[ParsedSection, ...]:
    """Every section with its paragraphs; a standard's findings are left to the standard."""
    return tuple(
        _section(section, chapters.get(position, Chapter()), roles) for position, section in enumerate(sections)
    )


def _section(section: Section, chapter: Chapter, roles: Mapping[int, ParagraphRole]) -> ParsedSection:
    is_standard = section.kind is SectionKind.STANDARD
    return ParsedSection(
        kind=section.kind,
        title=section.title,
        line=section.line.number,
        page=section.line.page,
        anchor=section.line.anchor,
        paragraphs=tuple(paragraph(block, roles[block.index]) for block in section.blocks),
        findings=() if is_standard else chapter.findings,
        quotations=chapter.quotations,
    )


def parsed_standards(
    table: RatingsTable, sections: Sequence[Section], chapters: Mapping[int, Chapter]
) -> tuple[ParsedStandard, ...]:
    """One for each row of the table, with its chapter; then one for each chapter that no row is left for."""
    left = [position for position, section in enumerate(sections) if section.kind is SectionKind.STANDARD]
    standards = []
    for rated in table.standards:
        position = _chapter(rated, left, sections)
        if position is None:
            standards.append(_without_chapter(rated))
            continue
        left.remove(position)
        standards.append(_standard(sections[position], position, chapters[position], rated))
    return (*standards, *(_standard(sections[n], n, chapters[n], None) for n in left))


def _chapter(rated: RatedStandard, left: Sequence[int], sections: Sequence[Section]) -> int | None:
    """The chapter with the code of a row, or else with its name: one of them may print codes without their letter."""
    by_code = (n for n in left if sections[n].heading.code == rated.code)
    by_name = (n for n in left if bare(sections[n].title) == bare(rated.name))
    return next(by_code, next(by_name, None))


def _without_chapter(rated: RatedStandard) -> ParsedStandard:
    line = rated.block.line
    return ParsedStandard(
        code=rated.code, name=rated.name, domain=rated.domain, rating=rated.rating, line=line.number, page=line.page
    )


def _standard(section: Section, position: int, chapter: Chapter, rated: RatedStandard | None) -> ParsedStandard:
    code = section.heading.code
    return ParsedStandard(
        code=code,
        name=_name(section.title, rated),
        domain=int(code.removeprefix("P ").partition(".")[0]),
        line=section.line.number,
        page=section.line.page,
        section=position,
        rating=rated.rating if rated else None,
        chapter_rating=chapter.rating,
        statement=chapter.statement,
        summary=chapter.summary,
        key_questions=chapter.key_questions,
        findings=chapter.findings,
    )


def _name(title: str, rated: RatedStandard | None) -> str:
    """The table's name, unless its columns broke it: the chapter's heading is whole."""
    if rated is None or "".join(rated.name.split()).lower() == "".join(title.split()).lower():
        return title
    return rated.name
