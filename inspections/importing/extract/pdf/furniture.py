"""Running headers, footers and page numbers: what stands at the same height of many pages, figures aside.

Their place and their repetition tell, not their words. Text that nobody sees goes with them.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from inspections.importing.extract.pdf.drawings import Drawings
from inspections.importing.extract.pdf.opening import Page
from inspections.importing.extract.pdf.segments import Segment, bands
from inspections.importing.extract.pdf.words import Word

MARGIN = 0.13  # of the page's height
BESIDE = 40.0  # points: how far into the page its text is looked for
NEAR = 1.8  # times the type size
SHARE = 0.3  # of the pages
FEWEST = 2
SAME_HEIGHT = 6.0  # points

Band = list[Segment]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages, their furniture apart from their words."""
    margins = {page.number: _margins(page) for page in pages}
    heights = defaultdict(list)
    for number, found in margins.items():
        for band in found:
            heights[_key(band)].append((number, band[0].bottom))
    for page in pages:
        for band in margins[page.number]:
            if _is_repeated(band[0].bottom, heights[_key(band)], len(pages)):
                _take_out(page, band)
        _take_out_unseen(page)
    _take_out_stamps(pages)
    return list(pages)


def _margins(page: Page) -> list[Band]:
    """The lines at the head and the foot of a page that no line of its text is near to."""
    words = [word for word in page.words if not word.turn and not word.is_hidden]
    head, foot = MARGIN * page.frame.height, (1 - MARGIN) * page.frame.height
    above = bands([word for word in words if word.bottom < head + BESIDE], Drawings())
    below = bands([word for word in words if word.top > foot - BESIDE], Drawings())
    inside = [band for group in _groups(above) if all(s.bottom < head for s in group[-1]) for band in group]
    return inside + [band for group in _groups(below) if all(s.top > foot for s in group[0]) for band in group]


def _groups(found: Sequence[Band]) -> list[list[Band]]:
    """Bands that stand as near to each other as lines of a paragraph."""
    groups: list[list[Band]] = []
    for band in found:
        is_near = groups and band[0].bottom - groups[-1][-1][0].bottom < NEAR * band[0].size
        if is_near:
            groups[-1].append(band)
        else:
            groups.append([band])
    return groups


def _key(band: Band) -> str:
    return re.sub(r"\d+", "#", " ".join(segment.text for segment in band))


def _is_repeated(bottom: float, heights: Sequence[tuple[int, float]], pages: int) -> bool:
    level = {number for number, other in heights if abs(other - bottom) < SAME_HEIGHT}
    return len(level) >= max(FEWEST, math.ceil(SHARE * pages))


def _take_out(page: Page, band: Band) -> None:
    words = {id(word) for segment in band for word in segment.words}
    page.words = [word for word in page.words if id(word) not in words]
    is_head = band[0].bottom < page.frame.height / 2
    (page.furniture.above if is_head else page.furniture.below).append(" ".join(segment.text for segment in band))


def _take_out_unseen(page: Page) -> None:
    unseen = [word for word in page.words if word.is_hidden]
    page.words = [word for word in page.words if not word.is_hidden]
    page.furniture.below += _lines_in_order(unseen)


def _take_out_stamps(pages: Sequence[Page]) -> None:
    """Turned text that stands on many pages: "DRAFT" across each."""
    stamps = defaultdict(set)
    for page in pages:
        for line in _lines_in_order(_turned(page)):
            stamps[line].add(page.number)
    least = max(FEWEST, math.ceil(SHARE * len(pages)))
    for page in pages:
        lines = _lines_in_order(_turned(page))
        if lines and all(len(stamps[line]) >= least for line in lines):
            page.words = [word for word in page.words if not word.turn]
            page.furniture.below += lines


def _turned(page: Page) -> list[Word]:
    return [word for word in page.words if word.turn]


def _lines_in_order(words: Iterable[Word]) -> list[str]:
    """Words as lines in the order of the file."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and abs(lines[-1][-1].bottom - word.bottom) < word.size and lines[-1][-1].turn == word.turn:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [" ".join(word.text for word in line) for line in lines]
