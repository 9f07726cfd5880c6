"""What a page consists of, in the order of reading: lines of text and rows of tables."""

from dataclasses import dataclass

from inspections.importing.extract.pdf.segments import Segment


@dataclass(frozen=True, kw_only=True)
class Text:
    """A line of running text. `edge` is how far the lines of its column reach to the right, `mirrored` how far this one
    might where the margins are alike.
    """

    segment: Segment
    edge: float
    mirrored: float = float("inf")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a table: for each cell its lines. A row `is_alone` where no other stands above or below it."""

    cells: tuple[tuple[Segment, ...], ...]
    is_alone: bool = False


@dataclass(frozen=True)
class Stop:
    """The text before does not go on after this."""


@dataclass(frozen=True)
class Turn:
    """The end of a column or a page: the text may go on after it."""


Item = Text | Row | Stop | Turn
