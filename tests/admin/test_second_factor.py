"""The second factor: led to, set up, asked for, replaced."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.accounts import ADMIN, ASK, CODE, CODES, ENROL, code_now, enrol, sign_in
from tests.pages import parsed

pytestmark = pytest.mark.django_db


def test_who_has_none_is_led_to_it_by_every_page_for_staff(client, amina, required):
    sign_in(client)
    pages = ("index", "inspections_region_changelist", "auth_user_add", "app_list", "jsi18n")
    for name in pages:
        address = reverse(f"admin:{name}", kwargs={"app_label": "auth"} if name == "app_list" else {})
        for method in (client.get, client.post):
            assert method(address)["Location"] == ENROL, address
    for address in ("/accounts/2fa/", CODES, "/accounts/password/change/", "/admin/login/", "/admin/nowhere/"):
        assert client.get(address)["Location"] == ENROL


def test_page_of_the_admin_needs_one_statement_more(client, secret, settings):
    taken = []
    for settings.SECOND_FACTOR_REQUIRED in (True, False):
        with CaptureQueriesContext(connection) as captured:
            client.get(ADMIN)
        taken.append(len(captured))
    assert taken[0] == taken[1] + 1


def test_who_has_none_is_a_stranger_on_other_pages(client, amina, required, rf):
    sign_in(client)
    response = client.get("/about/")
    assert response.status_code == 200
    assert not response.wsgi_request.user.is_authenticated
    assert response.wsgi_request.signed_in == amina


def test_enrolment_gives_the_admin_and_recovery_codes(client, amina, required):
    sign_in(client)
    page = parsed(client.get(ENROL).content.decode())
    assert page.one("img")["src"].startswith("data:image/svg+xml;base64,")
    assert page.all("style") == []
    enrol(client)
    shown = parsed(client.get(CODES).content.decode()).one("ul", class_="app-recovery-codes")
    codes = [item.text for item in shown.all("li")]
    assert len(set(codes)) == 10
    assert client.get(CODES + "download/").content.decode().split() == codes
    assert client.get(ADMIN).status_code == 200
    assert client.get("/about/").wsgi_request.user == amina


def test_wrong_code_enrols_nobody(client, amina, required):
    sign_in(client)
    client.get(ENROL)
    assert "Incorrect code" in client.post(ENROL, {"code": "000000"}).content.decode()
    assert not Authenticator.objects.exists()


def test_signing_in_asks_for_a_code_that_works_once(client, secret, clock):
    client.logout()
    clock(60)
    assert sign_in(client)["Location"] == CODE
    assert client.get(ADMIN).status_code == 302
    used = code_now(secret)
    assert client.post(CODE, {"code": used})["Location"] == ADMIN
    assert client.get(ADMIN).status_code == 200

    client.logout()
    sign_in(client)
    assert "Incorrect code" in client.post(CODE, {"code": used}).content.decode()
    clock(30)
    assert client.post(CODE, {"code": used}).status_code == 200
    assert client.post(CODE, {"code": code_now(secret)})["Location"] == ADMIN


def test_code_that_set_it_up_signs_nobody_in(client, amina, required):
    sign_in(client)
    secret = client.get(ENROL).context["form"].secret
    code = code_now(secret)
    client.post(ENROL, {"code": code})
    client.logout()
    sign_in(client)
    assert "Incorrect code" in client.post(CODE, {"code": code}).content.decode()


def test_recovery_code_works_once(client, secret):
    code = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).get_unused_codes()[0]
    client.logout()
    sign_in(client)
    assert client.post(CODE, {"code": code})["Location"] == ADMIN
    assert client.get(ADMIN).status_code == 200
    client.logout()
    sign_in(client)
    assert client.post(CODE, {"code": code}).status_code == 200


def test_other_sessions_that_have_not_shown_the_new_factor_are_asked_for_it(client, amina, required):
    """Somebody who knows the password was signed in before it was set up."""
    thief = type(client)()
    sign_in(thief)
    sign_in(client)
    enrol(client)
    assert thief.get(ADMIN)["Location"] == f"{ASK}?next=%2Fadmin%2F"
    assert thief.post(ASK, {"code": "000000", "next": ADMIN}).status_code == 200
    assert thief.get(ADMIN).status_code == 302


def test_another_app_is_set_up_at_once(client, secret):
    assert client.get("/accounts/2fa/").status_code == 200
    assert client.get("/accounts/2fa/totp/deactivate/").status_code == 200
    client.post("/accounts/2fa/totp/deactivate/")
    assert client.get(ADMIN)["Location"] == ENROL
    enrol(client)
    assert client.get(ADMIN).status_code == 200


def test_new_recovery_codes(client, secret):
    before = client.get(CODES).context["unused_codes"]
    assert client.get(CODES + "generate/").status_code == 200
    client.post(CODES + "generate/")
    assert not set(before) & set(client.get(CODES).context["unused_codes"])


def test_second_factor_may_be_set_up_where_none_is_required(client, amina):
    sign_in(client)
    assert "None is set up" in client.get("/accounts/2fa/").content.decode()
    enrol(client)
    client.logout()
    assert sign_in(client)["Location"] == CODE
