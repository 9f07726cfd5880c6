"""A chart before it is drawn: what it says and the numbers it says it with, with no idea of pixels or of Plotly.

Words come with the numbers so that every drawing carries both: what is in the chart is in its description.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inspections.comparison import Interval


class NoRowsError(ValueError):
    """A chart was asked for without a single row: not even one that says why there is no value."""


class Role(StrEnum):
    """Whose value a mark is: the one the page is about (or the only series), a neighbour's, or a comparator's."""

    THIS = "this"
    PEER = "peer"
    COMPARATOR = "comparator"


class Shape(StrEnum):
    """A bar from zero, or a dot where several marks share one line of thought."""

    BAR = "bar"
    DOT = "dot"


class LineStyle(StrEnum):
    """How a reference line is drawn. Two in one chart are told apart by style and by label, never by colour alone.

    Published averages are dashed, a second one dash-dot; the average calculated here is dotted.
    """

    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash-dot"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One value of a chart. Without a `value` nothing is drawn: `value_label` then says why, in words.

    `detail` holds base, count and interval in words; `remark` is what sets the mark apart ("the lowest ...").
    """

    label: str
    value: Decimal | None
    value_label: str
    detail: str = ""
    remark: str = ""
    role: Role = Role.THIS
    shape: Shape = Shape.BAR
    interval: Interval | None = None

    @property
    def words(self) -> str:
        """Everything the mark says: "Doncaster: 38%, of the PDU's caseload, approximately 1,500"."""
        said = f"{self.label}: {self.value_label}"
        return ", ".join(filter(None, [said, self.remark, self.detail]))


@dataclass(frozen=True, kw_only=True)
class ReferenceLine:
    """A comparator across all marks: `label` names it, with its value."""

    label: str
    value: Decimal
    style: LineStyle = LineStyle.DASHED


@dataclass(frozen=True, kw_only=True)
class Group:
    """Marks under one heading; without heading where a chart has one group only.

    In a strip all marks stand on one line. It names the one that the page is about, and leaves the others to its words.
    """

    marks: tuple[Mark, ...]
    heading: str = ""
    is_strip: bool = False

    @property
    def named(self) -> tuple[Mark, ...]:
        """The marks whose words are written into the drawing."""
        return tuple(mark for mark in self.marks if mark.role is Role.THIS or not self.is_strip)


@dataclass(frozen=True, kw_only=True)
class Axis:
    """From zero to `maximum`, with a tick at every `step`."""

    maximum: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        return tuple(self.step * index for index in range(int(self.maximum / self.step) + 1))

    def fraction(self, value: Decimal | float) -> float:
        """Where the value lies between 0 (zero) and 1 (the maximum)."""
        return float(value) / float(self.maximum)


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`finding` is the headline, built from the data by `wording`; `notes` and the source are set round the figure.

    `details` gives every value of the chart in words, so that it can be read without being seen. `is_compact`: for one
    of many charts side by side, whose marks stand close and whose details are in words only, not in the drawing.
    """

    id: str
    finding: str
    subtitle: str
    details: str
    unit: str
    axis: Axis
    groups: tuple[Group, ...]
    reference_lines: tuple[ReferenceLine, ...] = ()
    source_text: str = ""
    source_url: str = ""
    notes: tuple[str, ...] = ()
    is_compact: bool = False

    @property
    def marks(self) -> Iterator[Mark]:
        for group in self.groups:
            yield from group.marks

    @property
    def description(self) -> str:
        """The text alternative: the finding, then every value."""
        return f"{self.finding}. {self.details}"
