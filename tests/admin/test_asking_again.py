"""What is of consequence asks again who somebody is, and loses nothing that they typed."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests.admin.accounts import ADMIN, ASK, ASK_PASSWORD, CARRY_ON, CODE, CODES, PASSWORD, code_now, sign_in
from tests.pages import parsed

pytestmark = pytest.mark.django_db
ADD = reverse("admin:auth_group_add")
LATER = 5 * 60 + 1


def kept_form(client):
    """What the page offers to send again, and where to."""
    form = parsed(client.get(CARRY_ON).content.decode()).one("main").one("form")
    fields = [(field["name"], field["value"]) for field in form.all("input") if field["name"] != "csrfmiddlewaretoken"]
    return form["action"], fields


def sent(fields):
    names = dict.fromkeys(name for name, _ in fields)
    return {name: [value for other, value in fields if other == name] for name in names}


def test_who_has_just_signed_in_is_not_asked(client, secret):
    assert client.get(ADD).status_code == 200


def test_is_asked_for_a_code_after_five_minutes_and_let_on(client, secret, clock):
    clock(LATER)
    assert client.get(ADD + "?_popup=1")["Location"] == f"{ASK}?next=%2Fadmin%2Fauth%2Fgroup%2Fadd%2F%3F_popup%3D1"
    page = parsed(client.get(f"{ASK}?next={ADD}").content.decode())
    assert page.one("input", name="next")["value"] == ADD
    assert client.post(ASK, {"code": "000000", "next": ADD}).status_code == 200
    assert client.get(ADD).status_code == 302
    assert client.post(ASK, {"code": code_now(secret), "next": ADD})["Location"] == ADD
    assert client.get(ADD).status_code == 200


def test_password_is_not_enough_for_who_has_a_second_factor(client, secret, clock):
    clock(LATER)
    assert client.get(f"{ASK_PASSWORD}?next={ADD}")["Location"] == f"{ASK}?next=%2Fadmin%2Fauth%2Fgroup%2Fadd%2F"
    client.post(ASK_PASSWORD, {"password": PASSWORD, "next": ADD})
    assert client.get(ADD).status_code == 302


def test_who_has_none_is_asked_for_the_password(client, amina, clock):
    sign_in(client)
    clock(LATER)
    assert client.get(ADD)["Location"].startswith(ASK_PASSWORD)
    assert client.get(ASK_PASSWORD).status_code == 200
    assert "This is not your password." in client.post(ASK_PASSWORD, {"password": "wrong"}).content.decode()
    client.post(ASK_PASSWORD, {"password": PASSWORD, "next": ADD})
    assert client.get(ADD).status_code == 200


def test_who_has_nothing_to_be_asked_for_is_not_asked(client, clock):
    """An account of a sign-in service, where no second factor is required."""
    client.force_login(User.objects.create_superuser("beatrice"))
    clock(LATER)
    assert client.get(ADD).status_code == 200


def test_form_that_is_sent_too_late_is_kept_and_sent_again(client, secret, clock):
    address = ADD + "?_changelist_filters=q%3Dre"
    permissions = list(Permission.objects.order_by("pk").values_list("pk", flat=True)[:2])
    typed = {"name": "Readers & <writers>", "permissions": [str(pk) for pk in permissions], "_continue": "Save"}
    clock(LATER)
    response = client.post(address, typed)
    assert response["Location"] == f"{ASK}?next=%2Faccounts%2Fcarry-on%2F"
    assert client.post(ASK, {"code": code_now(secret), "next": CARRY_ON})["Location"] == CARRY_ON
    assert not Group.objects.filter(name=typed["name"]).exists()

    for _ in range(2):  # loading the page again loses nothing
        where, fields = kept_form(client)
    assert where == address
    assert sent(fields) == {**typed, "name": [typed["name"]], "_continue": ["Save"]}
    client.post(where, sent(fields))
    assert sorted(Group.objects.get(name=typed["name"]).permissions.values_list("pk", flat=True)) == permissions
    assert client.get(CARRY_ON)["Location"] == ADMIN


def test_passwords_are_not_kept(client, secret, clock):
    clock(LATER)
    typed = {"username": "beatrice", "password1": "hidden!", "password2": "hidden!"}
    client.post(reverse("admin:auth_user_add"), typed)
    assert kept_form(client)[1] == [("username", "beatrice")]
    assert "hidden!" not in str(Session.objects.get().get_decoded())


def test_pages_of_the_second_factor_ask_too(client, secret, clock):
    clock(LATER)
    for address in (CODES, CODES + "generate/", CODES + "download/", "/accounts/2fa/totp/deactivate/"):
        assert client.get(address)["Location"].startswith(ASK), address
    assert client.get("/accounts/password/change/")["Location"].startswith(ASK)


def test_wrong_codes_are_counted_here_too(client, secret, clock):
    clock(LATER)
    assert [client.post(ASK, {"code": "000000"}).status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert client.post(ASK, {"code": code_now(secret), "next": ADD}).status_code == 200
    assert client.get(ADD).status_code == 302


def test_stranger_is_not_asked_but_sent_to_sign_in(client):
    assert client.get(ADD)["Location"].startswith("/admin/login/")
    assert client.get(CARRY_ON)["Location"].startswith("/accounts/login/")
    assert client.get(CODE)["Location"] == "/accounts/login/"
