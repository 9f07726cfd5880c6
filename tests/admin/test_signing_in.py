"""Signing in with a password, as staff do it, and the addresses that answer."""

import pytest
from django.contrib.auth.models import User
from django.urls import get_resolver

from inspections.admin.signing_in.adapters import AccountAdapter, ServiceAdapter
from tests.admin.accounts import ADMIN, ENROL, LOGIN, NAME, PASSWORD, sign_in
from tests.pages import parsed

pytestmark = pytest.mark.django_db

# --- With a password --------------------------------------------------------------------------------------------------


def test_admin_leads_to_signing_in_and_back(client, amina):
    first = client.get("/admin/inspections/region/")
    assert first["Location"] == "/admin/login/?next=/admin/inspections/region/"
    second = client.get(first["Location"])
    assert second["Location"] == LOGIN + "?next=%2Fadmin%2Finspections%2Fregion%2F"
    page = parsed(client.get(second["Location"]).content.decode())
    assert page.one("input", name="next")["value"] == "/admin/inspections/region/"

    response = client.post(LOGIN, {"login": NAME, "password": PASSWORD, "next": "/admin/inspections/region/"})
    assert response["Location"] == "/admin/inspections/region/"
    assert client.get(response["Location"]).status_code == 200


def test_without_second_factor_where_none_is_required(client, amina):
    assert sign_in(client)["Location"] == ADMIN
    assert client.get(ADMIN).status_code == 200


def test_nobody_is_led_to_another_host(client, amina):
    response = client.post(LOGIN, {"login": NAME, "password": PASSWORD, "next": "https://evil.example/"})
    assert response["Location"] == ADMIN


def test_wrong_password_and_unknown_name_are_told_alike(client, amina):
    said = [
        parsed(sign_in(client, **wrong).content.decode()).one("div", class_="govuk-error-summary").text
        for wrong in ({"password": "wrong"}, {"name": "nobody"})
    ]
    assert said[0] == said[1]
    assert "The username or the password is not right." in said[0]


def test_closed_account_does_not_open(client, amina):
    User.objects.update(is_active=False)
    assert sign_in(client)["Location"] == "/accounts/inactive/"
    assert "This account is closed" in client.get("/accounts/inactive/").content.decode()
    assert client.get(ADMIN).status_code == 302


def test_account_that_is_no_staff_sees_no_admin(client):
    User.objects.create_user(NAME, password=PASSWORD)
    sign_in(client)
    assert client.get(ADMIN, follow=True).status_code == 403


def test_signing_out(client, amina):
    sign_in(client)
    assert client.get("/accounts/logout/").status_code == 200
    assert client.post("/accounts/logout/")["Location"] == LOGIN
    assert "You are signed out." in client.get(LOGIN).content.decode()
    assert client.get(ADMIN).status_code == 302


def test_password_is_changed_by_the_rules(client, amina):
    User.objects.update(last_name="Okonkwo-Achterberg")
    sign_in(client)
    assert client.get("/admin/password_change/")["Location"] == "/accounts/password/change/"

    def change(new, old=PASSWORD):
        return client.post("/accounts/password/change/", {"oldpassword": old, "password1": new, "password2": new})

    for weak, why in {"11-letters!": "too short", "735510298846": "numeric", "achterberg-okonkwo": "similar"}.items():
        assert why in change(weak).content.decode()
    assert change("a new and longer one", old="wrong").status_code == 200
    assert change("a new and longer one")["Location"] == ADMIN
    assert User.objects.get().check_password("a new and longer one")
    assert client.get(ADMIN).status_code == 200


def test_account_of_a_sign_in_service_has_no_password_to_change(client):
    client.force_login(User.objects.create_superuser(NAME))
    assert client.get("/accounts/password/change/").status_code == 404


# --- Addresses --------------------------------------------------------------------------------------------------------


def test_only_these_addresses_answer():
    [accounts] = [each for each in get_resolver().url_patterns if str(each.pattern) == "accounts/"]
    assert {str(each.pattern) for each in accounts.url_patterns} == {
        *("login/", "logout/", "inactive/", "password/change/", "reauthenticate/", "carry-on/"),
        "password/link/<slug:uidb36>/<slug:key>/",
        *("2fa/", "2fa/authenticate/", "2fa/reauthenticate/", "2fa/totp/activate/", "2fa/totp/deactivate/"),
        *("2fa/recovery-codes/", "2fa/recovery-codes/generate/", "2fa/recovery-codes/download/"),
        *("oidc/<slug:provider_id>/login/", "oidc/<slug:provider_id>/login/callback/", "oidc/cancelled/"),
    }


@pytest.mark.parametrize(
    "address",
    [
        *("", "signup/", "email/", "confirm-email/", "password/set/", "password/reset/", "login/code/confirm/"),
        *("2fa/webauthn/", "2fa/trust/", "sessions/", "oidc/staff/login/", "oidc/staff/login/callback/"),
        *("3rdparty/", "3rdparty/signup/", "social/signup/"),
    ],
)
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_other_addresses_of_allauth_are_not_found(client, amina, address, is_signed_in):
    if is_signed_in:
        client.force_login(amina)
    assert client.get(f"/accounts/{address}").status_code == 404


def test_pages_of_accounts_are_kept_nowhere(client, amina):
    assert "no-store" in client.get(LOGIN)["Cache-Control"]
    client.force_login(amina)
    assert "no-store" in client.get(ENROL)["Cache-Control"]


# --- Accounts ---------------------------------------------------------------------------------------------------------


def test_new_store_has_no_account(shipped_data):
    assert not User.objects.exists()


def test_nobody_makes_an_account_for_themselves(rf):
    assert AccountAdapter().is_open_for_signup(rf.get("/")) is False
    assert ServiceAdapter().is_open_for_signup(rf.get("/"), None) is False


def test_nothing_that_is_shipped_makes_an_account():
    from pathlib import Path

    import inspections

    root = Path(inspections.__file__).parent
    made = [
        f"{path.name}: {word}"
        for path in [*root.rglob("*.py"), *root.parent.glob("config/**/*.py"), *root.rglob("*.json")]
        for word in ("create_user", "create_superuser", "set_password(", "make_password", '"auth.user"')
        if word in path.read_text(encoding="utf-8")
    ]
    assert made == []
