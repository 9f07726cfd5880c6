"""The history of what staff look at is the database's; an edition can be made to say again what it said."""

import uuid

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.urls import reverse

from inspections.admin.history import ON_A_PAGE
from inspections.models import Citation, DeliveryUnit, Edition, Framework, Region
from inspections.publishing.acting import acting
from inspections.queries.history_of_edition import history_of_edition
from tests import factories
from tests.admin.test_statements import statements
from tests.publishing.staff import Verb, draft, person

pytestmark = pytest.mark.django_db


def history_page(row, key=None) -> str:
    return reverse(f"admin:inspections_{row._meta.model_name}_history", args=[key or row.pk])


def restore_page(edition: Edition, act: uuid.UUID) -> str:
    return reverse("admin:inspections_edition_restore_state", args=[edition.pk, act])


def changed(edition: Edition, *, times: int = 1) -> None:
    for number in range(times):
        with acting(person("inspector"), step=f"step {number}", reason="A slip of the pen."):
            Edition.objects.filter(pk=edition.pk).update(note=f"Note {number}")


def text(client, address: str, **query: object) -> str:
    return " ".join(client.get(address, query).content.decode().split())


def test_a_change_is_told_by_whom_why_and_what_it_was(admin_client):
    edition = draft()
    changed(edition, times=2)

    shown = text(admin_client, history_page(edition))

    assert "step 1" in shown
    assert "<strong>By</strong> inspector" in shown
    assert "<strong>Reason:</strong> A slip of the pen." in shown
    assert "Note: Note 1, before Note 0" in shown
    assert "3 rows added: 1 edition, 1 finding and 1 citation" in shown


def test_a_change_by_sql_is_told_by_its_role(admin_client):
    unit = factories.delivery_unit("Marlow Vale")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE inspections_deliveryunit SET name = 'Marlow' WHERE id = %s", [unit.pk])
        cursor.execute("SELECT session_user")
        [role] = cursor.fetchone()

    shown = text(admin_client, history_page(unit))

    assert "<strong>By</strong> nobody signed in" in shown
    assert f"database role {role})" in shown
    assert "Name: Marlow, before Marlow Vale" in shown


def test_a_page_of_the_admin_is_told_by_its_address(admin_client, admin_user):
    theme = factories.recurring_theme("Training")
    page = reverse("admin:inspections_theme_change", args=[theme.pk])
    values = {"slug": theme.slug, "name": "Learning", "description": "All of it.", "position": theme.position}
    assert admin_client.post(page, values).status_code == 302

    shown = text(admin_client, history_page(theme))

    assert f'<strong>By</strong> {admin_user.username} <span class="history-from">(page {page},' in shown
    assert "Name: Learning, before Training" in shown


def test_what_stands_in_a_table_of_the_page_is_in_its_history(admin_client):
    unit = factories.delivery_unit()
    unit.aliases.create(name="The Vale", slug="the-vale")
    successor = factories.delivery_unit(region=unit.region)
    unit.successions.create(successor=successor, kind="split")
    framework = factories.framework("Leadership")

    assert "The Vale" in text(admin_client, history_page(unit))
    assert "Succession" in text(admin_client, history_page(unit))
    assert "Succession" not in text(admin_client, history_page(successor))
    assert "Leadership" in text(admin_client, history_page(framework))


def test_the_history_is_in_pages(admin_client):
    edition = draft()
    changed(edition, times=ON_A_PAGE + 1)

    first, second = (text(admin_client, history_page(edition), page=page) for page in (1, 2))

    assert f"step {ON_A_PAGE}" in first
    assert 'href="?page=2">Older' in first
    assert "Newer" not in first
    assert 'href="?page=1">Newer' in second
    assert "Older" not in second
    assert "rows added" in second


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99999999999999999999"])
def test_a_page_that_makes_no_sense_is_the_first(admin_client, page):
    edition = draft()

    assert "rows added" in text(admin_client, history_page(edition), page=page)


