"""Tables: which lines of a page are rows, which cells a row has, and which lines wrap inside a cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from inspections.importing.extract.pdf.drawings import Drawings
from inspections.importing.extract.pdf.items import Row, Stop
from inspections.importing.extract.pdf.segments import Segment

TIGHT = 1.5  # times the type size, from baseline to baseline: lines of one cell
NEAR = 3.2  # times the type size: rows of one table, where no rule holds them together
SAME_PLACE = 4.0  # points

Band = Sequence[Segment]


@dataclass(kw_only=True)
class Region:
    """Bands of a page that are a table, with its rows, or running text, without."""

    bands: list[Band] = field(default_factory=list)
    rows: list[Row | Stop] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Page:
    bands: Sequence[Band]
    drawings: Drawings

    def is_split(self, index: int) -> bool:
        return index < len(self.bands) and len(self.bands[index]) > 1

    def distance(self, first: int, second: int) -> float:
        """From the last baseline of a band to the first of another, in type sizes."""
        following = min(self.bands[second], key=lambda segment: segment.bottom)
        last = max(segment.bottom for segment in self.bands[first])
        return (following.bottom - last) / max(following.size, 1.0)

    def is_ruled_off(self, first: int, second: int, *, region: Sequence[int] = ()) -> bool:
        """Whether a rule lies between two bands, along most of the wider of them, or of the region."""
        segments = [segment for index in (region or (first, second)) for segment in self.bands[index]]
        last = max(segment.bottom for segment in self.bands[first])
        following = min(segment.top for segment in self.bands[second])
        left, right = min(s.left for s in segments), max(s.right for s in segments)
        return self.drawings.parts(above=last - 1, below=following + 2, left=left, right=right)


def regions(bands: Sequence[Band], drawings: Drawings) -> Iterator[Region]:
    """The tables and the running text of a page, from the top."""
    page = _Page(bands=bands, drawings=drawings)
    text = Region()
    index = 0
    while index < len(bands):
        if not page.is_split(index):
            text.bands.append(bands[index])
            index += 1
            continue
        start, end = _start(page, index, index - len(text.bands)), _end(page, index)
        del text.bands[len(text.bands) - (index - start) :]
        if text.bands:
            yield text
        yield Region(bands=list(bands[start:end]), rows=[Stop(), *_rows(page, range(start, end)), Stop()])
        text, index = Region(), end
    if text.bands:
        yield text


def _start(page: _Page, index: int, first: int) -> int:
    """The first band of a table: lines over its first row may belong to a cell whose other cells stand lower."""
    start = index
    while start > first and not _are_parted(page, start - 1, start):
        (above,) = page.bands[start - 1]
        edges = _edges(page, range(start - 1, min(index + 2, len(page.bands))), is_spaced=True)
        is_wrapped = any(_wraps(segment, [above], edges) for segment in page.bands[start])
        if not (is_wrapped or _is_roofed(page, above)) or not _fits_in_cell(above, page.bands[index]):
            break
        start -= 1
    return start


def _is_roofed(page: _Page, line: Segment) -> bool:
    """Whether a rule lies right above a line."""
    above = line.top - 2 * line.size
    return page.drawings.parts(above=above, below=line.top + 1, left=line.left, right=line.right)


def _end(page: _Page, start: int) -> int:
    """Behind the last band of a table that begins with a band."""
    last = start
    while (index := last + 1) < len(page.bands) and _goes_on(page, start, last, index):
        last = index
    return last + 1


def _goes_on(page: _Page, start: int, last: int, index: int) -> bool:
    region = range(start, last + 1)
    is_ruled_off = page.is_ruled_off(last, index, region=region)
    distance = page.distance(last, index)
    if page.is_split(index):
        is_aligned = any(_is_below(segment, page, region) for segment in page.bands[index])
        return distance < (2 * NEAR if is_ruled_off else NEAR) and (is_aligned or is_ruled_off)
    (segment,) = page.bands[index]
    if distance < TIGHT and not is_ruled_off and _fits_in_cell(segment, page.bands[last]):
        return True
    if not page.is_split(index + 1) or distance > NEAR or page.distance(index, index + 1) > NEAR:
        return is_ruled_off and distance < NEAR and _is_closed(page, segment, region)
    is_framed = is_ruled_off and page.is_ruled_off(index, index + 1)
    return is_framed or any(_is_below(other, page, region) for other in page.bands[index + 1])


def _is_below(segment: Segment, page: _Page, region: Sequence[int]) -> bool:
    """Whether a cell begins where one of the table begins."""
    return any(abs(segment.left - above.left) < SAME_PLACE for index in region for above in page.bands[index])


def _is_closed(page: _Page, segment: Segment, region: Sequence[int]) -> bool:
    """Whether a rule as wide as the table lies under a line."""
    segments = [above for index in region for above in page.bands[index]]
    left, right = min(s.left for s in segments), max(s.right for s in segments)
    below = segment.bottom + 1.5 * segment.size
    return page.drawings.parts(above=segment.bottom, below=below, left=left, right=right)


def _fits_in_cell(segment: Segment, band: Band) -> bool:
    """Whether a line lies within the columns that the cells of a band leave to it."""
    cells = sorted(band, key=lambda cell: cell.left)
    ends = [*(cell.left for cell in cells[1:]), float("inf")]
    middle = (segment.left + segment.right) / 2
    return any(
        cell.left - SAME_PLACE <= segment.left and segment.right < end for cell, end in zip(cells, ends, strict=True)
    ) or any(cell.left <= middle <= cell.right and _is_clear(segment, cell, cells) for cell in cells)


def _is_clear(segment: Segment, own: Segment, cells: Band) -> bool:
    """Whether a line that is centred under its cell touches no other one."""
    return all(cell is own or segment.right < cell.left or segment.left > cell.right for cell in cells)


def _rows(page: _Page, region: Sequence[int]) -> list[Row]:
    groups: list[list[int]] = []
    is_spaced = any(_are_parted(page, *pair) for pair in pairwise(region))
    edges = _edges(page, region, is_spaced=is_spaced)
    for index in region:
        if groups and not _begins_row(page, groups[-1], index, edges):
            groups[-1].append(index)
        else:
            groups.append([index])
    rows = [Row(cells=_cells([segment for index in group for segment in page.bands[index]])) for group in groups]
    return [replace(row, is_alone=len(rows) == 1) for row in rows]


def _edges(page: _Page, region: Sequence[int], *, is_spaced: bool) -> list[tuple[float, float]]:
    """How far to the right the lines of each column may reach, by where they begin: as far as one of them does. Where
    no space or rule parts the rows, as far as the next column lets them, so that only a full line goes on.
    """
    segments = [segment for index in region for segment in page.bands[index]]
    edges = []
    for segment in segments:
        edge = max(other.right for other in segments if abs(other.left - segment.left) < SAME_PLACE)
        if not is_spaced:
            following = min((other.left for other in segments if other.left > edge), default=edge)
            edge = max(edge, following - segment.size)
        edges.append((segment.left, edge))
    return edges


def _begins_row(page: _Page, row: Sequence[int], index: int, edges: Sequence[tuple[float, float]]) -> bool:
    """Whether a band is the next row. Lines of several cells go on only where one of them had no room left."""
    if _are_parted(page, row[-1], index):
        return True
    band, before = page.bands[index], page.bands[row[-1]]
    if len(band) == 1:
        return not _fits_in_cell(band[0], [segment for member in row for segment in page.bands[member]])
    wraps = {_wraps(segment, before, edges) for segment in band}
    return True not in wraps or False in wraps


def _are_parted(page: _Page, first: int, second: int) -> bool:
    return page.is_ruled_off(first, second) or page.distance(first, second) > TIGHT


def _wraps(segment: Segment, before: Band, edges: Sequence[tuple[float, float]]) -> bool | None:
    """Whether the line above it in its column was too full for its first word; None without one."""
    above = next((other for other in before if abs(other.left - segment.left) < SAME_PLACE), None)
    if above is None:
        return None
    if segment.hangs_at is not None:
        return False
    edge = next(right for left, right in edges if abs(left - segment.left) < SAME_PLACE)
    return above.right + segment.first_width + 0.2 * segment.size > edge


def _cells(segments: Sequence[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """The lines of a row put to cells, from the left: what overlaps in width is one cell."""
    cells: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.bottom, s.left)):
        own = [cell for cell in cells if any(s.left < segment.right and segment.left < s.right for s in cell)]
        if own:
            max(own, key=lambda cell: _overlap(segment, cell)).append(segment)
        else:
            cells.append([segment])
    cells.sort(key=lambda cell: min(segment.left for segment in cell))
    return tuple(tuple(cell) for cell in cells)


def _overlap(segment: Segment, cell: Sequence[Segment]) -> float:
    return max(min(s.right, segment.right) - max(s.left, segment.left) for s in cell)
