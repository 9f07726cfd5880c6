"""Where everything in a chart stands, for both drawings alike.

Across, positions are fractions of whatever width there is, so that text keeps its size from 320 pixels to a desktop;
downwards they are pixels, so that both drawings have the same height and nothing jumps when one replaces the other.
Labels stand above their bars, not in a column beside them: a name in full leaves no room for a bar on a phone.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from inspections.charts import theme
from inspections.charts.chart import Chart, Group, Mark, ReferenceLine

# The widths that lines are broken for: a phone of 320 px, and any screen wider than a phone, as the style sheet has it.
NARROWEST = 288
WIDE = 460
FONT_FAMILY = "Arial, Helvetica, sans-serif"

HEADING_SIZE = 18
LABEL_SIZE = 16
SMALL_SIZE = 14
LINE_SPACING = 1.25
ASCENT = 0.9

BAR_HEIGHT = 16
DOT_RADIUS = 6
DOT_GAP = 1
CAP_HEIGHT = 10
ABOVE_BAR = 5
AFTER_BAR = 12
AFTER_WORDS = 8
ABOVE_COMPACT_BAR = 0
AFTER_COMPACT_BAR = 6
BEFORE_HEADING = 14
AFTER_HEADING = 4
BESIDE_LINE = 7
BETWEEN_TICKS = 4

# Widths of characters in Arial, as shares of the font size: enough to break lines by.
NARROW_CHARACTERS = "fijlrtI.,:;'|()[]-/ "
WIDE_CHARACTERS = "mwMW%@"
BOLD_IS_WIDER = 1.07


class Anchor(StrEnum):
    """Which end of a text stands at its position."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """One line of text in one style, at a fraction of the width and shifted by pixels from there.

    One style, because Plotly would write inline styles for a second one, which the content security policy forbids.
    """

    text: str
    top: float
    size: int
    is_bold: bool = False
    colour: str = theme.TEXT
    x: float = 0.0
    shift: int = 0
    anchor: Anchor = Anchor.START

    @property
    def middle(self) -> float:
        return self.top + self.size * LINE_SPACING / 2

    @property
    def baseline(self) -> float:
        return self.top + self.size * (LINE_SPACING - 1) / 2 + self.size * ASCENT


@dataclass(frozen=True, kw_only=True)
class PlacedMark:
    """A mark that has a value, and the top of its bar (or of the bar that its dot replaces)."""

    mark: Mark
    top: float

    @property
    def middle(self) -> float:
        return self.top + BAR_HEIGHT / 2


@dataclass(frozen=True, kw_only=True)
class PlacedLine:
    """A reference line, and where it ends: beside the last word of its label."""

    line: ReferenceLine
    bottom: float


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The places. Grid lines run from `plot_top` to `plot_bottom`, reference lines from `plot_top` to their own end."""

    height: float
    plot_top: float
    plot_bottom: float
    texts: tuple[TextLine, ...]
    marks: tuple[PlacedMark, ...]
    lines: tuple[PlacedLine, ...]


def lay_out(chart: Chart, width: int = NARROWEST) -> Layout:
    """Every part of the chart in its place, with lines broken for the narrowest width it has to fit.

    What follows the last value, that is what is missing, stands below the axis: no line runs through its words.
    """
    page = _Page(width=width, is_compact=chart.is_compact)
    valued = [index for index, group in enumerate(chart.groups) if any(mark.value is not None for mark in group.marks)]
    below_axis = max(valued, default=-1) + 1
    for group in chart.groups[:below_axis]:
        page.group(group)
    plot_top = page.marks[0].top - ABOVE_BAR if page.marks else page.cursor
    for label in _sided(chart):
        page.reference_label(label)
    plot_bottom = page.cursor
    if page.marks:
        page.ticks(chart)
    for group in chart.groups[below_axis:]:
        page.group(group)
    return Layout(
        height=page.cursor,
        plot_top=plot_top,
        plot_bottom=plot_bottom,
        texts=tuple(page.texts),
        marks=tuple(page.marks),
        lines=tuple(page.lines),
    )


@dataclass(frozen=True, kw_only=True)
class _SidedLabel:
    """The label of a reference line at the fraction `x`: on which side, and up to which fraction of the width."""

    line: ReferenceLine
    x: float
    limit: float

    @property
    def room(self) -> float:
        return abs(self.limit - self.x)


def _sided(chart: Chart) -> list[_SidedLabel]:
    """The labels in the order in which they stand one under another, so that none crosses another's line.

    A line ends beside its label. So the labels that stand right of their lines begin with the line furthest right, and
    have room as far as the first line whose label stands left; those then begin with the line furthest left. How many
    stand on which side is what leaves most room to the one that has least.
    """
    lines = sorted(chart.reference_lines, key=lambda line: line.value)
    places = [chart.axis.fraction(line.value) for line in lines]
    ways = []
    for on_right in range(len(lines), -1, -1):
        limit = places[on_right] if on_right < len(lines) else 1.0
        right = [_SidedLabel(line=lines[i], x=places[i], limit=limit) for i in reversed(range(on_right))]
        left = [_SidedLabel(line=lines[i], x=places[i], limit=0.0) for i in range(on_right, len(lines))]
        ways.append([*right, *left])
    return max(ways, key=lambda way: min((label.room for label in way), default=0.0))


