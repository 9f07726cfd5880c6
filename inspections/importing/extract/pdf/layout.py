"""The order in which a person reads a page: column by column, tables row by row."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from inspections.importing.extract.pdf.columns import find_columns
from inspections.importing.extract.pdf.drawings import Drawings
from inspections.importing.extract.pdf.items import Item, Stop, Text, Turn
from inspections.importing.extract.pdf.opening import Page
from inspections.importing.extract.pdf.segments import Segment, bands
from inspections.importing.extract.pdf.tables import regions
from inspections.importing.extract.pdf.words import Word

MOST_COLUMNS = 4


def all_items(pages: Sequence[Page]) -> list[list[Item]]:
    """What stands on each page. A page with little on it has the right edge that is usual in the document."""
    usual = median(_edge(page) for page in pages)
    return [list(_page_items(page, max(_edge(page), usual))) for page in pages]


def _edge(page: Page) -> float:
    return max((word.right for word in page.words if not word.turn), default=0.0)


def _page_items(page: Page, edge: float) -> Iterator[Item]:
    """Turned text comes last, for itself."""
    words = [word for word in page.words if not word.turn]
    yield from _ordered(words, page.drawings, edge=edge, width=page.frame.width)
    for turn in sorted({word.turn for word in page.words} - {0}):
        words = [word for word in page.words if word.turn == turn]
        yield from (Stop(), *_ordered(words, Drawings()), Stop())


def _ordered(
    words: Iterable[Word],
    drawings: Drawings,
    *,
    edge: float = 0.0,
    width: float = float("inf"),
    depth: int = MOST_COLUMNS,
) -> Iterator[Item]:
    found = bands(words, drawings)
    columns = find_columns(found, drawings) if depth else None
    if columns is None:
        yield from _rows_and_text(found, drawings, edge, width)
        return
    inside = [segment for band in found[columns.start : columns.end] for segment in band]
    left = [word for segment in inside if segment.left < columns.middle for word in segment.words]
    right = [word for segment in inside if segment.left >= columns.middle for word in segment.words]
    yield from _ordered(_words(found[: columns.start]), drawings, edge=edge, width=width, depth=depth - 1)
    yield Stop()
    yield from _ordered(left, drawings, depth=depth - 1)
    yield Turn()
    yield from _ordered(right, drawings, depth=depth - 1)
    yield Stop()
    yield from _ordered(_words(found[columns.end :]), drawings, edge=edge, width=width, depth=depth - 1)


def _words(found: Iterable[list[Segment]]) -> list[Word]:
    return [word for band in found for segment in band for word in segment.words]


def _rows_and_text(found: list[list[Segment]], drawings: Drawings, edge: float, width: float) -> Iterator[Item]:
    edge = max(edge, max((segment.right for band in found for segment in band), default=0.0))
    for region in regions(found, drawings):
        if region.rows:
            yield from region.rows
        else:
            for segment in (segment for band in region.bands for segment in band):
                yield Text(segment=segment, edge=edge, mirrored=width - segment.left)
