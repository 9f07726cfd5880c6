"""A page is kept while nothing changes, and no visitor is ever shown one that has changed."""

import datetime
import gzip
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inspections.models import Region, Theme
from inspections.views import page_cache
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/regions/"


@pytest.fixture(autouse=True)
def empty_cache():
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def region():
    return factories.delivery_unit(region=factories.region("Northern Fells")).region


def statements(client, address=PAGE, **asked):
    """How many the answer needed. One, for the version, where the page was kept."""
    with CaptureQueriesContext(connection) as found:
        client.get(address, **asked)
    return len(found)


def is_kept(client, address=PAGE, method="get", **asked):
    """Whether an answer needs the statement for the version only.

    Other tests write to the same server at the same time, which costs a drawing and never the truth: so, once of many.
    """
    for _ in range(50):
        with CaptureQueriesContext(connection) as found:
            getattr(client, method)(address, **asked)
        if len(found) == 1:
            return True
        client.get(address)
    return False


def text(client, address=PAGE, **asked):
    return client.get(address, **asked).content.decode()


@contextmanager
def another_connection():
    """A cursor on it. What it leaves open is taken back."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            yield cursor
    finally:
        other.close()


def by_orm():
    Region.objects.filter(slug="northern-fells").update(name="Southern Moors")


def by_saving():
    region = Region.objects.get(slug="northern-fells")
    region.name = "Southern Moors"
    region.save()


def by_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE inspections_region SET name = 'Southern Moors'")


def in_part_of_a_transaction():
    with transaction.atomic():
        with transaction.atomic():
            by_sql()
        factories.region()


def by_another_connection():
    with another_connection() as cursor:
        cursor.execute("UPDATE inspections_region SET name = 'Southern Moors'")


CHANGES = [by_orm, by_saving, by_sql, in_part_of_a_transaction, by_another_connection]


def test_page_is_kept_while_nothing_changes(client, region):
    drawn = client.get(PAGE)
    assert is_kept(client)
    kept = client.get(PAGE)
    assert (kept.content, dict(kept.headers)) == (drawn.content, dict(drawn.headers))


@pytest.mark.parametrize("change", CHANGES)
def test_change_is_seen_at_once(client, region, change):
    assert "Northern Fells" in text(client)
    change()
    assert "Southern Moors" in text(client)
    assert "Northern Fells" not in text(client)


@pytest.mark.parametrize("change", CHANGES)
def test_change_while_a_page_is_made_is_seen_by_the_next(client, region, change, monkeypatch):
    """After the page was drawn and before it is kept: what is kept is old already."""
    is_for_everybody = page_cache.is_for_everybody

    def after_a_change(response):
        change()
        return is_for_everybody(response)

    monkeypatch.setattr(page_cache, "is_for_everybody", after_a_change)
    assert "Northern Fells" in text(client)
    monkeypatch.undo()
    assert "Southern Moors" in text(client)


def test_change_of_what_is_no_fact_is_seen(client):
    theme = Theme.objects.create(slug="staffing", name="Staffing and workload", description="Staff.", position=1)
    assert "Staffing and workload" in text(client, "/about/")
    Theme.objects.filter(pk=theme.pk).update(name="Numbers of staff")
    assert "Numbers of staff" in text(client, "/about/")


@pytest.mark.parametrize(("end", "expected"), [("COMMIT", "Southern Moors"), ("ROLLBACK", "Northern Fells")])
def test_what_is_not_committed_is_not_seen(client, region, end, expected):
    with another_connection() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("UPDATE inspections_region SET name = 'Southern Moors'")
        factories.region("Another")
        assert "Northern Fells" in text(client)
        assert is_kept(client)
        cursor.execute(end)
    assert expected in text(client)


def test_day_changes_at_midnight_here(client, region, monkeypatch):
    client.get(PAGE)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    assert statements(client) > 1


def test_address_is_the_whole_address(client, region, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    asked = [{"headers": {"host": "one.example"}}, {"headers": {"host": "two.example"}}]
    asked += [each | {"secure": True} for each in asked]
    found = [text(client, **each) for each in asked]
    assert len(set(found)) == 4
    assert [text(client, **each) for each in asked] == found
    assert statements(client, f"{PAGE}?page=1", **asked[0]) > 1


def test_host_that_is_not_ours_is_refused(client, region):
    client.get(PAGE)
    assert client.get(PAGE, headers={"host": "evil.example"}).status_code == 400


def test_one_page_is_kept_for_those_who_read_it_compressed_and_others(client, region):
    plain = client.get(PAGE)
    compressed = client.get(PAGE, headers={"accept-encoding": "gzip"})
    assert is_kept(client, headers={"accept-encoding": "br"})
    assert gzip.decompress(compressed.content) == plain.content == client.get(PAGE).content
    assert compressed["ETag"] == plain["ETag"]
    assert compressed["Vary"] == plain["Vary"] == "Accept-Encoding"


def test_each_visitor_gets_another_length(client, region):
    lengths = {len(client.get(PAGE, headers={"accept-encoding": "gzip"}).content) for _ in range(12)}
    assert len(lengths) > 1


def test_staff_are_shown_pages_drawn_for_them(client):
    stranger = type(client)()
    client.force_login(User.objects.create_superuser("amina"))
    stranger.get("/about/")
    assert is_kept(stranger, "/about/")
    assert statements(client, "/about/") > 1
    caches["pages"].clear()
    client.get("/about/")
    assert len(caches["pages"]._cache) == 0


@pytest.mark.parametrize("address", ["/accounts/login/", "/regions/nowhere/", "/nowhere/"])
def test_only_public_pages_that_there_are_are_kept(client, address):
    client.get(address)
    assert len(caches["pages"]._cache) == 0


def test_head_is_answered_from_what_is_kept_and_keeps_nothing(client, region):
    assert client.head(PAGE).status_code == 200
    assert statements(client) > 1
    assert is_kept(client, method="head")
    answers = (answer for _ in range(50) if client.get(PAGE) and "ETag" in (answer := client.head(PAGE)))
    answer = next(answers)  # one drawn anew, because another test has written meanwhile, has no ETag
    assert answer.content == b""
    assert answer["ETag"] == client.get(PAGE)["ETag"]


@pytest.mark.parametrize("is_kept", [True, False])
def test_browser_that_has_the_page_is_told_so(client, region, settings, is_kept):
    settings.PAGE_CACHE = is_kept
    etag = client.get(PAGE)["ETag"]
    answer = client.get(PAGE, headers={"if-none-match": etag, "accept-encoding": "gzip"})
    assert (answer.status_code, answer.content) == (304, b"")
    assert {name: answer[name] for name in ("ETag", "Vary", "Cache-Control")} == {
        "ETag": etag,
        "Vary": "Accept-Encoding",
        "Cache-Control": "no-cache",
    }
    by_sql()
    assert client.get(PAGE, headers={"if-none-match": etag}).status_code == 200


def test_change_that_the_page_does_not_show_leaves_its_etag(client, region):
    etag = client.get(PAGE)["ETag"]
    User.objects.create_user("amina")
    assert statements(client) > 1
    assert client.get(PAGE)["ETag"] == etag


def test_file_is_kept_as_a_page_is(client, region):
    address = "/pdus.csv"
    drawn = client.get(address)
    assert is_kept(client, address)
    kept = client.get(address)
    assert kept["Content-Disposition"] == drawn["Content-Disposition"]
    assert kept.content == drawn.content


def test_page_that_is_too_large_is_not_kept(client, region, monkeypatch):
    monkeypatch.setattr(page_cache, "MOST_BYTES", 1000)
    client.get(PAGE)
    assert statements(client) > 1


def test_can_be_switched_off(client, region, settings):
    settings.PAGE_CACHE = False
    client.get(PAGE)
    assert statements(client) == 1  # of the page itself, without one for the version
    assert len(caches["pages"]._cache) == 0


def test_pages_without_data_ask_for_none(client):
    assert statements(client, "/about/accessibility/") == 0
    assert statements(client, "/about/components/") == 0


def test_database_that_is_away_is_told_as_such(client, monkeypatch):
    def away():
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(page_cache, "data_version", away)
    client.raise_request_exception = False
    assert client.get(PAGE).status_code == 503
    assert client.get("/about/accessibility/").status_code == 200
