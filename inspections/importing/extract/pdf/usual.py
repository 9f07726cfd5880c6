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
SAME_SIZE = 0.5  # points


@dataclass(frozen=True, kw_only=True)
class Usual:
    """The usual distance of lines, by their size in whole points, and that of the items of a list, in points."""

    lines: dict[int, float]
    items: float = 0.0

    def line(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.lines.get(round(size), WITHOUT_ANY * size)

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
    return Usual(lines=most, items=median(items) if items else 0.0)


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
