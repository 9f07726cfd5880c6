"""Items of pages to lines of text: blank lines between paragraphs, words made whole that a line end has parted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from inspections.importing.extract.pdf.hyphens import Hyphens
from inspections.importing.extract.pdf.items import Item, Row, Stop, Text, Turn
from inspections.importing.extract.pdf.opening import Furniture
from inspections.importing.extract.pdf.segments import Segment
from inspections.importing.extract.pdf.usual import Usual, usual_distances

PARAGRAPH_GAP = 0.18  # of the type size, more than the usual distance of lines
ITEM_GAP = 0.35  # of the type size, more than the usual distance of list items
WORD_SPACE = 0.25  # of the type size
FIRST_LINE = 0.8  # of the type size: the indent of a paragraph's first line
INDENT = 3.0  # points
OTHER_SIZE = 1.07


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line as it is handed on."""

    page: int
    text: str
    is_furniture: bool = False


@dataclass(frozen=True, kw_only=True)
class _Paragraph:
    """Where the paragraph that is being written begins, where the text behind its bullet does, and its second word."""

    left: float
    hangs_at: float | None
    second: float | None

    @classmethod
    def of(cls, segment: Segment) -> "_Paragraph":
        second = segment.words[1].left if len(segment.words) > 1 else None
        return cls(left=segment.left, hangs_at=segment.hangs_at, second=second)

    def hangs(self, segment: Segment) -> bool:
        """Whether a line stands under the text behind the paragraph's bullet or number."""
        hangs_at = self.second if self.hangs_at is None else self.hangs_at
        return hangs_at is not None and _is_at(segment.left, hangs_at)


@dataclass(kw_only=True)
class _Writer:
    """Writes one item after another. `last` is the line of text before, written at `last_at`, None after a row."""

    usual: Usual
    hyphens: Hyphens
    written: list[Written] = field(default_factory=list)
    page: int = 0
    last: Text | None = None
    last_at: int = -1
    paragraph: _Paragraph | None = None
    is_turn: bool = False
    is_in_table: bool = False

    def write(self, item: Item, following: Item | None) -> None:
        if isinstance(item, Stop):
            self.last = None
        elif isinstance(item, Turn):
            self.is_turn = True
        elif isinstance(item, Row):
            self._row(item)
        else:
            self._text(item, following)

    def furniture(self, texts: Iterable[str]) -> None:
        self.written += [Written(page=self.page, text=text, is_furniture=True) for text in texts]

    def _row(self, row: Row) -> None:
        """A row. One that is alone is text beside text, unless it goes on with the table of the page before."""
        if row.is_alone and not (self.is_in_table and self.is_turn):
            for cell in row.cells:
                self.last = None
                edge = max(segment.right for segment in cell)
                for line in cell:
                    self._text(Text(segment=line, edge=edge), None)
            self.last = None
            return
        if not self.is_in_table:
            self._blank()
        cells = [self.hyphens.joined(segment.text for segment in cell) for cell in row.cells]
        self.written.append(Written(page=self.page, text=f"| {' | '.join(cells)} |"))
        self.last, self.is_turn, self.is_in_table = None, False, True

    def _text(self, text: Text, following: Item | None) -> None:
        segment = text.segment
        is_new = self._is_new(text, following)
        if is_new:
            self._blank()
        if is_new or segment.hangs_at is not None:
            self.paragraph = _Paragraph.of(segment)
        self._append(text, is_new=is_new)
        self.last, self.is_turn, self.is_in_table = text, False, False

    def _append(self, text: Text, *, is_new: bool) -> None:
        words = text.segment.text
        if not is_new and self._wraps_a_heading(text.segment):
            whole = self.hyphens.joined([self.written[self.last_at].text, words])
            self.written[self.last_at] = Written(page=self.page, text=whole)
            return
        if not is_new:
            before = self.written[self.last_at]
            whole, words = self.hyphens.parted(before.text, words)
            self.written[self.last_at] = Written(page=before.page, text=whole)
        if words:
            self.written.append(Written(page=self.page, text=words))
            self.last_at = len(self.written) - 1

    def _wraps_a_heading(self, segment: Segment) -> bool:
        """A heading over several lines is one line: it is known by its words."""
        return (
            self.last is not None
            and not self.is_turn
            and self.usual.is_display(segment)
            and _had_no_room(self.last.segment, segment, min(self.last.edge, self.last.mirrored))
        )

    def _blank(self) -> None:
        if self.written and self.written[-1].text:
            self.written.append(Written(page=self.page, text=""))

    def _is_new(self, text: Text, following: Item | None) -> bool:
        """Whether a line begins a paragraph, after a blank line."""
        if self.last is None or self.paragraph is None or _is_of_other_style(self.last.segment, text.segment):
            return True
        if self.is_turn:
            return not _goes_over(self.last, text.segment)
        distance = text.segment.bottom - self.last.segment.bottom
        size = text.segment.size
        if self.paragraph.hangs_at is not None and text.segment.hangs_at is not None:
            return distance > self.usual.item(size) + ITEM_GAP * size
        is_far = not 0 <= distance <= self.usual.line(size) + PARAGRAPH_GAP * size
        return is_far or self._is_set_apart(self.paragraph, text.segment, following)

    def _is_set_apart(self, paragraph: _Paragraph, segment: Segment, following: Item | None) -> bool:
        """Whether a line begins elsewhere than the paragraph's lines do: back at the margin after a list item, or set
        in where the next line is not.
        """
        if paragraph.hangs(segment):
            return False
        if paragraph.hangs_at is not None:
            return segment.hangs_at is None and segment.left < paragraph.left + INDENT
        is_set_in = segment.left - paragraph.left > FIRST_LINE * segment.size
        return is_set_in and isinstance(following, Text) and _is_at(following.segment.left, paragraph.left)


def written(pages: Sequence[Sequence[Item]], furniture: Sequence[Furniture]) -> list[Written]:
    """All lines of the document in order."""
    writer = _Writer(usual=usual_distances(pages), hyphens=Hyphens.of(list(_texts(pages))))
    for number, (items, around) in enumerate(zip(pages, furniture, strict=True), start=1):
        writer.page = number
        writer.furniture(around.above)
        for item, following in zip_longest(items, items[1:]):
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


def _goes_over(last: Text, segment: Segment) -> bool:
    """Whether a paragraph goes on over the end of a column or page: its last line had no room for the next word."""
    return segment.hangs_at is None and _had_no_room(last.segment, segment, last.edge)


def _had_no_room(last: Segment, segment: Segment, edge: float) -> bool:
    """Whether the first word of a line had no room on the one before."""
    return last.right + segment.first_width + WORD_SPACE * segment.size > edge
