"""The shipped report as a page in the newer style says what its text says, in every layout; and what differs."""

import json
from collections import Counter

import pytest

from inspections.importing.as_json import as_json
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from tests.importing.account import lost_lines
from tests.importing.pdf_report.same import LINE
from tests.importing.report_page import ADDRESS, Style, page

# A page has other places.
PLACES = ("line", "page", "anchor")
# The page's title names the delivery unit with "PDU"; which unit it is, is the same.
TITLE = "An inspection of probation services in Doncaster PDU"
# Damage that printing did to the text. A page's paragraphs are whole, and its bullets are marked.
DAMAGE = {"joined_over_break": 1, "bullet_lost": 2}
LICENCE = "© Crown copyright 2024"

SAME = {
    "real tables": Style(),
    "cells as paragraphs": Style(tables="cells"),
    "rows as paragraphs": Style(tables="rows"),
    "nothing around it": Style(has_site=False),
    "links to the top": Style(back_to_top="link"),
    "links to the top after headings": Style(back_to_top="after"),
}


@pytest.fixture(scope="module")
def read(shipped, doncaster):
    def read_page(style: Style) -> dict:
        document = extract(page(shipped, doncaster, style).encode())
        report = parse(document)
        assert lost_lines(document, report) == []
        return without_places(json.loads(json.dumps(as_json(report))))

    return read_page


@pytest.fixture
def text(doncaster) -> dict:
    """The report's text as JSON, with the one difference that is the page's own."""
    expected = without_places(json.loads(json.dumps(as_json(doncaster))))
    expected["report"]["title"] = TITLE
    return expected


def without_places(value):
    if isinstance(value, dict):
        return {key: without_places(inner) for key, inner in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [without_places(inner) for inner in value]
    return value


def types(read: dict) -> Counter:
    return Counter(problem["type"] for problem in read["problems"])


@pytest.mark.parametrize("style", SAME.values(), ids=SAME)
def test_the_page_says_what_the_text_says(read, text, style):
    found = read(style)
    assert types(text) - types(found) == Counter(DAMAGE)
    assert types(found) - types(text) == Counter()
    del found["problems"], text["problems"]
    assert found == text


def test_the_problems_of_both_are_the_same_but_for_line_numbers(read, text):
    def told(problems: list[dict]) -> list[tuple]:
        kept = [problem for problem in problems if problem["type"] not in DAMAGE]
        return [
            (p["type"], p["section"], LINE.sub("line n", p["text"]), LINE.sub("line n", p["message"])) for p in kept
        ]

    assert told(read(Style())["problems"]) == told(text["problems"])


def test_a_blank_date_of_publication_is_unknown_and_named(read, text):
    found = read(Style(published=""))
    assert found["report"] == text["report"] | {"published": None}
    assert types(found)["fact_missing"] == 1


def test_without_the_block_of_the_licence_its_section_and_the_number_in_it_are_missing(read, text):
    found = read(Style(has_licence=False))
    assert found["report"] == text["report"] | {"isbn": None}
    assert found["sections"] == [section for section in text["sections"] if section["title"] != LICENCE]
    assert [found[key] for key in ("standards", "recommendations", "figures")] == [
        text[key] for key in ("standards", "recommendations", "figures")
    ]


def test_sections_may_come_in_another_order(read, text):
    found = read(Style(last_first=True))
    del found["problems"], text["problems"]
    assert found == text


def test_footnotes_at_the_end_of_the_page_stand_there(read, text):
    """Their words are the same: that of the Background is then a paragraph of the last section, as are the others."""
    found = read(Style(notes_at_end=True))
    assert [found[key] for key in ("report", "standards", "recommendations", "figures")] == [
        text[key] for key in ("report", "standards", "recommendations", "figures")
    ]
    *before, last = found["sections"]
    notes = [paragraph["text"] for paragraph in last["paragraphs"][-5:]]
    assert notes[0].startswith("Probation Reset is a nationally mandated")
    assert not any("↩" in note for note in notes)
    background = next(section for section in before if section["kind"] == "background")
    assert {"text": notes[0]} not in background["paragraphs"]


def test_every_section_has_the_anchor_of_its_heading(shipped, doncaster):
    document = extract(page(shipped, doncaster, Style()).encode())
    sections = parse(document).sections
    assert document.address == ADDRESS
    assert {section.title: section.anchor for section in sections if section.kind.value in ("ratings", "standard")} == {
        "Ratings": "ratings",
        "Leadership": "leadership",
        "Staffing": "staffing",
        "Services": "services",
        "Assessment": "assessment",
        "Planning": "planning",
        "Implementation and delivery": "implementation-and-delivery",
        "Reviewing": "reviewing",
    }
    assert all(section.anchor for section in sections[1:])


def test_what_the_site_puts_around_the_report_is_furniture_and_in_no_section(shipped, doncaster):
    report = parse(extract(page(shipped, doncaster, Style()).encode()))
    site = {
        "Skip to main content",
        "We use some essential cookies.",
        "- Inspections",
        "This page works without scripts.",
    }
    site |= {"Share this page", "- Share by email", "All content is available elsewhere.", "- P 2.1. Assessment"}
    assert site <= {line.text for line in report.furniture}
    words = " ".join(paragraph.text for paragraph in report.paragraphs)
    assert not any(text.removeprefix("- ") in words for text in site if "Assessment" not in text)
