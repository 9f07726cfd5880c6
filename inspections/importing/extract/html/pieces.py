"""What a page becomes on its way to numbered lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from inspections.importing.extract.lines import Line


class Kind(Enum):
    """What made a line: only plain blocks may be cells of a flattened table."""

    BLOCK = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A line to be. `is_tight`: no blank line stands between it and the one before, `level` is a heading's."""

    text: str
    anchor: str = ""
    kind: Kind = Kind.BLOCK
    level: int = 0
    is_tight: bool = False
    is_furniture: bool = False


def row(cells: Iterable[str]) -> str:
    """Cells as the row of a table."""
    return f"| {' | '.join(cells)} |"


def numbered(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    """The lines, with a blank one before each block."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and not piece.is_tight:
            lines.append(Line(number=len(lines) + 1, page=None, text="", anchor=lines[-1].anchor))
        lines.append(
            Line(
                number=len(lines) + 1,
                page=None,
                text=piece.text,
                anchor=piece.anchor,
                is_furniture=piece.is_furniture,
                level=piece.level,
            )
        )
    return tuple(lines)
