"""Known measures are known by their wording, whatever the numbers, and not by half of it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from inspections.importing import known_measures
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.rows import Direction
from tests.importing.report_text import Facts, Layout, render

DEFINITIONS = Path(known_measures.__file__).parents[1] / "reference" / "measures.json"


def values(sentence: str):
    """Slug, value and unit of the measures that a report gives with this sentence, but not without it."""
    text = render(Facts(), Layout()).decode()
    start = {(value.slug, value.value) for value in parse(extract(text.encode())).measure_values}
    report = parse(extract(text.replace("Outcomes\n", f"Outcomes\n\n{sentence}\n", 1).encode()))
    return [
        (value.slug, value.value, value.qualifier)
        for value in report.measure_values
        if (value.slug, value.value) not in start
    ]


@pytest.mark.parametrize(
    ("sentence", "slug", "value", "qualifier"),
    [
        ("The unit covers an area of 1,204 square miles.", "area-square-miles", "1204", ""),
        ("There were nearly 12 full-time equivalent PO vacancies.", "probation-officer-vacancies", "12", "nearly"),
        (
            "POs' workloads were high, at an average of 118% on the WMT.",
            "probation-officer-workload",
            "118",
            "",
        ),
        (
            "Only half (52 per cent) of cases were assessed. Less than 52 per cent of cases we inspected were assessed "
            "as having sufficient management oversight.",
            "sufficient-management-oversight",
            "52",
            "less than",
        ),
        ("Eighty-one per cent of respondents understood what was expected.", "understood-expectations", "81", ""),
        (
            "Forty of the people surveyed were involved in creating their sentence plan.",
            "involved-in-sentence-plan",
            "40",
            "",
        ),
        (
            "19 per cent had been charged with or convicted of a new offence.",
            "charged-or-convicted-of-new-offence",
            "19",
            "",
        ),
    ],
)
def test_other_numbers_in_the_same_wording(sentence, slug, value, qualifier):
    assert values(sentence) == [(slug, Decimal(value), qualifier)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff manage a mixed caseload of 12 per cent women.",
        "The unit covers 40 per cent of the county.",
        "Four of the 12 respondents felt safe.",
        "Two new offices opened in Marlow Vale.",
    ],
)
def test_half_a_wording_or_another_unit_is_no_known_measure(sentence):
    assert values(sentence) == []


def test_the_wordings_are_those_of_the_defined_measures():
    definitions = {row["slug"]: row for row in json.loads(DEFINITIONS.read_text())}
    assert {known.slug for known in known_measures.KNOWN} == set(definitions)
    assert all(known.unit == definitions[known.slug]["unit"] for known in known_measures.KNOWN)
    assert all(Direction(row["direction"]) and row["description"] for row in definitions.values())
