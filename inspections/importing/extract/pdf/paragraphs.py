"""Items of pages to lines of text: blank lines between paragraphs, words made whole that a line end has parted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from inspections.importing.extract.pdf.hyphens import Hyphens
from inspections.importing.extract.pdf.items import Item, Row, Stop, Text, Turn
from inspections.importing.extract.pdf.opening import Furniture
from inspections.importing.extract.pdf.segments import Segment

PARAGRAPH_GAP = 0.18  # of the type size, more than the usual distance of lines
ITEM_GAP = 0.35  # of the type size, more than the usual distance of list items
USUAL = 1.35  # of the type size, where nothing tells the usual distance of lines
LONGEST = 1.9  # of the type size: what is farther apart is no distance of lines
INDENT = 3.0  # points
FIRST_LINE = 0.8  # of the type size: the indent of a paragraph's first line
OTHER_SIZE = 1.07


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line as it is handed on."""

    page: int
    text: str
    is_furniture: bool = False


@dataclass(frozen=True, kw_only=True)
class Usual:
    """How far apart lines of a size stand in this document, and how far list items."""

    lines: dict[float, float]
    items: float | None

    def line(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.lines.get(round(size), USUAL * size)


@dataclass(kw_only=True)
class _Writer:
    usual: Usual
    hyphens: Hyphens
    written: list[Written] = field(default_factory=list)
    page: int = 0
    last: Text | None = None
    last_at: int = -1
    hangs_at: float | None = None
    second: float | None = None
    margin: float = 0.0
    is_turn: bool = False
    is_stop: bool = True
    last_was_row: bool = False

    def write(self, item: Item, following: Item | None) -> None:
        if isinstance(item, Stop):
            self.is_stop = True
        elif isinstance(item, Turn):
            self.is_turn = True
        elif isinstance(item, Row):
            self._row(item)
        else:
            self._text(item, following)

    def furniture(self, texts: Iterable[str]) -> None:
        self.written += [Written(page=self.page, text=text, is_furniture=True) for text in texts]

    def _row(self, row: Row) -> None:
        if row.is_alone and not (self.last_was_row and self.is_turn):
            for cell in row.cells:
                self._blank()
                self.last = None
                edge = max(segment.right for segment in cell)
                for line in cell:
                    self._text(Text(segment=line, edge=edge), None)
            self.is_stop, self.last_was_row = True, False
            return
        if not self.last_was_row:
            self._blank()
        cells = [self.hyphens.joined([segment.text for segment in cell]) for cell in row.cells]
        self.written.append(Written(page=self.page, text=f"| {' | '.join(cells)} |"))
        self.last, self.is_turn, self.is_stop, self.last_was_row = None, False, True, True

    def _text(self, text: Text, following: Item | None) -> None:
        segment = text.segment
        is_new = self._is_new(text, following)
        if is_new:
            self._blank()
        if is_new or segment.hangs_at is not None:
            self.hangs_at, self.margin = segment.hangs_at, segment.left
            self.second = segment.words[1].left if len(segment.words) > 1 else None
        elif self.second is not None and _is_at(segment.left, self.second):
            self.hangs_at = self.second
        self._append(text, segment.text)
        self.last_was_row = False

    def _append(self, text: Text, words: str) -> None:
        self.written.append(Written(page=self.page, text=words))
        before = self.last
        if before is not None and not self._is_blank_between(self.last_at):
            whole, rest = self.hyphens.parted(self.written[self.last_at].text, words)
            self.written[self.last_at] = Written(page=self.written[self.last_at].page, text=whole)
            self.written[-1] = Written(page=self.page, text=rest)
        self.last, self.last_at = text, len(self.written) - 1
        self.is_turn, self.is_stop = False, False

    def _is_blank_between(self, start: int) -> bool:
        return any(not line.text for line in self.written[start + 1 : -1])

    def _blank(self) -> None:
        if self.written and self.written[-1].text and not (self.written[-1].is_furniture and len(self.written) == 1):
            self.written.append(Written(page=self.page, text=""))

    def _is_new(self, text: Text, following: Item | None) -> bool:
        """Whether a line begins a paragraph, after a blank line."""
        if self.last is None or self.is_stop:
            return True
        before, segment = self.last.segment, text.segment
        if _is_of_other_style(before, segment):
            return True
        if self.is_turn:
            return not self._goes_over(self.last, segment)
        distance = segment.bottom - before.bottom
        if segment.hangs_at is not None and self.hangs_at is not None:
            usual = max(self.usual.items or 0.0, self.usual.line(segment.size))
            return distance > usual + ITEM_GAP * segment.size
        if distance < 0 or distance > self.usual.line(segment.size) + PARAGRAPH_GAP * segment.size:
            return True
        if self.hangs_at is not None and segment.left < self.hangs_at - INDENT:
            return segment.hangs_at is None and segment.left < self.margin + INDENT
        return self.hangs_at is None and self._is_indented(segment, following)

    def _is_indented(self, segment: Segment, following: Item | None) -> bool:
        if self.second is not None and _is_at(segment.left, self.second):  # the text behind a number
            return False
        is_set_in = segment.left - self.margin > FIRST_LINE * segment.size
        return is_set_in and isinstance(following, Text) and _is_at(following.segment.left, self.margin)

    def _goes_over(self, last: Text, segment: Segment) -> bool:
        """Whether a paragraph goes on over the end of a column or page: its last line had no room for the next word."""
        if segment.hangs_at is not None:
            return False
        return last.segment.right + segment.first_width + 0.25 * segment.size > last.edge


def written(pages: Sequence[Sequence[Item]], furniture: Sequence[Furniture]) -> list[Written]:
    """All lines of the document in order."""
    writer = _Writer(usual=_usual(pages), hyphens=Hyphens.of(list(_texts(pages))))
    for number, (items, around) in enumerate(zip(pages, furniture, strict=True), start=1):
        writer.page = number
        writer.furniture(around.above)
        for item, following in pairwise([*items, None]):
            if item is not None:
                writer.write(item, following)
        writer.furniture(around.below)
        writer.write(Turn(), None)
    return writer.written


def _texts(pages: Sequence[Sequence[Item]]) -> Iterator[str]:
    for items in pages:
        for item in items:
            if isinstance(item, Text):
                yield item.segment.text
            elif isinstance(item, Row):
                yield from (segment.text for cell in item.cells for segment in cell)


def _is_at(one: float, other: float) -> bool:
    return abs(one - other) < INDENT


def _is_of_other_style(before: Segment, segment: Segment) -> bool:
    larger, smaller = max(before.size, segment.size), min(before.size, segment.size)
    return larger > OTHER_SIZE * smaller or before.is_bold != segment.is_bold


def _usual(pages: Sequence[Sequence[Item]]) -> Usual:
    distances: dict[float, Counter[float]] = {}
    items: list[float] = []
    for page in pages:
        hangs = False
        for item, following in pairwise(page):
            if not isinstance(item, Text) or not isinstance(following, Text):
                hangs = False
                continue
            first, second = item.segment, following.segment
            hangs = hangs or first.hangs_at is not None
            distance = second.bottom - first.bottom
            if abs(first.size - second.size) > 0.5 or not 0 < distance < 3 * second.size:
                hangs = False
                continue
            if second.hangs_at is not None and hangs:
                items.append(distance)
            elif distance < LONGEST * second.size:
                distances.setdefault(round(second.size), Counter())[round(distance * 2) / 2] += 1
    lines = {size: min(found, key=lambda d: (-found[d], d)) for size, found in distances.items()}
    return Usual(lines=lines, items=median(items) if items else None)
