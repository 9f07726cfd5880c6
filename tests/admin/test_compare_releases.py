"""What changed between two releases, for staff."""

import pytest
from django.urls import reverse

from inspections.admin import compare_releases
from inspections.publishing.correct import begin_correction
from tests import factories
from tests.publishing.staff import Verb, draft, person, public

pytestmark = pytest.mark.django_db
WHY = "The finding was of another place."


def address() -> str:
    return reverse("admin:inspections_release_compare")


def text(client, **query: object) -> str:
    response = client.get(address(), query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def corrected():
    """An edition and its correction, in two releases."""
    unit = factories.delivery_unit("Marlow Vale")
    first = public(draft(inspection_=factories.inspection(unit)))
    correction = begin_correction(first, by=person("inspector"), reason=WHY)
    correction.findings.update(text="It went badly.")
    return first.release.number, public(correction).release.number


def test_the_last_two_releases_are_compared_where_none_is_chosen(admin_client, corrected):
    shown = text(admin_client)

    assert "From release {} to release {}: one inspection differs".format(*corrected) in shown
    assert "Marlow Vale, 2025: corrected" in shown
    assert WHY in shown
    assert "text: “It went badly.”, was “It went well.”" in shown


def test_the_order_of_the_two_does_not_matter(admin_client, corrected):
    first, second = corrected

    assert text(admin_client, **{"from": second, "to": first}).count("It went badly.”, was “It went well.”") == 1


def test_what_is_published_and_withdrawn_is_said(admin_client, corrected):
    edition = public(draft())
    gone = factories.edition(state="withdrawn", release=factories.release(number=corrected[0] - 1))
    last = gone.withdrawn_in.number

    shown = text(admin_client, **{"from": corrected[0], "to": last})
    assert f"{edition.inspection.delivery_unit}, 2025: published" in shown
    assert "Without its report" in shown
    assert f"{gone.inspection.delivery_unit}, 2025: withdrawn" in shown
    assert "no longer public" in shown


def test_one_release_is_not_compared_with_itself(admin_client, corrected):
    first, _ = corrected

    assert f"Release {first} and no other: choose two" in text(admin_client, **{"from": first, "to": first})


@pytest.mark.parametrize("chosen", [{"from": "x", "to": "1"}, {"from": "987654"}])
def test_a_release_that_there_is_not_is_an_error_of_the_form(admin_client, corrected, chosen):
    shown = text(admin_client, **chosen)

    assert "errorlist" in shown
    assert "Marlow Vale" not in shown


def test_a_store_without_releases_has_nothing_to_compare(admin_client):
    assert "What changed between two releases" in text(admin_client)


def test_more_than_fit_on_a_page_are_on_the_next(admin_client, monkeypatch, corrected):
    monkeypatch.setattr(compare_releases, "ON_A_PAGE", 1)
    public(draft(inspection_=factories.inspection(factories.delivery_unit("Ashby"))))
    chosen = {"from": corrected[0], "to": corrected[1] + 1}

    first, second = text(admin_client, **chosen), text(admin_client, **chosen, page=2)
    assert "Marlow Vale" in first
    assert "Ashby" not in first
    assert "page=2" in first
    assert "Ashby" in second
    assert "Marlow Vale" not in second
    assert "page=1" in second


def test_the_list_of_releases_leads_to_it(admin_client, corrected):
    shown = admin_client.get(reverse("admin:inspections_release_changelist")).content.decode()

    assert address() in shown


def test_it_is_for_who_may_see_releases(client, corrected):
    assert client.get(address())["Location"].startswith(reverse("admin:login"))
    client.force_login(person("reader", Verb.EDIT))
    assert client.get(address()).status_code == 403
