"""From a file to the public and back, by an inspector and a reviewer, each in a browser of their own."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, Page, expect

from inspections.models import Edition
from inspections.publishing.correct import begin_correction
from tests.browser.conftest import Watched, own_browsers, signed_in
from tests.browser.test_axe import PHONE, WIDTH, violations
from tests.importing.conftest import SHIPPED

PASSWORD = "only for the tests of editing"
PEOPLE = {"inez": "Inspector", "ines": "Inspector", "rob": "Reviewer"}
QUESTION = "Does assessment focus sufficiently on keeping other people safe?"
WRONG, RIGHT = b"keeping other people safe? | 37%", b"keeping other people safe? | 38%"


@pytest.fixture(scope="module")
def people(nothing_open: None, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        for name, group in PEOPLE.items():
            User.objects.create_user(name, password=PASSWORD, is_staff=True).groups.add(Group.objects.get(name=group))


@pytest.fixture
def work(chromium: Browser, site: str, people: None) -> Iterator[Callable[..., Watched]]:
    """Signs somebody in. Afterwards nothing may have gone wrong on any of their pages."""
    with own_browsers(chromium, site) as browse:
        yield lambda name: signed_in(browse(), name, PASSWORD)


@pytest.fixture(scope="module")
def draft(people: None, django_db_blocker) -> int:
    """A correction that is open, begun here unless one is."""
    with django_db_blocker.unblock():
        public = Edition.objects.published().get(inspection__key="doncaster-2024")
        held = Edition.objects.open().filter(inspection=public.inspection_id).first()
        return (held or begin_correction(public, by=User.objects.get(username="inez"), reason="To be looked at.")).pk


def fact(page: Page, title: str):
    return page.locator(".fact").filter(has=page.get_by_role("heading", name=title))


def uploaded(watched: Watched, content: bytes) -> Page:
    """A report uploaded, its problems confirmed, recorded: the page of its draft."""
    page = watched.open("/admin/")
    page.get_by_role("main").get_by_role("link", name="Upload reports").click()
    payload = [{"name": "report.txt", "mimeType": "text/plain", "buffer": content}]
    page.get_by_label("Reports and tables of ratings").set_input_files(payload)
    page.get_by_role("button", name="Upload and read").click()
    expect(page.get_by_role("status")).to_have_text("All 1 read", timeout=60_000)
    page.get_by_role("link", name="Check").click()
    for answer in page.get_by_role("radio", name=re.compile("^(Right|Both are in the report)")).all():
        answer.check()
    page.get_by_role("button", name="Save, and see what is recorded").click()
    page.get_by_role("button", name="Record as draft").click()
    page.get_by_role("link", name=re.compile(r"edition \d+ \(draft\)")).first.click()
    return page


def step(page: Page, name: str, **fields: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    for label, text in fields.items():
        page.get_by_label(label.capitalize()).fill(text)
    page.get_by_role("button", name=name, exact=True).click()


def published(watched: Watched, path: str) -> Page:
    """What is in review at that page, seen as it will be, approved and published."""
    page = watched.open(path)
    page.get_by_role("link", name="See it as the public will").click()
    expect(page.get_by_text("Preview: not published.")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_label("I have read it").check()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("list").filter(has_text="Published in release")).to_be_visible()
    return page


def test_a_report_becomes_public_is_corrected_and_restored(work):
    inspector, reviewer, stranger = work("inez"), work("rob"), work("ines")
    page = uploaded(inspector, SHIPPED.read_bytes().replace(WRONG, RIGHT))
    page.get_by_label("Reason").fill("A later file of the report.")
    page.get_by_role("button", name="Save and continue editing").first.click()
    step(page, "Submit for review", note="Read from the file.")
    path = page.url.removeprefix(inspector.site)
    published(reviewer, path)
    public = stranger.open("/sources/doncaster-2024-assessment-q3/")
    expect(public.get_by_text("Corrected on")).to_be_visible()
    expect(public.locator(".app-source-value")).to_have_text("38%")

    page = inspector.open(path)
    step(page, "Begin a correction", reason="The printed report says 37 per cent.")
    correction = page.url.removeprefix(inspector.site)
    fact(page, QUESTION).get_by_label("Percentage").fill("37")
    page.get_by_role("button", name="Save and continue editing").first.click()
    page.get_by_role("link", name="Submit for review", exact=True).click()
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_role("alert")).to_contain_text("1 typed value does not stand in the words beside it")
    inspector.problems.clear()  # 409
    page = inspector.open(correction)
    fact(page, QUESTION).get_by_role("link", name="Its words").click()
    page.get_by_label("Quote:").fill(f"{QUESTION} | 37%")
    page.locator(".field-paragraph .select2-selection__clear").click()  # the text held says 38
    page.get_by_role("button", name="Save", exact=True).click()
    page = inspector.open(correction)
    step(page, "Submit for review")
    published(reviewer, correction)

    stranger.open("/changes/")
    public = stranger.page
    public.get_by_role("link", name="Doncaster 2024 corrected").first.click()
    expect(public.get_by_role("main")).to_contain_text("Assessment, key question 3")
    expect(public.get_by_role("main")).to_contain_text("Percentage: 37%, was 38%")
    feed = public.request.get(f"{stranger.site}/changes.atom").text()
    assert feed.index("Doncaster 2024 corrected") < feed.index("15 inspections published")

    page = inspector.open(path)
    step(page, "Restore as a draft", reason="It was right after all.")
    expect(fact(page, QUESTION).get_by_label("Percentage")).to_have_value("38")
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("main")).to_contain_text("It was right after all.")


def test_two_browsers_on_one_inspection_lose_nothing(work, draft):
    first, second = work("inez"), work("ines")
    path = f"/admin/inspections/edition/{draft}/change/"
    pages = [watched.open(path) for watched in (first, second)]
    pages[0].get_by_label("Note:", exact=True).first.fill("Written by the first.")
    pages[0].get_by_label("Reason:", exact=True).first.fill("The first's reason.")
    pages[1].get_by_label("Reason:", exact=True).first.fill("The second's reason.")
    for page in pages:
        page.get_by_role("button", name="Save and continue editing").first.click()

    told = pages[1].get_by_role("region", name="What has changed since you opened this page")
    expect(told).to_contain_text("The first's reason.")
    expect(told).to_contain_text("inez")
    expect(pages[1].get_by_label("Note:", exact=True).first).to_have_value("Written by the first.")
    expect(pages[1].get_by_label("Reason:", exact=True).first).to_have_value("The second's reason.")
    pages[1].get_by_role("button", name="Save and continue editing").first.click()
    expect(told).to_have_count(0)
    expect(pages[1].get_by_label("Reason:", exact=True).first).to_have_value("The second's reason.")


@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_on_the_pages_of_the_workflow(work, width, draft, django_db_blocker):
    watched = work("inez")
    watched.page.set_viewport_size({"width": width, "height": 800})
    with django_db_blocker.unblock():
        public = Edition.objects.published().get(inspection__key="doncaster-2024").pk
    found = {}
    for path in (
        "/admin/",
        "/admin/inspections/edition/",
        f"/admin/inspections/edition/{draft}/change/",
        f"/admin/inspections/edition/{public}/change/",
        f"/admin/inspections/edition/submit/?edition={draft}",
        f"/admin/inspections/edition/{draft}/history/",
        f"/admin/inspections/edition/{draft}/themes/",
    ):
        page = watched.open(path)
        found[path] = violations(page, preload=False), page.evaluate(WIDTH) <= width
    assert {path: faults for path, faults in found.items() if faults != ([], True)} == {}
