"""Lines to blocks: paragraphs, list items, table rows and headings, each with the lines it came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from inspections.importing.extract import Document, Line
from inspections.importing.reading.cleaning import clean, footnote_mark, joined_lines
from inspections.importing.reading.headings import (
    CONTENTS,
    FOOTER,
    FURNITURE,
    PAGE_NUMBER,
    TITLE,
    Announced,
    addressee,
    list_heading,
    rating_line,
    section_heading,
)
from inspections.importing.reading.limits import check_length, check_paragraphs
from inspections.rows import FileForm

BULLETS = "-•●▪◦○∙·*\uf0b7"
BULLET = re.compile(rf"\s*([{re.escape(BULLETS)}])(?:\s+|$)")
DASH_BULLET = re.compile(r"\s*([–—])\s+")  # only after a blank line: inside a paragraph it is a dash
NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
LONGEST_LAST_CELL = 40  # of a row parted by tabs: prose may have a tab too
ROW_WITHOUT_EDGES = re.compile(r"\? ?-?\d{1,3}(?:\.\d+)? ?%$|^key questions? percentage\b.{0,20}$", re.IGNORECASE)
QUESTIONS_HEADER = re.compile(r"key questions? percentage\b.{0,20}$", re.IGNORECASE)
OPENING_QUOTE = ("“", '"')
SENTENCE_END = re.compile(r"[.!?]$")
CLOSING_QUOTE = re.compile(r"[”\"][.,]?$")


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some lines of the file that belong together.

    `marker` is the bullet (" " for a mere leading space, "" for none), `number` the list number, `mark` a footnote's
    mark. `starts` has, for each line, the offset in `text` at which it begins. `index` is the paragraph's, set once
    all blocks of the report are known.
    """

    lines: tuple[Line, ...]
    text: str
    starts: tuple[int, ...] = (0,)
    marker: str = ""
    number: int | None = None
    mark: str = ""
    is_row: bool = False
    is_heading: bool = False
    after_gap: bool = True
    after_page_end: bool = False
    index: int = -1

    @property
    def line(self) -> Line:
        """The line on which it begins."""
        return self.lines[0]

    def line_at(self, offset: int) -> Line:
        """The line on which the character at `offset` of its text stands."""
        return self.lines[bisect_right(self.starts, offset) - 1]


@dataclass(kw_only=True)
class _Reader:
    """Goes through the lines once. While `is_open`, lines may go on the last block; `more` are those that do.

    Without pages (`has_pages`) a number alone is no page number.
    """

    announced: Announced
    has_pages: bool
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    more: list[tuple[Line, str]] = field(default_factory=list)
    is_open: bool = False
    gap: bool = True
    page_end: bool = False
    has_title: bool = False

    def read(self, line: Line) -> None:
        text = clean(line.text)
        if not text:
            self._blank(line)
        elif line.is_furniture:
            self.furniture.append(line)
            self.page_end = True
        elif FURNITURE.fullmatch(text):
            self.furniture.append(line)
        elif self._is_page_end(text):
            self.furniture.append(line)
            self.page_end = True
        elif self.is_open and not self._begins(line, text):
            self.more.append((line, text))
        else:
            self._begin(line, text)

    def _blank(self, line: Line) -> None:
        if line.text.strip():  # an empty tag, a lone invisible character
            self.furniture.append(line)
        self.close()
        self.gap = True

    def close(self) -> None:
        """Put the lines that belong to the last block together."""
        if self.more:
            self.blocks[-1] = with_lines(self.blocks[-1], self.more)
            check_length(self.blocks[-1].text, self.blocks[-1].line.number)
            self.more = []
        self.is_open = False

    @property
    def last_text(self) -> str:
        """The end of what was read before this line."""
        return self.more[-1][1] if self.more else self.blocks[-1].text

    def _is_page_end(self, text: str) -> bool:
        """A running footer or a page number; the first line that names the inspection is the title instead."""
        if self.has_pages and PAGE_NUMBER.fullmatch(text):
            return self.page_end or not self.is_open
        if self.has_title and FOOTER.fullmatch(text) and not text.endswith("."):
            return True
        self.has_title = self.has_title or bool(TITLE.fullmatch(text))
        return False

    def _begins(self, line: Line, text: str) -> bool:
        """Whether a line right under another one begins a block of its own."""
        last = self.blocks[-1]
        if last.is_row or last.is_heading or row_cells(line) or self._is_heading(text):
            return True
        if ROW_WITHOUT_EDGES.search(self.last_text) or QUESTIONS_HEADER.match(text):
            return True
        if BULLET.match(line.text) or footnote_mark(text)[0]:
            return True
        if number := NUMBER.match(line.text):
            return int(number[1]) == (last.number or 0) + 1 and (
                last.number is not None or self.last_text.endswith(":")
            )
        is_finished = CLOSING_QUOTE.search(self.last_text) or (self.page_end and SENTENCE_END.search(self.last_text))
        return text.startswith(OPENING_QUOTE) and bool(is_finished)

    def _is_heading(self, text: str) -> bool:
        """Inside running text only what cannot be the end of a sentence: a heading that follows a finished one."""
        if self.is_open and not re.search(r"[.!?:)'’”\"]$", self.last_text) and not self.blocks[-1].is_heading:
            return False
        return is_heading(text, self.announced)

    def _begin(self, line: Line, text: str) -> None:
        self.close()
        heading = line.level > 0 or is_heading(text, self.announced)
        block = Block(lines=(line,), text=text, is_heading=True) if heading else first_line(line, text, self.gap)
        page_end = self.page_end or bool(self.blocks and self.blocks[-1].lines[-1].page != line.page)
        check_paragraphs(len(self.blocks))
        self.blocks.append(replace(block, after_gap=self.gap, after_page_end=page_end))
        self.gap, self.page_end, self.is_open = False, False, True


