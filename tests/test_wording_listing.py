"""How many inspections a list has, and which: every branch."""

import pytest

from inspections.wording import asked_of_listing, listing_sentence, without_inspection_sentence

CANNOT = "can't match a round, framework, standard, rating or theme."


@pytest.mark.parametrize(
    ("found", "held", "sentence"),
    [
        (12, 110, "12 of 110 inspections of PDUs match: Leeds PDU, all rounds"),
        (1, 110, "1 of 110 inspections of PDUs matches: Leeds PDU, all rounds"),
        (0, 110, "0 of 110 inspections of PDUs match: Leeds PDU, all rounds"),
        (1, 1, "1 of 1 inspection of a PDU matches: Leeds PDU, all rounds"),
        (1200, 4400, "1,200 of 4,400 inspections of PDUs match: Leeds PDU, all rounds"),
        (0, 0, "No inspection of a PDU is held here yet"),
    ],
)
def test_listing_sentence(found, held, sentence):
    assert listing_sentence(found=found, held=held, asked=["Leeds PDU", "all rounds"]) == sentence


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ["the latest of each PDU"]),
        ({"is_latest": False}, ["all rounds"]),
        ({"region": "Fells", "unit": "Leeds"}, ["Leeds PDU", "Fells", "the latest of each PDU"]),
        ({"round_label": "2024", "framework": "Seven"}, ["2024 round", "Seven", "the latest of each PDU"]),
        ({"rating": "Good"}, ["overall rating Good", "the latest of each PDU"]),
        ({"rating": "Good", "standard": "Staffing"}, ["Staffing rating Good", "the latest of each PDU"]),
        ({"standard": "Staffing"}, ["with the standard Staffing", "the latest of each PDU"]),
        ({"rating": "Not held here"}, ["overall rating not held here", "the latest of each PDU"]),
        ({"theme": "Training"}, ["a recommendation on Training", "the latest of each PDU"]),
    ],
)
def test_what_is_asked(asked, words):
    assert asked_of_listing(**asked) == words


@pytest.mark.parametrize(
    ("count", "is_left_out", "sentence"),
    [
        (0, False, ""),
        (0, True, ""),
        (1, False, "1 PDU has no inspection recorded here: it is listed without one."),
        (2, False, "2 PDUs have no inspection recorded here: they are listed without one."),
        (
            1,
            True,
            "1 PDU has no inspection recorded here and can't match a round, framework, standard, rating or theme.",
        ),
        (
            2,
            True,
            "2 PDUs have no inspection recorded here and can't match a round, framework, standard, rating or theme.",
        ),
    ],
)
def test_delivery_units_without_an_inspection(count, is_left_out, sentence):
    assert without_inspection_sentence(count, is_left_out=is_left_out) == sentence
