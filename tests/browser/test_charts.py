"""The live drawing takes over when a chart comes into view, with the numbers of the static one."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES

WITH_CHARTS = [
    *(PAGES[name] for name in ("region", "measure in a region", "pdu", "standard")),
    PAGES["region's key questions"] + "?charts=open",
]
# A chart is drawn for a narrow and for a wide page, and a container query shows one.
STATIC = ".app-chart__static svg:visible"

# Where every value ends in the drawing itself, as a share of its width: by label in the static one, in order here.
STATIC_MARKS = """
    drawing => [...drawing.querySelectorAll('rect[data-value], circle[data-value]')].map(mark => {
        const [all, box] = [drawing.getBoundingClientRect(), mark.getBoundingClientRect()];
        const end = mark.tagName === 'rect' ? box.right : box.left + box.width / 2;
        return (end - all.left) / all.width;
    })
"""
LIVE_MARKS = """
    live => [...live.querySelectorAll('.barlayer .point > path, .scatterlayer .points > path')]
        .filter(mark => getComputedStyle(mark).opacity !== '0')
        .map(mark => {
            const [all, box] = [live.getBoundingClientRect(), mark.getBoundingClientRect()];
            const isBar = mark.closest('.barlayer') !== null;
            return ((isBar ? box.right : box.left + box.width / 2) - all.left) / all.width;
        })
"""
LIVE_VALUES = "live => live.data.filter(t => t.hoverinfo !== 'skip').flatMap(trace => trace.x)"
WORDS = "drawing => [...drawing.querySelectorAll('text')].map(text => text.textContent).filter(text => text)"


def figures(page):
    return page.locator("figure[data-chart]").all()


def shown(figure):
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-chart-drawn", "")
    return figure.locator(".app-chart__live")


def as_drawn_by_the_server(figure) -> tuple[list[float], list[float], list[str]]:
    """Where the marks end, their values, and the words, before the live drawing replaces it."""
    drawing = figure.locator(STATIC)
    expect(drawing).to_have_count(1)
    values = [float(mark.get_attribute("data-value")) for mark in drawing.locator(":is(rect, circle)").all()]
    return sorted(drawing.evaluate(STATIC_MARKS)), sorted(values), sorted(drawing.evaluate(WORDS))


@pytest.mark.parametrize("path", WITH_CHARTS)
def test_both_drawings_end_every_mark_at_the_same_place_and_say_the_same(browse, path):
    page = browse(height=300).open(path)
    assert figures(page)
    static = [as_drawn_by_the_server(figure) for figure in figures(page)]
    for figure, (marks, values, words) in zip(figures(page), static, strict=True):
        live = shown(figure)

        expect(figure.locator(STATIC)).to_have_count(0)
        assert marks
        assert sorted(live.evaluate(LIVE_MARKS)) == pytest.approx(marks, abs=0.003)
        assert sorted(live.evaluate(LIVE_VALUES)) == pytest.approx(values)
        assert sorted(live.evaluate(WORDS)) == words


def test_chart_is_drawn_only_when_it_comes_into_view(browse):
    watched = browse(height=300)
    page = watched.open(PAGES["standard"])
    figure = figures(page)[0]
    page.wait_for_load_state("networkidle")
    expect(figure).not_to_have_attribute("data-chart-drawn", "")
    expect(figure.locator(STATIC)).to_have_count(1)
    assert not [url for url in watched.requested if "plotly" in url]

    shown(figure)

    assert len([url for url in watched.requested if url.endswith(".js") and "plotly" in url]) == 1


def test_page_does_not_jump_when_the_drawing_changes(browse):
    page = browse(height=300).open(PAGES["standard"])
    figure = figures(page)[0]
    before = figure.bounding_box()["height"]
    shown(figure)
    assert figure.bounding_box()["height"] == pytest.approx(before, abs=1)


@pytest.mark.parametrize("path", WITH_CHARTS)
def test_without_javascript_the_static_drawing_is_there_with_its_words(browse, path):
    page = browse(javascript=False).open(path)
    for figure in figures(page):
        drawing = figure.get_by_role("img")
        expect(drawing).to_be_visible()
        expect(drawing).to_have_accessible_name(figure.get_by_role("heading").inner_text())
        expect(figure.locator(".app-chart__live")).to_be_hidden()


def test_live_drawing_is_one_image_with_the_same_name(browse):
    page = browse().open(PAGES["pdu"])
    figure = figures(page)[0]
    shown(figure)
    expect(figure.get_by_role("img")).to_have_count(1)
    expect(figure.get_by_role("img")).to_have_accessible_name(figure.get_by_role("heading").inner_text())


def test_where_the_library_does_not_come_the_static_drawing_stays(browse):
    watched = browse()
    watched.page.route("**/plotly-basic.min.js", lambda route: route.abort())
    with watched.page.expect_console_message(lambda message: "stays as it was drawn" in message.text):
        page = watched.open(PAGES["standard"])
        figure = figures(page)[0]
        figure.scroll_into_view_if_needed()

    expect(figure.locator(STATIC)).to_have_count(1)
    expect(figure.locator(".app-chart__live")).to_be_hidden()
    assert all("plotly" in problem or "ERR_FAILED" in problem or "stays" in problem for problem in watched.problems)
    watched.problems.clear()


def test_print_has_the_static_drawing_and_no_navigation(browse):
    page = browse().open(PAGES["pdu"])
    figure = figures(page)[0]
    shown(figure)

    page.emulate_media(media="print")

    expect(figure.locator(STATIC)).to_have_count(1)
    expect(figure.locator(".app-chart__live")).to_be_hidden()
    for role, name in [("navigation", "Menu"), ("navigation", "Breadcrumb"), ("navigation", "Contents")]:
        expect(page.get_by_role(role, name=name)).to_be_hidden()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_contain_text("Open Government Licence")
    expect(page.locator(".app-print-only")).to_contain_text(page.url)
