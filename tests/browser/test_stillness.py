"""Nothing that stands on a page moves while it is read, and nothing is fetched for a chart out of sight."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES

MOVED = """
    () => new Promise(resolve => {
        const moved = [];
        new PerformanceObserver(list => list.getEntries().forEach(entry => moved.push(entry.value)))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(moved.reduce((sum, value) => sum + value, 0)), 300);
    })
"""


def read_through(page) -> None:
    for _ in range(page.evaluate("Math.ceil(document.body.scrollHeight / 500)")):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(100)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["home", "region", "pdus", "pdu", "standard", "about"])
def test_nothing_moves_while_the_page_is_read(browse, name, width):
    page = browse(width=width).open(PAGES[name])
    read_through(page)
    assert page.evaluate(MOVED) == pytest.approx(0, abs=0.001)


def test_a_page_that_moves_is_noticed(browse):
    page = browse().open(PAGES["home"])
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>More</p>'.repeat(9))")
    assert page.evaluate(MOVED) > 0.01


@pytest.mark.parametrize("name", ["region", "pdu", "standard"])
def test_nothing_of_plotly_is_fetched_before_a_chart_is_in_view(browse, name):
    watched = browse(height=200)
    page = watched.open(PAGES[name])
    page.wait_for_load_state("networkidle")
    assert page.locator("figure[data-chart]").count()
    assert not [url for url in watched.requested if "plotly" in url]
    page.locator("figure[data-chart]").first.scroll_into_view_if_needed()
    page.locator("figure[data-chart-drawn]").first.wait_for()
    read_through(page)
    assert len([url for url in watched.requested if "plotly-basic" in url]) == 1


def test_menu_of_a_phone_is_open_where_its_script_does_not_come(browse):
    watched = browse(width=320)
    watched.page.route("**/govuk-frontend.min.js", lambda route: route.abort())
    page = watched.open(PAGES["home"])
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="PDUs")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    watched.problems.clear()


def test_menu_of_a_phone_is_closed_and_opens(browse):
    page = browse(width=320).open(PAGES["home"])
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="PDUs")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="PDUs")).to_be_visible()
