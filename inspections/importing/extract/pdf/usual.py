"""How far apart the lines of a document usually stand: what is farther apart is a new paragraph."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from inspections.importing.extract.pdf.items import Item, Text
from inspections.importing.extract.pdf.segments import Segment

WITHOUT_ANY = 1.35  # of the type size, where nothing tells the usual distance of lines
LONGEST = 1.9  # of the type size: what is farther apart is no distance of lines
FARTHEST_ITEMS = 3.0  # of the type size
LARGER = 1.12
SAME_SIZE = 0.5  # points


@dataclass(frozen=True, kw_only=True)
class Usual:
    """The usual distance of lines, by their size in whole points, that of the items of a list, and the size of most of
    the text, all in points.
    """

    lines: dict[int, float]
    items: float
    size: float

    def line(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.lines.get(round(size), WITHOUT_ANY * size)

    def is_display(self, segment: Segment) -> bool:
        """Whether a line is larger than most of the text, or bold: a heading, as a rule."""
        return segment.size > LARGER * self.size or (segment.is_bold and segment.size > self.size / LARGER)

    def item(self, size: float) -> float:
        """The usual distance from the last line of a list item to the next item."""
        return max(self.items, self.line(size))


def usual_distances(pages: Sequence[Sequence[Item]]) -> Usual:
    """What is usual in a document: of lines the most frequent distance, of list items the middle one."""
    lines: dict[int, Counter[float]] = {}
    items: list[float] = []
    for page in pages:
        for first, second, is_in_list in _neighbours(page):
            distance = second.bottom - first.bottom
            if second.hangs_at is not None and is_in_list:
                items.append(distance)
            elif distance < LONGEST * second.size:
                lines.setdefault(round(second.size), Counter())[round(distance * 2) / 2] += 1
    most = {size: min(found, key=lambda distance: (-found[distance], distance)) for size, found in lines.items()}
    return Usual(lines=most, items=median(items) if items else 0.0, size=_size(pages))


def _size(pages: Sequence[Sequence[Item]]) -> float:
    letters: Counter[float] = Counter()
    for page in pages:
        for item in page:
            if isinstance(item, Text):
                letters[item.segment.size] += len(item.segment.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def _neighbours(page: Sequence[Item]) -> Iterator[tuple[Segment, Segment, bool]]:
    """Lines of one size right under each other, and whether the first belongs to a list."""
    is_in_list = False
    for item, following in pairwise(page):
        if not (isinstance(item, Text) and isinstance(following, Text)):
            is_in_list = False
            continue
        first, second = item.segment, following.segment
        is_in_list = is_in_list or first.hangs_at is not None
        is_below = 0 < second.bottom - first.bottom < FARTHEST_ITEMS * second.size
        if is_below and abs(first.size - second.size) < SAME_SIZE:
            yield first, second, is_in_list
        else:
            is_in_list = False
