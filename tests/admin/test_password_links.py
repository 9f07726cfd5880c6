"""A password is set by its owner, by a link that an administrator hands over: nobody else ever knows it."""

import datetime
from urllib.parse import urlsplit

import pytest
from allauth.account.forms import ResetPasswordKeyForm
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from inspections.admin.signing_in.link_tokens import LinkTokens
from tests.admin.accounts import ADMIN, ASK, CODE, ENROL, LOGIN, NAME, PASSWORD, enrol, sign_in
from tests.admin.test_lock_out import fail
from tests.pages import parsed

pytestmark = pytest.mark.django_db
ADD = reverse("admin:auth_user_add")
THREE_DAYS = 3 * 24 * 60 * 60
GOOD = "a password of her own"


@pytest.fixture
def beatrice():
    return User.objects.create_user("beatrice", password=PASSWORD, is_staff=True, last_name="Okonkwo-Achterberg")


@pytest.fixture
def boss(client, amina):
    """Signed in as somebody who may do everything with people."""
    sign_in(client)
    return client


def page_of(person):
    return reverse("admin:auth_user_password_change", args=[person.pk])


def make_link(client, person):
    page = client.post(page_of(person))
    assert page.status_code == 200
    return urlsplit(parsed(page.content.decode()).one("input", id="address")["value"]).path


def open_link(client, link):
    """The answer at the address that it leads to, which is without the key."""
    return client.get(link, follow=True)


def use(link, new=GOOD, client=None):
    client = client or Client()
    page = open_link(client, link)
    assert page.status_code == 200, "the link can't be used"
    return client.post(page.wsgi_request.path, {"password1": new, "password2": new})


def says_used(response):
    return response.status_code == 410 and "This link can’t be used" in response.content.decode()


def test_account_is_made_without_a_password_and_its_owner_sets_one(boss):
    inspectors = Group.objects.get(name="Inspector")
    made = boss.post(ADD, {"username": "dora", "is_staff": "on", "groups": [inspectors.pk], "password1": PASSWORD})
    dora = User.objects.get(username="dora")
    assert made["Location"] == page_of(dora)
    assert not dora.has_usable_password()
    assert dora.is_staff
    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == [
        "Added. Changed Groups (now: Inspector)."
    ]

    assert "sets a password that nobody else knows" in boss.get(page_of(dora)).content.decode()
    hers = Client()
    assert use(make_link(boss, dora), client=hers)["Location"] == LOGIN
    assert hers.get(ADMIN).status_code == 302  # setting it signs nobody in
    assert "Your password is changed." in hers.get(LOGIN).content.decode()
    assert sign_in(hers, name="dora", password=GOOD)["Location"] == ADMIN
    assert LogEntry.objects.filter(user=dora).latest("pk").get_change_message().startswith("Set a password, by a link")


def test_page_to_make_an_account_asks_for_no_password(boss):
    form = boss.get(ADD).context["adminform"].form
    assert list(form.fields) == ["username", "first_name", "last_name", "email", "is_staff", "groups"]
    assert form["is_staff"].value() is True


def test_name_is_taken_whatever_its_case(boss):
    assert "There is an account of that name." in boss.post(ADD, {"username": NAME.upper()}).content.decode()
    assert User.objects.count() == 1


def test_several_accounts_are_made_one_after_the_other(boss):
    assert boss.post(ADD, {"username": "dora", "_addanother": "Save"})["Location"] == ADD


def test_link_works_once(boss, beatrice):
    link, hers = make_link(boss, beatrice), Client()
    use(link, client=hers)
    assert says_used(open_link(hers, link))
    assert says_used(open_link(Client(), link))


def test_looking_at_a_link_does_not_use_it(boss, beatrice):
    link = make_link(boss, beatrice)
    open_link(Client(), link)
    assert use(link)["Location"] == LOGIN


def test_page_that_was_opened_before_the_link_was_used_sets_nothing(boss, beatrice):
    link, hers = make_link(boss, beatrice), Client()
    page = open_link(hers, link).wsgi_request.path
    use(link)
    assert says_used(hers.post(page, {"password1": "somebody else's", "password2": "somebody else's"}))
    beatrice.refresh_from_db()
    assert beatrice.check_password(GOOD)


def test_of_two_who_send_it_at_once_the_second_finds_it_used(boss, beatrice, monkeypatch):
    link, hers = make_link(boss, beatrice), Client()
    page = open_link(hers, link).wsgi_request.path

    is_valid = ResetPasswordKeyForm.is_valid

    def used_meanwhile(form):
        monkeypatch.setattr(ResetPasswordKeyForm, "is_valid", is_valid)
        use(link)
        return form.is_valid()

    monkeypatch.setattr(ResetPasswordKeyForm, "is_valid", used_meanwhile)
    assert says_used(hers.post(page, {"password1": "somebody else's", "password2": "somebody else's"}))
    beatrice.refresh_from_db()
    assert beatrice.check_password(GOOD)


