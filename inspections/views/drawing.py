"""A chart as the template component takes it: the chart, its static drawing, the figure for Plotly, its file."""

from typing import Any

from django.utils.safestring import mark_safe

from inspections.charts.chart import Chart
from inspections.charts.plotly import page_plotly
from inspections.charts.svg import page_svg, svg


def drawn(chart: Chart, *, csv: str = "", is_live: bool = True) -> dict[str, Any]:
    """Context for `components/chart.html`. `csv` is the address of the file with the same numbers.

    Without `is_live` a narrow static drawing is all there is: for small charts, of which a page has many.
    """
    return {
        "chart": chart,
        "svg": mark_safe(page_svg(chart) if is_live else svg(chart)),  # noqa: S308 both escape every text they draw
        "plotly": page_plotly(chart) if is_live else None,
        "csv": csv,
    }
