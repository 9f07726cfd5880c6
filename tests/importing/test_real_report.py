"""The shipped report, read by the machine and by a careful reader: the same, key by key.

`tests/reports/doncaster-2024.expected.json` was written by reading the report, before a parser ran on it.
`tests/reports/doncaster-2024.md` says how.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from inspections.importing.as_json import as_json
from tests.importing.number_notes import ON_NUMBERS

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "inspections" / "reference" / "doncaster-2024.txt"
EXPECTED = json.loads((ROOT / "tests" / "reports" / "doncaster-2024.expected.json").read_text(encoding="utf-8"))

# Problems that only one of the two has at this line, and why.
ONLY_THE_READER = {
    ("bullet_lost", 177): "a bullet that left a leading space behind: enough for the parser to know the list by",
    ("bullet_lost", 266): "the same",
    ("two_values", 96): "raised at the second of the two dates",
}
ONLY_THE_PARSER = {
    ("two_values", 68): "raised at the first of the two dates",
    ("joined_over_break", 137): "a finding that the end of a page cuts in two",
}


@pytest.fixture(scope="module")
def read(doncaster) -> dict:
    return json.loads(json.dumps(as_json(doncaster)))


# How the parser came by its numbers. The reader was not asked for it.


def places(problems: list[dict]) -> Counter:
    return Counter((problem["type"], problem["line"]) for problem in problems if problem["type"] not in ON_NUMBERS)


def test_the_shipped_text_is_the_one_that_was_handed_over():
    handed_over = ROOT.parent / "shared" / "reports" / SHIPPED.name
    texts = {path.read_bytes() for path in (SHIPPED, handed_over) if path.exists()}

    assert len(texts) == 1


@pytest.mark.parametrize("key", [key for key in EXPECTED if key != "problems"])
def test_it_is_read_as_a_reader_reads_it(read, key):
    assert read[key] == EXPECTED[key]


def test_there_is_nothing_more(read):
    assert list(read) == list(EXPECTED)


def test_counts(read):
    findings = [finding for part in (*read["standards"], *read["sections"]) for finding in part["findings"]]

    assert len(read["standards"]) == 7
    assert sum(len(standard["key_questions"]) for standard in read["standards"]) == 12
    assert Counter(finding["kind"] for finding in findings) == {
        "strength": 35,
        "area_for_improvement": 24,
        "finding": 20,
    }
    assert sum(finding["heading_lost"] for finding in findings) == 17
    assert sum(len(section["quotes"]) for section in read["sections"]) == 11
    assert len(read["recommendations"]) == 6
    assert len(read["figures"]) == 67


def test_lost_headings_are_doubted_where_a_reader_doubts_them(read):
    lost, expected = (
        [(p["section"], p["line"], p["level"], p["text"]) for p in problems if p["type"] == "heading_lost"]
        for problems in (read["problems"], EXPECTED["problems"])
    )

    assert lost == expected
    assert len(lost) == 4


def test_the_other_problems_differ_in_place_only(read):
    parser, reader = places(read["problems"]), places(EXPECTED["problems"])

    assert {problem["type"] for problem in EXPECTED["problems"]} <= {problem["type"] for problem in read["problems"]}
    assert reader - parser == Counter(ONLY_THE_READER.keys())
    assert parser - reader == Counter(ONLY_THE_PARSER.keys())
