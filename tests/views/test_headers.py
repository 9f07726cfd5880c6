"""What every answer tells the browser: a strict policy, and nothing to strangers. Errors and the admin too."""

import pytest
from django.test import Client

from tests.pages import parsed
from tests.views.policy import STRICT_POLICY, policy

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.views.broken_urls")]

ANSWERS = {
    "/": 200,
    "/about/": 200,
    "/about/components/": 200,
    "/pdus/": 200,
    "/about": 301,
    "/nowhere/": 404,
    "/fails/": 500,
    "/forbids/": 403,
    "/suspects/": 400,
    "/admin/": 302,
    "/admin/login/": 302,
    "/accounts/login/": 200,
    "/accounts/2fa/": 302,
}


@pytest.fixture
def stranger():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("address", "status"), ANSWERS.items(), ids=ANSWERS)
def test_every_answer_is_strict(stranger, address, status):
    response = stranger.get(address)
    assert response.status_code == status
    assert policy(response.headers) == STRICT_POLICY
    assert status == 301 or response["X-Frame-Options"] == "DENY"  # a redirect to the right address shows nothing
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_answer_to_a_host_that_is_not_ours_is_strict(stranger):
    response = stranger.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert policy(response.headers) == STRICT_POLICY


def test_answers_over_tls_are_strict(stranger, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    assert stranger.get("/")["Location"] == "https://testserver/"
    response = stranger.get("/", secure=True)
    assert response["Strict-Transport-Security"].startswith("max-age=60")
    assert policy(response.headers) == STRICT_POLICY


@pytest.mark.parametrize("address", [address for address, status in ANSWERS.items() if status not in (301, 302)])
def test_no_page_has_anything_inline_nor_from_elsewhere(stranger, address):
    page = parsed(stranger.get(address).content.decode())
    assert page.all("style") == []
    for node in page.all():
        assert not [name for name in node.attributes if name == "style" or name.startswith("on")], node
    for script in page.all("script"):
        assert script.attributes.get("src", "").startswith("/static/") or script["type"] == "application/json"
    for link in page.all("link", rel="stylesheet"):
        assert link["href"].startswith("/static/")


def test_failure_says_nothing_of_itself(stranger):
    html = stranger.get("/fails/").content.decode()
    assert "Sorry, there is a problem" in html
    assert "secret" not in html
    assert "Traceback" not in html


@pytest.mark.parametrize("address", ["/", "/about/", "/pdus/"])
def test_strangers_get_no_cookie(stranger, address):
    assert not stranger.get(address).cookies


def test_cookies_of_staff_are_out_of_reach_of_scripts(stranger, admin_user):
    response = stranger.post("/accounts/login/", {"login": admin_user.username, "password": "password"})
    assert response.status_code == 302
    assert response.cookies["sessionid"]["httponly"]
    assert response.cookies["sessionid"]["samesite"] == "Lax"
