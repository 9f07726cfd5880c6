"""Two editors on one page: nothing that either has typed is lost, and the second save asks."""

import json

import pytest
from django.contrib.auth.models import User

from inspections.models import Edition
from inspections.publishing.submit import submit
from tests import factories
from tests.admin.pages import address, filled_form, form_of
from tests.pages import parsed, table_rows
from tests.publishing.staff import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """A draft with two standards, each with its rating and a finding."""
    framework = factories.framework("Leadership", "Staffing")
    made = factories.edition(factories.inspection(framework=framework))
    for standard in framework.standards.all():
        factories.standard_rating(made, standard)
        factories.finding(made, standard=standard, text=f"{standard.name} went well.")
    factories.recommendation(made)
    return made


def editor(client_class, name: str):
    client = client_class()
    client.force_login(User.objects.create_superuser(name))
    return client


@pytest.fixture
def anna(client):
    return editor(type(client), "anna")


@pytest.fixture
def ben(client):
    return editor(type(client), "ben")


def saved(client, edition, data):
    return client.post(address(edition), data)


def test_the_second_save_shows_field_by_field_what_the_first_has_changed_and_asks(edition, anna, ben):
    leadership, staffing = edition.findings.order_by("position")
    annas, bens = (filled_form(client.get(address(edition))) for client in (anna, ben))
    annas[f"{form_of(annas, 'findings', leadership)}-text"] = "Anna’s words."
    annas["note"] = "Anna’s note."
    bens[f"{form_of(bens, 'findings', leadership)}-text"] = "Ben’s words."
    bens[f"{form_of(bens, 'findings', staffing)}-text"] = "Ben’s second."
    assert saved(anna, edition, annas).status_code == 302

    response = saved(ben, edition, bens)

    assert response.status_code == 200
    html = response.content.decode()
    assert html.count("Somebody else has changed this while you were editing.") == 1
    assert "Please correct the error" not in html
    rows = {row[0]: row[1:] for row in table_rows(parsed(html).one("section", class_="meanwhile").one("table"))}
    assert rows["Anna’s words.: Text"] == ["Leadership went well.", "Anna’s words.", "Ben’s words.", "anna"]
    assert rows[f"{edition}: Note"] == ["–", "Anna’s note.", "nothing", "anna"]
    assert edition.findings.get(pk=leadership.pk).text == "Anna’s words."
    assert edition.findings.get(pk=staffing.pk).text == "Staffing went well."

    again = filled_form(response)
    assert again[f"{form_of(again, 'findings', leadership)}-text"] == "Ben’s words."
    assert again["note"] == "Anna’s note."
    assert saved(ben, edition, again).status_code == 302
    assert edition.findings.get(pk=leadership.pk).text == "Ben’s words."
    assert edition.findings.get(pk=staffing.pk).text == "Ben’s second."
    assert Edition.objects.get(pk=edition.pk).note == "Anna’s note."


def test_a_third_change_meanwhile_asks_again(edition, anna, ben):
    bens = filled_form(ben.get(address(edition)))
    for note in ("First.", "Second."):
        annas = filled_form(anna.get(address(edition))) | {"note": note}
        assert saved(anna, edition, annas).status_code == 302
        response = saved(ben, edition, bens | {"reason": "Ben’s reason."})
        assert response.status_code == 200
        bens = filled_form(response)
    assert saved(ben, edition, bens).status_code == 302
    held = Edition.objects.get(pk=edition.pk)
    assert (held.note, held.reason) == ("Second.", "Ben’s reason.")


def test_a_change_on_the_page_of_a_fact_counts_too(edition, anna, ben):
    finding = edition.findings.first()
    bens = filled_form(ben.get(address(edition)))
    annas = filled_form(anna.get(address(finding))) | {"text": "Anna’s words."}
    assert anna.post(address(finding), annas).status_code == 302
    assert saved(ben, edition, bens).status_code == 200


def test_a_change_by_sql_counts_too(edition, ben):
    bens = filled_form(ben.get(address(edition)))
    edition.findings.all().update(text="In bulk.")
    response = saved(ben, edition, bens)
    assert response.status_code == 200
    assert "not known" in response.content.decode()


def test_a_row_deleted_meanwhile_is_told_with_what_was_typed_for_it(edition, anna, ben):
    gone, kept = edition.findings.order_by("position")
    annas, bens = (filled_form(client.get(address(edition))) for client in (anna, ben))
    annas[f"{form_of(annas, 'findings', gone)}-DELETE"] = "on"
    bens[f"{form_of(bens, 'findings', gone)}-text"] = "Ben’s words."
    bens[f"{form_of(bens, 'findings', kept)}-text"] = "Ben’s second."
    assert saved(anna, edition, annas).status_code == 302

    response = saved(ben, edition, bens)

    assert response.status_code == 200
    rows = table_rows(parsed(response.content.decode()).one("section", class_="meanwhile").one("table"))
    assert ["a finding: the whole of it", "held", "deleted", "Ben’s words.", "anna"] in rows
    assert saved(ben, edition, filled_form(response)).status_code == 302
    assert [finding.text for finding in edition.findings.all()] == ["Ben’s second."]


def test_a_row_added_meanwhile_is_told(edition, ben):
    bens = filled_form(ben.get(address(edition)))
    factories.finding(edition, text="A new one.")
    response = saved(ben, edition, bens)
    assert "A new one.: the whole of it" in response.content.decode()
    assert saved(ben, edition, filled_form(response)).status_code == 302
    assert edition.findings.count() == 3


def test_what_was_typed_for_a_draft_that_was_submitted_meanwhile_is_shown(edition, ben):
    bens = filled_form(ben.get(address(edition))) | {"note": "Ben’s note."}
    submit(edition, by=person("inspector"))
    response = saved(ben, edition, bens)
    html = response.content.decode()
    assert response.status_code == 200
    assert "What you typed is not saved" in html
    assert "Ben’s note." in html
    assert "It is in review" in html
    assert Edition.objects.get(pk=edition.pk).note == ""


def test_two_who_changed_nothing_of_each_other_save_without_being_asked(edition, anna, ben):
    other = factories.edition()
    bens = filled_form(ben.get(address(edition)))
    assert saved(anna, other, filled_form(anna.get(address(other))) | {"note": "Elsewhere."}).status_code == 302
    assert saved(ben, edition, bens | {"note": "Here."}).status_code == 302


@pytest.mark.parametrize("seen", ["", "x", "[1]", "{}", json.dumps([["nowhere", "1", "note", "x"]])])
def test_a_page_that_says_nothing_sensible_of_what_was_seen_is_still_saved_or_asked_about(edition, ben, seen):
    data = filled_form(ben.get(address(edition))) | {"seen": seen, "note": "A note."}
    assert saved(ben, edition, data).status_code in (200, 302)
