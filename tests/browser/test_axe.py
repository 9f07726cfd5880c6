"""axe finds nothing, on any page, whatever the width and without scripts; and no page scrolls sideways on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.pages import PAGES

AXE = Axe()
PHONE = 320
WIDTH = "document.documentElement.scrollWidth"


def violations(page, **options) -> list[str]:
    return [
        f"{rule['id']}: {node['html']}"
        for rule in AXE.run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
        for node in rule["nodes"]
    ]


def settled_width(page) -> int:
    """How wide the page is, once a chart has had the time to fit itself into a new width."""
    for _ in range(20):
        if page.evaluate(WIDTH) <= PHONE:
            break
        page.wait_for_timeout(100)
    return page.evaluate(WIDTH)


def draw_charts(page) -> None:
    """Scroll every chart into view, until each is drawn anew."""
    for figure in page.locator("figure[data-chart]").all():
        if figure.locator("details:not([open])").count():
            figure.locator("summary").click()
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-chart-drawn", "")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_with_charts_drawn_on_a_wide_screen_that_becomes_narrow(browse, path):
    page = browse(width=1280).open(path)
    draw_charts(page)

    assert violations(page) == []
    page.set_viewport_size({"width": PHONE, "height": 640})
    assert settled_width(page) <= PHONE


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_on_a_phone_whose_scripts_do_not_come(browse, path):
    """With scripts switched off altogether axe would not run either."""
    watched = browse(width=PHONE)
    watched.page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = watched.open(path)

    assert violations(page) == []
    assert page.evaluate(WIDTH) <= PHONE
    expect(page.locator("[data-chart-drawn]")).to_have_count(0)


def test_axe_finds_nothing_on_the_page_of_a_wrong_address(browse):
    watched = browse()
    page = watched.open("/nowhere/")

    assert violations(page) == []
    assert any("404" in problem for problem in watched.problems)
    watched.problems.clear()


def test_axe_sees_what_is_wrong(browse):
    page = browse().open("/about/")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><a href=\"/\"></a>')"
    )

    assert {words.split(":")[0] for words in violations(page)} >= {"image-alt", "link-name"}
