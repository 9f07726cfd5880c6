"""The figure is plain data, sends nothing anywhere, and cannot be dragged or broken by a name."""

import json

import pytest

from inspections.charts.plotly import plotly
from tests.charts.examples import CHARTS

everywhere = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


@everywhere
def test_the_figure_is_plain_data(chart):
    assert json.loads(json.dumps(plotly(chart))) == plotly(chart)


@everywhere
def test_nothing_is_sent_moved_or_dragged(chart):
    figure = plotly(chart)

    assert figure["config"]["showSendToCloud"] is False
    assert figure["config"]["plotlyServerURL"] == ""
    assert figure["config"]["displayModeBar"] is False
    assert figure["config"]["displaylogo"] is False
    assert figure["config"]["responsive"] is True
    assert figure["layout"]["dragmode"] is False
    assert figure["layout"]["xaxis"]["fixedrange"] is True
    assert figure["layout"]["yaxis"]["fixedrange"] is True
    assert "transition" not in figure["layout"]


@everywhere
def test_bars_begin_at_zero(chart):
    figure = plotly(chart)

    assert figure["layout"]["xaxis"]["range"] == [0, float(chart.axis.maximum)]
    assert all(trace["orientation"] == "h" for trace in figure["data"] if trace["type"] == "bar")


@everywhere
def test_no_text_has_markup_that_would_be_styled_inline(chart):
    figure = plotly(chart)
    hovers = [text for trace in figure["data"] for text in trace.get("customdata", ())]
    annotations = [annotation["text"] for annotation in figure["layout"]["annotations"]]

    assert all("<" not in text.replace("<br>", "") for text in hovers + annotations)


def test_pointing_at_a_mark_gives_its_base_and_interval():
    bars = plotly(CHARTS["key questions"])["data"][0]

    assert bars["customdata"][0].replace("<br>", " ") == "Engagement: 59% 24 of 41 (inferred), 95% interval 43% to 72%"


def test_a_config_of_one_figure_is_not_that_of_the_next():
    plotly(CHARTS["dots"])["config"]["displayModeBar"] = True

    assert plotly(CHARTS["dots"])["config"]["displayModeBar"] is False
