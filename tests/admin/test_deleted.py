"""Deleted drafts are listed, each with the way to its history and back."""

import pytest
from django.urls import reverse

from inspections.admin.history import ON_A_PAGE
from inspections.models import Edition
from inspections.publishing.acting import acting
from inspections.publishing.restore_state import restore_state
from inspections.queries.deleted_editions import last_state_of_deleted
from tests.admin.test_statements import statements
from tests.pages import parsed
from tests.publishing.staff import Verb, draft, person

pytestmark = pytest.mark.django_db
LISTED = reverse("admin:inspections_edition_deleted")


def deleted(by: str = "ben", **fields) -> Edition:
    """A draft that anna made, and somebody deleted; still with its number."""
    with acting(person("anna")):
        edition = draft(**fields)
    pk = edition.pk
    with acting(person(by)):
        edition.delete()
    edition.pk = pk
    return edition


def told(client, **query: object) -> list[str]:
    page = parsed(client.get(LISTED, query).content.decode())
    return [" ".join(draft.text.split()) for draft in page.all("section", class_="history-act")]


def restoring(edition: Edition) -> str:
    return reverse("admin:inspections_edition_restore_deleted", args=[edition.pk])


def test_the_list_of_editions_leads_to_them(admin_client):
    assert LISTED in admin_client.get(reverse("admin:inspections_edition_changelist")).content.decode()
    assert "None was deleted." in admin_client.get(LISTED).content.decode()


def test_each_says_when_and_by_whom_the_last_first(admin_client):
    first, second = deleted("ben"), deleted("clara")
    draft()

    newest, oldest = told(admin_client)

    assert newest.startswith(f"{second.inspection}, edition 1 Deleted ")
    assert "by clara." in newest
    assert oldest.startswith(f"{first.inspection}, edition 1 Deleted ")
    assert "by ben." in oldest
    assert "Restored" not in newest


def test_what_nobody_signed_in_deleted_and_of_which_nothing_is_held_is_told_too(admin_client):
    edition = draft()
    key = edition.inspection.key
    edition.delete()
    edition.inspection.delete()

    [line] = told(admin_client)

    assert line.startswith(f"{key}, edition 1 Deleted ")
    assert "by nobody signed in." in line


def test_one_is_had_back_as_it_was_last(admin_client):
    with acting(person("anna")):
        edition = draft()
    with acting(person("anna")):
        edition.findings.update(text="It went better.")
    inspection, pk = edition.inspection, edition.pk
    with acting(person("ben")):
        edition.delete()
    edition.pk = pk

    page = admin_client.get(restoring(edition), follow=True)
    assert "what the deleted edition said" in page.content.decode()
    admin_client.post(page.request["PATH_INFO"], {"reason": "It was deleted by mistake."})

    made = inspection.editions.get()
    assert made.findings.get().text == "It went better."
    assert "Restored as edition 2." in told(admin_client)[0]


def test_the_act_that_deleted_it_is_not_offered_to_go_back_to(admin_client):
    edition = deleted()
    act = last_state_of_deleted(edition.pk)

    shown = parsed(admin_client.get(reverse("admin:inspections_edition_history", args=[edition.pk])).content.decode())

    offered = [
        link["href"] for link in shown.one("main").all("a") if link["href"].endswith("/") and "history/" in link["href"]
    ]
    assert offered == [reverse("admin:inspections_edition_restore_state", args=[edition.pk, act])]


def test_what_is_held_or_was_never_held_after_an_act_has_no_last_state(admin_client):
    held = draft()
    with acting(person("anna")):
        short = draft()
        gone = short.pk
        short.delete()

    assert last_state_of_deleted(held.pk) is None
    assert last_state_of_deleted(gone) is None
    assert admin_client.get(restoring(held)).status_code == 404


def test_who_may_not_restore_only_reads(client):
    edition = deleted()
    reader = person("reader", Verb.EDIT)
    client.force_login(reader)
    assert client.get(LISTED).status_code == 200
    assert restoring(edition) not in client.get(LISTED).content.decode()
    assert client.get(restoring(edition)).status_code == 403


def test_who_may_not_look_at_editions_is_not_shown_them(client):
    deleted()
    client.force_login(person("reader", Verb.PREVIEW))
    assert client.get(LISTED).status_code == 403


def test_they_are_in_pages_with_as_many_statements(admin_client):
    first = deleted()
    one = statements(admin_client, LISTED)
    for _ in range(ON_A_PAGE):
        edition = deleted()
        act = last_state_of_deleted(edition.pk)
        restore_state(edition.pk, act=act, by=person("anna"), reason="By mistake.")

    assert len(told(admin_client)) == ON_A_PAGE
    assert told(admin_client, page=2)[0].startswith(f"{first.inspection}, edition 1")
    assert statements(admin_client, LISTED) == one
