"""The elements of a page to lines: one for each heading, paragraph, item of a list and row of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from inspections.importing.extract.html import chrome
from inspections.importing.extract.html.anchors import Anchors
from inspections.importing.extract.html.lists import List, opened, prefixed
from inspections.importing.extract.html.notes import mark_of
from inspections.importing.extract.html.page import HEADINGS, UNSEEN, Page, known
from inspections.importing.extract.html.pieces import Kind, Piece, row
from inspections.importing.extract.lines import check_number

SPACE = re.compile(r"\s+")
CELLS = ("td", "th")
LISTS = ("ul", "ol", "menu")
BLOCKS = (
    *("html", "body", "address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav"),
    *("p", "pre", "section", "summary", "option", "optgroup", "frameset", "noframes"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", *CELLS, "li", *LISTS, *HEADINGS),
)


def read_blocks(roots: Sequence[Element]) -> list[Piece]:
    """The lines of a page in the order of its source. What is furniture inside a block comes after the block."""
    reader = _Reader(page=known(roots), anchors=Anchors())
    for root in roots:
        reader.read(root)
        reader.text(root.tail)
    reader.end()
    return reader.pieces


@dataclass(kw_only=True)
class _Reader:
    """Goes through the elements once. `words` are those of the block that is being read, `asides` its furniture.

    `is_one_line` holds in headings and cells, where nothing ends a line; `is_tight` where the next line has no blank
    one before it: in a list, and after a line break.
    """

    page: Page
    anchors: Anchors
    is_furniture: bool = False
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)
    marker: str = ""
    has_words: bool = False
    has_rows: bool = False
    is_first_row: bool = True
    is_one_line: bool = False
    is_preformatted: bool = False
    is_tight: bool = False

    def read(self, element: Element) -> None:
        """An element with all that is in it, but not what follows it."""
        tag = str(element.tag)
        if tag in UNSEEN:
            return
        if mark := mark_of(element):
            self._mark(mark)
        elif not self.is_furniture and chrome.is_furniture(element, self.page):
            self._aside(element, tag)
        elif tag in BLOCKS:
            self._block(element, tag)
        else:
            self._inline(element, tag)

    def text(self, text: str | None) -> None:
        """Words between tags."""
        if text:
            self.words.append(text if self.is_preformatted else SPACE.sub(" ", text))
            self.has_words = self.has_words or bool(text.strip())

    def end(self) -> None:
        """The block that was being read is over. Raises `NotReadable` where the page has too many."""
        for line in "".join(self.words).strip().split("\n"):
            if text := " ".join(line.split()):
                self._put(text)
            elif not self.lists:
                self.is_tight = False
        self.words, self.has_words = [], False
        self.is_tight = self.is_tight and bool(self.lists)
        self.pieces += self.asides
        self.asides = []
        check_number(len(self.pieces))

    def _put(self, text: str) -> None:
        is_furniture = self.is_furniture or bool(chrome.WORDS.fullmatch(text))
        line = Piece(
            text=prefixed(text, self.marker, len(self.lists)) if self.marker else text,
            anchor=self.anchors.current if is_furniture else self.anchors.at_text(),
            kind=Kind.ITEM if self.marker or self.lists else Kind.BLOCK,
            is_tight=self.is_tight,
            is_furniture=is_furniture,
        )
        self.pieces.append(line)
        self.marker, self.is_tight = "", True
        check_number(len(self.pieces))

    def _inside(self, element: Element) -> None:
        self.text(element.text)
        for child in element:
            self.read(child)
            self.text(child.tail)

    def _inline(self, element: Element, tag: str) -> None:
        if tag == "br":
            self.words.append("\n")
        if tag == "img" and (words := " ".join(element.get("alt", "").split())):
            self._put_aside([Piece(text=f"Image: {words}")])
        self._see(element)
        self._inside(element)

    def _see(self, element: Element) -> None:
        if not self.has_words:
            self.anchors.see(element)

    def _mark(self, mark: str) -> None:
        """A footnote's mark sticks to the word before it."""
        while self.words and self.words[-1] == " ":
            self.words.pop()
        if self.words:
            self.words[-1] = self.words[-1].rstrip(" ")
        self.text(mark)

    def _aside(self, element: Element, tag: str) -> None:
        """What is furniture, read by itself. As a block of its own it ends the block that it stands in."""
        if tag in BLOCKS and not self.is_one_line:
            self.end()
        reader = _Reader(page=self.page, anchors=Anchors(current=self.anchors.current), is_furniture=True)
        reader.read(element)
        reader.end()
        self._put_aside(reader.pieces)
        if tag in BLOCKS and not self.is_one_line:
            self.end()

    def _put_aside(self, pieces: Sequence[Piece]) -> None:
        in_list = bool(self.lists)
        self.asides += [
            replace(
                piece,
                is_furniture=True,
                is_tight=piece.is_tight or in_list,
                anchor=piece.anchor or self.anchors.current,
            )
            for piece in pieces
        ]

    def _block(self, element: Element, tag: str) -> None:
        if self.is_one_line:
            self.words.append(" ")
            self._inside(element)
            self.words.append(" ")
            return
        self.end()
        self._see(element)
        if tag in HEADINGS:
            self._heading(element, int(tag[1]))
        elif tag in LISTS and element not in self.page.parted:
            self._list(element)
        elif tag == "li" and element not in self.page.parted:
            self._item(element)
        elif tag == "table":
            self._table(element)
        elif tag == "tr" and self.has_rows:
            self._row(element)
        elif tag == "pre":
            self._preformatted(element)
        else:
            self._inside(element)
        self.end()

    def _one_line(self, element: Element) -> str:
        """The text of a heading or cell."""
        words, self.words, self.is_one_line = self.words, [], True
        self._inside(element)
        text = " ".join("".join(self.words).split())
        self.words, self.is_one_line = words, False
        return text

    def _heading(self, element: Element, level: int) -> None:
        """A heading in one line, without the "(Back to top)" at its end."""
        anchor = self.anchors.at_heading(level, element)
        text = self._one_line(element)
        if found := chrome.ENDING.search(text):
            text = text[: found.start()]
            self._put_aside([Piece(text=found[1])])
        is_furniture = self.is_furniture or bool(chrome.WORDS.fullmatch(text))
        line = Piece(text=text, anchor=anchor, kind=Kind.HEADING, level=level, is_furniture=is_furniture)
        self.pieces += [line] if text else []

    def _list(self, element: Element) -> None:
        self.lists.append(opened(element))
        self._inside(element)
        self.end()
        self.lists.pop()

    def _item(self, element: Element) -> None:
        """An item of a list; a footnote where a mark links to it."""
        marker = self.lists[-1].marker(element) if self.lists else "- "
        note = self.page.notes.get(element.get("id", ""))
        self.marker = f"{note} " if note else marker
        self._inside(element)
        self.end()
        self.marker = ""

    def _table(self, element: Element) -> None:
        had_rows, self.has_rows = self.has_rows, is_data(element, self.page)
        self.is_first_row = True
        self._inside(element)
        self.has_rows = had_rows

    def _row(self, element: Element) -> None:
        cells: list[str] = []
        self.text(element.text)
        for child in element:
            if child.tag in CELLS and (self.is_furniture or not chrome.is_furniture(child, self.page)):
                self._see(child)
                cells.append(self._one_line(child))
            else:
                self.read(child)
            self.text(child.tail)
        if any(cells):
            anchor = self.anchors.current if self.is_furniture else self.anchors.at_text()
            self.pieces.append(
                Piece(
                    text=row(cells),
                    anchor=anchor,
                    kind=Kind.ROW,
                    is_tight=not self.is_first_row,
                    is_furniture=self.is_furniture,
                )
            )
            self.is_first_row = False

    def _preformatted(self, element: Element) -> None:
        self.is_preformatted = True
        self._inside(element)
        self.end()
        self.is_preformatted = False


def is_data(table: Element, page: Page) -> bool:
    """Whether a table has rows of several cells, and no cell with headings, lists or tables: that is mere layout."""
    if any(child in page.structured for child in table):
        return False
    return any(sum(1 for cell in line if cell.tag in CELLS) > 1 for line in table.iter("tr"))
