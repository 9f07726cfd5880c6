"""Whatever draws a chart, the numbers and the words are the same."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from inspections.charts.chart import Shape
from inspections.charts.layout import NARROWEST, WIDE
from inspections.charts.plotly import page_plotly, plotly
from inspections.charts.svg import page_svg, svg
from tests.charts.examples import CHARTS

SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


def drawn(chart):
    return ElementTree.fromstring(svg(chart))


def percent(element, attribute):
    return Decimal(element.get(attribute).removesuffix("%"))


def shapes(drawing):
    """Bars and dots."""
    return [*drawing.iter(f"{SVG}rect"), *drawing.iter(f"{SVG}circle")]


def placed_in_svg(chart):
    """Label and value of every bar and dot, the value measured from the drawing itself."""
    root = drawn(chart)
    bars = [(element, percent(element, "width")) for element in root.iter(f"{SVG}rect")]
    dots = [(element, percent(element, "cx")) for element in root.iter(f"{SVG}circle")]
    return sorted((each.get("data-label"), float(share * chart.axis.maximum / 100)) for each, share in bars + dots)


def placed_in_plotly(chart):
    return sorted(value for trace in plotly(chart)["data"] if trace.get("hoverinfo") != "skip" for value in trace["x"])


def with_value(chart):
    return [mark for mark in chart.marks if mark.value is not None]


def test_marks_stand_where_their_values_are(chart):
    expected = sorted((mark.label, float(mark.value)) for mark in with_value(chart))

    assert [label for label, _ in placed_in_svg(chart)] == [label for label, _ in expected]
    assert [value for _, value in placed_in_svg(chart)] == pytest.approx([value for _, value in expected], abs=1e-3)
    assert placed_in_plotly(chart) == sorted(value for _, value in expected)


def test_bars_are_bars_and_dots_are_dots(chart):
    bars = sum(mark.shape is Shape.BAR for mark in with_value(chart))

    assert len(list(drawn(chart).iter(f"{SVG}rect"))) == bars
    assert sum(len(trace["x"]) for trace in plotly(chart)["data"] if trace["type"] == "bar") == bars


def test_intervals_end_where_they_should(chart):
    expected = sorted((mark.interval.lower, mark.interval.upper) for mark in with_value(chart) if mark.interval)
    in_svg = sorted(
        (float(each.get("data-lower")), float(each.get("data-upper")))
        for each in drawn(chart).iter(f"{SVG}g")
        if each.get("data-lower")
    )
    in_plotly = sorted(
        (value - below, value + above)
        for trace in plotly(chart)["data"]
        if trace["name"] == "95% interval"
        for value, below, above in zip(
            trace["x"], trace["error_x"]["arrayminus"], trace["error_x"]["array"], strict=True
        )
    )

    for found in (in_svg, in_plotly):
        assert [limit for limits in found for limit in limits] == pytest.approx(
            [limit for limits in expected for limit in limits], abs=1e-3
        )


def test_reference_lines_stand_at_their_values(chart):
    expected = [(line.label, float(line.value)) for line in chart.reference_lines]
    in_svg = [
        (group.get("data-label"), float(percent(group[0], "x1") * chart.axis.maximum / 100))
        for group in drawn(chart).iter(f"{SVG}g")
        if group.get("stroke-dasharray")
    ]
    in_plotly = [(shape["name"], shape["x0"]) for shape in plotly(chart)["layout"].get("shapes", ()) if "name" in shape]

    assert [label for label, _ in in_svg] == [label for label, _ in expected]
    assert [value for _, value in in_svg] == pytest.approx([value for _, value in expected], abs=1e-3)
    assert in_plotly == expected


def test_both_drawings_have_the_same_words_and_the_same_height(chart):
    in_svg = [element.text for element in drawn(chart).iter(f"{SVG}text")]
    in_plotly = [annotation["text"] for annotation in plotly(chart)["layout"]["annotations"]]

    assert [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in in_svg] == in_plotly
    assert float(drawn(chart).get("height")) == pytest.approx(plotly(chart)["layout"]["height"], abs=0.01)


def test_a_wide_form_says_and_shows_the_same_as_the_narrow_one_in_no_more_lines(chart):
    drawings = list(ElementTree.fromstring(f"<div>{page_svg(chart)}</div>"))
    figures = page_plotly(chart)

    assert [figure["minWidth"] for figure in figures] == [NARROWEST, WIDE][: len(drawings)]
    for drawing, figure in zip(drawings, figures, strict=True):
        texts = list(drawing.iter(f"{SVG}text"))
        assert " ".join(text.text for text in texts) == " ".join(text.text for text in drawn(chart).iter(f"{SVG}text"))
        assert len(texts) == len(figure["layout"]["annotations"])
        assert float(drawing.get("height")) == pytest.approx(figure["layout"]["height"], abs=0.01)
        assert drawing.get("aria-labelledby") == drawn(chart).get("aria-labelledby")
        assert [dict(each.attrib) | {"y": "", "cy": ""} for each in shapes(drawing)] == [
            dict(each.attrib) | {"y": "", "cy": ""} for each in shapes(drawn(chart))
        ]
        assert figure["layout"]["height"] <= figures[0]["layout"]["height"]
    assert len({str(figure["layout"]["annotations"]) for figure in figures}) == len(figures)


def test_every_mark_is_said_in_the_drawing_and_in_the_text_alternative(chart):
    words = " ".join(element.text for element in drawn(chart).iter(f"{SVG}text"))

    named = {mark for group in chart.groups for mark in group.named}
    for mark in with_value(chart):
        assert mark not in named or f"{mark.label}: {mark.value_label}" in words
        assert mark.words in chart.description
    for line in chart.reference_lines:
        assert line.label in words
        assert line.label in chart.description


def test_the_text_alternative_begins_with_the_finding(chart):
    root = drawn(chart)

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == chart.finding
    assert root.find(f"{SVG}desc").text == chart.details
    assert root.get("aria-labelledby") == root.find(f"{SVG}title").get("id")
    assert root.get("aria-describedby") == root.find(f"{SVG}desc").get("id")
    assert chart.description.startswith(chart.finding)


def test_what_is_missing_is_never_a_bar_of_nothing(chart):
    missing = {mark.label for mark in chart.marks if mark.value is None}

    assert missing.isdisjoint(label for label, _ in placed_in_svg(chart))
