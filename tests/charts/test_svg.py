"""What the static drawing must not contain, and that it fits the width it is given."""

import re
from xml.etree import ElementTree

import pytest

from inspections.charts.svg import svg
from tests.charts.examples import CHARTS


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_the_content_security_policy_has_nothing_to_block(chart):
    drawing = svg(chart)

    assert not re.search(r"<style|\bstyle=|<script|\bon\w+=|href=|<image|url\(", drawing)


def test_a_name_is_text_whatever_is_in_it():
    drawing = svg(CHARTS["hostile name"])

    assert "<b>" not in drawing
    assert "&lt;b&gt;" in drawing
    ElementTree.fromstring(drawing)


def test_on_a_page_it_is_as_wide_as_its_place_and_text_is_never_scaled():
    drawing = svg(CHARTS["doncaster and its region"])

    assert 'width="100%"' in drawing
    assert "viewBox" not in drawing


def test_for_an_image_it_has_a_width_and_longer_lines():
    narrow, wide = (svg(CHARTS["samples"], width=width) for width in (None, 1200))

    assert 'width="1200"' in wide
    assert wide.count("<text") < narrow.count("<text")


def test_a_real_zero_is_a_bar_without_length():
    assert 'data-value="0" x="0"' in svg(CHARTS["samples"])


def test_identifiers_follow_the_chart_so_that_many_fit_on_a_page():
    assert 'id="key-questions-doncaster-svg-title"' in svg(CHARTS["key questions"])