def test_what_is_deleted_has_a_history(admin_client):
    edition = draft()
    pk, page = edition.pk, history_page(edition)
    edition.delete()

    shown = text(admin_client, page)

    assert f"History: edition no. {pk}, deleted" in shown
    assert "It went well." in shown


@pytest.mark.parametrize("key", ["987654", "x"])
def test_what_never_was_is_not_there(admin_client, key):
    response = admin_client.get(history_page(factories.region(), key))

    assert (response.status_code, response["Location"]) == (302, reverse("admin:index"))


@pytest.mark.parametrize("model", [Edition, Region, Citation, DeliveryUnit, Framework])
def test_who_may_not_look_at_something_may_not_look_at_its_history(client, model):
    client.force_login(person("reader", Verb.PREVIEW))

    assert client.get(history_page(model, 1)).status_code == 403


def test_many_acts_need_as_many_statements_as_few(admin_client):
    few, many = draft(), draft()
    changed(few)
    changed(many, times=ON_A_PAGE)
    for _ in range(30):
        factories.finding(many)

    assert statements(admin_client, history_page(few)) == statements(admin_client, history_page(many)) == 28


@pytest.fixture
def slip():
    """A draft with a slip, and the act before it."""
    with acting(person("inspector"), step="made"):
        edition = draft()
    [act] = history_of_edition(edition.pk, newest=1)
    changed(edition)
    return edition, act.id


def test_a_draft_is_made_to_say_again_what_it_said(admin_client, slip):
    edition, act = slip
    assert restore_page(edition, act) in text(admin_client, history_page(edition))
    assert f"{edition} will say again" in text(admin_client, restore_page(edition, act))

    response = admin_client.post(restore_page(edition, act), {"reason": "It was a slip."})

    assert response["Location"] == reverse("admin:inspections_edition_change", args=[edition.pk])
    assert Edition.objects.get(pk=edition.pk).note == ""
    shown = text(admin_client, history_page(edition))
    assert "made to say again what it said before" in shown
    assert "<strong>Reason:</strong> It was a slip." in shown
    assert "Note: not held, before Note 0" in shown


def test_a_deleted_draft_is_had_back(admin_client, slip):
    edition, act = slip
    page, inspection = restore_page(edition, act), edition.inspection
    edition.delete()
    assert "what the deleted edition said" in text(admin_client, page)

    response = admin_client.post(page, {"reason": "It was deleted by mistake."})

    made = inspection.editions.get()
    assert response["Location"] == reverse("admin:inspections_edition_change", args=[made.pk])


def test_without_a_reason_or_where_it_is_refused_nothing_is_put_back(admin_client, slip):
    edition, act = slip
    Edition.objects.filter(pk=edition.pk).update(state="in_review")

    assert "This field is required" in admin_client.post(restore_page(edition, act), {"reason": " "}).content.decode()
    refused = admin_client.post(restore_page(edition, act), {"reason": "A slip."}).content.decode()
    assert "is being worked on already" in refused
    assert Edition.objects.get(pk=edition.pk).note == "Note 0"


def test_who_may_not_restore_is_not_offered_it(client, slip):
    edition, act = slip
    reader = person("reader", Verb.EDIT)
    reader.user_permissions.add(Permission.objects.get(codename="view_edition"))
    client.force_login(reader)

    assert restore_page(edition, act) not in text(client, history_page(edition))
    assert client.post(restore_page(edition, act), {"reason": "x"}).status_code == 403
    assert client.get(restore_page(edition, act)).status_code == 403


def test_to_an_act_that_there_is_not_nothing_goes_back(admin_client, slip):
    edition, _ = slip

    assert admin_client.post(restore_page(edition, uuid.uuid4()), {"reason": "x"}).status_code == 404


def test_strangers_are_asked_to_sign_in(client, slip):
    edition, act = slip

    for page in (history_page(edition), restore_page(edition, act)):
        assert client.get(page)["Location"].startswith(reverse("admin:login"))
