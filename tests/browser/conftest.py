"""The shipped data, served on this machine, and one browser for all tests of this folder.

The data are committed, so that the server's threads see them, and the store is emptied after the last test. These
tests run when all others that use the database are through, so none of them meets the data.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer

from inspections.models import Edition
from tests.style_sheet import style_sheet

CHROMIUM = next((path for path in (shutil.which("chromium"), "/usr/bin/chromium") if path and Path(path).exists()), "")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FOLDER = Path(__file__).parent
MILLISECONDS_AT_MOST = 10_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder. By then they are in their order, among those that use no database: last."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed: apt-get install chromium"))


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The address of a server with the shipped data."""
    if not connection.settings_dict["NAME"].startswith("test_"):
        raise RuntimeError("Only a database that was made for tests is filled and emptied.")
    with django_db_blocker.unblock():
        for command in ("load_reference", "load_shipped"):
            call_command(command, stdout=StringIO())
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def nothing_open(site: str, django_db_blocker) -> None:
    """What another module has left to be worked on is gone, so that modules may come in any order."""
    with django_db_blocker.unblock():
        Edition.objects.open().update(state="draft")
        Edition.objects.open().delete()


@pytest.fixture(scope="package")
def chromium(site: str) -> Iterator[Browser]:
    """Django refuses the database to a thread that has an event loop, and Playwright keeps one in ours.

    What it is not refused it opens anew, beside the connection from before, and somebody has to close it.
    """
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        connection.close()
        browser.close()


@dataclass
class Watched:
    """A page, and whatever went wrong on it."""

    page: Page
    site: str
    problems: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{message.type} in the console of {self.page.url}: {message.text}")

    def _asked(self, request: Request) -> None:
        self.requested.append(request.url)
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and f"{address.scheme}://{address.netloc}" != self.site:
            self.problems.append(f"request to another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")


@contextmanager
def own_browsers(chromium: Browser, site: str) -> Iterator[Callable[..., Watched]]:
    """Opens pages, each in a browser of its own. Afterwards nothing may have gone wrong on any of them."""
    opened: list[Watched] = []

    def new(**options: object) -> Watched:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
        context.set_default_timeout(MILLISECONDS_AT_MOST)
        opened.append(Watched(context.new_page(), site))
        return opened[-1]

    yield new
    for watched in opened:
        watched.page.context.close()
    assert [problem for watched in opened for problem in watched.problems] == []


def signed_in(watched: Watched, name: str, password: str) -> Watched:
    page = watched.open("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    return watched


@pytest.fixture(scope="package")
def contexts(chromium: Browser) -> dict[tuple, BrowserContext]:
    """One for each kind of screen, kept, so that static files are fetched once."""
    return {}


@pytest.fixture
def browse(chromium: Browser, contexts: dict[tuple, BrowserContext], site: str) -> Iterator[Callable[..., Watched]]:
    """Opens pages. Afterwards nothing may have gone wrong on any of them."""
    opened, sheet = [], style_sheet()

    def new(*, width: int = 1280, height: int = 720, javascript: bool = True) -> Watched:
        kind = (width, height, javascript)
        if kind not in contexts:
            contexts[kind] = chromium.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=javascript,
                permissions=["clipboard-read", "clipboard-write"],
            )
            contexts[kind].set_default_timeout(MILLISECONDS_AT_MOST)
            contexts[kind].route("**/css/app.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
        opened.append(Watched(contexts[kind].new_page(), site))
        return opened[-1]

    yield new
    for watched in opened:
        watched.page.close()
    assert [problem for watched in opened for problem in watched.problems] == []
