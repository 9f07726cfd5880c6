"""The chapter of a standard, and the sections that are read like one: feedback, diversity, outcomes, and the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from inspections.importing.parsed import ParsedFinding, ParsedKeyQuestion, ParsedQuotation, Problem, ProblemType, Stated
from inspections.importing.reading.blocks import CLOSING_QUOTE, OPENING_QUOTE, QUESTIONS_HEADER, Block
from inspections.importing.reading.headings import list_heading, rating_line
from inspections.importing.reading.joining import is_open_quotation
from inspections.importing.reading.key_questions import is_question, read_questions
from inspections.importing.reading.limits import check_questions
from inspections.importing.reading.lists import read_list
from inspections.importing.reading.places import place, problem, stated
from inspections.importing.reading.sections import WITH_FINDINGS, Section
from inspections.ratings import Rating
from inspections.rows import ParagraphRole, ProblemLevel, SectionKind

WITH_KINDS = (SectionKind.DIVERSITY, SectionKind.OUTCOMES)


@dataclass(kw_only=True)
class Chapter:
    """What stands in one section, and what each of its paragraphs is (by paragraph index)."""

    roles: dict[int, ParagraphRole] = field(default_factory=dict)
    rating: Stated[Rating] | None = None
    statement: Stated[str] | None = None
    summary: Stated[str] | None = None
    key_questions: tuple[ParsedKeyQuestion, ...] = ()
    findings: tuple[ParsedFinding, ...] = ()
    quotations: tuple[ParsedQuotation, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_chapter(section: Section) -> Chapter:
    """Read a section that may have findings and quotations."""
    chapter = Chapter(roles={block.index: _role(block, section.kind) for block in section.blocks})
    start = list_start(section)
    _read_opening(chapter, section.blocks[:start])
    _read_rows(chapter, section)
    _read_findings(chapter, section, section.blocks[start:])
    _read_quotations(chapter, section)
    return chapter


def _role(block: Block, kind: SectionKind) -> ParagraphRole:
    """What a block is whatever stands around it."""
    if block.is_heading:
        return ParagraphRole.RATING if rating_line(block.text) else ParagraphRole.HEADING
    if block.mark:
        return ParagraphRole.FOOTNOTE
    if block.is_row or (kind is SectionKind.STANDARD and (is_question(block) or QUESTIONS_HEADER.match(block.text))):
        return ParagraphRole.ROW
    if block.text.startswith(OPENING_QUOTE) and (is_open_quotation(block) or CLOSING_QUOTE.search(block.text)):
        return ParagraphRole.QUOTATION
    return ParagraphRole.ITEM if block.marker.strip() else ParagraphRole.PROSE


def list_start(section: Section) -> int:
    """Where the findings begin: at the first list heading, table row, bullet, or paragraph before a quotation."""
    blocks = section.blocks
    if section.kind not in WITH_FINDINGS:
        return len(blocks)
    for position, block in enumerate(blocks):
        role = _role(block, section.kind)
        if list_heading(block.text) and block.is_heading:
            return position
        if role in (ParagraphRole.ROW, ParagraphRole.ITEM):
            return position
        if section.kind is SectionKind.FEEDBACK and position > 0 and role is ParagraphRole.PROSE:
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            if block.marker or (following and _role(following, section.kind) is ParagraphRole.QUOTATION):
                return position
    return len(blocks)


def _read_opening(chapter: Chapter, blocks: Sequence[Block]) -> None:
    """The statement stands before the rating, the summary after it. Without a rating the first paragraph is it."""
    rated = next((block for block in blocks if chapter.roles[block.index] is ParagraphRole.RATING), None)
    prose = [block for block in blocks if chapter.roles[block.index] is ParagraphRole.PROSE]
    if rated is None:
        statement, summary = prose[:1], prose[1:]
    else:
        rating = rating_line(rated.text)
        chapter.rating = stated(rating, rated) if rating else None
        statement = [block for block in prose if block.index < rated.index]
        summary = [block for block in prose if block.index > rated.index]
    chapter.statement, chapter.summary = _together(statement), _together(summary)


def _together(blocks: Sequence[Block]) -> Stated[str] | None:
    """Several paragraphs as one text, placed where the first stands."""
    if not blocks:
        return None
    text = "\n\n".join(block.text for block in blocks)
    start = place(blocks[0])
    start["last_line"] = blocks[-1].lines[-1].number
    return Stated(value=text, quote=text, **start)


def _read_rows(chapter: Chapter, section: Section) -> None:
    rows = [block for block in section.blocks if chapter.roles[block.index] is ParagraphRole.ROW]
    if section.kind is SectionKind.STANDARD:
        chapter.key_questions, problems = read_questions(section, rows)
        check_questions(len(chapter.key_questions))
        chapter.problems += problems


def _read_findings(chapter: Chapter, section: Section, blocks: Sequence[Block]) -> None:
    """Everything from the start of the lists on that is no row, rating, footnote or quotation."""
    listed = [
        block
        for block in blocks
        if chapter.roles[block.index] in (ParagraphRole.ITEM, ParagraphRole.PROSE)
        or (block.is_heading and list_heading(block.text))
    ]
    has_kinds = section.kind in WITH_KINDS or section.heading.code.startswith(("P 1.", "1."))
    chapter.findings, problems = read_list(section, listed, has_kinds=has_kinds)
    chapter.problems += problems
    chapter.roles.update({finding.paragraph: ParagraphRole.FINDING for finding in chapter.findings})


def _read_quotations(chapter: Chapter, section: Section) -> None:
    """Paragraphs in quotation marks. In a standard's chapter nobody is known to speak: that is named."""
    quoted = [block for block in section.blocks if chapter.roles[block.index] is ParagraphRole.QUOTATION]
    if section.kind is SectionKind.STANDARD:
        message = "This quotation stands in a standard's chapter: it is kept as a paragraph, not as a quotation."
        type_, level = ProblemType.QUOTATION_OUT_OF_PLACE, ProblemLevel.CONFIRM
        chapter.problems += tuple(problem(type_, level, section, block, message) for block in quoted)
        return
    chapter.quotations = tuple(ParsedQuotation(text=spoken(block.text), **place(block)) for block in quoted)


def spoken(text: str) -> str:
    """A quotation without the quotation marks around it."""
    inner = text.removeprefix(text[:1]) if text.startswith(OPENING_QUOTE) else text
    return CLOSING_QUOTE.sub("", inner)
