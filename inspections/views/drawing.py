"""A chart as the template component takes it: the chart, its static drawing, and the figure for Plotly."""

from typing import Any

from django.utils.safestring import mark_safe

from inspections.charts.chart import Chart
from inspections.charts.plotly import plotly
from inspections.charts.svg import svg


def drawn(chart: Chart) -> dict[str, Any]:
    """Context for `components/chart.html`."""
    return {
        "chart": chart,
        "svg": mark_safe(svg(chart)),  # noqa: S308 svg() escapes every text it draws
        "plotly": plotly(chart),
    }
