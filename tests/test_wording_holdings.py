"""What is held, in words: every branch."""

import pytest

from inspections.rows import FrameworkRow, HeldRound, WhatIsHeld
from inspections.wording import bands_phrase, counted, framework_period, holdings_sentence, missing_count
from inspections.wording.holdings import MISSING
from tests.example_rows import day


def held(*, inspections: int, reports: int = 0, units: int = 11, regions: int = 1) -> WhatIsHeld:
    rounds = (HeldRound(round="2024", framework="Seven", inspections=inspections, reports=reports),)
    return WhatIsHeld(
        regions=regions + 1,  # one without any inspection
        regions_inspected=regions,
        units=units,
        units_inspected=units,
        rounds=rounds,
        ratings=(),
        key_questions=0,
        key_questions_with_n=0,
        measure_values=5,
        measure_values_with_n=2,
        averages=0,
        missing={},
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            {"inspections": 15, "reports": 1},
            "15 inspections of 11 PDUs in 1 region are held here, 1 of them with its full report",
        ),
        (
            {"inspections": 1500, "reports": 1200, "units": 110, "regions": 12},
            "1,500 inspections of 110 PDUs in 12 regions are held here, 1,200 of them with their full report",
        ),
        (
            {"inspections": 1, "units": 1},
            "1 inspection of 1 PDU in 1 region is held here, none with its full report",
        ),
        ({"inspections": 0}, "No inspection of a PDU is held here yet"),
    ],
)
def test_holdings_sentence(counts, sentence):
    assert holdings_sentence(held(**counts)) == sentence


def test_values_without_the_number_of_cases_are_the_others():
    assert held(inspections=1).measure_values_without_n == 3


@pytest.mark.parametrize(("count", "words"), [(0, "0 regions"), (1, "1 region"), (1200, "1,200 regions")])
def test_counted(count, words):
    assert counted(count, "region", "regions") == words


def test_every_reason_is_counted_in_words_of_its_own():
    assert [missing_count(why, 1) for why in MISSING] == [
        "1 pair of a PDU and a round",
        "1 inspection",
        "1 report without an overall rating",
        "1 PDU",
    ]
    assert len({missing_count(why, 2) for why in MISSING}) == len(MISSING)


def framework(**fields) -> FrameworkRow:
    values = {"name": "Seven", "max_score": 21, "standards": 7, "used_from": None, "used_until": None, "source": ""}
    return FrameworkRow(**values | {"bands": 0, "verified_bands": 0} | fields)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"used_from": day(2023, 10), "used_until": day(2025, 10)}, "1 October 2023 to 1 October 2025"),
        ({"used_from": day(2023, 10)}, "from 1 October 2023"),
        ({"used_until": day(2025, 10)}, "until 1 October 2025"),
        ({}, "dates not held here"),
    ],
)
def test_framework_period(dates, words):
    assert framework_period(framework(**dates)) == words


@pytest.mark.parametrize(
    ("bands", "verified", "words"),
    [
        (0, 0, "Not recorded here"),
        (8, 0, "8 recorded here, none of them verified in a source: what is not verified is neither shown nor used"),
        (8, 3, "8 recorded here, 3 of them verified in a source: what is not verified is neither shown nor used"),
        (8, 8, "8 recorded here, 8 of them verified in a source"),
    ],
)
def test_bands_phrase(bands, verified, words):
    assert bands_phrase(framework(bands=bands, verified_bands=verified)) == words
