"""What is drawn on a page besides its text: the edges of boxes and tables, and how much of it pictures cover."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from inspections.importing.extract.pdf.words import Frame

MOST_DRAWN = 20_000  # of one page: a map has more lines than any table
DEEPEST = 5  # of drawings within drawings
STRAIGHT = 1.0  # point: an edge that leans less is level or upright
LONG = 6.0  # points: what is shorter is no part of a table
DOT = (1.5, 9.0)  # points: the sides of a bullet that is drawn, and no letter

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, kw_only=True)
class Edge:
    """A straight line from one point to another, level or upright."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(kw_only=True)
class Drawings:
    """The level and the upright edges of a page, from the top; small round or square shapes; and the largest share of
    the page, from 0 to 1, that one picture covers.
    """

    level: list[Edge] = field(default_factory=list)
    dots: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    pictured: float = 0.0

    def parts(self, *, above: float, below: float, left: float, right: float) -> bool:
        """Whether a level edge lies between two heights, along at least half of the width."""
        return any(
            above <= edge.top <= below and min(edge.right, right) - max(edge.left, left) > (right - left) / 2
            for edge in self.level
        )

    def is_dotted(self, *, left: float, middle: float, size: float) -> bool:
        """Whether a bullet is drawn before a line that begins here."""
        return any(
            0.1 * size < left - dot.right < 3 * size and abs((dot.top + dot.bottom) / 2 - middle) < 0.3 * size
            for dot in self.dots
        )

    def stands_between(self, *, left: float, right: float, middle: float) -> bool:
        """Whether an upright edge lies between two words of a line at this height."""
        return any(left <= edge.left <= right and edge.top <= middle <= edge.bottom for edge in self.upright)


def read_drawings(page: pdfium.FPDF_PAGE, frame: Frame) -> Drawings:
    """The edges and pictures of a page. Past a bound the rest is left out: it can be no table that helps."""
    drawings = Drawings()
    for count, (drawn, matrix) in enumerate(_drawn(page)):
        if count >= MOST_DRAWN:
            break
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawings.pictured = max(drawings.pictured, _share(drawn, matrix, frame))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_visible(drawn):
            _add_path(drawings, drawn, matrix, frame)
    drawings.level.sort(key=lambda edge: edge.top)
    return drawings


def _drawn(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _with_inner(pdfium.FPDFPage_GetObject(page, index), AS_IT_IS, DEEPEST)


def _with_inner(
    drawn: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    if not drawn:
        return
    if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_FORM:
        yield drawn, matrix
    elif depth:
        inner = _times(_matrix(drawn), matrix)
        for index in range(max(pdfium.FPDFFormObj_CountObjects(drawn), 0)):
            yield from _with_inner(pdfium.FPDFFormObj_GetObject(drawn, index), inner, depth - 1)


def _matrix(drawn: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(found)):
        return AS_IT_IS
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    e, f = _at(second, (e, f))
    g, h, i, j, _, _ = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e, f)


def _at(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _is_visible(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _add_path(drawings: Drawings, path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> None:
    whole = _times(_matrix(path), matrix)
    points: list[Point] = []
    for start, end, is_side in _strokes(path, whole):
        shown = frame.shown(*start), frame.shown(*end)
        points += shown
        if is_side:
            _add_edge(drawings, *shown)
    if points:
        around = _around(points)
        sides = around.right - around.left, around.bottom - around.top
        if DOT[0] < min(sides) and max(sides) < DOT[1] and max(sides) < 1.2 * min(sides):
            drawings.dots.append(around)


def _around(points: Sequence[Point]) -> Edge:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Edge(left=min(across), right=max(across), top=min(down), bottom=max(down))


def _strokes(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[Point, Point, bool]]:
    """From where to where each part of a path goes, the one that closes it too, and whether it goes straight."""
    first = before = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MOST_DRAWN)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _at(matrix, (x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        else:
            yield before, point, kind == pdfium.FPDF_SEGMENT_LINETO
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first, True
        before = point


def _add_edge(drawings: Drawings, start: Point, end: Point) -> None:
    edge = _around((start, end))
    if edge.bottom - edge.top < STRAIGHT and edge.right - edge.left > LONG:
        drawings.level.append(edge)
    elif edge.right - edge.left < STRAIGHT and edge.bottom - edge.top > LONG:
        drawings.upright.append(edge)


def _share(image: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> float:
    a, b, c, d, _, _ = _times(_matrix(image), matrix)
    return abs(a * d - b * c) / max(frame.width * frame.height, 1.0)
