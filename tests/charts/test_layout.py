"""Nothing overlaps, nothing is lost, nothing is wider than a phone."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.charts.chart import Axis, ReferenceLine
from inspections.charts.layout import (
    ABOVE_BAR,
    BAR_HEIGHT,
    LINE_SPACING,
    NARROWEST,
    Anchor,
    broken,
    lay_out,
    text_width,
)
from tests.charts.examples import CHARTS

everywhere = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


@given(st.lists(st.text("abcWM .,%", min_size=1, max_size=30), max_size=20).map(" ".join), st.integers(40, 400))
def test_breaking_loses_no_word_and_fits_where_it_can(words, room):
    lines = broken(words, 16, room)

    assert " ".join(lines).split() == words.split()
    assert all(text_width(line, 16) <= room or len(line.split()) == 1 for line in lines)


def in_strip(chart, placed):
    """Whether the mark shares its line with others, as it should."""
    return any(placed.mark in group.marks for group in chart.groups if group.is_strip)


def ends(line):
    """Where a line of text begins and ends on a phone."""
    width = text_width(line.text, line.size, is_bold=line.is_bold)
    start = line.x * NARROWEST + line.shift
    return {
        Anchor.START: (start, start + width),
        Anchor.MIDDLE: (start - width / 2, start + width / 2),
        Anchor.END: (start - width, start),
    }[line.anchor]


@everywhere
def test_lines_fit_a_phone(chart):
    for line in lay_out(chart).texts:
        begin, end = ends(line)
        assert begin >= 0
        assert end <= NARROWEST


@everywhere
def test_no_bar_stands_on_words_or_on_another_bar(chart):
    layout = lay_out(chart)
    taken = [(line.top, line.top + line.size * LINE_SPACING) for line in layout.texts if line.x == 0]
    taken += [(placed.top, placed.top + BAR_HEIGHT) for placed in layout.marks if not in_strip(chart, placed)]
    taken += {(placed.top, placed.top + BAR_HEIGHT) for placed in layout.marks if in_strip(chart, placed)}
    taken.sort()

    assert all(above[1] <= below[0] for above, below in pairwise(taken))
    assert taken[-1][1] <= layout.height


@everywhere
def test_lines_span_every_bar_and_stop_above_the_axis(chart):
    layout = lay_out(chart)

    assert all(layout.plot_top < placed.top for placed in layout.marks)
    assert all(placed.top + BAR_HEIGHT <= layout.plot_bottom for placed in layout.marks)


def test_what_is_missing_stands_below_the_axis_out_of_the_way_of_lines():
    layout = lay_out(CHARTS["doncaster and its region"])
    missing = next(line for line in layout.texts if line.text.startswith("10 other PDUs"))

    assert missing.top > layout.plot_bottom


def test_a_chart_of_nothing_but_absences_has_words_and_no_axis():
    layout = lay_out(CHARTS["nothing held"])

    assert not layout.marks
    assert not any(line.text.endswith("0%") for line in layout.texts)


def test_the_marks_of_a_strip_stand_on_one_line_under_the_name_of_one():
    layout = lay_out(CHARTS["place of a sample"])

    assert len(layout.marks) == 3
    assert len({placed.top for placed in layout.marks}) == 1
    assert [line.text for line in layout.texts if line.is_bold] == ["Doncaster: 44%"]
    assert layout.height < 150


@pytest.mark.parametrize("values", [(32,), (37, 40), (30, 47), (60, 80), (10, 90), (45, 55), (20, 30, 85), (50, 50)])
def test_no_label_crosses_the_line_of_another(values):
    lines = tuple(ReferenceLine(label=f"Average {value} of some", value=Decimal(value)) for value in values)
    chart = replace(CHARTS["samples"], reference_lines=lines)
    layout = lay_out(chart)
    labels = [line for line in layout.texts if line.shift]

    assert sorted(placed.line.value for placed in layout.lines) == sorted(values)
    assert " ".join(label.text for label in labels).split().count("Average") == len(values)
    for placed in layout.lines:
        x = chart.axis.fraction(placed.line.value) * NARROWEST
        assert not [label for label in labels if label.top < placed.bottom and ends(label)[0] < x < ends(label)[1]]


@pytest.mark.parametrize(
    ("maximum", "step", "labels"),
    [
        (50, 10, ["0", "10", "20", "30", "40", "50"]),
        (1500, 500, ["0", "500", "1,000", "1,500"]),
        (1_000_000, 200_000, ["0", "400,000", "800,000"]),
    ],
)
def test_the_labels_of_ticks_stand_apart_on_a_phone(maximum, step, labels):
    chart = replace(CHARTS["counts"], axis=Axis(maximum=Decimal(maximum), step=Decimal(step)))
    layout = lay_out(chart)
    ticks = [line for line in layout.texts if line.top == layout.plot_bottom + ABOVE_BAR]

    assert [line.text for line in ticks] == labels
    assert all(ends(before)[1] < ends(after)[0] for before, after in pairwise(ticks))
