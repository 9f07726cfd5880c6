"""Blocks to sections: each heading with what stands under it, in the order of the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from inspections.importing.extract import Document, Line
from inspections.importing.parsed import Problem, ProblemType
from inspections.importing.reading.blocks import Block, cells, read_blocks, split_lines
from inspections.importing.reading.cleaning import clean
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
    standard_code,
)
from inspections.rows import ProblemLevel, SectionKind

COVER = Heading(kind=SectionKind.COVER, title="Cover")
CONTENTS_ENTRY = re.compile(r"(\S.*?)[\s.·…|]+(\d{1,3})")
CODE_CELL = re.compile(r"(P\s?)?([1-9])\.\s?(\d{1,2})\.?")
ROW_START = re.compile(r"(?:P\s?)?[1-9]\.\s?\d")
LONGEST_HEADING = 70
LONGEST_TITLE = 200  # of a heading that the form marks: as long as the store keeps
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
    entries = contents_entries(document)
    announced = Announced(titles=frozenset(bare(entry) for entry in entries), codes=_codes(document))
    blocks, furniture = read_blocks(document, announced)
    sections: list[Section] = []
    problems: list[Problem] = []
    in_contents = False
    for position, block in enumerate(blocks):
        heading = _heading(blocks, position, announced, sections[-1] if sections else None)
        if heading is None and (CONTENTS.fullmatch(block.text) or (in_contents and _is_entry(block))):
            in_contents = True
            furniture.extend(block.lines)
            continue
        in_contents = False
        if heading is not None:
            sections.append(Section(heading=heading, line=block.line))
            if section_heading(block.text, announced) is None:
                problems.append(_unknown_heading(block))
        elif sections:
            sections[-1].blocks.append(block)
        else:
            sections.append(Section(heading=COVER, line=block.line, blocks=[block]))
    listed = [
        section for position, section in enumerate(sections) if _is_only_listed(section, sections[position + 1 :])
    ]
    furniture.extend(section.line for section in listed)
    return Outline(
        sections=tuple(_by_lines(section) for section in sections if section not in listed),
        furniture=tuple(sorted(furniture, key=lambda line: line.number)),
        announced=entries,
        problems=tuple(problems),
    )


def contents_entries(document: Document) -> tuple[str, ...]:
    """The titles that the contents page lists, without their page numbers."""
    texts = [text for text in (clean(line.text) for line in document.lines if not line.is_furniture) if text]
    start = next((n for n, text in enumerate(texts) if CONTENTS.fullmatch(text)), len(texts))
    entries = []
    for text in texts[start + 1 :]:
        entry = CONTENTS_ENTRY.fullmatch(text.strip("| "))
        if entry is None and not set(text) <= set("|-: "):
            break
        if entry:
            entries.append(entry[1].strip("| "))
    return tuple(entries)


def _codes(document: Document) -> frozenset[str]:
    """The codes in the first cell of any table row."""
    rows = (
        line.text.strip() for line in document.lines if not line.is_furniture and line.text.lstrip().startswith("|")
    )
    firsts = (next(cells(row), "") for row in rows)
    found = (CODE_CELL.fullmatch(first) for first in firsts)
    return frozenset(standard_code(*match.groups()) for match in found if match)


def _is_only_listed(section: Section, after: Sequence[Section]) -> bool:
    """A heading with nothing under it that comes again later: a line of the contents."""
    return not section.blocks and any(bare(section.title) == bare(later.title) for later in after)


def _is_entry(block: Block) -> bool:
    return block.is_row or bool(CONTENTS_ENTRY.fullmatch(block.text))


def _heading(blocks: Sequence[Block], position: int, announced: Announced, last: Section | None) -> Heading | None:
    """The heading that this block is, known or not."""
    block = blocks[position]
    within = last.kind if last else SectionKind.COVER
    following = blocks[position + 1] if position + 1 < len(blocks) else None
    if block.is_heading:
        heading = section_heading(block.text, announced)
        is_row = within is SectionKind.RATINGS and following is not None and _is_rating_row(following)
        if heading is None and last is not None and _is_beside(block, last):
            return Heading(kind=SectionKind.OTHER, title=block.text)
        return None if heading and heading.kind is SectionKind.DOMAIN and is_row else heading
    if within in (SectionKind.COVER, SectionKind.RECOMMENDATIONS, SectionKind.RATINGS) or following is None:
        return None
    if _looks_like_heading(block, blocks[position - 1]) and _reads_as_text(following):
        return Heading(kind=SectionKind.OTHER, title=block.text)
    return None


def _is_beside(block: Block, last: Section) -> bool:
    """A heading that the form itself marks, not below that of the last section. What it heads is not known."""
    is_in_words = bool(list_heading(block.text) or rating_line(block.text) or addressee(block.text))
    is_beside = 0 < block.line.level <= last.line.level
    return is_beside and not is_in_words and len(block.text) <= LONGEST_TITLE and last.kind is not SectionKind.COVER


def _is_rating_row(block: Block) -> bool:
    return bool(ROW_START.match(block.text)) and ends_in_rating(block.text)


def _looks_like_heading(block: Block, before: Block) -> bool:
    """A short line that stands alone, without a full stop, after something that is finished."""
    stands_alone = len(block.lines) == 1 and block.after_gap and not (block.marker or block.mark or block.is_row)
    is_finished = before.is_heading or before.is_row or bool(re.search(r"[.!?:)'’”\"]$", before.text))
    return stands_alone and is_finished and len(block.text) <= LONGEST_HEADING and not NO_HEADING.search(block.text)


def _reads_as_text(block: Block) -> bool:
    return not block.is_heading and block.after_gap and bool(block.marker.strip() or re.search(r"[.!?:]$", block.text))


def _unknown_heading(block: Block) -> Problem:
    return Problem(
        type=ProblemType.UNKNOWN_HEADING,
        level=ProblemLevel.NOTE,
        section=block.text,
        line=block.line.number,
        page=block.line.page,
        message=f"“{block.text}” is not a heading that is known: it is kept as a section of its own.",
        text=block.text,
    )


def _by_lines(section: Section) -> Section:
    """Covers and ratings tables are read line by line."""
    if section.kind is SectionKind.COVER:
        return replace(section, blocks=split_lines(section.blocks))
    return section
