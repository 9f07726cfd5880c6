"""Previews are the pages as they will be; outside readers see one inspection, and nobody else sees anything."""

import csv
import datetime
import re

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_script_prefix
from django.utils import timezone

from inspections.models import Edition
from inspections.publishing.answer import answer
from inspections.publishing.correct import begin_correction
from inspections.publishing.preview import BUSY
from inspections.publishing.preview_links import make_preview_link, revoke_preview_link, token_of
from inspections.publishing.publish import publish
from inspections.publishing.withdraw import withdraw
from inspections.views import preview_drawing
from inspections.views.preview_notice import preview_notice
from tests.browser.pages import PAGES
from tests.pages import parsed
from tests.publishing.staff import approved, person, public
from tests.row_counts import row_counts
from tests.views.policy import STRICT_POLICY, policy

pytestmark = [pytest.mark.usefixtures("shipped_data"), pytest.mark.django_db]
UNTIL = datetime.timedelta(days=2)
INSPECTION = "/pdus/doncaster/inspections/2024/"
# Of one inspection: all that an outside reader of its draft sees.
SHOWN = [
    "/pdus/doncaster/",
    INSPECTION,
    f"{INSPECTION}standards/assessment/",
    f"{INSPECTION}standards/leadership/",
    "/sources/doncaster-2024-score/",
    "/sources/doncaster-2024-report/",
]
FILES = ["/pdus/doncaster.csv", "/pdus/doncaster/inspections/2024.csv", "/pdus/doncaster/inspections/2024.xlsx"]
LEAD_OUT = [
    "/regions/",
    "/regions/yorkshire-and-the-humber/",
    "/regions/yorkshire-and-the-humber.csv",
    "/pdus/?region=yorkshire-and-the-humber",
    "/pdus/kirklees/",
    "/pdus/kirklees/inspections/2024/",
    "/pdus/doncaster/inspections/2022-23/",
    "/sources/kirklees-2024-overall-rating/",
    "/compare/?pdu=doncaster&pdu=sheffield",
    "/changes/",
    "/changes/1/",
    "/changes.atom",
    "/about/",
]


@pytest.fixture
def draft():
    """A correction of what is published: a percentage that is on no public page."""
    edition = begin_correction(
        Edition.objects.published().get(inspection__key="doncaster-2024"), by=person("inspector"), reason="Misread."
    )
    edition.key_question_results.filter(key_question__number=1).update(percentage=97)
    for problem in edition.problems.open():
        answer(problem, by=person("inspector"), words="Looked at, and right.")
    return edition


@pytest.fixture
def link(draft):
    expires_at = timezone.now() + UNTIL
    return make_preview_link(draft, by=person("sharer"), reader="Ada <Example>", expires_at=expires_at)


@pytest.fixture
def outside(link):
    """What the addresses of the link begin with, without the last slash."""
    return f"/preview/{token_of(link)}"


@pytest.fixture
def staff(draft):
    client = Client()
    client.force_login(User.objects.create_superuser("amina"))
    client.start = f"/admin/preview/{draft.pk}"
    return client


def text(response) -> str:
    return response.content.decode()


def from_header(html: str, prefix: str = "") -> str:
    """The page from its header on, below the banner, with the addresses that the public has."""
    return html[html.index("<header") :].replace(f"{prefix}/", "/") if prefix else html[html.index("<header") :]


def title(html: str) -> str:
    return re.search(r"<title>(.*?)</title>", html, flags=re.DOTALL).group(1)


# --- As it will be ----------------------------------------------------------------------------------------------------


APPROVED = "Approved by somebody who had not worked on it"
NOT_YET = "A preview: not published, and who will have approved it is not known yet"


def test_pages_are_exactly_what_will_be_published(client, staff, draft):
    addresses = [*PAGES.values(), "/changes/"]
    previewed = {address: text(staff.get(staff.start + address, follow=True)) for address in addresses}
    before = {address: text(client.get(address, follow=True)) for address in addresses}

    # In words that are typed then, those that stand in their place in a preview; and with who has approved it.
    publish([approved(draft)], title="Preview of Doncaster, 2024", reason="Misread.", by=person("reviewer"))
    after = {address: text(client.get(address, follow=True)) for address in addresses}

    for address, html in previewed.items():
        published = after[address]
        assert "Edition 2 of Doncaster, 2024, draft." in parsed(html).one(id="preview-banner").text
        assert title(html) == f"Preview: {title(published)}"
        assert from_header(html, staff.start).replace(NOT_YET, APPROVED) == from_header(published)
    changed = {address for address in addresses if before[address] != after[address]}
    assert {"/", "/pdus/doncaster/", "/regions/yorkshire-and-the-humber/key-questions/"} <= changed


def test_the_release_it_would_come_with_says_what_changes(client, outside):
    page = client.get(f"{outside}/changes/2/")

    assert page.status_code == 200
    assert "97%" in text(page)
    assert "Misread." in text(page)


