"""Lines that are stretched to both margins, told from rows of cells: their gaps are alike, or no word more had room."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from inspections.importing.extract.pdf.words import GLUE, Word, is_marker_text

Line = list[Word]
IsParted = Callable[[Word, Word], bool]

ALIKE = 0.12  # of the middle gap
ROUNDING = 0.6  # points
SAME_PLACE = 1.5  # points
SAME_EDGE = 4.0  # points
FEWEST_GAPS = 2
FEW_WORDS = 3  # on a line so short of words that its gaps tell nothing
WORD_SPACE = 0.25  # of the type size
TIGHT = 1.5  # times the type size, from baseline to baseline


def unstretched(found: Sequence[list[Line]], is_parted: IsParted) -> list[list[Line]]:
    """The lines of bands, those put together again that stretching has pulled apart."""
    edge = max((line[-1].right for band in found for line in band), default=0.0)
    around = [[], *found, []]
    return [
        [line for level in _levels(band) for line in _together(level, above, below, edge, is_parted)]
        for above, band, below in zip(around, found, around[2:], strict=False)
    ]


def _levels(band: list[Line]) -> list[list[Line]]:
    """The parts of a band by their baselines: what stands in a box beside a line is no part of it."""
    levels: list[list[Line]] = []
    for line in band:
        own = next((level for level in levels if abs(level[0][0].bottom - line[0].bottom) < 1), None)
        if own is None:
            levels.append([line])
        else:
            own.append(line)
    return levels


def _together(level: list[Line], above: list[Line], below: list[Line], edge: float, is_parted: IsParted) -> list[Line]:
    if len(level) > 1 and _is_stretched(level, above, below, edge, is_parted):
        return [sorted((word for line in level for word in line), key=lambda word: word.left)]
    return level


def _is_stretched(band: list[Line], above: list[Line], below: list[Line], edge: float, is_parted: IsParted) -> bool:
    line = sorted((word for part in band for word in part), key=lambda word: word.left)
    bottom = max(line, key=lambda word: word.size).bottom
    if any(word.bottom > bottom + 1 or word.top > bottom - 1 for word in line):
        return False
    if any(is_parted(first, second) for first, second in pairwise(line)):
        return False
    gaps = _gaps(line)
    if len(gaps) >= FEWEST_GAPS:
        usual = median(gaps)
        are_alike = max(gaps) - min(gaps) < ALIKE * usual + ROUNDING
        return are_alike and not (_is_aligned(band, above) or _is_aligned(band, below))
    return len(line) <= FEW_WORDS and _had_no_room(line, below, edge)


def _gaps(line: Line) -> list[float]:
    """The gaps between words, without that behind a bullet or list number."""
    words = line[1:] if is_marker_text(line[0].text) else line
    gaps = [second.left - first.right for first, second in pairwise(words)]
    return [gap for gap in gaps if gap > GLUE * line[-1].size]


def _is_aligned(band: list[Line], other: list[Line]) -> bool:
    """Whether most parts of a line but the first begin where something above or below begins: they are cells."""
    starts = [word.left for line in other for word in line]
    parts = sorted(line[0].left for line in band)[1:]
    aligned = sum(any(abs(left - start) < SAME_PLACE for start in starts) for left in parts)
    return aligned * 2 > len(parts)


def _had_no_room(line: Line, below: list[Line], edge: float) -> bool:
    """Whether the first word of the next line had no room on this one, which ends at the right margin."""
    if len(below) != 1 or abs(line[-1].right - edge) > SAME_EDGE:
        return False
    following = below[0][0]
    is_next = abs(following.left - line[0].left) < SAME_PLACE and following.size == line[0].size
    if not is_next or following.bottom - line[0].bottom > TIGHT * following.size:
        return False
    width = sum(word.right - word.left for word in (*line, following)) + len(line) * WORD_SPACE * following.size
    return width > line[-1].right - line[0].left
