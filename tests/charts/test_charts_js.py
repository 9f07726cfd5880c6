"""The script that draws the interactive chart, in a browser and under the site's own content security policy."""

import html
import json
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from config.settings import BASE_DIR, CONTENT_SECURITY_POLICY
from inspections.charts.layout import WIDE
from inspections.charts.plotly import page_plotly
from inspections.charts.svg import page_svg
from tests.charts.examples import CHARTS

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SITE = "http://charts.test"
PLOTLY = "/static/vendor/plotly/plotly-basic.min.js"
TYPES = {".js": "text/javascript", ".css": "text/css"}
POLICY = "; ".join(
    f"{directive} {' '.join(sources)}" for directive, sources in CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
STYLES = f"""
  figure {{ margin: 0 0 900px }}
  .app-chart__static {{ container-type: inline-size }}
  .app-chart__wide {{ display: none }}
  @container (min-width: {WIDE}px) {{ .app-chart__wide {{ display: block }} .app-chart__narrow {{ display: none }} }}
  .app-chart [hidden], [hidden] {{ display: none }}
"""


def figure(chart):
    data = json.dumps(page_plotly(chart)).translate({ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"})
    return f"""
      <figure data-chart="{chart.id}" data-plotly-src="{PLOTLY}" data-plotly-css="/static/vendor/plotly/plotly.css">
        <h2>{html.escape(chart.finding)}</h2>
        <div class="app-chart__static">{page_svg(chart)}</div>
        <div class="app-chart__live" hidden></div>
        <script type="application/json" id="{chart.id}-data">{data}</script>
      </figure>"""


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


class Site:
    """A page of charts, whatever it asked for, and whatever it complained of."""

    def __init__(self, page, *names, missing=()):
        self.page, self.missing = page, missing
        self.requested, self.complaints = [], []
        self.body = (
            '<!doctype html><html lang="en-GB"><title>Charts</title><link rel="stylesheet" href="/page.css">'
            + "".join(figure(replace(CHARTS[name], id=f"chart-{index}")) for index, name in enumerate(names))
            + '<script type="module" src="/static/js/charts.js"></script>'
        )
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.route("**/*", self.answer)

    def answer(self, route):
        path = route.request.url.removeprefix(SITE)
        self.requested.append(path)
        headers = {"content-security-policy": POLICY}
        if path == "/":
            route.fulfill(body=self.body, content_type="text/html; charset=utf-8", headers=headers)
        elif path == "/page.css":
            route.fulfill(body=STYLES, content_type="text/css", headers=headers)
        elif path.startswith("/static/") and path not in self.missing:
            file = BASE_DIR / path.removeprefix("/")
            route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix], headers=headers)
        else:
            route.fulfill(status=404, body="")

    def open(self):
        self.page.goto(f"{SITE}/")
        return self

    def drawn(self, index=0):
        chart = self.page.locator("figure").nth(index)
        chart.scroll_into_view_if_needed()
        self.page.locator(f"figure[data-chart-drawn] >> nth={index}").wait_for(state="attached", timeout=5000)
        return chart


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    yield page
    page.close()


def is_shown(chart, part):
    return chart.locator(f".app-chart__{part}").is_visible()


def test_every_chart_is_drawn_at_the_same_height_without_a_complaint(page):
    site = Site(page, *CHARTS).open()

    for index, name in enumerate(CHARTS):
        chart = site.drawn(index)
        height = float(chart.locator(".app-chart__static svg").first.get_attribute("height"))
        assert is_shown(chart, "live"), name
        assert not is_shown(chart, "static"), name
        assert chart.locator(".app-chart__live").bounding_box()["height"] == pytest.approx(height, abs=1), name
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [each for each in site.complaints if "404" not in each] == []


def test_on_a_wide_screen_and_when_it_is_turned_the_form_that_fits_is_drawn(page):
    page.set_viewport_size({"width": 1280, "height": 600})
    chart = Site(page, "samples").open().drawn()
    narrow, wide = (float(each.get_attribute("height")) for each in chart.locator(".app-chart__static svg").all())
    live = chart.locator(".app-chart__live")
    assert narrow > wide
    assert live.bounding_box()["height"] == pytest.approx(wide, abs=1)

    page.set_viewport_size({"width": 320, "height": 600})
    page.locator("figure[data-chart-from='288']").wait_for(state="attached", timeout=5000)

    assert live.bounding_box()["height"] == pytest.approx(narrow, abs=1)


def test_a_folded_chart_is_drawn_when_it_is_opened_and_opened_by_a_link_to_it_and_for_print(page):
    site = Site(page, "dots", "key questions")
    site.body = (
        site.body.replace("<figure", '<figure class="app-chart--folded"')
        .replace(
            '<div class="app-chart__static">',
            '<details class="app-chart__fold"><summary>Finding</summary><div><div class="app-chart__static">',
        )
        .replace("</figure>", "</div></details></figure>")
        .replace("<figure", '<figure id="chart-0"', 1)
    )
    site.open()
    page.wait_for_timeout(300)
    assert PLOTLY not in site.requested

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details[open]").count() == 2
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0

    page.evaluate("location.hash = 'chart-0'")
    page.locator("details[open]").wait_for(state="attached", timeout=5000)
    page.locator("figure[data-chart-drawn] >> nth=0").wait_for(state="attached", timeout=5000)


def test_pointing_at_a_bar_breaks_no_policy(page):
    site = Site(page, "key questions of one standard").open()
    bar = site.drawn().locator(".bars path").first.bounding_box()

    page.mouse.move(bar["x"] + 5, bar["y"] + 5)
    page.mouse.move(bar["x"] + 20, bar["y"] + 10)
    page.locator(".hovertext").first.wait_for(state="attached")

    assert "24 of 41 (inferred)" in page.locator(".hovertext").first.text_content()
    assert [each for each in site.complaints if "404" not in each] == []


def test_nothing_is_fetched_before_a_chart_comes_into_view_and_then_once(page):
    site = Site(page, "no average", "dots", "key questions")
    site.body = site.body.replace("<figure", "<br>" * 200 + "<figure", 1)
    site.open()
    page.wait_for_timeout(300)
    assert PLOTLY not in site.requested

    for index in range(3):
        site.drawn(index)

    assert site.requested.count(PLOTLY) == 1
    assert all(path.startswith("/") for path in site.requested)


def test_the_static_drawing_stays_when_the_library_does_not_come(page):
    with page.expect_console_message(lambda message: "stays as it was drawn" in message.text):
        site = Site(page, "doncaster and its region", missing=[PLOTLY]).open()
    chart = page.locator("figure")

    assert is_shown(chart, "static")
    assert not is_shown(chart, "live")
    assert site.requested.count(PLOTLY) == 1


def test_the_static_drawing_comes_back_for_print(page):
    chart = Site(page, "doncaster and its region").open().drawn()

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert (is_shown(chart, "static"), is_shown(chart, "live")) == (True, False)

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert (is_shown(chart, "static"), is_shown(chart, "live")) == (False, True)


def test_the_live_drawing_is_one_image_with_the_words_of_the_static_one_and_takes_no_keyboard(page):
    chart = Site(page, "doncaster and its region").open().drawn()

    assert chart.get_by_role("img").count() == 1
    assert chart.get_by_role("img", name=CHARTS["doncaster and its region"].finding).count() == 1
    assert page.evaluate("document.querySelectorAll('.app-chart__live a, .app-chart__live [tabindex]').length") == 0


def test_without_javascript_the_static_drawing_is_the_chart(browser):
    context = browser.new_context(java_script_enabled=False)
    chart = Site(context.new_page(), "doncaster and its region").open().page.locator("figure")

    assert is_shown(chart, "static")
    assert not is_shown(chart, "live")
    context.close()


def test_nothing_else_than_this_site_is_asked(page):
    site = Site(page, "dots").open()
    site.drawn()

    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate("fetch('https://elsewhere.test/')")
    assert not any("elsewhere" in path for path in site.requested)
