"""A Chart as a Plotly figure: the same drawing in the same places, with the words of a mark where it is pointed at.

The figure is plain data for `json_script`. Nothing in it moves, is dragged or is sent anywhere.
"""

from html import escape
from typing import Any

from plotly import graph_objects

from inspections.charts import theme
from inspections.charts.chart import Chart, LineStyle, Role, Shape
from inspections.charts.layout import (
    BAR_HEIGHT,
    CAP_HEIGHT,
    DOT_GAP,
    DOT_RADIUS,
    FONT_FAMILY,
    Anchor,
    Layout,
    PlacedMark,
    TextLine,
    broken,
    lay_out,
    layouts_for_a_page,
)

CASING = 4
HOVER_SIZE = 14
HOVER_WIDTH = 240
PLOTLY_DASHES = {LineStyle.DASHED: "6px,4px", LineStyle.DOTTED: "2px,3px", LineStyle.DASH_DOT: "10px,3px,2px,3px"}
PLOTLY_ANCHORS = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}


def page_plotly(chart: Chart) -> list[dict[str, Any]]:
    """The figures that `charts.js` chooses from, each with the width in pixels from which on it serves."""
    return [{"minWidth": width, **_figure(chart, layout)} for width, layout in layouts_for_a_page(chart).items()]


def plotly(chart: Chart) -> dict[str, Any]:
    """`{"data": [...], "layout": {...}, "config": {...}}`, laid out for the narrowest page."""
    return _figure(chart, lay_out(chart))


def _figure(chart: Chart, layout: Layout) -> dict[str, Any]:
    figure = graph_objects.Figure(data=_traces(chart, layout), layout=_layout(chart, layout))
    return {**figure.to_plotly_json(), "config": dict(CONFIG)}


def _traces(chart: Chart, layout: Layout) -> list[Any]:
    bars = [_bars(role, [placed for placed in layout.marks if _is(placed, role, Shape.BAR)]) for role in Role]
    # The dot that the page is about goes last, over its neighbours on the same line.
    dots = [_dots(role, [placed for placed in layout.marks if _is(placed, role, Shape.DOT)]) for role in reversed(Role)]
    with_interval = [placed for placed in layout.marks if placed.mark.interval]
    whiskers = [
        _whiskers(with_interval, name="casing", colour=theme.BACKGROUND, thickness=CASING),
        _whiskers(with_interval, name="95% interval", colour=theme.TEXT, thickness=2),
    ]
    return [trace for trace in [*bars, *whiskers, *dots] if len(trace.x)]


def _is(placed: PlacedMark, role: Role, shape: Shape) -> bool:
    return (placed.mark.role, placed.mark.shape) == (role, shape)


def _bars(role: Role, placed: list[PlacedMark]) -> Any:
    return graph_objects.Bar(
        **_values(placed),
        orientation="h",
        name=role.value,
        width=[BAR_HEIGHT] * len(placed),
        marker={"color": theme.FILL[role], "line": {"width": 0}},
    )


def _dots(role: Role, placed: list[PlacedMark]) -> Any:
    return graph_objects.Scatter(
        **_values(placed),
        mode="markers",
        name=role.value,
        cliponaxis=False,
        marker={
            "color": theme.FILL[role],
            "size": 2 * DOT_RADIUS,
            "opacity": 1,
            "line": {"color": theme.BACKGROUND, "width": DOT_GAP},
        },
    )


def _values(placed: list[PlacedMark]) -> dict[str, Any]:
    return {
        "x": [float(each.mark.value) for each in placed if each.mark.value is not None],
        "y": [each.middle for each in placed],
        "customdata": [_hover_text(each) for each in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _whiskers(placed: list[PlacedMark], *, name: str, colour: str, thickness: int) -> Any:
    """Intervals as error bars of invisible points: on a bar of their own colour they would not show."""
    marks = [each.mark for each in placed]
    values = [float(mark.value) for mark in marks if mark.value is not None]
    intervals = [mark.interval for mark in marks if mark.interval]
    pairs = list(zip(values, intervals, strict=True))
    return graph_objects.Scatter(
        x=values,
        y=[each.middle for each in placed],
        mode="markers",
        name=name,
        marker={"opacity": 0},
        hoverinfo="skip",
        cliponaxis=False,
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [interval.upper - value for value, interval in pairs],
            "arrayminus": [value - interval.lower for value, interval in pairs],
            "color": colour,
            "thickness": thickness,
            "width": CAP_HEIGHT / 2,
        },
    )


def _layout(chart: Chart, layout: Layout) -> dict[str, Any]:
    return {
        "template": "none",
        "height": layout.height,
        "autosize": True,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "font": {"family": FONT_FAMILY, "size": 16, "color": theme.TEXT},
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "showlegend": False,
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.BACKGROUND,
            "bordercolor": theme.TEXT,
            "font": {"family": FONT_FAMILY, "size": HOVER_SIZE, "color": theme.TEXT},
        },
        "xaxis": {"range": [0, float(chart.axis.maximum)], "visible": False, "fixedrange": True},
        "yaxis": {"range": [layout.height, 0], "visible": False, "fixedrange": True},
        "shapes": [*_grid(chart, layout), *_reference_lines(layout)],
        "annotations": [_annotation(line) for line in layout.texts],
    }


def _grid(chart: Chart, layout: Layout) -> list[dict[str, Any]]:
    ticks = chart.axis.ticks if layout.marks else ()
    bottom = layout.plot_bottom
    return [_upright(float(tick), layout.plot_top, bottom, theme.GRID, 1) | {"layer": "below"} for tick in ticks]


def _reference_lines(layout: Layout) -> list[dict[str, Any]]:
    lines = []
    for placed in layout.lines:
        line, ends = placed.line, (layout.plot_top, placed.bottom)
        casing = _upright(float(line.value), *ends, theme.BACKGROUND, CASING)
        drawn = _upright(float(line.value), *ends, theme.TEXT, 2)
        drawn["line"]["dash"] = PLOTLY_DASHES[line.style]
        lines += [casing, drawn | {"name": line.label}]
    return lines


def _upright(x: float, top: float, bottom: float, colour: str, width: int) -> dict[str, Any]:
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": {"color": colour, "width": width}}


def _annotation(line: TextLine) -> dict[str, Any]:
    return {
        "text": _plain(line.text),
        "x": line.x,
        "xref": "paper",
        "xanchor": PLOTLY_ANCHORS[line.anchor],
        "xshift": line.shift,
        "y": line.middle,
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "bgcolor": theme.BACKGROUND,
        "font": {"size": line.size, "color": line.colour, "weight": 700 if line.is_bold else 400},
    }


def _plain(text: str) -> str:
    """Plotly reads a little HTML in every text, and styles it inline, which the policy forbids: so none is left."""
    return escape(text, quote=False)


def _hover_text(placed: PlacedMark) -> str:
    mark = placed.mark
    words = [f"{mark.label}: {mark.value_label}", mark.remark, mark.detail]
    lines = [line for part in words for line in broken(part, HOVER_SIZE, HOVER_WIDTH)]
    return "<br>".join(_plain(line) for line in lines)
