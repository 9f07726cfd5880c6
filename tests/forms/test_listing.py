"""What the list is asked, without a store: unknown values are left out and said, and what is asked is said in words."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from inspections.forms.listing import InspectionFilter
from inspections.rows import ListingChoices, Place

CHOICES = ListingChoices(
    regions=(Place(name="Northern Fells", slug="northern-fells"),),
    units=(Place(name="Marlow Vale", slug="marlow-vale"),),
    rounds=("2024", "2022-23"),
    frameworks=(Place(name="Seven standards", slug="pdu-21"),),
    standards=(Place(name="Staffing", slug="staffing"),),
    themes=(Place(name="Training", slug="training"),),
    inspections=2,
)
EVERYTHING = (
    "region=northern-fells&pdu=marlow-vale&round=2024&framework=pdu-21&show=all&standard=staffing&rating=Good"
    "&theme=training"
)


def asked(query: str) -> InspectionFilter:
    return InspectionFilter(QueryDict(query), choices=CHOICES)


def test_everything_that_is_asked_is_said():
    assert asked(EVERYTHING).said == [
        "Marlow Vale PDU",
        "Northern Fells",
        "2024 round",
        "Seven standards",
        "Staffing rating Good",
        "a recommendation on Training",
        "all rounds",
    ]
    assert asked(EVERYTHING).chosen_standard == Place(name="Staffing", slug="staffing")


def test_at_first_the_latest_of_each_are_shown():
    form = asked("")
    assert form.said == ["the latest of each PDU"]
    assert not form.is_filtered
    assert not form.problems
    assert form.chosen_standard is None
    assert form.form["show"].field.choices.choices[0][0] == "latest"


@pytest.mark.parametrize(
    "query",
    ["show=latest", "region=", "rating=&theme=", "page=2&size=50&sort=unit", "utm_source=x"],
)
def test_what_is_no_filter_filters_nothing(query):
    assert not asked(query).is_filtered
    assert not asked(query).problems


@pytest.mark.parametrize("query", ["show=all", "region=northern-fells", "theme=training", "rating=not-held"])
def test_filter_is_a_filter(query):
    assert asked(query).is_filtered


@pytest.mark.parametrize("name", ["region", "pdu", "round", "framework", "show", "standard", "rating", "theme"])
@pytest.mark.parametrize("value", ["nowhere", "\0", "0", "' or 1=1", "x" * 5000, "✓"])
def test_unknown_value_is_left_out_and_said_without_repeating_it(name, value):
    form = asked(urlencode({name: value}))
    assert form.said == ["the latest of each PDU"]
    assert not form.is_filtered
    (problem,) = form.problems
    assert problem["id"] == f"id_{name}"
    assert problem["text"].endswith(": the address asks for one that is not held here. It is left out.")
    assert value not in problem["text"]


def test_known_values_beside_an_unknown_one_stay():
    form = asked("region=nowhere&rating=Good")
    assert form.said == ["overall rating Good", "the latest of each PDU"]
    assert len(form.problems) == 1


OF_PLACES = ("region", "pdu", "show")


@pytest.mark.parametrize("part", EVERYTHING.split("&"))
def test_units_without_an_inspection_match_places_only(part):
    assert asked(part).leaves_out_units is (part.partition("=")[0] not in OF_PLACES)
