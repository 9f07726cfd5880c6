"""The filters of the list of inspections, as readers use them: by mouse, by keyboard alone, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES
from tests.browser.test_keyboard import FOCUSED

LABELS = ["Region", "PDU", "Round", "Framework", "Show", "Standard", "Rating", "Theme of a recommendation"]


def choice(page, label: str):
    return page.get_by_role("group", name="Which inspections").get_by_label(label, exact=True)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_choice_is_kept_in_the_form_and_in_the_address(browse, javascript):
    page = browse(javascript=javascript).open(PAGES["pdus"])
    choice(page, "Rating").select_option("Requires improvement")
    choice(page, "Show").select_option("All rounds")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_role("main")).to_contain_text("match: overall rating Requires improvement, all rounds.")
    expect(choice(page, "Rating")).to_have_value("Requires improvement")
    assert "rating=Requires+improvement" in page.url
    page.get_by_role("columnheader", name="PDU").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="PDU")).to_have_attribute("aria-sort", "ascending")
    expect(choice(page, "Show")).to_have_value("all")
    page.get_by_role("link", name="Clear the filters").click()
    expect(page.get_by_role("main")).to_contain_text("11 of 15 inspections of PDUs match: the latest of each PDU.")


def test_filters_by_keyboard_alone(browse):
    page = browse().open(PAGES["pdus"])
    choice(page, "Region").focus()
    for label in LABELS:
        expect(choice(page, label)).to_be_focused()
        assert page.evaluate(FOCUSED)[3]
        if label == "Rating":
            page.keyboard.type("Requires")
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("2 of 15 inspections of PDUs match")
    expect(page.get_by_role("row")).to_have_count(3)


def test_nothing_found_offers_to_clear(browse):
    page = browse().open(PAGES["pdus of which none is found"])
    expect(page.get_by_role("main")).to_contain_text("No inspection held here matches all of this.")
    page.get_by_role("main").locator(".app-empty").get_by_role("link", name="Clear the filters").click()
    expect(page.get_by_role("row")).to_have_count(12)


def test_what_could_not_be_answered_leads_to_its_field(browse):
    page = browse().open(PAGES["pdus asked for what is not held"])
    page.get_by_role("alert").get_by_role("link").click()
    expect(choice(page, "Region")).to_be_focused()
    expect(choice(page, "Region")).to_have_accessible_description(
        "Error: The address asks for one that is not held here. It is left out."
    )


def test_copied_address_has_what_is_asked_and_nothing_else(browse):
    page = browse().open(PAGES["pdus"])
    choice(page, "Rating").select_option("Good")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("button", name="Copy link to this page").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()

    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.endswith("/pdus/?show=latest&rating=Good")


def test_file_is_what_is_filtered(browse):
    page = browse().open(PAGES["pdus filtered"])
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = page.get_by_role("rowheader").all_inner_texts()
    assert rows == ["Bradford and Calderdale"]
    assert rows[0] in text
    assert "Doncaster" not in text
    assert download.value.suggested_filename == "inspections.csv"
