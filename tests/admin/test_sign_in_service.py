"""Signing in with another service by OpenID Connect, against one that is made up on this machine."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User

from tests.admin.accounts import ADMIN, CODE, ENROL, LOGIN, PASSWORD, code_now, enrol, sign_in
from tests.pages import parsed

pytestmark = pytest.mark.django_db
START, BACK = "/accounts/oidc/staff/login/", "/accounts/oidc/staff/login/callback/"
EMAIL = "beatrice@findings.example"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def service(settings):
    """What the service says of whoever signs in: change it to be somebody else."""
    claims = {"sub": "1234", "email": EMAIL, "email_verified": True, "preferred_username": "bea"}

    class Service(BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer(claims if self.path == "/userinfo" else addresses)

        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.answer({"access_token": "token", "token_type": "Bearer"})

        def answer(self, said):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Service)
    url = f"http://127.0.0.1:{server.server_port}"
    addresses = {
        "issuer": url,
        "authorization_endpoint": f"{url}/authorize",
        "token_endpoint": f"{url}/token",
        "userinfo_endpoint": f"{url}/userinfo",
        "jwks_uri": f"{url}/keys",
    }
    app = {"provider_id": "staff", "name": "Staff pass", "client_id": "us", "secret": "secret"}
    app["settings"] = {"server_url": url, "oauth_pkce_enabled": True}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APP": app}}
    Thread(target=server.serve_forever, daemon=True).start()
    yield claims
    server.shutdown()
    server.server_close()


@pytest.fixture
def beatrice():
    return User.objects.create_user("beatrice", email=EMAIL.upper(), password=PASSWORD, is_staff=True)


def come_back(client, **asked):
    """Through the service and back."""
    leads_to = urlsplit(client.get(START, asked)["Location"])
    query = parse_qs(leads_to.query)
    assert leads_to.path == "/authorize"
    assert query["code_challenge_method"] == ["S256"]
    return client.get(BACK, {"state": query["state"][0], "code": "xyz"})


def test_is_off_by_default(client):
    assert "Or with a password" not in client.get(LOGIN).content.decode()
    assert client.get(START).status_code == 404
    assert client.get(BACK).status_code == 404


def test_is_offered_where_it_is_configured(client, service):
    link = parsed(client.get(LOGIN + "?next=/admin/auth/").content.decode()).one("a", role="button")
    assert link.text == "Sign in with Staff pass"
    assert urlsplit(link["href"]).path == START
    assert parse_qs(urlsplit(link["href"]).query)["next"] == ["/admin/auth/"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_behind_a_proxy_with_tls_the_service_leads_back_by_tls(client, service, settings, scheme):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = ["findings.example"]
    leads_to = client.get(START, headers={"host": "findings.example", "x-forwarded-proto": scheme})["Location"]
    assert parse_qs(urlsplit(leads_to).query)["redirect_uri"] == [f"{scheme}://findings.example{BACK}"]


def test_account_with_the_verified_address_is_signed_in(client, service, beatrice):
    assert come_back(client, next="/admin/auth/")["Location"] == "/admin/auth/"
    assert client.get(ADMIN).status_code == 200
    assert SocialAccount.objects.get().user == beatrice
    beatrice.refresh_from_db()
    assert beatrice.check_password(PASSWORD)


def test_who_is_known_is_signed_in_whatever_address_they_have_now(client, service, beatrice):
    come_back(client)
    client.logout()
    service["email"] = "married@findings.example"
    assert come_back(client)["Location"] == ADMIN
    assert client.get(ADMIN).wsgi_request.user == beatrice


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": "true"},
        {"email_verified": None},
        {"email": "dora@findings.example"},
        {"email": ""},
    ],
)
def test_others_are_refused_and_no_account_is_made(client, service, beatrice, claims):
    service.update(claims)
    response = come_back(client)
    assert response.status_code == 403
    assert "You have no account here" in response.content.decode()
    assert client.get(ADMIN).status_code == 302
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_address_of_two_accounts_is_nobodys(client, service, beatrice):
    User.objects.create_superuser("boss", email=EMAIL)
    assert come_back(client).status_code == 403


def test_closed_account_is_not_opened(client, service, beatrice):
    come_back(client)
    client.logout()
    User.objects.update(is_active=False)
    assert come_back(client)["Location"] == "/accounts/inactive/"
    SocialAccount.objects.all().delete()
    assert come_back(client).status_code == 403


def test_second_factor_is_asked_for_here_too(client, service, beatrice, required, clock):
    come_back(client)
    assert client.get(ADMIN)["Location"] == ENROL
    secret = enrol(client)
    client.logout()
    clock(60)
    assert come_back(client)["Location"] == CODE
    client.post(CODE, {"code": code_now(secret)})
    assert client.get(ADMIN).status_code == 200


def test_nobody_joins_a_service_to_their_account_themselves(client, service, beatrice):
    sign_in(client, name="beatrice")
    assert come_back(client, process="connect").status_code == 403
    assert not SocialAccount.objects.exists()


def test_cancelling_and_failing_are_said(client, service):
    query = parse_qs(urlsplit(client.get(START)["Location"]).query)
    back = client.get(BACK, {"state": query["state"][0], "error": "access_denied"}, follow=True)
    assert "was cancelled" in back.content.decode()
    failed = client.get(BACK, {"state": "made up", "code": "xyz"})
    assert failed.status_code == 401
    assert "did not answer as it should" in failed.content.decode()


def providers(**variables):
    """What the settings make of variables: the value, or the last line of an error."""
    program = "from config import settings; print(getattr(settings, 'SOCIALACCOUNT_PROVIDERS', None))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "ENVIRONMENT": "test", "SECRET_KEY": "x", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def test_variables_configure_it():
    url = {"OIDC_SERVER_URL": "https://id.example"}
    assert providers() == "None"
    assert "OIDC_CLIENT_ID is not set" in providers(**url)
    assert "OIDC_CLIENT_SECRET is not set" in providers(**url, OIDC_CLIENT_ID="us")
    made = providers(**url, OIDC_CLIENT_ID="us", OIDC_CLIENT_SECRET="hush", OIDC_NAME="Staff pass")
    assert all(f"'{word}'" in made for word in ("https://id.example", "us", "hush", "Staff pass", "staff"))
