"""A draft as an outside reader sees it: marked wherever they look and print, and as usable as what is published."""

import datetime
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from inspections.models import Edition
from inspections.publishing.correct import begin_correction
from inspections.publishing.preview_links import make_preview_link, token_of
from tests.browser.test_axe import PHONE, WIDTH, draw_charts, settled_width, violations
from tests.publishing.staff import person

BANNER = "#preview-banner"


@pytest.fixture(scope="module")
def start(site: str, django_db_blocker) -> Iterator[str]:
    """What the addresses of a link to a correction of Doncaster begin with. The draft goes after the last test."""
    with django_db_blocker.unblock():
        public = Edition.objects.published().get(inspection__key="doncaster-2024")
        draft = begin_correction(public, by=person("sharer"), reason="The percentage was misread.")
        draft.key_question_results.filter(key_question__number=1).update(percentage=57)
        until = timezone.now() + datetime.timedelta(days=7)
        link = make_preview_link(
            draft, by=person("sharer"), reader="Ada Example, head of Doncaster PDU", expires_at=until
        )
        yield f"/preview/{token_of(link)}"
        draft.delete()


PAGES = {
    "inspection": "/pdus/doncaster/inspections/2024/",
    "standard": "/pdus/doncaster/inspections/2024/standards/assessment/",
    "source": "/sources/doncaster-2024-score/",
    "release": "/changes/2/",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_on_a_preview_at_any_width(browse, start, path):
    page = browse(width=1280).open(start + path)
    draw_charts(page)

    assert violations(page) == []
    page.set_viewport_size({"width": PHONE, "height": 640})
    assert settled_width(page) <= PHONE
    assert violations(page) == []


def test_the_banner_stays_in_sight_and_hides_nothing_that_is_jumped_to(browse, start):
    page = browse(width=1280).open(start + PAGES["inspection"])
    page.goto(f"{page.url}#recommendations")

    expect(page.locator(BANNER)).to_be_in_viewport(ratio=1)
    banner, heading = (page.locator(where).bounding_box() for where in (BANNER, "#recommendations"))
    assert heading["y"] >= banner["y"] + banner["height"]


def test_a_reader_goes_from_page_to_page_inside_the_preview_and_leaves_it(browse, start):
    watched = browse()
    page = watched.open(f"{start}/")
    page.get_by_role("link", name="Source of the score").first.click()
    expect(page).to_have_title(re.compile("^Preview: Source: "))
    expect(page.locator(BANNER)).to_contain_text("For Ada Example, head of Doncaster PDU")

    page.get_by_role("link", name="Yorkshire and the Humber").first.click()

    expect(page).to_have_url(f"{watched.site}/regions/yorkshire-and-the-humber/")
    expect(page.locator(BANNER)).to_have_count(0)


def test_every_sheet_of_paper_says_it_and_none_has_the_secret_address(browse, start):
    page = browse().open(start + PAGES["inspection"])
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in paper]
    paper.close()

    assert len(sheets) > 3
    assert all("Preview: not published" in words for words in sheets)
    assert "Ada Example" in sheets[0]
    assert "/preview/" not in "".join(sheets)


def test_nobody_is_offered_the_address_to_copy(browse, start):
    page = browse().open(start + PAGES["inspection"])

    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)
    assert page.evaluate(WIDTH) <= 1280


@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_where_an_address_does_not_work(browse, width):
    watched = browse(width=width)
    page = watched.open("/preview/x/")

    assert violations(page) == []
    assert page.evaluate(WIDTH) <= width
    watched.problems.clear()  # of 404
