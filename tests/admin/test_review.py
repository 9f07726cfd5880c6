"""What a reviewer is told on the page of an edition: who sends it, with which words, and what it changes."""

import pytest
from django.contrib.auth.models import User

from inspections.admin.editions.review import OPEN_AT_MOST
from inspections.models import Edition
from inspections.publishing.correct import begin_correction
from inspections.publishing.publish import publish
from inspections.publishing.submit import submit, take_back
from inspections.publishing.withdraw import withdraw
from inspections.queries.last_move import last_move
from tests import factories
from tests.admin.pages import address
from tests.admin.test_statements import statements
from tests.pages import parsed
from tests.publishing.staff import approved, draft, person, public

pytestmark = pytest.mark.django_db


def page(client, edition: Edition):
    return parsed(client.get(address(edition)).content.decode())


def changes(client, edition: Edition) -> list[list[str]]:
    """The rows of the table of what it changes."""
    rows = page(client, edition).one("section", class_="correction").one("tbody").all("tr")
    return [[cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in rows]


def correction_of(edition: Edition) -> Edition:
    return begin_correction(edition, by=person("inspector"), reason="It was misread.")


def moved(client, edition: Edition) -> list[str]:
    return [" ".join(line.text.split()) for line in page(client, edition).all("p", class_="moved")]


@pytest.fixture
def correction():
    """A correction in which nothing is changed yet."""
    return correction_of(public(draft()))


def test_a_correction_shows_each_value_with_what_the_public_reads(admin_client, correction):
    correction.findings.update(text="It went better.")
    new = factories.sample_count(correction, count=41)
    told = changes(admin_client, correction)

    assert ["Finding on outcomes: text", "It went well.", "It went better."] in told
    assert ["Number of " + new.get_kind_display() + ": count", "not held", "41"] in told
    submit(correction, by=person("inspector"))
    assert changes(admin_client, correction) == told


def test_what_is_gone_says_so(admin_client, correction):
    correction.findings.all().delete()

    assert {row[2] for row in changes(admin_client, correction)} == {"no longer held"}


def test_a_correction_without_a_change_yet_says_so(admin_client, correction):
    section = page(admin_client, correction).one("section", class_="correction")

    assert "which the public reads: nothing differs yet." in " ".join(section.text.split())
    assert not section.all("table")


def test_what_was_withdrawn_is_compared_with_as_such(admin_client):
    edition = public(draft())
    withdraw(edition, by=person("reviewer"), reason="It was another place's.")
    later = draft(inspection_=edition.inspection)

    assert "which was withdrawn" in page(admin_client, later).one("section", class_="correction").text


def test_what_follows_nothing_or_is_public_already_corrects_nothing(admin_client, correction):
    factories.sample_count(correction)
    publish([approved(correction)], title="Again", reason="To try it.", by=person("reviewer"))

    for edition in (draft(), correction):
        assert not page(admin_client, edition).all("section", class_="correction")


def test_a_long_list_is_closed(admin_client, correction):
    details = lambda: page(admin_client, correction).one("section", class_="correction").one("details")  # noqa: E731
    factories.sample_count(correction)
    assert "open" in details().attributes
    for _ in range(OPEN_AT_MOST):
        factories.finding(correction)
    assert "open" not in details().attributes


def test_the_reviewer_reads_the_note_of_who_submitted_it(admin_client):
    edition = draft()
    assert moved(admin_client, edition) == []
    submit(edition, by=person("inspector"), note="Look at 2.4 again.")

    [line] = moved(admin_client, edition)
    assert line.startswith("Submitted by inspector, ")
    assert line.endswith(": Look at 2.4 again.")


def test_who_wrote_it_reads_why_it_was_taken_back(admin_client):
    edition = draft()
    submit(edition, by=person("inspector"), note="First.")
    take_back(edition, by=person("reviewer"), reason="Leadership is misread.")
    [line] = moved(admin_client, edition)
    assert line.startswith("Taken back by reviewer, ")
    assert line.endswith(": Leadership is misread.")

    submit(edition, by=person("inspector"))
    assert "Leadership" not in moved(admin_client, edition)[0]


def test_a_step_that_nobody_recorded_is_told_of_nobody():
    edition = draft()
    Edition.objects.filter(pk=edition.pk).update(state="in_review")
    edition.refresh_from_db()

    assert last_move(edition) is None


def test_of_an_account_that_is_gone_its_number_is_told():
    edition, gone = draft(), person("gone")
    submit(edition, by=gone)
    edition.refresh_from_db()
    User.objects.filter(pk=gone.pk).delete()

    assert last_move(edition).person == f"an account that is gone (no. {gone.pk})"


def test_what_is_not_open_was_moved_by_nobody():
    assert last_move(public(draft())) is None


def test_many_changes_need_as_many_statements_as_one(admin_client):
    one, many = (correction_of(public(draft())) for _ in range(2))
    factories.sample_count(one)
    factories.sample_count(many)
    for _ in range(30):
        factories.finding(many)

    assert statements(admin_client, address(one)) == statements(admin_client, address(many))
