"""The object of docs/report-json.md: its keys, and how values are written."""

import json

from inspections.importing.as_json import as_json
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from tests.importing.report_text import Facts, Layout, render


def test_the_keys_of_the_contract(doncaster):
    printed = json.loads(json.dumps(as_json(doncaster)))
    assert list(printed) == ["report", "sample", "standards", "sections", "recommendations", "figures", "problems"]
    assert printed["report"]["published"] == {"date": "2024-10", "precision": "month"}
    assert printed["report"]["fieldwork_started"] == {"date": "2024-07-08", "precision": "day"}
    assert set(printed["standards"][0]) == {
        *("code", "name", "domain", "statement", "rating", "summary", "key_questions", "findings", "line", "page"),
    }
    assert set(printed["sections"][0]) == {
        "kind",
        "title",
        "findings",
        "quotes",
        "paragraphs",
        "line",
        "page",
        "anchor",
    }
    assert {section["kind"] for section in printed["sections"]} == {
        *("foreword", "background", "feedback", "diversity", "outcomes", "other"),
    }
    assert set(printed["problems"][0]) == {"type", "level", "section", "line", "page", "message", "text"}


def test_whole_numbers_have_no_decimal_point(doncaster):
    values = [figure["value"] for figure in as_json(doncaster)["figures"]]
    assert {type(value) for value in values} == {int, float}
    assert [value for value in values if isinstance(value, float)] == [7.8]


def test_what_is_not_stated_is_null():
    text = render(Facts(), Layout()).decode().replace("ISBN", "Number").replace("led by", "supported by")
    report = as_json(parse(extract(text.encode())))["report"]
    assert report["isbn"] is None
    assert report["lead_inspector"] is None


def test_pages_are_those_of_the_file():
    text = render(Facts(), Layout()).decode().replace("\nBackground\n", "\n\fBackground\n")
    printed = as_json(parse(extract(text.encode())))
    assert [r["page"] for r in printed["recommendations"]] == [1, 1, 1]
    assert {standard["page"] for standard in printed["standards"]} == {2}
    assert {as_json(parse(extract(render(Facts(), Layout()))))["standards"][0]["page"]} == {None}


def test_what_stands_under_a_chapter_heading_is_not_lost():
    text = render(Facts(), Layout()).decode()
    text = text.replace("\nP 2.1. Assessment", "\nWe rate the quality of work on cases.\n\nP 2.1. Assessment", 1)
    sections = as_json(parse(extract(text.encode())))["sections"]
    (section,) = [section for section in sections if section["title"] == "2. Service delivery"]
    assert (section["kind"], len(section["paragraphs"])) == ("other", 1)
