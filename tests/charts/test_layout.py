"""Nothing overlaps, nothing is lost, nothing is wider than a phone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.charts.layout import BAR_HEIGHT, LINE_SPACING, NARROWEST, Anchor, broken, lay_out, text_width
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


@everywhere
def test_lines_fit_a_phone(chart):
    for line in lay_out(chart).texts:
        width = text_width(line.text, line.size, is_bold=line.is_bold)
        start = line.x * NARROWEST + line.shift
        begin, end = {
            Anchor.START: (start, start + width),
            Anchor.MIDDLE: (start - width / 2, start + width / 2),
            Anchor.END: (start - width, start),
        }[line.anchor]
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
