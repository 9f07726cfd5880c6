"""From twenty files to a checked draft, as staff go: with and without JavaScript, interrupted, by keyboard alone."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, own_browsers, signed_in
from tests.browser.test_axe import PHONE, WIDTH, violations
from tests.importing.conftest import SHIPPED
from tests.importing.report_text import Facts, Layout, render

NAME, PASSWORD = "amina", "only for the tests of uploads"
DONCASTER = SHIPPED.read_bytes()


# Names that nobody would take for misspellings of each other.
PLACES = (
    *("Ashcombe", "Brindle Vale", "Corrigan", "Dunmarrow", "Eskwith", "Farleigh Moor", "Gallowgreen", "Hexley"),
    *("Inchmere", "Jorvale", "Kelderby", "Lintwick", "Mossop", "Nunholme", "Orrisdale", "Pennyfold", "Quarrington"),
    *("Rushbeck", "Sillbrook"),
)


def variant(number: int, **layout) -> bytes:
    return render(Facts(pdu=PLACES[number], interviews=30 + number), Layout(**layout))


NEW_DRAFT = r"Doncaster, 2024, edition \d+ \(draft\)"  # other tests have published some before

TWENTY = [
    ("doncaster.txt", DONCASTER),
    ("wrong.txt", DONCASTER.replace(b"59% |", b"159% |", 1)),
    ("list.txt", b"A shopping list."),
    *((f"marlow-{n}.txt", variant(n, areas_heading=bool(n % 2), bullet="• " if n % 3 else "- ")) for n in range(17)),
]


@pytest.fixture(scope="module")
def staff(nothing_open: None, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        User.objects.create_superuser(NAME, password=PASSWORD)


@pytest.fixture
def work(chromium: Browser, site: str, staff: None) -> Iterator[Callable[..., Watched]]:
    """Signs in and opens pages. Afterwards nothing may have gone wrong on any of them."""
    with own_browsers(chromium, site) as browse:

        def new(*, width: int = 1280, height: int = 800, javascript: bool = True) -> Watched:
            opened = browse(viewport={"width": width, "height": height}, java_script_enabled=javascript)
            return signed_in(opened, NAME, PASSWORD)

        yield new


def choose(page: Page, files: list[tuple[str, bytes]]) -> None:
    payload = [{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files]
    page.get_by_label("Reports and tables of ratings").set_input_files(payload)


def upload(watched: Watched, files: list[tuple[str, bytes]]) -> Page:
    page = watched.open("/admin/")
    page.get_by_role("main").get_by_role("link", name="Upload reports").click()
    choose(page, files)
    page.get_by_role("button", name="Upload and read").click()
    return page


def row(page: Page, name: str):
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))


def test_twenty_files_at_once_to_a_checked_draft(work):
    page = upload(work(), TWENTY)
    expect(page.get_by_role("status")).to_have_text("All 20 read", timeout=60_000)
    expect(row(page, "doncaster.txt")).to_contain_text("Held already")
    expect(row(page, "list.txt")).to_contain_text("Refused")
    expect(page.get_by_role("button", name="Read the waiting files")).to_be_hidden()

    row(page, "wrong.txt").get_by_role("link", name="Check").click()
    expect(page.get_by_role("status")).to_contain_text("1 to fix")
    page.get_by_role("textbox", name="The percentage").fill("59")
    for answer in page.get_by_role("radio", name=re.compile("^(Right|Both are in the report)")).all():
        answer.check()
    page.get_by_role("button", name="Save, and see what is recorded").click()
    expect(page.get_by_role("main")).to_contain_text(re.compile(rf"A new draft:\s+{NEW_DRAFT}"))
    page.get_by_role("button", name="Record as draft").click()

    expect(page.get_by_role("list").filter(has_text=re.compile(rf"{NEW_DRAFT}\s+is recorded"))).to_be_visible()
    expect(row(page, "wrong.txt")).to_contain_text(re.compile(rf"Recorded\s+{NEW_DRAFT}"))


def test_without_javascript_every_step_can_be_gone(work):
    page = upload(work(javascript=False), [("one.txt", variant(18, areas_heading=False)), ("two.txt", b"")])
    for read in range(2):
        expect(page.get_by_role("status")).to_have_text(f"{read} of 2 read")
        page.get_by_role("button", name="Read the next waiting file").click()
    expect(row(page, "two.txt")).to_contain_text("The file is empty.")

    row(page, "one.txt").get_by_role("link", name="Check").click()
    page.get_by_role("radio", name=re.compile("^Create ")).check()
    page.get_by_role("button", name="Save this answer").first.click()
    expect(page.get_by_role("status")).to_contain_text("0 to fix")
    page.get_by_role("combobox", name=re.compile("lines? .* read as areas")).first.select_option(index=2)
    page.get_by_role("button", name="Save the answers").first.click()
    expect(page.get_by_role("status")).to_contain_text("4 to confirm")
    page.get_by_role("link", name="See what is recorded").click()
    expect(page.get_by_role("main")).to_contain_text("4 problems are not confirmed yet")
    page.get_by_role("button", name="Record as draft").click()
    expect(row(page, "one.txt")).to_contain_text("Recorded Sillbrook, 2025")


def test_what_was_read_is_kept_when_the_browser_is_closed_half_way(work):
    watched = work()
    asked = []

    def break_off(route):
        asked.append(route.request.url)
        route.continue_() if len(asked) < 3 else route.abort()

    watched.page.route("**/files/*/read/", break_off)
    page = upload(watched, [(f"{n}.txt", variant(n)) for n in range(5)])
    expect(page.get_by_role("status")).to_contain_text("The reading was interrupted.")
    watched.problems.clear()

    page.unroute("**/files/*/read/")
    page.goto(page.url.partition("?")[0])
    expect(page.get_by_role("status")).to_have_text("2 of 5 read")
    page.get_by_role("button", name="Read the waiting files").click()
    expect(page.get_by_role("status")).to_have_text("All 5 read", timeout=30_000)


def test_too_many_files_are_named_before_they_are_sent(work):
    watched = work()
    page = watched.open("/admin/inspections/upload/add/")
    choose(page, [(f"{n}.txt", b"x") for n in range(21)])
    expect(page.get_by_role("alert").last).to_have_text("21 files are chosen: choose 20 at most.")
    page.get_by_role("button", name="Upload and read").click()

    assert page.url.endswith("/upload/add/")
    assert [url for url in watched.requested if "/change/" in url] == []


def test_the_line_of_a_problem_comes_beside_it_and_the_page_stays(work):
    page = upload(work(), [("one.txt", DONCASTER.replace(b"44% |", b"144% |", 1))])
    row(page, "one.txt").get_by_role("link", name="Check").click()
    before = page.evaluate("window.scrollY")
    link = page.get_by_role("group", name="144% is not").get_by_role("link", name="Line")
    link.click()

    line = page.locator(link.get_attribute("href"))
    expect(line).to_have_class(re.compile("is-shown"))
    expect(line).to_be_in_viewport()
    assert page.evaluate("window.scrollY") == before
    page.get_by_role("radio", name="Right: the kinds").first.focus()
    expect(page.locator(".is-shown")).to_contain_text("Although we saw")


def test_a_check_by_keyboard_alone(work):
    page = upload(work(), [("one.txt", variant(17, areas_heading=False))])
    row(page, "one.txt").get_by_role("link", name="Check").focus()
    page.keyboard.press("Enter")
    radio = page.get_by_role("radio", name=re.compile("^Create "))
    radio.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("0 to fix")


@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_on_any_step(work, width):
    watched = work(width=width)
    found = {}

    def look(name: str, says: str) -> None:
        expect(page.locator("body")).to_contain_text(says)  # it may still be on its way
        # Left to itself axe looks for what the admin's styles import where the page is.
        found[name] = violations(watched.page, preload=False), watched.page.evaluate(WIDTH) <= width

    page = watched.open("/admin/inspections/upload/add/")
    look("choose", "Step 1 of 4")
    page = upload(watched, [("one.txt", variant(16, areas_heading=False)), ("two.txt", b""), ("same.txt", DONCASTER)])
    expect(page.get_by_role("status")).to_have_text("All 3 read", timeout=30_000)
    look("upload", "Step 2 of 4")
    row(page, "one.txt").get_by_role("link", name="Check").click()
    look("check", "Step 3 of 4")
    page.get_by_role("radio", name=re.compile("^Create ")).check()
    page.get_by_role("radio", name="Right: the kinds").first.check()
    page.get_by_role("button", name="Save the answers").first.click()
    look("answered", "Your answers are kept.")
    page.get_by_role("link", name="See what is recorded").click()
    look("record", "Step 4 of 4")

    assert found == dict.fromkeys(("choose", "upload", "check", "answered", "record"), ([], True))