def test_link_ends_after_three_days(boss, beatrice, monkeypatch):
    link = make_link(boss, beatrice)
    later = LinkTokens()._now
    ahead = [THREE_DAYS - 60]
    monkeypatch.setattr(LinkTokens, "_now", lambda self: later() + datetime.timedelta(seconds=ahead[0]))
    assert open_link(Client(), link).status_code == 200
    ahead[0] = THREE_DAYS + 60
    assert says_used(open_link(Client(), link))


def test_newer_link_ends_the_older(boss, beatrice):
    older, newer = make_link(boss, beatrice), make_link(boss, beatrice)
    assert says_used(open_link(Client(), older))
    assert use(newer)["Location"] == LOGIN


def test_old_password_and_sessions_end_when_the_link_is_made(boss, beatrice):
    hers = Client()
    sign_in(hers, name="beatrice")
    assert hers.get(ADMIN).status_code == 200
    make_link(boss, beatrice)
    assert hers.get(ADMIN).status_code == 302
    assert sign_in(hers, name="beatrice").status_code == 200


def test_second_factor_stays(client, amina, beatrice, required, clock):
    hers = Client()
    sign_in(hers, name="beatrice")
    enrol(hers)
    sign_in(client)
    enrol(client)
    use(make_link(client, beatrice))
    assert sign_in(hers, name="beatrice", password=GOOD)["Location"] == CODE


def test_new_account_is_led_to_a_second_factor(client, amina, required):
    sign_in(client)
    enrol(client)
    dora = User.objects.create_user("dora", is_staff=True)
    hers = Client()
    use(make_link(client, dora), client=hers)
    sign_in(hers, name="dora", password=GOOD)
    assert hers.get(ADMIN)["Location"] == ENROL


def test_is_kept_nowhere_and_told_to_nobody(boss, beatrice):
    link, hers = make_link(boss, beatrice), Client()
    first = hers.get(link)
    assert first["Referrer-Policy"] == "no-referrer"
    assert link.rstrip("/").rsplit("/", 1)[1] not in first["Location"]
    second = hers.get(first["Location"])
    assert second["Referrer-Policy"] == "same-origin"
    for answer in (first, second, boss.post(page_of(beatrice))):
        assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in second.content.decode()


def test_weak_passwords_are_refused(boss, beatrice):
    link, hers = make_link(boss, beatrice), Client()
    page = open_link(hers, link).wsgi_request.path
    for weak, why in {"11-letters!": "too short", "735510298846": "numeric", "achterberg-okonkwo": "similar"}.items():
        assert why in hers.post(page, {"password1": weak, "password2": weak}).content.decode()
    assert "the same password" in hers.post(page, {"password1": GOOD, "password2": "another one!"}).content.decode()
    beatrice.refresh_from_db()
    assert not beatrice.has_usable_password()


def test_closed_account_is_refused(boss, beatrice):
    link = make_link(boss, beatrice)
    User.objects.filter(pk=beatrice.pk).update(is_active=False)
    assert says_used(open_link(Client(), link))
    for method in (boss.get, boss.post):
        page = method(page_of(beatrice)).content.decode()
        assert "is closed" in page
        assert 'id="address"' not in page


@pytest.mark.parametrize("address", ["zzzzzzzzzzzzz/x-y/", "1/set-password/", "1/x/", "zzzzzzzzzzzzzzzzz/x/"])
def test_made_up_links_are_refused(client, amina, address):
    assert says_used(client.get(f"/accounts/password/link/{address}"))


def test_who_is_locked_out_stays_so(boss, beatrice):
    hers = Client()
    assert fail(hers, 5, name="beatrice")[-1] == 429
    use(make_link(boss, beatrice), client=hers)
    assert sign_in(hers, name="beatrice", password=GOOD).status_code == 429


def test_many_attempts_are_too_many_requests(client, amina):
    answers = [client.post("/accounts/password/link/1/x-y/").status_code for _ in range(21)]
    assert (answers[:20], answers[20]) == ([410] * 20, 429)


def test_making_one_asks_again_and_is_recorded(boss, beatrice, required, clock):
    enrol(boss)
    make_link(boss, beatrice)
    entry = LogEntry.objects.latest("pk")
    assert (entry.user.username, entry.object_id) == (NAME, str(beatrice.pk))
    assert entry.get_change_message().startswith("Made a link to set a password, until ")
    clock(5 * 60 + 1)
    for method in (boss.get, boss.post):
        assert method(page_of(beatrice))["Location"].startswith(ASK)


def test_nobody_makes_one_for_themselves_or_for_nobody(boss, amina):
    assert boss.post(page_of(amina))["Location"] == "/accounts/password/change/"
    amina.refresh_from_db()
    assert amina.check_password(PASSWORD)
    assert boss.get(reverse("admin:auth_user_password_change", args=[987])).status_code == 404
    assert boss.get(reverse("admin:auth_user_password_change", args=["x"])).status_code == 404


def test_page_of_an_account_leads_to_it(boss, beatrice):
    page = parsed(boss.get(reverse("admin:auth_user_change", args=[beatrice.pk])).content.decode())
    assert [link["href"] for link in page.all("a") if link.text == "Reset password"] == ["../password/"]
