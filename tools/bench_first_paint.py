"""What a page weighs before and after its charts are drawn, and how long its finding takes beside a static file.

For maintainers, with Chromium and a served site:
`.venv/bin/python -m tools.bench_first_paint http://127.0.0.1:8000 [PATH ...]`. Every load is by a browser that has seen
nothing yet. Three are loaded in turn: the page as it is kept (views/page_cache.py), the page drawn anew, as after a
change, and a static copy of the same bytes; the ratios are of their medians to the copy's. "!" marks what is over 60 kB
before Plotly, over 1.5 times the static file when kept, or moves while it is read.
"""

import itertools
import os
import sys
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tools.static_copy import Answer, fetched, served

PATHS = ("/", "/regions/yorkshire-and-the-humber/", "/pdus/", "/pdus/doncaster/", "/about/")
CHROMIUM = "/usr/bin/chromium"
LOADS = 15
NUMBERS = itertools.count()
MOST_BYTES = 60_000
MOST_TIMES = 1.5
# Runs before the page: notes when its heading has been painted, and every move of what stood already.
WATCH = """
    window.moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value; }))
        .observe({ type: 'layout-shift', buffered: true });
    const look = () => {
        const heading = document.querySelector('h1');
        if (!heading || !heading.getBoundingClientRect().height) return requestAnimationFrame(look);
        requestAnimationFrame(() => { window.painted = performance.now(); });
    };
    requestAnimationFrame(look);
"""


@dataclass
class Load:
    """One cold load: bytes on the wire by address, milliseconds until the heading is painted, how much moved."""

    sizes: dict[str, int] = field(default_factory=dict)
    painted: float = 0
    moved: float = 0

    @property
    def before_plotly(self) -> int:
        return sum(size for address, size in self.sizes.items() if "plotly" not in address)


def main() -> None:
    site, *paths = sys.argv[1:]
    sys.stdout.write(
        "page                                   requests   kB  with Plotly  moved  static  kept ratio  anew ratio\n"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for path in paths or PATHS:
            report(browser, site, path)
        browser.close()


def report(browser: Browser, site: str, path: str) -> None:
    read = load(browser, site + path, read_through=True)
    with served(copied(site, path, read)) as copy:
        load(browser, site + path)
        rounds = [
            [load(browser, each).painted for each in (site + path, site + anew(path), copy + path)]
            for _ in range(LOADS)
        ]
    ours, drawn, static = (median(times) for times in zip(*rounds, strict=True))
    early = load(browser, site + path)
    is_over = early.before_plotly > MOST_BYTES or ours > MOST_TIMES * static or read.moved > 0
    sys.stdout.write(
        f"{path:38} {len(early.sizes):8} {early.before_plotly / 1000:5.1f} {sum(read.sizes.values()) / 1000:11.1f} "
        f"{read.moved:7.3f} {static:7.0f} {ours:5.0f} {ours / static:5.2f} {drawn:5.0f} {drawn / static:5.2f}"
        f"{' !' if is_over else ''}\n"
    )
    sys.stdout.flush()


def anew(path: str) -> str:
    """The same page at an address that nobody has asked for: a parameter without a meaning."""
    return f"{path}{'&' if '?' in path else '?'}anew={next(NUMBERS)}-{os.getpid()}"


def copied(site: str, path: str, read: Load) -> dict[str, Answer]:
    """Everything that the page asked for, and the page."""
    paths = {path} | {address.removeprefix(site) for address in read.sizes if address.startswith(site)}
    return {each: fetched(site + each) for each in paths}


def load(browser: Browser, address: str, *, read_through: bool = False) -> Load:
    """A load in a browser that has seen nothing yet; `read_through` scrolls to its end, so that charts are drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page, found = context.new_page(), Load()
    page.add_init_script(WATCH)
    watch_sizes(page, found)
    page.goto(address, wait_until="networkidle")
    if read_through:
        for _ in range(page.evaluate("Math.ceil(document.body.scrollHeight / 400)")):
            page.mouse.wheel(0, 400)
            page.wait_for_timeout(120)
        page.wait_for_load_state("networkidle")
    found.painted, found.moved = page.evaluate("[window.painted, window.moved]")
    context.close()
    return found


def watch_sizes(page: Page, found: Load) -> None:
    """Notes what came over the wire, headers and all, as the browser counts it."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    addresses: dict[str, str] = {}
    session.on(
        "Network.requestWillBeSent", lambda event: addresses.setdefault(event["requestId"], event["request"]["url"])
    )

    def asked(event: dict) -> None:
        addresses.setdefault(event["requestId"], event["request"]["url"])

    def finished(event: dict) -> None:
        address = addresses.get(event["requestId"], "")
        if urlsplit(address).scheme.startswith("http"):
            found.sizes[address] = found.sizes.get(address, 0) + event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", finished)


if __name__ == "__main__":
    main()
