"""Blocks to sections: each heading with what stands under it, in the order of the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from inspections.importing.extract import Document, Line
from inspections.importing.parsed import Problem, ProblemType
from inspections.importing.reading.announcing import announced, contents_entries, contents_entry
from inspections.importing.reading.blocks import Block, read_blocks, split_lines
from inspections.importing.reading.footnotes import with_marks_raised
from inspections.importing.reading.headings import (
    CONTENTS,
    Announced,
    Heading,
    addressee,
    bare,
    ends_in_rating,
    list_heading,
    rating_line,
    section_heading,
)
from inspections.rows import ProblemLevel, SectionKind

WITH_FINDINGS = (SectionKind.STANDARD, SectionKind.FEEDBACK, SectionKind.DIVERSITY, SectionKind.OUTCOMES)
COVER = Heading(kind=SectionKind.COVER, title="Cover")
ROW_START = re.compile(r"(?:P\s?)?[1-9]\.\s?\d")
LONGEST_HEADING = 70
LONGEST_MARKED_HEADING = 200
NO_HEADING = re.compile(r"[.!?:;,]$|www\.|@|\d{4}|^[^A-Z]")


@dataclass(kw_only=True)
class Section:
    """A heading and its blocks. `line` is the heading's, or the first of the file for the cover."""

    heading: Heading
    line: Line
    blocks: list[Block] = field(default_factory=list)

    @property
    def kind(self) -> SectionKind:
        """What the section is."""
        return self.heading.kind

    @property
    def title(self) -> str:
        """The heading's words; a standard's name."""
        return self.heading.title


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The sections in order, the furniture, what the contents announce, and headings nobody announced."""

    sections: tuple[Section, ...]
    furniture: tuple[Line, ...]
    announced: tuple[str, ...]
    problems: tuple[Problem, ...]


def outline(document: Document) -> Outline:
    """Cut the document into its sections."""
    document = with_marks_raised(document)
    entries = contents_entries(document)
    known = announced(document, entries)
    blocks, furniture = read_blocks(document, known)
    sections: list[Section] = []
    unknown: list[tuple[Block, Section, Section | None]] = []
    last_known: Section | None = None
    in_contents = False
    for position, block in enumerate(blocks):
        heading = _heading(blocks, position, known, sections[-1] if sections else None)
        if in_contents and contents_entry(block.text):
            heading = None
        if heading is None and (CONTENTS.fullmatch(block.text) or (in_contents and _is_entry(block))):
            in_contents = True
            furniture.extend(block.lines)
            continue
        in_contents = False
        if heading is not None:
            sections.append(Section(heading=heading, line=block.line))
            if section_heading(block.text, known) is None:
                unknown.append((block, sections[-1], last_known))
            else:
                last_known = sections[-1]
        elif sections:
            sections[-1].blocks.append(block)
        else:
            sections.append(Section(heading=COVER, line=block.line, blocks=[block]))
    kept = _without_listed(sections, furniture)
    return Outline(
        sections=tuple(_by_lines(section) for section in kept),
        furniture=tuple(sorted(furniture, key=lambda line: line.number)),
        announced=entries,
        problems=tuple(_unknown_heading(*found) for found in unknown),
    )


def _without_listed(sections: Sequence[Section], furniture: list[Line]) -> list[Section]:
    """The sections but for headings with nothing under them that come again later: lines of the contents."""
    kept: list[Section] = []
    later: set[str] = set()
    for section in reversed(sections):
        title = bare(section.title)
        if not section.blocks and title in later:
            furniture.append(section.line)
        else:
            kept.append(section)
        later.add(title)
    return kept[::-1]


def _is_entry(block: Block) -> bool:
    return block.is_row or bool(contents_entry(block.text))


def _heading(blocks: Sequence[Block], position: int, known: Announced, last: Section | None) -> Heading | None:
    """The heading that this block is, known or not."""
    block = blocks[position]
    within = last.kind if last else SectionKind.COVER
    following = blocks[position + 1] if position + 1 < len(blocks) else None
    if block.is_heading:
        heading = section_heading(block.text, known)
        is_row = within is SectionKind.RATINGS and following is not None and _is_rating_row(following)
        is_part_of_table = heading is not None and heading.kind in (SectionKind.DOMAIN, SectionKind.STANDARD) and is_row
        if heading is None and last is not None and _is_beside(block, last):
            return Heading(kind=SectionKind.OTHER, title=block.text)
        return None if is_part_of_table else heading
    if within in (SectionKind.COVER, SectionKind.RECOMMENDATIONS, SectionKind.RATINGS) or following is None:
        return None
    is_marked = block.line.text.startswith("#") and len(block.lines) == 1 and len(block.text) <= LONGEST_MARKED_HEADING
    if is_marked and not list_heading(block.text):
        return Heading(kind=SectionKind.OTHER, title=block.text.rstrip(": "))
    if _looks_like_heading(block, blocks[position - 1]) and _reads_as_text(following):
        return Heading(kind=SectionKind.OTHER, title=block.text)
    return None


def _is_beside(block: Block, last: Section) -> bool:
    """A heading that the form itself marks, not below that of the last section. What it heads is not known."""
    is_in_words = bool(list_heading(block.text) or rating_line(block.text) or addressee(block.text))
    is_beside = 0 < block.line.level <= last.line.level
    return (
        is_beside
        and not is_in_words
        and len(block.text) <= LONGEST_MARKED_HEADING
        and last.kind is not SectionKind.COVER
    )


def _is_rating_row(block: Block) -> bool:
    return bool(ROW_START.match(block.text)) and ends_in_rating(block.text)


def _looks_like_heading(block: Block, before: Block) -> bool:
    """A short line that stands alone, without a full stop, after something that is finished."""
    stands_alone = len(block.lines) == 1 and block.after_gap and not (block.marker or block.mark or block.is_row)
    is_finished = before.is_heading or before.is_row or bool(re.search(r"[.!?:)'’”\"]$", before.text))
    return stands_alone and is_finished and len(block.text) <= LONGEST_HEADING and not NO_HEADING.search(block.text)


def _reads_as_text(block: Block) -> bool:
    is_text = bool(block.marker.strip() or re.search(r"[.!?:]$", block.text)) and not block.text[:1].islower()
    return is_text and not block.is_heading and block.after_gap


def _unknown_heading(block: Block, begun: Section, within: Section | None) -> Problem:
    """To be confirmed where a list stands under it, in the midst of what is read for findings: they may be lost."""
    level, lost = ProblemLevel.NOTE, ""
    if within and within.kind in WITH_FINDINGS and any(item.marker.strip() for item in begun.blocks):
        level = ProblemLevel.CONFIRM
        lost = f" What stands under it is not read as findings of “{within.title}”."
    return Problem(
        type=ProblemType.UNKNOWN_HEADING,
        level=level,
        section=block.text,
        line=block.line.number,
        page=block.line.page,
        message=f"“{block.text}” is not a heading that is known: it is kept as a section of its own.{lost}",
        text=block.text,
    )


def _by_lines(section: Section) -> Section:
    """Covers and ratings tables are read line by line."""
    if section.kind is SectionKind.COVER:
        return replace(section, blocks=split_lines(section.blocks))
    return section