@pytest.mark.parametrize("address", SHOWN)
def test_an_outside_reader_sees_the_pages_of_the_inspection(client, outside, staff, address):
    page = client.get(outside + address)

    assert page.status_code == 200
    assert from_header(text(page), outside) == from_header(text(staff.get(staff.start + address)), staff.start)


# --- Marked -----------------------------------------------------------------------------------------------------------


def test_every_page_has_the_banner(client, staff, outside):
    addresses = [outside + address for address in SHOWN]
    for address in [
        *addresses,
        f"{outside}/changes/2/",
        f"{outside}/nowhere/",
        f"{staff.start}/nowhere/",
        f"{staff.start}/pdus/nowhere/",
    ]:
        page = parsed(text(staff.get(address)))
        assert "Edition 2 of Doncaster, 2024, draft." in page.one(id="preview-banner").text
        assert page.one("head").one("title").text.startswith("Preview: ")


def test_the_banner_says_for_whom_and_until_when(client, outside, link, staff):
    until = timezone.localtime(link.expires_at)
    banner = parsed(text(client.get(outside + INSPECTION))).one(id="preview-banner").text

    assert f"For Ada <Example>, until {until.day} {until:%B %Y, %H:%M}." in banner
    assert "Don’t quote or pass on." in banner
    assert "until" not in parsed(text(staff.get(staff.start + INSPECTION))).one(id="preview-banner").text


def test_staff_find_back_to_the_draft_and_outside_readers_are_led_nowhere(client, outside, staff, draft):
    back = parsed(text(staff.get(staff.start + INSPECTION))).one("div", id="preview-banner").one("a")
    assert (back.text, back["href"]) == ("Back to the draft", f"/admin/inspections/edition/{draft.pk}/change/")
    banner = parsed(text(client.get(outside + INSPECTION))).one("div", id="preview-banner")
    assert banner.all("a") == []


def test_a_page_without_the_banner_is_not_shown(client, outside, monkeypatch):
    monkeypatch.setattr(preview_drawing, "_page", lambda request: HttpResponse("97%"))

    with pytest.raises(preview_drawing.NotMarked):
        client.get(outside + INSPECTION)


@pytest.mark.parametrize("address", FILES)
def test_a_file_says_so_in_its_name(client, outside, address):
    assert 'filename="preview-' in client.get(outside + address)["Content-Disposition"]


def test_a_file_says_so_in_every_line(client, outside):
    lines = list(csv.DictReader(text(client.get(f"{outside}/pdus/doncaster.csv")).splitlines()))

    assert len(lines) > 20
    assert {line["data version"] for line in lines} == {"preview"}
    assert {line["note"].split(";")[0] for line in lines} == {"Preview: not published"}
    assert "preview" not in text(client.get("/pdus/doncaster.csv"))


# --- Told to nobody ---------------------------------------------------------------------------------------------------


def test_nothing_is_kept_indexed_or_passed_on(client, outside, staff):
    caches["pages"].clear()
    for start in (outside, staff.start):
        for address in [*SHOWN, *FILES, *LEAD_OUT, "/", "/nowhere/"]:
            response = staff.get(start + address)
            assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
            assert response["X-Robots-Tag"] == "noindex, nofollow"
            assert response["Referrer-Policy"] == "no-referrer"
            assert "ETag" not in response
            assert policy(response.headers) == STRICT_POLICY
    assert len(caches["pages"]._cache) == 0


def test_a_page_says_its_own_address_only_in_its_links(client, outside, settings):
    settings.REPORT_A_MISTAKE_EMAIL = "mistakes@example.org"
    html = text(client.get(outside + INSPECTION))
    token = outside.rpartition("/")[2]

    assert html.count(token) == len(re.findall(rf'(?:href|data-csv)="/preview/{re.escape(token)}/', html))
    assert f"http://testserver{INSPECTION}" in html  # on paper, and for who reports a mistake: where it will be
    assert 'rel="canonical"' not in html
    assert "og:title" not in html
    assert '<meta name="robots" content="noindex, nofollow">' in html


def test_looking_writes_nothing(client, outside, staff):
    before = row_counts(), list(Edition.objects.order_by("pk").values())

    for start in (outside, staff.start):
        assert client.get(start + INSPECTION).status_code in (200, 302)
    assert (row_counts(), list(Edition.objects.order_by("pk").values())) == before


def test_strangers_see_the_public_pages_as_before(client, outside):
    before = {address: text(client.get(address)) for address in SHOWN}
    for address in SHOWN:
        client.get(outside + address)

    assert {address: text(client.get(address)) for address in SHOWN} == before
    assert preview_notice() is None
    assert get_script_prefix() == "/"


# --- No further than that ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", LEAD_OUT)
def test_what_is_about_anything_else_leads_to_the_public_page(client, outside, address):
    response = client.get(outside + address)

    assert (response.status_code, response["Location"]) == (302, address)


