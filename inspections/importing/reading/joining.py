"""Paragraphs, list items and quotations that a page end or a blank line has cut in two."""

import re

from inspections.importing.parsed import Problem, ProblemType
from inspections.importing.reading.blocks import CLOSING_QUOTE, OPENING_QUOTE, Block, merged
from inspections.importing.reading.headings import TABLE_HEADER
from inspections.importing.reading.limits import check_length
from inspections.importing.reading.sections import Section
from inspections.rows import ProblemLevel, SectionKind

FINISHED = re.compile(r"[.!?:;]['’”\")]*$|[”\"]$")


def join_parts(section: Section) -> list[Problem]:
    """Put the parts of the section's blocks together, in place; a note for each one that was put together."""
    if section.kind in (SectionKind.COVER, SectionKind.RATINGS):
        return []
    problems: list[Problem] = []
    blocks: list[Block] = []
    last = -1  # where in `blocks` the last one stands that may go on: a footnote between two parts is passed over
    for block in section.blocks:
        if last >= 0 and goes_on(blocks[last], block, section.kind):
            problems.append(_joined(section, block))
            blocks[last] = merged(blocks[last], block)
            check_length(blocks[last].text, blocks[last].line.number)
            continue
        blocks.append(block)
        if not block.mark:
            last = len(blocks) - 1
    section.blocks = blocks
    return problems


def goes_on(first: Block, second: Block, kind: SectionKind) -> bool:
    """Whether `second` is the rest of `first`.

    It is where `first` breaks off (no full stop, an open quotation) and `second` has no bullet of its own and either
    begins with a small letter or follows a list item, which never breaks off otherwise.
    """
    if first.is_row and second.is_row and kind is SectionKind.STANDARD:
        return row_goes_on(first.text, second.text)
    if _stands_alone(first) or _stands_alone(second) or second.marker.strip() or second.number is not None:
        return False
    if is_open_quotation(first):
        return not second.text.startswith(OPENING_QUOTE)
    if FINISHED.search(first.text) or second.text.startswith(OPENING_QUOTE):
        return not first.text
    if kind is SectionKind.RECOMMENDATIONS:
        return first.number is not None or bool(first.marker.strip())
    return second.text[:1].islower() or bool(first.marker.strip())


def row_goes_on(first: str, second: str) -> bool:
    """Whether a key-question row is cut: each row has one question and one percentage."""
    if TABLE_HEADER.search(first) or TABLE_HEADER.search(second):
        return False
    if "%" not in first:
        return not second[:1].isupper() if "?" not in first else not re.search("[a-z]", second)
    return "?" not in first and "?" in second and "%" not in second


def is_open_quotation(block: Block) -> bool:
    """Whether the block opens a quotation and does not close it."""
    return block.text.startswith(OPENING_QUOTE) and not CLOSING_QUOTE.search(block.text[1:])


def _stands_alone(block: Block) -> bool:
    return block.is_heading or block.is_row or bool(block.mark)


def _joined(section: Section, block: Block) -> Problem:
    return Problem(
        type=ProblemType.JOINED_OVER_BREAK,
        level=ProblemLevel.NOTE,
        section=section.title,
        line=block.line.number,
        page=block.line.page,
        message="A blank line or a page end cut this text in two: it is read as the rest of what stands before it.",
        text=block.text,
    )
