"""The first sign-in of somebody who must set up a second factor, on a wide screen and a phone, and without scripts."""

from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect

from tests.admin.accounts import PASSWORD, code_now
from tests.browser.conftest import Watched, own_browsers
from tests.browser.test_axe import PHONE, WIDTH, violations
from tests.style_sheet import style_sheet

NAMES = ("beatrice", "charles", "dora", "edith")


@pytest.fixture(scope="module")
def people(site: str, django_db_blocker) -> None:
    """One for each test: what they have tried and set up stays theirs."""
    with django_db_blocker.unblock():
        for name in NAMES:
            User.objects.create_superuser(name, password=PASSWORD)


@pytest.fixture(autouse=True)
def required(settings) -> None:
    """With a cache that the test can empty: it and the server are of one process."""
    settings.SECOND_FACTOR_REQUIRED = True
    local = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "signing in"}
    settings.CACHES = settings.CACHES | {"default": local}
    cache.clear()


@pytest.fixture
def work(chromium: Browser, site: str, people: None) -> Iterator[Callable[..., Watched]]:
    """Opens pages, each in a browser of its own. Afterwards nothing may have gone wrong on any of them."""
    sheet = style_sheet()
    with own_browsers(chromium, site) as browse:

        def new(**options) -> Watched:
            opened = browse(**options)
            opened.page.context.route(
                "**/css/app.css", lambda route: route.fulfill(body=sheet, content_type="text/css")
            )
            return opened

        yield new


def look(page: Page, heading: str) -> None:
    """At a page that must be without fault on both screens."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for width in (PHONE, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == [], heading
        assert page.evaluate(WIDTH) <= width, heading


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def enter_code(page: Page, secret: str, button: str) -> None:
    page.get_by_label("Code").fill(code_now(secret))
    page.get_by_role("button", name=button).click()


def set_up(page: Page) -> str:
    secret = page.locator("code.app-key").inner_text()
    enter_code(page, secret, "Set up")
    return secret


def forget_used_codes() -> None:
    """A code works once. Nobody waits 30 seconds for the next."""
    cache.clear()


def test_first_sign_in_leads_through_the_second_factor(work):
    page = work().open("/admin/")
    look(page, "Sign in")
    sign_in(page, "beatrice", password="wrong")
    look(page, "Sign in")
    expect(page.get_by_role("alert")).to_contain_text("The username or the password is not right.")
    sign_in(page, "beatrice")
    look(page, "Set up your second factor")
    assert page.get_by_role("img", name="QR code").evaluate("image => image.naturalWidth") > 0
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Set up").click()
    look(page, "Set up your second factor")
    secret = set_up(page)
    look(page, "Your recovery codes")
    recovery = page.locator(".app-recovery-codes li").all_inner_texts()
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(page.url.split("/admin/")[0] + "/admin/")

    page.get_by_role("link", name="Second factor").click()
    look(page, "Your second factor")
    page.get_by_role("link", name="Make new recovery codes").click()
    look(page, "Make new recovery codes")
    page.get_by_role("link", name="Keep the old ones").click()
    page.get_by_role("link", name="Remove the app").click()
    look(page, "Remove your authenticator app")
    page.goto(page.url.split("/accounts/")[0] + "/accounts/password/change/")
    look(page, "Change your password")
    page.goto(page.url.split("/accounts/")[0] + "/accounts/logout/")
    look(page, "Sign out")
    page.get_by_role("button", name="Sign out").click()

    forget_used_codes()
    sign_in(page, "beatrice")
    look(page, "Enter a code")
    enter_code(page, secret, "Sign in")
    expect(page.get_by_role("link", name="Second factor")).to_be_visible()

    other = work().open("/admin/")
    sign_in(other, "beatrice")
    other.get_by_label("Code").fill(recovery[0])
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("link", name="Second factor")).to_be_visible()


def test_form_that_was_sent_too_late_is_kept(work, settings):
    page = work().open("/admin/auth/group/add/")
    sign_in(page, "charles")
    secret = set_up(page)
    page.goto(page.url.split("/accounts/")[0] + "/admin/auth/group/add/?_changelist_filters=q%3Dx")
    page.get_by_label("Name:").fill("Readers")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    page.get_by_role("button", name="Save", exact=True).click()
    look(page, "Confirm that it is you")
    forget_used_codes()
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    enter_code(page, secret, "Confirm")
    look(page, "Thank you: now carry on")
    assert not Group.objects.filter(name="Readers").exists()
    page.get_by_role("button", name="Send it now").click()
    expect(page.get_by_text("The group “Readers” was added successfully.")).to_be_visible()


def test_locked_out(work):
    watched = work()
    page = watched.open("/admin/")
    for _ in range(5):
        sign_in(page, "dora", password="wrong")
    look(page, "Locked out for 15 minutes")
    assert all("429" in problem for problem in watched.problems)
    watched.problems.clear()


def test_without_scripts(work):
    page = work(java_script_enabled=False).open("/admin/")
    sign_in(page, "edith")
    set_up(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="Second factor")).to_be_visible()
    assert Authenticator.objects.filter(user__username="edith").count() == 2
