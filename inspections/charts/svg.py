"""A Chart as SVG: first paint, no JavaScript, print, and the source of exported images.

It has no viewBox: across, everything is a percentage of the width there is, and text is never scaled. Presentation
attributes only, because the content security policy allows no inline styles.
"""

from xml.sax.saxutils import escape, quoteattr

from inspections.charts import theme
from inspections.charts.chart import Chart, Shape
from inspections.charts.layout import (
    BAR_HEIGHT,
    CAP_HEIGHT,
    DOT_GAP,
    DOT_RADIUS,
    FONT_FAMILY,
    NARROWEST,
    Anchor,
    Layout,
    PlacedLine,
    PlacedMark,
    TextLine,
    lay_out,
    layouts_for_a_page,
)

CASING = 4
HALO = 4
RING = f' stroke="{theme.BACKGROUND}" stroke-width="{DOT_GAP}"'


def svg(chart: Chart, *, width: int | None = None) -> str:
    """The drawing as one `<svg>` element: as wide as its container, or `width` pixels for an image file."""
    return _drawn(chart, lay_out(chart, width or NARROWEST), width=str(width or "100%"))


def page_svg(chart: Chart) -> str:
    """The drawing for a page: as wide as its container, twice where a wide one breaks its lines otherwise.

    static/css/charts.css shows one of the two. Both have the words of the first.
    """
    layouts = list(layouts_for_a_page(chart).values())
    names = ("app-chart__narrow", "app-chart__wide") if len(layouts) > 1 else ("",)
    return "".join(
        _drawn(chart, layout, name=name, has_words=index == 0)
        for index, (layout, name) in enumerate(zip(layouts, names, strict=True))
    )


def _drawn(chart: Chart, layout: Layout, *, width: str = "100%", name: str = "", has_words: bool = True) -> str:
    words = [
        f"<title id={_id(chart, 'title')}>{escape(chart.finding)}</title>",
        f"<desc id={_id(chart, 'desc')}>{escape(chart.details)}</desc>",
    ]
    parts = [
        *(words if has_words else ()),
        *(_grid_line(chart.axis.fraction(tick), layout) for tick in chart.axis.ticks if layout.marks),
        *(_mark(placed, chart) for placed in layout.marks),
        *(_reference_line(placed, chart, layout) for placed in layout.lines),
        *(_text(line) for line in layout.texts),
    ]
    of_class = f" class={quoteattr(name)}" if name else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{of_class} role="img" aria-labelledby={_id(chart, "title")} '
        f'aria-describedby={_id(chart, "desc")} width="{width}" height="{_px(layout.height)}" '
        f"font-family={quoteattr(FONT_FAMILY)} overflow={quoteattr('visible')}>{''.join(parts)}</svg>"
    )


def _mark(placed: PlacedMark, chart: Chart) -> str:
    mark = placed.mark
    if mark.value is None:
        return ""
    x = _percent(chart.axis.fraction(mark.value))
    data = f"data-label={quoteattr(mark.label)} data-value={quoteattr(str(mark.value))}"
    fill = theme.FILL[mark.role]
    whisker = _whisker(placed, chart)
    if mark.shape is Shape.DOT:
        dot = f'<circle {data} cx="{x}" cy="{_px(placed.middle)}" r="{DOT_RADIUS}" fill="{fill}"{RING}/>'
        return whisker + dot
    bar = f'<rect {data} x="0" y="{_px(placed.top)}" width="{x}" height="{BAR_HEIGHT}" fill="{fill}"/>'
    return bar + whisker


def _whisker(placed: PlacedMark, chart: Chart) -> str:
    """The interval: a thin line with end caps, in a white casing so that it shows on a dark bar."""
    interval = placed.mark.interval
    if interval is None:
        return ""
    lower, upper = (_percent(chart.axis.fraction(limit)) for limit in (interval.lower, interval.upper))
    top, bottom = placed.middle - CAP_HEIGHT / 2, placed.middle + CAP_HEIGHT / 2
    lines = "".join(
        [
            _line(lower, placed.middle, upper, placed.middle),
            _line(lower, top, lower, bottom),
            _line(upper, top, upper, bottom),
        ]
    )
    data = f'data-lower="{interval.lower:.4f}" data-upper="{interval.upper:.4f}"'
    return (
        f'<g stroke="{theme.BACKGROUND}" stroke-width="{CASING}">{lines}</g>'
        f'<g {data} stroke="{theme.TEXT}" stroke-width="2">{lines}</g>'
    )


def _reference_line(placed: PlacedLine, chart: Chart, layout: Layout) -> str:
    line = placed.line
    x = _percent(chart.axis.fraction(line.value))
    drawn = _line(x, layout.plot_top, x, placed.bottom)
    data = f"data-label={quoteattr(line.label)} data-value={quoteattr(str(line.value))}"
    return (
        f'<g stroke="{theme.BACKGROUND}" stroke-width="{CASING}">{drawn}</g>'
        f'<g {data} stroke="{theme.TEXT}" stroke-width="2" stroke-dasharray="{theme.DASHES[line.style]}">{drawn}</g>'
    )


def _grid_line(x: float, layout: Layout) -> str:
    across = _percent(x)
    return f'<g stroke="{theme.GRID}">{_line(across, layout.plot_top, across, layout.plot_bottom)}</g>'


def _text(line: TextLine) -> str:
    anchor = "" if line.anchor is Anchor.START else f' text-anchor="{line.anchor}"'
    shift = f' dx="{line.shift}"' if line.shift else ""
    weight = ' font-weight="700"' if line.is_bold else ""
    return (
        f'<text x="{_percent(line.x)}" y="{_px(line.baseline)}"{shift}{anchor} font-size="{line.size}"{weight} '
        f'fill="{line.colour}" stroke="{theme.BACKGROUND}" stroke-width="{HALO}" stroke-linejoin="round" '
        f'paint-order="stroke">{escape(line.text)}</text>'
    )


def _line(x1: str, y1: float, x2: str, y2: float) -> str:
    return f'<line x1="{x1}" y1="{_px(y1)}" x2="{x2}" y2="{_px(y2)}"/>'


def _id(chart: Chart, part: str) -> str:
    return quoteattr(f"{chart.id}-svg-{part}")


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.6g}%"


def _px(value: float) -> str:
    return f"{value:.6g}"
