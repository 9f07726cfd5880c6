"""Everything can be reached by the keyboard, and left again."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES

FOCUSED = """
    () => {
        const at = document.activeElement;
        if (at === document.body) return null;
        const all = [...document.querySelectorAll('*')];
        return [all.indexOf(at), at.closest('.app-chart__live') !== null, at.className, at.matches(':focus-visible')];
    }
"""
REACHABLE = """
    () => [...document.querySelectorAll('a[href], button, select, [tabindex="0"]')]
        .filter(each => each.checkVisibility({ checkVisibilityCSS: true })).length
"""


def tabbed(page):
    """What gets the focus, press by press, until it leaves the page."""
    seen = []
    for _ in range(page.evaluate(REACHABLE) + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or (seen and focused[0] == seen[0][0]):
            return seen
        seen.append(focused)
    raise AssertionError("The focus goes round and never leaves.")


@pytest.mark.parametrize("path", [PAGES["region"], PAGES["standard"], PAGES["two PDUs compared"]])
def test_focus_goes_through_the_whole_page_once_and_in_order(browse, path):
    page = browse().open(path)
    for figure in page.locator("figure[data-chart]").all():
        if figure.locator("details:not([open])").count():
            figure.locator("summary").click()
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-chart-drawn", "")
    page.evaluate("window.scrollTo(0, 0)")

    seen = tabbed(page)

    order = [index for index, *_ in seen]
    assert order == sorted(set(order))
    assert len(order) == page.evaluate(REACHABLE)
    assert not any(is_in_chart for _, is_in_chart, *_ in seen)
    assert all(is_visible for *_, is_visible in seen)
    sorting = page.locator(".app-sort").count()
    assert sum("app-sort" in name for _, _, name, _ in seen) == sorting
    assert "govuk-skip-link" in seen[0][2]


def test_skip_link_leads_to_what_the_page_says(browse):
    page = browse().open(PAGES["region"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_sorting_by_keyboard(browse):
    page = browse().open(PAGES["region"])
    page.get_by_role("columnheader", name="Score").first.get_by_role("link").press("Enter")
    expect(page.get_by_role("columnheader", name="Score").first).to_have_attribute("aria-sort", "ascending")


def test_wide_table_scrolls_by_keyboard(browse):
    page = browse(width=320).open(PAGES["region"])
    region = page.get_by_role("region", name="Ratings in the 2024 round")
    region.press("ArrowRight")
    expect(region).to_be_focused()
    page.wait_for_timeout(300)
    assert region.evaluate("region => region.scrollLeft") > 0


def test_comparing_by_keyboard(browse):
    page = browse().open(PAGES["compare"])
    page.get_by_label("First PDU").focus()
    page.keyboard.type("Doncaster")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Second PDU")).to_be_focused()
    page.keyboard.type("Sheffield")
    for name in ("Third PDU (optional)", "Fourth PDU (optional)", "Round"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Doncaster and Sheffield compared")


def test_mistake_gets_the_focus_and_leads_to_its_list(browse):
    page = browse().open(PAGES["compare with a mistake"])
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Second PDU")).to_be_focused()


def test_targets_are_large_enough(browse):
    """24 by 24 pixels, or links in the line of a sentence, which may be smaller (WCAG 2.5.8)."""
    page = browse(width=320).open(PAGES["pdu"])
    small = page.evaluate(
        """
        () => [...document.querySelectorAll('main a[href], main button')]
            .filter(each => each.checkVisibility())
            .filter(each => getComputedStyle(each).display !== 'inline')
            .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
            .filter(([_, box]) => box.height < 24 || box.width < 24)
            .map(([words, box]) => `${words}: ${box.width} x ${box.height}`)
        """
    )
    assert small == []


@pytest.mark.parametrize("of", ["this page", "this chart"])
def test_copy_button_copies_the_address(browse, of):
    page = browse().open(PAGES["pdu"])
    button = page.get_by_role("button", name=f"Copy link to {of}").first
    button.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()

    address, _, anchor = page.evaluate("navigator.clipboard.readText()").partition("#")

    assert address == page.url
    assert bool(anchor) is (of == "this chart")
    assert not anchor or page.locator(f"figure[id='{anchor}']").count() == 1


def test_copy_button_is_not_there_without_javascript(browse):
    page = browse(javascript=False).open(PAGES["pdu"])
    expect(page.get_by_role("button", name="Copy link").first).to_be_hidden()
