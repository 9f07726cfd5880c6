"""Where a block, or words in it, stand in the file."""

from typing import TypedDict, TypeVar

from inspections.importing.parsed import ParsedParagraph, Problem, ProblemType, Stated
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.sections import Section
from inspections.importing.reading.sentences import sentence_around
from inspections.rows import ParagraphRole, ProblemLevel

T = TypeVar("T")


class Place(TypedDict):
    """The fields of `Placed`."""

    line: int
    last_line: int
    page: int | None
    paragraph: int


def place(block: Block) -> Place:
    """Where a whole block stands."""
    return Place(line=block.line.number, last_line=block.lines[-1].number, page=block.line.page, paragraph=block.index)


def place_of(block: Block, start: int, end: int) -> Place:
    """Where the words from `start` to `end` of a block's text stand."""
    first, last = block.line_at(start), block.line_at(max(start, end - 1))
    return Place(line=first.number, last_line=last.number, page=first.page, paragraph=block.index)


def stated(value: T, block: Block, start: int | None = None, end: int | None = None, label: str = "") -> Stated[T]:
    """A fact that a block states: in the sentence around `start`, or in all of it."""
    if start is None:
        return Stated(value=value, quote=block.text, label=label, **place(block))
    quote = block.text if block.is_row else sentence_around(block.text, start)
    return Stated(value=value, quote=quote, label=label, **place_of(block, start, end or start + 1))


def paragraph(block: Block, role: ParagraphRole) -> ParsedParagraph:
    """The block as a paragraph of the source."""
    mark = block.mark or (str(block.number) if block.number is not None else "")
    return ParsedParagraph(role=role, text=block.text, mark=mark, **place(block))


def problem(
    type_: ProblemType, level: ProblemLevel, section: Section, block: Block, message: str, *, text: str | None = None
) -> Problem:
    """A problem with a block of a section."""
    return Problem(
        type=type_,
        level=level,
        section=section.title,
        line=block.line.number,
        page=block.line.page,
        message=message,
        text=block.text if text is None else text,
    )
