"""Too many failures lock out, for a while, and nobody but who failed."""

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from tests.admin.accounts import ADMIN, CODE, PASSWORD, code_now, sign_in
from tests.pages import parsed

pytestmark = pytest.mark.django_db


def fail(client, times, **asked):
    return [sign_in(client, password="wrong", **asked).status_code for _ in range(times)]


def test_five_failures_lock_a_name_out_from_one_address_for_a_quarter_of_an_hour(client, amina, clock):
    assert fail(client, 5) == [200, 200, 200, 200, 429]
    locked = sign_in(client)
    assert locked.status_code == 429
    assert "Locked out for 15 minutes" in parsed(locked.content.decode()).one("h1").text
    assert sign_in(client, name="AMINA").status_code == 429
    clock(14 * 60)
    assert sign_in(client).status_code == 429  # which does not lengthen it
    clock(60 + 1)
    assert sign_in(client)["Location"] == ADMIN


def test_stranger_elsewhere_locks_nobody_out(client, amina):
    stranger = type(client)(REMOTE_ADDR="192.0.2.7")
    assert fail(stranger, 5)[-1] == 429
    assert sign_in(client)["Location"] == ADMIN


def test_colleague_at_the_same_address_is_not_locked_out(client, amina):
    assert fail(client, 5, name="beatrice")[-1] == 429
    assert sign_in(client)["Location"] == ADMIN


def test_address_is_that_of_the_visitor_behind_a_proxy(client, amina, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    fail(client, 5, headers={"x-forwarded-for": "10.0.0.1, 192.0.2.7"})
    assert {attempt.ip_address for attempt in AccessAttempt.objects.all()} == {"192.0.2.7"}
    assert sign_in(client, headers={"x-forwarded-for": "192.0.2.7, 192.0.2.8"})["Location"] == ADMIN


def test_success_begins_the_count_anew(client, amina):
    fail(client, 4)
    sign_in(client)
    client.logout()
    assert fail(client, 4) == [200] * 4


def test_administrator_sees_who_is_locked_out_and_lets_them_in(client, amina, admin_client):
    fail(client, 5)
    attempts = reverse("admin:axes_accessattempt_changelist")
    assert "Locked Out" in admin_client.get(attempts).content.decode()
    attempt = AccessAttempt.objects.get()
    assert PASSWORD not in attempt.post_data
    assert "wrong" not in attempt.post_data
    chosen = {"action": "delete_selected", "_selected_action": [attempt.pk], "post": "yes"}
    assert admin_client.post(attempts, chosen).status_code == 302
    assert sign_in(client)["Location"] == ADMIN


def test_wrong_codes_lock_out_as_wrong_passwords_do(client, secret, clock):
    client.logout()
    clock(60)
    sign_in(client)
    assert [client.post(CODE, {"code": "000000"}).status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert client.post(CODE, {"code": code_now(secret)}).status_code == 200  # the right one, and refused
    assert sign_in(type(client)()).status_code == 429
    assert "000000" not in AccessAttempt.objects.get().post_data
    clock(15 * 60 + 1)
    sign_in(client)
    assert client.post(CODE, {"code": code_now(secret)})["Location"] == ADMIN


def test_codes_are_limited_from_many_addresses(client, secret, clock):
    client.logout()
    clock(60)
    for number in range(5):
        thief = type(client)(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(thief)
        assert thief.post(CODE, {"code": "000000"}).status_code == 200
    thief = type(client)(REMOTE_ADDR="192.0.2.9")
    sign_in(thief)
    assert "Too many wrong codes" in thief.post(CODE, {"code": code_now(secret)}).content.decode()


def test_many_attempts_from_one_address_are_too_many_requests(client, amina):
    answers = [sign_in(client, name=f"name-{number}") for number in range(31)]
    assert [answer.status_code for answer in answers[:30]] == [200] * 30
    assert answers[30].status_code == 429
    assert "Wait a minute" in answers[30].content.decode()
