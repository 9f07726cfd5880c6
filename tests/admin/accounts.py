"""Signing in, as tests do it."""

import time

from allauth.mfa.totp.internal import auth

NAME, PASSWORD = "amina", "only for the tests of signing in"
ADMIN, LOGIN = "/admin/", "/accounts/login/"
ENROL, CODE, ASK = "/accounts/2fa/totp/activate/", "/accounts/2fa/authenticate/", "/accounts/2fa/reauthenticate/"
ASK_PASSWORD, CARRY_ON = "/accounts/reauthenticate/", "/accounts/carry-on/"
CODES = "/accounts/2fa/recovery-codes/"


def sign_in(client, *, password=PASSWORD, name=NAME, **asked):
    return client.post(LOGIN, {"login": name, "password": password}, **asked)


def code_now(secret):
    """What an app with this secret shows, and goes on showing until it can be sent."""
    if time.time() % 30 > 27:
        time.sleep(3)
    return auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time())))


def enrol(client):
    """Set up a second factor. What an app has scanned for it."""
    secret = client.get(ENROL).context["form"].secret
    response = client.post(ENROL, {"code": code_now(secret)})
    assert response["Location"] == CODES
    return secret
