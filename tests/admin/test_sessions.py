"""When somebody stops being signed in, and what that costs pages."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.admin.accounts import ADMIN, LOGIN, sign_in

pytestmark = pytest.mark.django_db


def expiry():
    return Session.objects.get().expire_date


def test_session_ends_with_the_browser_and_is_out_of_reach(client, amina, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = sign_in(client).cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)


def test_session_ends_after_an_hour_without_use(client, amina, clock):
    sign_in(client)
    assert abs(expiry() - timezone.now() - datetime.timedelta(hours=1)) < datetime.timedelta(minutes=1)
    clock(59 * 60)
    assert client.get(ADMIN).status_code == 200
    clock(59 * 60)
    assert client.get(ADMIN).status_code == 200
    clock(61 * 60)
    assert client.get(ADMIN).status_code == 302


def test_session_ends_twelve_hours_after_signing_in_however_it_is_used(client, amina, clock):
    sign_in(client)
    for _ in range(23):
        clock(31 * 60)
        assert client.get(ADMIN).status_code == 200
    clock(31 * 60)
    assert client.get(ADMIN).status_code == 302
    assert not Session.objects.exists()
    assert client.get(LOGIN).status_code == 200


def test_use_is_written_once_a_minute_and_on_pages_for_staff_only(client, amina, clock, django_assert_num_queries):
    sign_in(client)
    client.get(ADMIN)
    first = expiry()
    clock(50)
    client.get(ADMIN)
    assert expiry() == first
    clock(20)
    client.get("/about/")
    assert expiry() == first
    client.get(ADMIN)
    assert expiry() > first


def test_pages_for_everybody_ask_nothing_of_sessions(client, amina, required, django_assert_num_queries):
    sign_in(client)
    with django_assert_num_queries(0):
        client.get("/about/accessibility/")
    stranger = type(client)()
    with django_assert_num_queries(0):
        answer = stranger.get("/about/accessibility/")
    assert answer["Vary"] == "Accept-Encoding"
    assert not answer.cookies