def read_blocks(document: Document, announced: Announced) -> tuple[list[Block], list[Line]]:
    """The blocks of the document in order, and the lines that are furniture. Raises `NotAReport` for too many."""
    reader = _Reader(announced=announced, has_pages=document.form is not FileForm.HTML)
    for line in document.lines:
        reader.read(line)
    reader.close()
    return reader.blocks, reader.furniture


def is_heading(text: str, announced: Announced) -> bool:
    """Whether the line is a heading of a section, of a list or of recommendations, or a rating alone."""
    return bool(
        CONTENTS.fullmatch(text)
        or section_heading(text, announced)
        or list_heading(text)
        or rating_line(text)
        or (text.endswith(":") and addressee(text))
    )


def first_line(line: Line, text: str, after_gap: bool) -> Block:
    """A block of one line, without its bullet, list number, table edges or footnote mark."""
    if cells := row_cells(line):
        return Block(lines=(line,), text=" | ".join(cells), is_row=True)
    bullet = BULLET.match(line.text) or (DASH_BULLET.match(line.text) if after_gap else None)
    rest = line.text[bullet.end() :] if bullet else line.text
    number = NUMBER.match(rest)
    mark, text = footnote_mark(clean(rest[number.end() :] if number else rest))
    leading_space = " " if line.text[:1] in (" ", "\t", "\u00a0") else ""
    return Block(
        lines=(line,),
        text=text,
        marker=bullet[1] if bullet else leading_space,
        number=int(number[1]) if number else None,
        mark=mark,
    )


def row_cells(line: Line) -> list[str]:
    """The cells of a table row that are not empty: between edges, or parted by tabs. None where it is no row."""
    text = line.text.strip()
    if text.startswith("|"):
        return [cell for cell in map(clean, text.strip("|").split("|")) if cell] or [""]
    if "\t" not in text or BULLET.match(line.text) or NUMBER.match(line.text):
        return []
    cells = [cell for cell in map(clean, text.split("\t")) if cell]
    return cells if len(cells) > 1 and len(cells[-1]) <= LONGEST_LAST_CELL else []


def with_lines(block: Block, more: Iterable[tuple[Line, str]]) -> Block:
    """The block with more lines."""
    lines, starts, parts = list(block.lines), list(block.starts), [block.text]
    length = len(block.text)
    for line, text in more:
        space = " " if len(joined_lines(parts[-1], text)) > len(parts[-1]) + len(text) else ""
        parts += [space, text] if space else [text]
        lines.append(line)
        starts.append(length + len(space))
        length += len(space) + len(text)
    return replace(block, lines=tuple(lines), text="".join(parts), starts=tuple(starts))


def merged(first: Block, second: Block) -> Block:
    """Two blocks as one: the second goes on where the first stopped."""
    together = joined_lines(first.text, second.text)
    shift = len(together) - len(second.text)
    starts = (*first.starts, *(start + shift for start in second.starts))
    return replace(first, lines=first.lines + second.lines, text=together, starts=starts)


def split_lines(blocks: Iterable[Block]) -> list[Block]:
    """Every line as a block of its own, as it stands, where lines do not run on: covers and tables without edges."""
    return [
        block if block.is_row or block.is_heading else Block(lines=(line,), text=clean(line.text), after_gap=False)
        for block in blocks
        for line in block.lines
    ]
