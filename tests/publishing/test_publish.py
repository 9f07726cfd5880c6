"""Making editions public: numbered, all or none, and never two of one inspection."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from inspections.models import Edition, Problem, Release
from inspections.publishing.publish import NotPublishable, publish
from tests import factories
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db


def states(*editions: Edition) -> list[tuple[str, int | None]]:
    """The state of each edition, and the number of its release."""
    return [
        (edition.state, edition.release and edition.release.number)
        for edition in (Edition.objects.get(pk=given.pk) for given in editions)
    ]


def test_editions_are_published_together_in_the_first_release():
    person = get_user_model().objects.create_user("editor")
    drafts = [factories.edition(), factories.edition(state="in_review")]

    release = publish(drafts, title="The first", reason="Because.", by=person)

    assert (release.number, release.title, release.reason, release.published_by) == (1, "The first", "Because.", person)
    assert release.published_at is not None
    assert states(*drafts) == [("published", 1), ("published", 1)]


def test_releases_count_up_from_the_last():
    factories.release(number=41)

    assert [publish([factories.edition()], title="x", reason="y").number for _ in range(2)] == [42, 43]


def test_what_was_public_is_superseded_and_keeps_its_release():
    inspection = factories.inspection()
    other = factories.edition()
    first = factories.edition(inspection)
    publish([first, other], title="The first", reason="Because.")
    second = factories.edition(inspection)

    publish([second], title="The second", reason="A correction.")

    assert states(first, second, other) == [("superseded", 1), ("published", 2), ("published", 1)]
    assert set(Edition.objects.published()) == {second, other}


def test_facts_are_public_with_their_edition():
    edition = factories.edition()
    finding = factories.finding(edition)
    assert not type(finding).objects.published().exists()

    publish([edition], title="x", reason="y")

    assert list(type(finding).objects.published()) == [finding]


@pytest.mark.parametrize("state", ["published", "superseded", "withdrawn"])
def test_what_is_not_open_is_not_published_and_nothing_else_either(state):
    draft, closed = factories.edition(), factories.edition(state=state)
    before, held = row_counts(), states(draft, closed)

    with pytest.raises(NotPublishable, match="is not open, so it can't be published"):
        publish([draft, closed], title="x", reason="y")

    assert row_counts() == before
    assert states(draft, closed) == held


def test_the_state_in_the_store_counts_and_not_the_one_in_hand():
    draft = factories.edition()
    stale = Edition.objects.get(pk=draft.pk)
    publish([draft], title="x", reason="y")

    with pytest.raises(NotPublishable):
        publish([stale], title="again", reason="y")
    assert Release.objects.count() == 1


def test_one_edition_given_twice_is_refused():
    draft = factories.edition()

    with pytest.raises(NotPublishable):
        publish([draft, draft], title="x", reason="y")
    assert states(draft) == [("draft", None)]


def test_what_must_be_fixed_stops_it_until_it_is_answered():
    edition = factories.edition()
    problem = Problem.objects.create(edition=edition, position=1, type="pdu_unknown", level="must_fix", message="Who?")
    before = row_counts()

    with pytest.raises(NotPublishable, match="must be fixed first"):
        publish([edition], title="x", reason="y")
    assert row_counts() == before

    person = get_user_model().objects.create_user("editor")
    problem.answer, problem.answered_by, problem.answered_at = "Created", person, timezone.now()
    problem.save()
    publish([edition], title="x", reason="y")

    assert states(edition) == [("published", 1)]
