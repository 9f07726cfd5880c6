"""Signing in, as staff do it: password, second factor, lock-out, the end of a session."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.pages import parsed

pytestmark = pytest.mark.django_db
NAME, PASSWORD = "amina", "only for the tests of signing in"
LOGIN, ADMIN = "/accounts/login/", "/admin/"
ENROL, CODE, ASK = "/accounts/2fa/totp/activate/", "/accounts/2fa/authenticate/", "/accounts/2fa/reauthenticate/"
CODES = "/accounts/2fa/recovery-codes/"


@pytest.fixture
def amina():
    return User.objects.create_superuser(NAME, password=PASSWORD)


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def clock(monkeypatch):
    """Moves the time that sessions, codes and their limits go by."""
    ahead = [0.0]
    real, now = time.time, timezone.now
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])
    monkeypatch.setattr(timezone, "now", lambda: now() + timezone.timedelta(seconds=ahead[0]))
    monkeypatch.setattr("axes.handlers.proxy.now", timezone.now)

    def forward(seconds):
        ahead[0] += seconds

    return forward


def sign_in(client, *, password=PASSWORD, name=NAME, **asked):
    return client.post(LOGIN, {"login": name, "password": password}, **asked)


def code_now(secret):
    return auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time())))


def enrol(client):
    """What an app has scanned afterwards."""
    secret = client.get(ENROL).context["form"].secret
    response = client.post(ENROL, {"code": code_now(secret)})
    assert response["Location"] == CODES
    return secret


@pytest.fixture
def secret(client, amina, required):
    """Signed in with a second factor that was just set up."""
    sign_in(client)
    return enrol(client)


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
