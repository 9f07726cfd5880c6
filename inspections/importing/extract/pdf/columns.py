"""Running text in two or more columns, told from tables by how its lines fill them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from inspections.importing.extract.pdf.drawings import Drawings
from inspections.importing.extract.pdf.segments import Segment

STEP = 4.0  # points between two places where a gutter is looked for
FEWEST_LINES = 5
FEWEST_LETTERS = 20  # on a line of running text, on average
FILLED = 0.6  # of the column's width, by half of its lines
GUTTER = 0.8  # of the type size
ALIGNED = 0.6  # of the lines of the right column begin where it begins
SAME_PLACE = 3.0  # points
NEAR = 1.8  # times the type size: a line farther off is no part of the column

Bands = Sequence[Sequence[Segment]]


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Some bands of a page, from `start` to before `end`, that two columns part at `middle`."""

    start: int
    end: int
    middle: float


def find_columns(found: Bands, drawings: Drawings) -> Columns | None:
    """The longest run of text in columns, parted at its first gutter; None where there is none."""
    segments = [segment for band in found for segment in band]
    if not segments or all(len(band) == 1 for band in found):
        return None
    left, right = min(s.left for s in segments), max(s.right for s in segments)
    width = right - left
    steps = range(int((width * 0.7) // STEP))
    runs = [run for step in steps for run in _runs(found, left + width * 0.15 + step * STEP)]
    good = [run for run in runs if _are_columns(_inside(found, run), run, drawings)]
    return max(good, key=lambda run: (run.end - run.start, -run.middle), default=None)


def _inside(found: Bands, run: Columns) -> list[Segment]:
    return [segment for band in found[run.start : run.end] for segment in band]


def _runs(found: Bands, middle: float) -> Iterator[Columns]:
    """The runs of bands none of whose segments crosses the middle, without the ends that have one side only."""
    start = 0
    for index in range(len(found) + 1):
        if index < len(found) and not any(segment.left < middle < segment.right for segment in found[index]):
            continue
        trimmed = _trimmed(found, start, index, middle)
        if trimmed.end - trimmed.start > 0:
            yield trimmed
        start = index + 1


def _trimmed(found: Bands, start: int, end: int, middle: float) -> Columns:
    while start < end and not _has_both(found[start], middle) and not _is_near(found, start, start + 1, end):
        start += 1
    while start < end and not _has_both(found[end - 1], middle) and not _is_near(found, end - 2, end - 1, end):
        end -= 1
    return Columns(start=start, end=end, middle=middle)


def _has_both(band: Sequence[Segment], middle: float) -> bool:
    return {segment.left < middle for segment in band} == {True, False}


def _is_near(found: Bands, first: int, second: int, end: int) -> bool:
    if first < 0 or second >= end:
        return False
    last = max(segment.bottom for segment in found[first])
    following = min(found[second], key=lambda segment: segment.bottom)
    return following.bottom - last < NEAR * following.size


def _are_columns(inside: Sequence[Segment], run: Columns, drawings: Drawings) -> bool:
    left = [segment for segment in inside if segment.left < run.middle]
    right = [segment for segment in inside if segment.left >= run.middle]
    if not left or not right:
        return False
    size = median(segment.size for segment in inside)
    edge, start = max(s.right for s in left), min(s.left for s in right)
    top, bottom = min(s.bottom for s in inside), max(s.top for s in inside)
    begin = sum(abs((s.left if s.hangs_at is None else s.words[0].left) - start) < SAME_PLACE for s in right)
    hang = sum(abs(s.left - start) < 2 * size for s in right)
    return (
        start - edge > GUTTER * size
        and max(begin, hang) > ALIGNED * len(right)
        and _is_prose(left)
        and _is_prose(right)
        and not _is_ruled(drawings, edge, start, top, bottom)
    )


def _is_prose(lines: Iterable[Segment]) -> bool:
    lines = list(lines)
    if len(lines) < FEWEST_LINES or mean(len(line.text) for line in lines) < FEWEST_LETTERS:
        return False
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    return median(line.right - line.left for line in lines) > FILLED * (end - start)


def _is_ruled(drawings: Drawings, edge: float, start: float, top: float, bottom: float) -> bool:
    """Whether a level line crosses the gutter: then it is a table."""
    return any(top < line.top < bottom and line.left < edge and line.right > start for line in drawings.level)
