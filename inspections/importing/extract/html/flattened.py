"""Tables whose cells a page shows as paragraphs of their own: put together by one named rule for each kind of row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from inspections.importing.extract.html.pieces import Kind, Piece, row
from inspections.ratings import Rating

RATING = rf"(?i:{'|'.join(Rating)})"
NAME = r"[A-Z][^.?!:|]{2,60}"
CODE = r"(?:P\s?)?[1-9]\.\s?\d{1,2}\.?"
PERCENTAGE = r"-?\d{1,3}(?:\.\d+)?\s?%"
# Each row as the shapes of its cells, longest first; a row is put together only where every cell has its shape.
ROWS = {
    "standard in three cells": (CODE, NAME, RATING),
    "standard in two cells": (rf"{CODE}\s+{NAME}", RATING),
    "overall rating": (r"(?i:overall rating):?", RATING),
    "score": (r"(?i:(?:overall |total )?score):?", r"\d{1,3}\s*(?:/|out of)\s*\d{1,3}"),
    "date of the start": (r"[\w ]{0,20}(?i:started):?", r"(?:\d{1,2} )?[A-Z][a-z]+ (?:19|20)\d\d"),
    "head of the questions": (r"(?i:key questions?)", r"(?i:percentage).{0,10}"),
    "head of the questions in one cell": (r"(?i:key questions? percentage).{0,10}",),
    "question": (r"[A-Z].{10,300}\?", PERCENTAGE),
    "domain": (r"[1-9]\.", NAME),
}
SHAPES = tuple(tuple(re.compile(shape) for shape in shapes) for shapes in ROWS.values())


def rows_together(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines with the cells of each flattened row as one row of a table."""
    together: list[Piece] = []
    position = 0
    while position < len(pieces):
        cells = _cells(pieces, position)
        if cells:
            texts = (cell.text for cell in cells)
            together.append(replace(cells[0], text=row(texts), kind=Kind.ROW))
        else:
            together.append(pieces[position])
        position += max(len(cells), 1)
    return together


def _cells(pieces: Sequence[Piece], position: int) -> Sequence[Piece]:
    """The blocks from here on that are the cells of one row; none where they are no row."""
    for shapes in SHAPES:
        cells = pieces[position : position + len(shapes)]
        if len(cells) == len(shapes) and all(map(_fits, cells, shapes)):
            return cells
    return ()


def _fits(piece: Piece, shape: re.Pattern[str]) -> bool:
    is_cell = piece.kind is Kind.BLOCK and not piece.is_furniture
    return is_cell and bool(shape.fullmatch(piece.text))
