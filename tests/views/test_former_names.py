"""Every address below another name of a region or delivery unit leads to the same address below today's.

The addresses are those of the URLconf: one that is added is tried here, or fails for want of an argument.
"""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from inspections import urls
from inspections.models import DeliveryUnit, Region
from inspections.views.former_name import PLACES, WITH_NOTICE
from tests import factories
from tests.pages import parsed

pytestmark = pytest.mark.usefixtures("shipped_data", "db")
TODAY = {"regions/": "yorkshire-and-the-humber", "pdus/": "doncaster"}
FORMER = "a-former-name"
# What every other part of an address may be, so that a page is held there.
PARTS = {"form": "csv", "measure": "high-risk-caseload", "round_label": "2024", "theme": "leadership"}
PARTS_OF = {
    "region_theme": {"theme": "training-and-development"},
    "region_theme_file": {"theme": "training-and-development"},
}
OF_A_PLACE = [pattern for pattern in urls.urlpatterns if str(pattern.pattern).startswith(tuple(PLACES))]


@pytest.fixture(autouse=True)
def former_names(db):
    places = (Region.objects.get(slug=TODAY["regions/"]), DeliveryUnit.objects.get(slug=TODAY["pdus/"]))
    for place in places:
        place.aliases.create(name="A former name", slug=FORMER)


def address(pattern, slug: str) -> str:
    names = set(pattern.pattern.converters) - {"slug"}
    parts = {name: (PARTS | PARTS_OF.get(pattern.name, {}))[name] for name in names}
    return reverse(f"inspections:{pattern.name}", kwargs={"slug": slug, **parts})


def today(pattern) -> str:
    return next(slug for start, slug in TODAY.items() if str(pattern.pattern).startswith(start))


def test_every_address_of_a_place_names_it_alike():
    """Or `at_name_of_today` would not know it for one."""
    of_places = [str(p.pattern) for p in urls.urlpatterns if str(p.pattern).startswith(("regions/<", "pdus/<"))]

    assert of_places == [str(pattern.pattern) for pattern in OF_A_PLACE]
    assert len(of_places) > 10


@pytest.mark.parametrize("pattern", OF_A_PLACE, ids=lambda pattern: pattern.name)
def test_a_former_name_leads_on_for_ever_with_the_rest_of_the_address(client, pattern):
    response = client.get(f"{address(pattern, FORMER)}?round=2024&sort=-unit&round=2022-23")
    to = urlsplit(response["Location"])

    assert response.status_code == 301
    assert to.path == address(pattern, today(pattern))
    notice = {"formerly": [FORMER]} if f"inspections:{pattern.name}" in WITH_NOTICE else {}
    assert parse_qs(to.query) == {"round": ["2024", "2022-23"], "sort": ["-unit"], **notice}


@pytest.mark.parametrize("pattern", OF_A_PLACE, ids=lambda pattern: pattern.name)
def test_what_it_leads_to_is_held(client, pattern):
    response = client.get(address(pattern, FORMER), follow=True)

    assert (response.status_code, len(response.redirect_chain)) == (200, 1)


@pytest.mark.parametrize("pattern", OF_A_PLACE, ids=lambda pattern: pattern.name)
def test_a_name_that_no_place_had_is_not_found(client, pattern):
    assert client.get(address(pattern, "no-such-place")).status_code == 404


@pytest.mark.parametrize("start", TODAY)
def test_the_page_of_a_place_says_which_name_was_followed(client, start):
    page = parsed(client.get(f"/{start}{FORMER}/", follow=True).content.decode())

    assert "You followed a link to A former name," in page.text
    assert page.one("link", rel="canonical")["href"] == f"http://testserver/{start}{TODAY[start]}/"


def test_what_is_missing_below_a_name_of_today_is_not_looked_for_elsewhere(client):
    """Although the name is a former one of another place."""
    region = factories.region("Northern Fells")
    region.aliases.create(name="Yorkshire", slug=TODAY["regions/"])

    assert client.get(f"/regions/{TODAY['regions/']}/measures/nothing/").status_code == 404


def test_a_former_name_of_a_region_is_none_of_a_unit(client):
    factories.region("Northern Fells").aliases.create(name="The Fells", slug="the-fells")

    assert client.get("/pdus/the-fells/").status_code == 404