def layouts_for_a_page(chart: Chart) -> dict[int, Layout]:
    """By the width from which on it serves: for the narrowest, and for a wide one if lines break otherwise there."""
    narrow, wide = lay_out(chart), lay_out(chart, WIDE)
    return {NARROWEST: narrow} if wide == narrow else {NARROWEST: narrow, WIDE: wide}


@dataclass
class _Page:
    """A page filled from the top; `cursor` is where the next thing goes."""

    width: int
    is_compact: bool = False
    cursor: float = 0
    texts: list[TextLine] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)

    def group(self, group: Group) -> None:
        if group.heading:
            self.cursor += BEFORE_HEADING if self.texts else 0
            self._write(group.heading, size=HEADING_SIZE, is_bold=True)
            self.cursor += AFTER_HEADING
        if group.is_strip:
            for mark in group.named:
                self._words(mark)
            self._place(mark for mark in group.marks if mark.value is not None)
            return
        for mark in group.marks:
            self._words(mark)
            if mark.value is None:
                self.cursor += AFTER_WORDS
            else:
                self._place([mark])

    def _words(self, mark: Mark) -> None:
        self._write(f"{mark.label}: {mark.value_label}", is_bold=mark.value is not None)
        self._write(mark.remark[:1].upper() + mark.remark[1:], size=SMALL_SIZE)
        if not self.is_compact:
            self._write(mark.detail, size=SMALL_SIZE, colour=theme.SECONDARY_TEXT)

    def _place(self, marks: Iterable[Mark]) -> None:
        """All on one line."""
        self.cursor += ABOVE_COMPACT_BAR if self.is_compact else ABOVE_BAR
        self.marks += [PlacedMark(mark=mark, top=self.cursor) for mark in marks]
        self.cursor += BAR_HEIGHT + (AFTER_COMPACT_BAR if self.is_compact else AFTER_BAR)

    def reference_label(self, label: _SidedLabel) -> None:
        on_left = label.limit < label.x
        self._write(
            label.line.label,
            size=SMALL_SIZE,
            room=self.width * label.room - BESIDE_LINE,
            x=label.x,
            shift=-BESIDE_LINE if on_left else BESIDE_LINE,
            anchor=Anchor.END if on_left else Anchor.START,
        )
        self.lines.append(PlacedLine(line=label.line, bottom=self.cursor))
        self.cursor += ABOVE_BAR

    def ticks(self, chart: Chart) -> None:
        anchors = {0.0: Anchor.START, 1.0: Anchor.END}
        self.cursor += ABOVE_BAR
        labels = [theme.tick_label(tick, chart.unit) for tick in chart.axis.ticks]
        every = self._ticks_apart(labels)
        for tick, label in list(zip(chart.axis.ticks, labels, strict=True))[::every]:
            x = chart.axis.fraction(tick)
            self.texts.append(
                TextLine(
                    text=label,
                    top=self.cursor,
                    size=SMALL_SIZE,
                    colour=theme.SECONDARY_TEXT,
                    x=x,
                    anchor=anchors.get(x, Anchor.MIDDLE),
                )
            )
        self.cursor += SMALL_SIZE * LINE_SPACING + AFTER_WORDS

    def _ticks_apart(self, labels: Sequence[str]) -> int:
        """1 where every tick has room for its label, 2 where every other one has, and so on.

        Room for one and a half of the widest: the last label ends at its tick, where the one before has its middle.
        """
        widest = max(text_width(label, SMALL_SIZE) for label in labels)
        between = self.width / max(len(labels) - 1, 1)
        return math.ceil((widest * 1.5 + BETWEEN_TICKS) / between)

    def _write(
        self,
        words: str,
        *,
        size: int = LABEL_SIZE,
        is_bold: bool = False,
        colour: str = theme.TEXT,
        room: float | None = None,
        x: float = 0.0,
        shift: int = 0,
        anchor: Anchor = Anchor.START,
    ) -> None:
        for text in broken(words, size, room or self.width, is_bold=is_bold):
            self.texts.append(
                TextLine(
                    text=text,
                    top=self.cursor,
                    size=size,
                    is_bold=is_bold,
                    colour=colour,
                    x=x,
                    shift=shift,
                    anchor=anchor,
                )
            )
            self.cursor += size * LINE_SPACING


def broken(words: str, size: int, room: float, *, is_bold: bool = False) -> list[str]:
    """The words in lines that fit the room. A word that is wider than the room has a line of its own."""
    lines: list[str] = []
    taken, space = 0.0, text_width(" ", size, is_bold=is_bold)
    for word in words.split():
        width = text_width(word, size, is_bold=is_bold)
        if lines and taken + space + width <= room:
            lines[-1] = f"{lines[-1]} {word}"
            taken += space + width
        else:
            lines.append(word)
            taken = width
    return lines


def text_width(text: str, size: int, *, is_bold: bool = False) -> float:
    """About how many pixels the text takes."""
    return sum(_share(character) for character in text) * size * (BOLD_IS_WIDER if is_bold else 1)


def _share(character: str) -> float:
    if character in NARROW_CHARACTERS:
        return 0.3
    if character in WIDE_CHARACTERS:
        return 0.86
    return 0.69 if character.isupper() else 0.55
