"""Every page says when a figure that it shows last changed: one of another region does not move its date."""

import datetime

import pytest

from inspections import models
from tests import factories
from tests.pages import parsed
from tests.past_the_rules import past_the_rules

pytestmark = pytest.mark.django_db

RELEASED = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)
CORRECTED = datetime.datetime(2025, 8, 9, 12, tzinfo=datetime.UTC)
BEFORE = "Figures last changed here 1 June 2025 (release 7001)."
AFTER = "Figures last changed here 9 August 2025 (release 7002)."
PAGES = [
    "/regions/{}/",
    "/regions/{}/?round=2031",
    "/regions/{}/themes/training/",
    "/regions/{}/themes/training/?round=2031",
    "/regions/{}/standards/leadership/",
    "/regions/{}/measures/risk/",
    "/regions/{}/key-questions/",
    "/pdus/?region={}",
    "/pdus/?region={}&round=2031&show=all",
]


@pytest.fixture
def two_regions():
    """Each with one unit inspected in two rounds: all that a page can show is there, made public by one release."""
    framework = factories.framework("Leadership")
    standard = framework.standards.get()
    question, measure = factories.key_question(standard, number=1), factories.measure("Risk", is_headline=True)
    theme = factories.recurring_theme("Training")
    release = factories.release(number=7001, published_at=RELEASED)
    for name in ("Northern", "Southern"):
        unit = factories.delivery_unit(f"{name} Vale", region=factories.region(name))
        for label in ("2030", "2031"):
            inspection = factories.inspection(unit, round=label, framework=framework)
            edition = factories.edition(inspection, state="published", release=release, report=factories.source())
            factories.standard_rating(edition, standard)
            factories.key_question_result(edition, question)
            factories.measure_value(edition, measure)
            factories.recommendation(edition).themes.add(theme)
    factories.release(number=7002, published_at=CORRECTED)  # of something else


def correct(region: str, label: str) -> None:
    of = models.Edition.objects.filter(inspection__delivery_unit__region__slug=region, inspection__round=label)
    with past_the_rules():
        assert of.update(release=models.Release.objects.get(number=7002)) == 1


def dates(client, address: str) -> str:
    (line,) = parsed(client.get(address).content.decode()).all("p", class_="app-dates")
    return line.text


@pytest.mark.parametrize("page", PAGES)
def test_a_correction_moves_the_date_of_its_own_region_only(two_regions, client, page):
    assert BEFORE in dates(client, page.format("northern"))
    correct("northern", "2031")
    assert AFTER in dates(client, page.format("northern"))
    assert BEFORE in dates(client, page.format("southern"))


@pytest.mark.parametrize(
    "page", ["/regions/northern/standards/leadership/", "/regions/northern/key-questions/", "/pdus/?region=northern"]
)
def test_a_correction_of_a_round_that_is_not_shown_moves_nothing(two_regions, client, page):
    correct("northern", "2030")
    assert BEFORE in dates(client, page)


def test_ratings_of_the_round_before_are_shown_beside_a_round_and_move_its_date(two_regions, client):
    correct("northern", "2030")
    assert AFTER in dates(client, "/regions/northern/?round=2031")
    assert AFTER in dates(client, "/regions/northern/")


def test_a_correction_of_a_round_after_moves_nothing(two_regions, client):
    correct("northern", "2031")
    assert BEFORE in dates(client, "/regions/northern/?round=2030")
    assert BEFORE in dates(client, "/pdus/?round=2030&show=all")


def test_where_nothing_is_held_there_is_no_date(two_regions, client):
    factories.region("Eastern")
    for address in ("/regions/eastern/standards/leadership/", "/pdus/?region=eastern"):
        assert "Figures last changed" not in client.get(address).content.decode()
