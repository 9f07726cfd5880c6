"""One rule for `?round=`, on every page and file that takes it."""

import pytest
from django.test import RequestFactory

from inspections.queries.published_edition import NotHeld
from inspections.urls import urlpatterns
from inspections.views.round_choice import chosen_round, round_choice
from tests import factories
from tests.pages import parsed

REGION = "/regions/northern-fells"
PAGES = {
    "region": f"{REGION}/",
    "region_theme": f"{REGION}/themes/training/",
    "region_standard": f"{REGION}/standards/leadership/",
    "region_key_questions": f"{REGION}/key-questions/",
    "region_measure": f"{REGION}/measures/risk/",
}
FILES = {f"{name}_file": f"{address.rstrip('/')}.csv" for name, address in PAGES.items()}
LABEL = "2024 & 2025+"


@pytest.fixture
def region(db):
    """A region without any round, and everything there is to ask of one."""
    factories.recurring_theme("Training")
    factories.measure("Risk")
    factories.framework("Leadership", "Planning")
    return factories.region("Northern Fells")


@pytest.fixture
def inspected(region):
    """The same with two rounds, and a region that has another."""
    unit, other = factories.delivery_unit("Marlow", region=region), factories.delivery_unit("Wold")
    for of, label in ((unit, "2030"), (unit, "2031"), (other, "2032")):
        factories.edition(factories.inspection(of, round=label), state="published")


def test_every_address_of_a_region_is_asked_here():
    names = {pattern.name for pattern in urlpatterns if "regions/<slug" in str(pattern.pattern)}
    assert names == {*PAGES, *FILES}


@pytest.mark.parametrize("address", [*PAGES.values(), *FILES.values()])
def test_an_unknown_round_is_not_found_anywhere(inspected, client, address):
    for query in ("", "?round=", "?round=2030", "?round=2031&round=2031", "?round=&round=2030"):
        assert client.get(address + query).status_code == 200, query
    for query in ("?round=zzz", "?round=2032", "?round=2030&round=2031", "?round=2030&round=zzz", "?round=%00"):
        assert client.get(address + query).status_code == 404, query


@pytest.mark.parametrize("address", PAGES.values())
def test_a_region_without_any_round_says_so_on_every_page(region, client, address):
    factories.delivery_unit("Marlow", region=region)
    for each in (address, address.replace("northern-fells", factories.region("Empty").slug)):
        page = parsed(client.get(each).content.decode())
        assert page.all("div", class_="app-empty"), each
        assert not page.all("table")
    assert client.get(f"{address}?round=2030").status_code == 404


@pytest.mark.parametrize("address", FILES.values())
def test_files_of_a_region_without_any_round_claim_nothing(region, client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert len(response.content.decode().splitlines()) == 1
    assert client.get(f"{address}?round=2030").status_code == 404


@pytest.mark.parametrize("address", ["/pdus/?round=zzz", "/compare/?pdu=marlow&pdu=wold&round=zzz"])
def test_the_two_forms_say_at_their_field_what_is_wrong_and_their_files_are_not_found(inspected, client, address):
    page = parsed(client.get(address).content.decode())
    assert page.one("div", class_="govuk-error-summary").all("a")
    assert "zzz" not in page.one("main").text
    assert client.get(address.replace("/?", ".csv?")).status_code == 404


def test_a_round_that_has_no_such_standard_says_so_of_every_unit(inspected, client):
    page = parsed(client.get(f"{REGION}/standards/planning/?round=2030").content.decode())
    assert "by a framework that does not have this standard" in page.one("main").text


@pytest.mark.parametrize(("query", "label"), [({}, ""), ({"round": ""}, ""), ({"round": LABEL}, LABEL)])
def test_chosen_round(query, label):
    assert chosen_round(RequestFactory().get("/", query), [LABEL, "2030"]) == label


@pytest.mark.parametrize("label", ["2024", "2024 & 2025", "2024 & 2025 ", "\0"])
def test_a_label_is_known_whole(label):
    with pytest.raises(NotHeld):
        chosen_round(RequestFactory().get("/", {"round": label}), [LABEL])


def test_labels_are_encoded_in_links():
    every, first, second = round_choice("/x/", [LABEL, "2030"], chosen=LABEL, every="All rounds")
    assert (every.address, every.is_current) == ("/x/", False)
    assert (first.address, first.label, first.is_current) == ("/x/?round=2024+%26+2025%2B", LABEL, True)
    assert second.address == "/x/?round=2030"
    assert chosen_round(RequestFactory().get(first.address), [LABEL]) == LABEL


def test_a_single_round_leaves_nothing_to_choose_until_one_is_chosen():
    assert round_choice("/x/", ["2030"], chosen="2030") == []
    assert round_choice("/x/", ["2030"], chosen="", every="All rounds") == []
    assert len(round_choice("/x/", ["2030"], chosen="2030", every="All rounds")) == 2
