"""From the home page to the sentence behind a number, as a reader goes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PAGES

WAYS = {
    "wide": {"width": 1280},
    "wide, without JavaScript": {"width": 1280, "javascript": False},
    "phone": {"width": 320},
    "phone, without JavaScript": {"width": 320, "javascript": False},
}


def follow(page: Page, name: str | re.Pattern) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_home_to_the_sentence_of_a_rating(browse, way):
    page = browse(**way).open("/")
    follow(page, "Yorkshire and the Humber")
    expect(page.get_by_role("heading", level=1)).to_have_text("Yorkshire and the Humber")
    follow(page, "Doncaster")
    expect(page.get_by_role("main")).to_contain_text("3 out of 21")
    expect(page.get_by_role("main")).to_contain_text("Inadequate")
    follow(page, "P 2.1 Assessment")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Assessment")
    follow(page, "Source of Assessment")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rating of P 2.1 Assessment")
    expect(page.locator("blockquote")).to_contain_text("Inadequate")
    follow(page, "Back to the standard")
    assert page.url.endswith("/pdus/doncaster/inspections/2024/standards/assessment/")


@pytest.mark.parametrize("way", [WAYS["wide"], WAYS["phone, without JavaScript"]], ids=["wide", "phone"])
def test_from_a_headline_figure_to_its_sentence_and_its_document(browse, way):
    page = browse(**way).open("/pdus/doncaster/")
    page.get_by_role("link", name=re.compile("Source of Caseload assessed as high.*this figure")).click()
    expect(page.get_by_role("main")).to_contain_text("38%")
    expect(page.locator("blockquote")).to_contain_text("Thirty-eight per cent")
    follow(page, "An inspection of probation services in Doncaster")
    expect(page.get_by_role("main")).to_contain_text("SHA-256")


@pytest.mark.parametrize("way", [WAYS["wide"], WAYS["phone, without JavaScript"]], ids=["wide", "phone"])
def test_sorting_is_a_link_whose_address_can_be_kept(browse, way):
    page = browse(**way).open(PAGES["region"])
    first = page.get_by_role("table").first.get_by_role("rowheader").first
    expect(first).to_have_text("Barnsley and Rotherham")

    page.get_by_role("columnheader", name="Overall").first.get_by_role("link").click()
    page.get_by_role("columnheader", name="Overall").first.get_by_role("link").click()

    expect(page.get_by_role("columnheader", name="Overall").first).to_have_attribute("aria-sort", "descending")
    expect(first).to_have_text("North Yorkshire")
    page.goto(page.url)
    expect(first).to_have_text("North Yorkshire")


def test_no_page_scrolls_sideways_when_text_is_twice_as_large(browse):
    page = browse(width=640).open(PAGES["pdu"])
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_menu_opens_on_a_phone(browse):
    page = browse(width=320).open("/")
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu.get_by_role("link", name="Regions")).to_be_hidden()
    menu.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="Regions").click()
    assert page.url.endswith("/regions/")


def test_another_name_of_a_unit_leads_on_and_says_so(browse):
    page = browse().open("/pdus/barnsley-and-rotheram/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Barnsley and Rotherham")
    expect(page.get_by_role("region", name="Name")).to_contain_text("Barnsley and Rotheram")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_two_pdus_are_compared_by_a_form_whose_address_can_be_kept(browse, way):
    page = browse(**way).open("/pdus/doncaster/")
    page.get_by_role("link", name=re.compile("Compare with another PDU")).click()
    page.get_by_label("Second PDU").select_option("Leeds")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Doncaster and Leeds compared")
    page.goto(page.url)
    expect(page.get_by_label("Second PDU")).to_have_value("leeds")
    expect(page.get_by_role("region", name="Ratings of each PDU")).to_contain_text("Inadequate")
