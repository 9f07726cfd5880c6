"""Where a report is recorded: its place by name, never made by a slip of the pen, and its round by its year."""

import pytest

from inspections.models import DeliveryUnit, Edition, Inspection, Region
from tests import factories
from tests.importing.recording import TEXT, record, refusal

pytestmark = pytest.mark.usefixtures("reference", "db")


def test_a_round_of_two_years_is_found_by_either(marlow):
    framework = factories.framework(max_score=27)
    held = factories.inspection(marlow, framework=framework, round="2024-25")
    recorded = record()
    assert recorded.edition.inspection.round == "2025"  # of another framework

    Edition.objects.all().delete()
    Inspection.objects.all().delete()
    held = factories.inspection(marlow, framework=recorded.edition.inspection.framework, round="2024-25")
    assert record().edition.inspection == held


def test_a_label_that_is_taken_is_suffixed(marlow):
    factories.inspection(marlow, framework=factories.framework(max_score=27), round="2025")

    assert record().edition.inspection.key == "marlow-vale-2025-b"


def test_without_fieldwork_the_round_is_of_the_year_of_publication(marlow):
    text = TEXT.replace("Fieldwork started February 2025 | ", "").replace(", beginning on 10 February 2025", "")

    assert record(text.replace("May 2025", "May 2026")).edition.inspection.round == "2026"


def test_without_any_date_there_is_no_round(marlow):
    text = TEXT.replace("Fieldwork started February 2025 | ", "").replace(", beginning on 10 February 2025", "")

    assert refusal(text.replace(", May 2025", "")) == (
        "The report gives no date, so the round it belongs to is not known."
    )


def test_an_unknown_place_is_refused():
    assert refusal() == "No region named Northern Fells is held.; No delivery unit named Marlow Vale is held."


def test_a_slip_of_the_pen_is_refused_with_what_may_be_meant(marlow):
    assert refusal(TEXT.replace("Marlow Vale", "Marlow Vael")) == (
        "No delivery unit named Marlow Vael is held. Close spellings: Marlow Vale."
    )


def test_a_place_is_created_when_asked_for():
    recorded = record(create_places=True)
    unit = recorded.edition.inspection.delivery_unit

    assert (unit.name, unit.slug, unit.region.name, unit.region.slug) == (
        *("Marlow Vale", "marlow-vale"),
        *("Northern Fells", "northern-fells"),
    )


def test_a_report_without_a_region_makes_no_place():
    text = TEXT.replace("The Probation Service – the Northern Fells region", "HM Government")

    assert "No delivery unit named " in refusal(text, create_places=True)


def test_a_unit_is_created_in_a_region_that_is_held():
    text = TEXT.replace("the Northern Fells", "Yorkshire & the Humber")
    unit = record(text, create_places=True).edition.inspection.delivery_unit

    assert unit.region.name == "Yorkshire and the Humber"
    assert Region.objects.count() == 1


@pytest.mark.parametrize(
    ("region", "unit"),
    [
        ("Yorkshire and the Humber", "Donacster"),
        ("Yorkshire and Humberside", "Marlow Vale"),
        ("the Northern Fells", "Doncastre"),
    ],
)
def test_nothing_is_ever_created_for_a_close_spelling(region, unit):
    text = TEXT.replace("the Northern Fells", region).replace("Marlow Vale", unit)

    assert "Close spellings: " in refusal(text, create_places=True)


def test_a_place_is_not_kept_for_a_report_that_is_refused():
    assert "maximum score of 30" in refusal(TEXT.replace("/21", "/30"), create_places=True)


def test_addresses_of_places_are_never_shared(marlow):
    DeliveryUnit.objects.filter(pk=marlow.pk).update(name="Something else")

    assert record(create_places=True).edition.inspection.delivery_unit.slug == "marlow-vale-2"
