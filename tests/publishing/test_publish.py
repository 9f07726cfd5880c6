"""Making editions public: numbered, approved, all or none, and never two of one inspection."""

import pytest

from inspections.models import Approval, Assurance, Edition, Release
from inspections.publishing.answer import answer
from inspections.publishing.approve import approve
from inspections.publishing.publish import publish, publish_loaded
from inspections.publishing.refusals import NotAllowed, NotOpen, NotPublishable
from inspections.publishing.submit import submit, take_back
from inspections.publishing.withdraw import withdraw
from tests import factories
from tests.publishing.staff import answered, approved, draft, person, problem, public
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db
WORDS = {"title": "The first", "reason": "Because."}


def states(*editions: Edition) -> list[tuple[str, int | None]]:
    """The state of each edition, and the number of its release."""
    return [
        (edition.state, edition.release and edition.release.number)
        for edition in (Edition.objects.get(pk=given.pk) for given in editions)
    ]


def test_approved_editions_are_published_together_in_the_first_release():
    drafts, publisher = [approved(draft()) for _ in range(2)], person("publisher")

    release = publish(drafts, by=publisher, **WORDS)

    assert (release.number, release.title, release.reason) == (1, "The first", "Because.")
    assert (release.published_by, release.assurance) == (publisher, Assurance.TWO_PEOPLE)
    assert release.published_at is not None
    assert states(*drafts) == [("published", 1), ("published", 1)]


def test_releases_count_up_from_the_last():
    factories.release(number=41)

    assert [publish([approved(draft())], by=person("p"), **WORDS).number for _ in range(2)] == [42, 43]


def test_what_was_public_is_superseded_and_keeps_its_release():
    inspection = factories.inspection()
    first, other = public(draft(inspection_=inspection)), public(draft())
    second = draft(inspection_=inspection, reason="The score was misread.")

    publish([approved(second)], by=person("p"), **WORDS)

    assert states(first, second, other) == [("superseded", 1), ("published", 3), ("published", 2)]
    assert set(Edition.objects.published()) == {second, other}


def test_facts_are_public_with_their_edition():
    edition = factories.edition()
    finding = factories.finding(edition)
    assert not type(finding).objects.published().exists()

    public(edition)

    assert list(type(finding).objects.published()) == [finding]


@pytest.mark.parametrize("state", ["draft", "published", "superseded", "withdrawn"])
def test_what_is_not_in_review_is_not_published_and_nothing_else_either(state):
    reviewed, other = approved(draft()), factories.edition(state=state)
    before, held = row_counts(), states(reviewed, other)

    with pytest.raises(NotOpen, match="can't be published"):
        publish([reviewed, other], by=person("p"), **WORDS)

    assert row_counts() == before
    assert states(reviewed, other) == held


def test_the_state_in_the_store_counts_and_not_the_one_in_hand():
    edition = approved(draft())
    stale = Edition.objects.get(pk=edition.pk)
    publish([edition], by=person("p"), **WORDS)

    with pytest.raises(NotOpen):
        publish([stale], by=person("p"), **WORDS)
    assert Release.objects.count() == 1


def test_nothing_is_no_release():
    with pytest.raises(NotPublishable, match="nothing to publish"):
        publish([], by=person("p"), **WORDS)


def test_who_worked_on_it_can_not_be_the_only_one_who_approves():
    edition, worker = draft(), person("worker")
    problem(edition, "confirm", **answered(worker))
    submit(edition, by=worker)
    assert approve(edition, by=worker).is_of_own_work
    before = row_counts()

    with pytest.raises(NotPublishable, match="needs the approval of somebody who has not worked on it"):
        publish([edition], by=person("p"), **WORDS)
    assert row_counts() == before

    assert not approve(edition, by=person("reviewer")).is_of_own_work
    assert publish([edition], by=worker, **WORDS).assurance == Assurance.TWO_PEOPLE


def test_where_one_person_may_publish_the_release_says_so(settings):
    settings.ONE_PERSON_MAY_PUBLISH = True
    edition, worker = draft(), person("worker")
    problem(edition, "confirm", **answered(worker))
    submit(edition, by=worker)
    with pytest.raises(NotPublishable, match="needs somebody's approval"):
        publish([edition], by=worker, **WORDS)
    approve(edition, by=worker)

    assert publish([edition], by=worker, **WORDS).assurance == Assurance.ONE_PERSON


def test_an_approval_is_of_what_was_seen():
    edition = approved(draft())
    take_back(edition, by=person("inspector"), reason="A slip.")

    assert not Approval.objects.exists()
    submit(edition, by=person("inspector"))
    with pytest.raises(NotPublishable):
        publish([edition], by=person("p"), **WORDS)


def test_approving_twice_is_approving_once():
    edition = approved(draft())
    approve(edition, by=person("reviewer"))

    assert Approval.objects.count() == 1


@pytest.mark.parametrize("level", ["must_fix", "confirm"])
def test_an_open_problem_keeps_it_out_of_review_until_a_person_has_answered_it(level):
    edition = draft()
    found = problem(edition, level)

    with pytest.raises(NotPublishable, match="Two values"):
        submit(edition, by=person("inspector"))
    assert states(edition) == [("draft", None)]

    answer(found, by=person("inspector"), words="Looked at, and right.")
    assert public(edition).state == "published"


def test_what_is_loaded_names_nobody_and_says_so():
    edition = draft()
    problem(edition, "confirm")

    release = publish_loaded([edition], **WORDS)

    assert (release.assurance, release.published_by) == (Assurance.LOADED, None)
    assert states(edition) == [("published", release.number)]


def test_what_is_loaded_has_nothing_that_must_be_fixed():
    edition = draft()
    problem(edition, "must_fix")
    before = row_counts()

    with pytest.raises(NotPublishable, match="Two values"):
        publish_loaded([edition], **WORDS)
    assert (row_counts(), states(edition)) == (before, [("draft", None)])


def test_who_is_not_allowed_does_nothing():
    edition, nobody = approved(draft()), person("nobody", is_staff=False)

    for attempt in (
        lambda: submit(edition, by=nobody),
        lambda: take_back(edition, by=nobody, reason="x"),
        lambda: approve(edition, by=nobody),
        lambda: publish([edition], by=nobody, **WORDS),
    ):
        with pytest.raises(NotAllowed, match="nobody may not"):
            attempt()
    assert states(edition) == [("in_review", None)]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_release_needs_a_reason(reason):
    edition = approved(draft())
    with pytest.raises(NotPublishable, match="needs a reason"):
        publish([edition], title="A release", reason=reason, by=person("reviewer"))
    held = public(draft())
    with pytest.raises(NotPublishable, match="needs a reason"):
        withdraw(held, by=person("reviewer"), reason=reason)


def test_an_edition_given_twice_is_published_once():
    edition = approved(draft())
    release = publish([edition, edition], title="A release", reason="It is out.", by=person("reviewer"))
    assert [held.pk for held in release.editions.all()] == [edition.pk]
