"""Accounts and groups in the admin: who may change them, what is asked before, what is recorded."""

import datetime

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from tests.admin.accounts import ADMIN, ASK, ASK_PASSWORD, ENROL, PASSWORD, enrol, sign_in

pytestmark = pytest.mark.django_db
PEOPLE = reverse("admin:auth_user_changelist")
LATER = 5 * 60 + 1
JOINED = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)


def page_of(person):
    return reverse("admin:auth_user_change", args=[person.pk])


@pytest.fixture
def beatrice():
    return User.objects.create_user("beatrice", password=PASSWORD, is_staff=True, date_joined=JOINED)


@pytest.fixture
def administrator():
    """May do everything with people, and is no superuser."""
    person = User.objects.create_user("charles", password=PASSWORD, is_staff=True)
    people = Permission.objects.filter(content_type__app_label="auth", content_type__model__in=["user", "group"])
    person.user_permissions.set(people)
    return person


def change(client, person, **fields):
    """Send the form of an account as its page has it, with some fields changed."""
    form = client.get(page_of(person)).context["adminform"].form
    sent = {name: form.initial.get(name, field.initial) for name, field in form.fields.items()}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}
    for name in ("", "initial-"):
        sent |= {f"{name}date_joined_0": "2026-01-05", f"{name}date_joined_1": "12:00:00"}
    sent |= {"groups": []} | fields
    sent.pop("password", None)
    return client.post(page_of(person), sent)


def factor_page(person):
    return reverse("admin:auth_user_second_factor", args=[person.pk])


def take_away(client, person, reason="She lost her phone, and rang."):
    return client.post(factor_page(person), {"reason": reason})


def last_words():
    return LogEntry.objects.latest("pk").get_change_message()


def test_every_change_of_people_asks_again(client, amina, beatrice, clock):
    sign_in(client)
    clock(LATER)
    group = Group.objects.create(name="Readers")
    for name, *arguments in (
        ("user_add",),
        ("user_change", beatrice.pk),
        ("user_delete", beatrice.pk),
        ("group_add",),
        ("group_change", group.pk),
        ("group_delete", group.pk),
    ):
        address = reverse(f"admin:auth_{name}", args=arguments)
        for method in (client.get, client.post):
            assert method(address)["Location"].startswith(ASK_PASSWORD), address
    assert client.get(reverse("admin:auth_user_password_change", args=[beatrice.pk])).status_code == 302
    assert client.get(factor_page(beatrice)).status_code == 302
    assert client.get(PEOPLE).status_code == 200
    assert take_away(client, beatrice)["Location"].startswith(ASK_PASSWORD)


def test_change_of_groups_is_recorded_with_their_names(client, amina, beatrice):
    readers, writers = (Group.objects.create(name=name) for name in ("Readers", "Writers"))
    beatrice.groups.add(readers)
    sign_in(client)
    assert change(client, beatrice, groups=[readers.pk, writers.pk]).status_code == 302
    assert "Groups (before: Readers; now: Readers, Writers)" in last_words()
    assert change(client, beatrice, groups=[]).status_code == 302
    assert "Groups (before: Readers, Writers; now: none)" in last_words()
    assert "now: none" in client.get(reverse("admin:auth_user_history", args=[beatrice.pk])).content.decode()


def test_other_changes_are_recorded_as_django_does(client, amina, beatrice):
    sign_in(client)
    assert change(client, beatrice, first_name="Beatrice").status_code == 302
    assert last_words() == "Changed First name."


def test_account_is_made_by_an_administrator(client, administrator):
    sign_in(client, name="charles")
    assert client.post(reverse("admin:auth_user_add"), {"username": "dora"}).status_code == 302
    assert User.objects.get(username="dora").is_active


def test_administrator_gives_nobody_more_than_they_have(client, administrator, amina, beatrice):
    sign_in(client, name="charles")
    assert change(client, beatrice, is_superuser="on", user_permissions=[1]).status_code == 302
    beatrice.refresh_from_db()
    assert not beatrice.is_superuser
    assert not beatrice.user_permissions.exists()
    assert client.post(page_of(amina), {"username": "mine"}).status_code == 403
    assert client.post(reverse("admin:auth_user_delete", args=[amina.pk]), {"post": "yes"}).status_code == 403
    assert client.get(reverse("admin:auth_user_password_change", args=[amina.pk])).status_code == 403


def test_superuser_may(client, amina, beatrice):
    sign_in(client)
    assert change(client, beatrice, is_superuser="on").status_code == 302
    beatrice.refresh_from_db()
    assert beatrice.is_superuser


def test_lost_second_factor_is_taken_away(client, amina, beatrice, required):
    hers = type(client)()
    sign_in(hers, name="beatrice")
    enrol(hers)
    sign_in(client)
    enrol(client)
    assert "Yes, take it away" in client.get(factor_page(beatrice)).content.decode()
    assert take_away(client, beatrice)["Location"] == page_of(beatrice)

    assert not Authenticator.objects.filter(user=beatrice).exists()
    assert Authenticator.objects.filter(user=amina).exists()
    assert hers.get(ADMIN)["Location"].startswith("/admin/login/")
    assert sign_in(hers, name="beatrice")["Location"] == ADMIN
    assert hers.get(ADMIN)["Location"] == ENROL
    entry = LogEntry.objects.latest("pk")
    assert (entry.user, entry.object_id) == (amina, str(beatrice.pk))
    assert last_words() == "Took away the second factor and signed out. She lost her phone, and rang."
    assert client.get(ADMIN).status_code == 200


@pytest.mark.parametrize("reason", ["", "x" * 501, "lost\0"])
def test_it_is_not_taken_away_without_a_reason(client, amina, beatrice, reason):
    Authenticator.objects.create(user=beatrice, type=Authenticator.Type.TOTP, data={})
    sign_in(client)
    assert take_away(client, beatrice, reason=reason).status_code == 200
    assert Authenticator.objects.filter(user=beatrice).exists()


def test_whom_it_cannot_be_taken_away_from(client, administrator, amina, beatrice):
    hers = type(client)()
    sign_in(hers)
    enrol(hers)
    sign_in(client, name="charles")
    assert take_away(client, amina).status_code == 403
    assert "has no second factor" in take_away(client, beatrice).content.decode()
    assert Authenticator.objects.filter(user=amina).exists()
    assert not LogEntry.objects.exists()


def test_it_needs_the_permission_to_change_people(client, beatrice):
    beatrice.user_permissions.add(Permission.objects.get(codename="view_user"))
    sign_in(client, name="beatrice")
    page = client.get(page_of(beatrice))
    assert page.status_code == 200
    assert factor_page(beatrice) not in page.content.decode()
    assert take_away(client, beatrice).status_code == 403


def test_page_of_an_account_leads_to_it(client, amina, beatrice):
    sign_in(client)
    assert factor_page(beatrice) in client.get(page_of(beatrice)).content.decode()


def test_secrets_are_nobodys_to_read(client, amina, required):
    sign_in(client)
    enrol(client)
    index = client.get(ADMIN).content.decode()
    assert "/admin/mfa/" not in index
    assert "/admin/socialaccount/" not in index
    assert "/admin/account/" not in index
    assert ASK not in index
