"""Axes and colours."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.charts.chart import LineStyle, Role
from inspections.charts.theme import BACKGROUND, DASHES, FILL, axis_for, tick_label


@pytest.mark.parametrize(
    ("values", "unit", "maximum", "step"),
    [
        (["38", "32"], "%", 50, 10),
        (["49.9"], "%", 50, 10),
        (["50"], "%", 100, 20),
        (["100"], "%", 100, 20),
        ([], "%", 100, 20),
        (["0"], "%", 100, 20),
        (["134"], "%", 150, 50),
        (["169"], "%", 200, 50),
        (["1500"], "count", 1500, 500),
        (["7.8", "5.2"], "full-time equivalent", 8, 2),
        (["0"], "count", 5, 1),
        ([], "count", 5, 1),
        (["0.3"], "count", "0.3", "0.1"),
    ],
)
def test_axis_for(values, unit, maximum, step):
    axis = axis_for([Decimal(value) for value in values], unit)

    assert (axis.maximum, axis.step) == (Decimal(maximum), Decimal(step))


@given(
    st.lists(st.decimals(0, 10**7, places=2), min_size=1, max_size=12),
    st.sampled_from(["%", "count", "full-time equivalent"]),
)
def test_every_value_fits_and_ticks_are_few_and_end_at_the_maximum(values, unit):
    axis = axis_for(values, unit)

    assert max(values) <= axis.maximum
    assert axis.ticks[0] == 0
    assert axis.ticks[-1] == axis.maximum
    assert 2 <= len(axis.ticks) <= 6


def test_tick_labels():
    assert tick_label(Decimal(20), "%") == "20%"
    assert tick_label(Decimal(1500), "count") == "1,500"
    assert tick_label(Decimal(2), "full-time equivalent") == "2"


def luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("role", Role)
def test_every_fill_stands_out_from_the_page(role):
    """WCAG 2.2, 1.4.11; the orange comparator is just under and so never stands without its label."""
    assert contrast(FILL[role], BACKGROUND) >= (2.9 if role is Role.COMPARATOR else 3)


def test_this_and_its_peers_differ_in_greyscale():
    assert contrast(FILL[Role.THIS], FILL[Role.PEER]) >= 2.9


def test_line_styles_differ():
    assert len(set(DASHES.values())) == len(LineStyle)