def test_the_start_of_a_link_is_the_page_of_the_inspection(client, outside):
    assert client.get(f"{outside}/")["Location"] == outside + INSPECTION


@pytest.mark.parametrize(
    "address", ["/nowhere/", "//elsewhere.example/", "/admin/", "/preview/x/", "/static/css/app.css"]
)
def test_what_is_no_public_page_is_not_found(client, outside, address):
    assert client.get(outside + address).status_code == 404


def test_another_draft_is_not_seen(client, outside):
    other = Edition.objects.published().get(inspection__key="kirklees-2024")
    begin_correction(other, by=person("inspector"), reason="Misread.").standard_ratings.update(rating="Outstanding")

    for address in ("/pdus/kirklees/", "/pdus/doncaster/"):
        page = client.get(outside + address, follow=True)
        assert page.status_code == 200
        assert "Kirklees, 2024, draft" not in text(page)
    assert text(client.get(f"{outside}/pdus/kirklees/", follow=True)) == text(client.get("/pdus/kirklees/"))


def test_nothing_is_sent_to_a_preview(client, outside, staff):
    assert client.post(outside + INSPECTION).status_code == 405
    assert staff.post(staff.start + INSPECTION).status_code == 405


# --- Until it ends ----------------------------------------------------------------------------------------------------


def plain(response, status: int, *words: str) -> bool:
    """Whether it is a page of that status that says these words, and nothing of the draft."""
    html = text(response)
    silent = all(secret not in html for secret in ("Doncaster", "Ada", "97%", response.request["PATH_INFO"]))
    return response.status_code == status and silent and all(word in html for word in words)


def test_a_link_that_is_revoked_shows_nothing_at_once(client, outside, link):
    assert client.get(outside + INSPECTION).status_code == 200

    revoke_preview_link(link, by=person("sharer"))

    assert plain(client.get(outside + INSPECTION), 410, "has been closed", "Ask the person")


def test_a_link_shows_nothing_after_its_time(client, outside, link, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: link.expires_at)

    for address in ("/", INSPECTION):
        assert plain(client.get(outside + address), 410, "has ended", "Ask the person")


@pytest.mark.parametrize("token", ["x", "0" * 32, f"{'0' * 32}.{'A' * 43}", "%00"])
def test_an_address_that_is_not_ours_says_so(client, token):
    assert plain(client.get(f"/preview/{token}/pdus/doncaster/"), 404, "does not work", "the whole address")


def test_once_it_is_public_every_preview_leads_there(client, outside, staff, draft):
    public(draft)

    assert client.get(outside + SHOWN[2])["Location"] == INSPECTION
    assert staff.get(staff.start + "/regions/")["Location"] == INSPECTION


def test_where_it_was_withdrawn_nothing_is_shown(client, outside, staff, draft):
    public(draft)
    withdraw(draft, by=person("reviewer"), reason="A doubt.")

    for response in (client.get(outside + INSPECTION), staff.get(staff.start + INSPECTION)):
        assert plain(response, 410, "not shown any more")


def test_where_the_store_is_busy_it_says_when_to_come_back(client, outside, monkeypatch):
    def busy(*_args, **_options):
        raise preview_drawing.NotPreviewed(BUSY)

    monkeypatch.setattr(preview_drawing, "as_published", busy)
    response = client.get(outside + INSPECTION)

    assert plain(response, 503, "just now", "Try again")
    assert response["Retry-After"] == "5"


# --- Staff ------------------------------------------------------------------------------------------------------------


def test_staff_begin_at_the_page_of_the_inspection(staff):
    assert staff.get(f"{staff.start}/start/")["Location"] == staff.start + INSPECTION


@pytest.mark.parametrize("address", ["/start/", "/", INSPECTION])
def test_who_is_not_signed_in_is_asked_to(client, staff, address):
    assert client.get(staff.start + address)["Location"].startswith("/admin/login/?next=")


@pytest.mark.parametrize("address", ["/start/", "/", INSPECTION])
def test_staff_who_may_not_see_editions_see_no_preview(client, staff, address):
    client.force_login(User.objects.create_user("temp", is_staff=True))

    assert client.get(staff.start + address).status_code == 403


def test_an_edition_that_is_not_there_is_not_found(staff):
    assert staff.get("/admin/preview/0/regions/").status_code == 404


def test_an_inspection_of_a_region_begins_at_the_home_page(staff):
    from tests import factories

    inspection = factories.inspection(region=factories.region("Northern Fells"), framework=factories.framework())
    start = f"/admin/preview/{factories.edition(inspection).pk}/"

    assert staff.get(f"{start}start/")["Location"] == start
    assert staff.get(start).status_code == 200


# --- What it costs ----------------------------------------------------------------------------------------------------


def statements(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_a_preview_of_a_correction_needs_a_fixed_number_of_statements_more(client, outside):
    more = {statements(client, outside + address) - statements(client, address) for address in SHOWN[:4]}

    assert len(more) == 1
    assert more.pop() <= 45
