"""While a preview lasts the edition is public, and afterwards nothing has happened."""

import threading
import time

import pytest
from django.db import InternalError, OperationalError, connection, transaction

from inspections.models import Edition, Release, ReleasedChange
from inspections.publishing import preview
from inspections.publishing.correct import begin_correction
from inspections.publishing.preview import BUSY, READ_ONLY, NotPreviewed, as_published
from inspections.publishing.publish import publish
from inspections.publishing.refusals import NotOpen
from tests import factories
from tests.models.test_life import refused_by
from tests.publishing.staff import approved, draft, person, problem, public
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db
at_once = pytest.mark.django_db(transaction=True)


def rows(model) -> list[dict]:
    return list(model.objects.order_by("pk").values())


def test_a_draft_is_public_within_and_nothing_is_changed_by_it():
    edition, by = draft(), person("inspector")
    problem(edition, "must_fix")
    factories.release(number=41)
    before = (row_counts(), rows(Edition))

    with as_published(edition, by=by) as shown:
        assert (shown.state, shown.release.number, shown.release.published_by) == ("published", 42, by)
        assert list(Edition.objects.published()) == [edition]

    assert (row_counts(), rows(Edition)) == before


def test_what_is_public_now_is_superseded_within_and_what_changed_is_told():
    full = public(draft())
    correction = begin_correction(full, by=person("inspector"), reason="A slip.")
    correction.findings.update(text="It went badly.")
    before = (row_counts(), rows(Edition))

    with as_published(correction, by=person("inspector")) as shown:
        assert list(Edition.objects.published()) == [correction]
        assert [(c.before, c.after) for c in ReleasedChange.objects.all()] == [("It went well.", "It went badly.")]
        assert shown.release.reason == "A slip."

    assert (row_counts(), rows(Edition)) == before


def test_what_is_in_review_is_previewed_and_stays_in_review():
    edition = approved(draft())

    with as_published(edition, by=person("inspector")):
        assert Edition.objects.published().exists()

    edition.refresh_from_db()
    assert (edition.state, edition.approvals.count()) == ("in_review", 1)


@pytest.mark.parametrize("state", ["published", "superseded", "withdrawn"])
def test_only_what_is_open_is_previewed(state):
    edition = factories.edition(state=state)

    with pytest.raises(NotOpen, match="can't be previewed"), as_published(edition, by=person("inspector")):
        pytest.fail("It is shown.")


def test_an_error_while_drawing_leaves_nothing_behind():
    edition, before = draft(), row_counts()

    with pytest.raises(ZeroDivisionError), as_published(edition, by=person("inspector")):
        _ = 1 / 0

    assert row_counts() == before
    assert not Edition.objects.published().exists()


def test_the_rules_of_life_hold_again_afterwards():
    edition, by = draft(), person("inspector")
    problem(edition, "must_fix")
    with as_published(edition, by=by):
        pass

    Edition.objects.update(state="in_review")
    release = factories.release(assurance="two_people", published_by=by)
    assert refused_by(lambda: Edition.objects.update(state="published", release=release)) == (
        "edition_published_with_approval"
    )
    factories.approval(edition, by=person("reviewer"))
    assert refused_by(lambda: Edition.objects.update(state="published", release=release)) == (
        "edition_published_without_problems"
    )


# --- Beside others ----------------------------------------------------------------------------------------------------


def elsewhere(work) -> tuple[threading.Thread, list]:
    """Does the work in a thread with a connection of its own; the list has its outcome, or what it raised."""
    outcome = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:  # noqa: BLE001 it is looked at by the test
            outcome.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome


def shown_alone(edition, by, seconds=0.0) -> int:
    with as_published(edition, by=by) as shown:
        time.sleep(seconds)
        return shown.release.number


@at_once
def test_a_stranger_sees_nothing_of_it_while_it_is_drawn():
    edition = draft()

    with as_published(edition, by=person("inspector")):
        thread, outcome = elsewhere(lambda: (Edition.objects.published().count(), Release.objects.count()))
        thread.join()

    assert outcome == [(0, 0)]


@at_once
def test_two_previews_at_once_show_the_same_release_one_after_the_other():
    editions, by = [draft(), draft()], person("inspector")
    threads = [elsewhere(lambda edition=edition: shown_alone(edition, by, seconds=0.2)) for edition in editions]
    for thread, _ in threads:
        thread.join()

    assert [outcome for _, outcome in threads] == [[1], [1]]


@at_once
def test_publishing_waits_for_a_preview_no_longer_than_it_is_drawn():
    edition, by = approved(draft()), person("reviewer")

    with as_published(edition, by=by):
        thread, outcome = elsewhere(lambda: publish([edition], title="A release", reason="x", by=by).number)
        time.sleep(0.2)
        assert outcome == []
    thread.join()

    assert outcome == [1]
    assert list(Edition.objects.published()) == [edition]


@at_once
def test_a_preview_gives_way_to_who_publishes(monkeypatch):
    monkeypatch.setitem(preview.LIMITS, "lock_timeout", "100ms")
    edition, other, by = approved(draft()), draft(), person("reviewer")

    with transaction.atomic():
        publish([edition], title="A release", reason="x", by=by)
        for shown in (edition, other):
            thread, outcome = elsewhere(lambda shown=shown: shown_alone(shown, by))
            thread.join()
            [refused] = outcome
            assert isinstance(refused, NotPreviewed)
            assert str(refused) == BUSY

    assert shown_alone(other, by) == 2


@at_once
def test_a_release_made_meanwhile_takes_the_number():
    edition, other, by = approved(draft()), draft(), person("reviewer")

    with transaction.atomic():
        publish([edition], title="A release", reason="x", by=by)
        thread, outcome = elsewhere(lambda: shown_alone(other, by))
        time.sleep(0.3)
    thread.join()

    assert [type(refused) for refused in outcome] == [NotPreviewed]


@at_once
@pytest.mark.parametrize("limit", ["statement_timeout", "idle_in_transaction_session_timeout"])
def test_what_takes_too_long_is_ended(monkeypatch, limit):
    """A connection on which nothing is asked any more is closed: the next request gets a new one."""
    monkeypatch.setitem(preview.LIMITS, limit, "200ms")
    edition, by = draft(), person("inspector")

    def drawn_slowly() -> None:
        with as_published(edition, by=by), connection.cursor() as cursor:
            if limit == "idle_in_transaction_session_timeout":
                time.sleep(0.5)
            cursor.execute("SELECT pg_sleep(1)")

    with pytest.raises(NotPreviewed):
        drawn_slowly()
    connection.close_if_unusable_or_obsolete()
    assert not Edition.objects.published().exists()


@at_once
def test_where_the_store_is_only_read_it_says_so():
    edition, by = draft(), person("inspector")
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    try:
        with pytest.raises(NotPreviewed, match=READ_ONLY), as_published(edition, by=by):
            pytest.fail("It is shown.")
    finally:
        with connection.cursor() as cursor:  # it goes back to a pool
            cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE")
        connection.close()


def test_another_failure_of_the_store_is_not_taken_for_that():
    edition, by = draft(), person("inspector")

    with pytest.raises(InternalError, match="inconsistent"), as_published(edition, by=by):
        raise InternalError("The store is inconsistent.")


def test_a_store_that_is_away_is_told_as_busy(monkeypatch):
    def away():
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(preview, "_bound", away)
    with pytest.raises(NotPreviewed, match="Try again"), as_published(draft(), by=person("inspector")):
        pytest.fail("It is shown.")
