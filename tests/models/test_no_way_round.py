"""Ways round the verbs that take more than one statement, or a switch: each is refused by a rule that has a name."""

from collections.abc import Callable

import pgtrigger
import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.db.models.signals import post_migrate
from django.utils import timezone

from inspections.models import (
    Approval,
    Edition,
    Finding,
    Measure,
    Problem,
    Release,
    ReleasedChange,
    StandardTheme,
    Theme,
)
from inspections.no_way_round import hold_the_rules
from inspections.publishing.acting import acting
from tests import factories
from tests.models.example import EVENTS, one_of_each
from tests.models.test_life import execute, person, refused_by
from tests.past_the_rules import turn_the_switch_on

pytestmark = pytest.mark.django_db


# --- The switch -------------------------------------------------------------------------------------------------------


def test_no_switch_turns_rules_or_history_off():
    finding = factories.finding(factories.edition(state="published"))
    draft = factories.finding(factories.edition())
    hold_the_rules()
    events = EVENTS[Finding].objects.filter(pgh_obj=draft).count()

    with pgtrigger.ignore():
        assert refused_by(lambda: Finding.objects.filter(pk=finding.pk).update(text="Other.")) == (
            "finding_changed_in_drafts_only"
        )
        Finding.objects.filter(pk=draft.pk).update(text="Other.")
    assert EVENTS[Finding].objects.filter(pgh_obj=draft).count() == events + 1


def test_it_is_turned_off_after_every_migrate():
    """Which the stores of tests undo, and so this does without that."""
    inspections = apps.get_app_config("inspections")
    finding = factories.finding(factories.edition(state="published"))
    change = lambda: Finding.objects.filter(pk=finding.pk).update(text="Other.")  # noqa: E731
    with pgtrigger.ignore():
        assert refused_by(change) is None

    post_migrate.disconnect(turn_the_switch_on, sender=inspections)
    try:
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    finally:
        post_migrate.connect(turn_the_switch_on, sender=inspections)
    with pgtrigger.ignore():
        assert refused_by(change) == "finding_changed_in_drafts_only"


# --- Leaving and joining the public -----------------------------------------------------------------------------------


def test_nothing_leaves_the_public_without_another_in_its_place():
    edition = factories.edition(state="published")
    factories.edition(edition.inspection, state="in_review")

    assert refused_by(lambda: Edition.objects.filter(pk=edition.pk).update(state="superseded")) == (
        "edition_superseded_by_another"
    )


def test_a_correction_by_sql_says_what_it_changed():
    before = factories.edition(state="published")
    after = factories.edition(before.inspection, state="in_review")
    factories.approval(after, by=person("reviewer"))

    def publish(*, told: bool) -> None:
        with acting(person("reviewer")):
            release = Release.objects.create(
                number=7, title="Seven", reason="R.", published_at=timezone.now(), published_by=person("reviewer"),
                assurance="two_people",
            )  # fmt: skip
            Edition.objects.filter(pk=before.pk).update(state="superseded")
            if told:
                after.released_changes.create(position=1, key="a", label="Score", field="value", after="4 of 21")
            Edition.objects.filter(pk=after.pk).update(state="published", release=release)

    assert refused_by(lambda: publish(told=False)) == "edition_corrected_with_changes"
    assert refused_by(lambda: publish(told=True)) is None


@pytest.mark.parametrize("state", ["draft", "published", "superseded", "withdrawn"])
def test_what_a_release_changed_is_settled_with_it(state):
    edition = factories.edition(state=state)
    change = {"edition": edition, "position": 1, "key": "a", "label": "Score", "field": "value", "after": "4 of 21"}

    assert refused_by(lambda: ReleasedChange.objects.create(**change)) == "releasedchange_in_review_only"


@pytest.mark.django_db(transaction=True)
def test_no_edition_joins_a_release_that_was_made_before():
    release, edition = factories.release(), factories.edition()
    Edition.objects.filter(pk=edition.pk).update(state="in_review")
    joined = lambda: Edition.objects.filter(pk=edition.pk).update(state="published", release=release)  # noqa: E731

    assert refused_by(joined) == "edition_released_as_it_is_made"


def test_what_is_withdrawn_is_so_by_a_release_that_says_so():
    edition, by = factories.edition(state="published"), person("reviewer")
    for assurance, rule in (("two_people", "edition_released_as_it_is_made"), ("withdrawal", None)):
        release = factories.release(assurance=assurance, published_by=by)
        change = {"state": "withdrawn", "withdrawn_in": release}
        assert refused_by(lambda c=change: Edition.objects.filter(pk=edition.pk).update(**c)) == rule


def test_nothing_is_published_by_a_release_that_withdraws():
    edition, by = factories.edition(state="in_review"), person("reviewer")
    factories.approval(edition, by=by)
    release = factories.release(assurance="withdrawal", published_by=by)

    assert refused_by(lambda: Edition.objects.filter(pk=edition.pk).update(state="published", release=release)) == (
        "edition_released_as_it_is_made"
    )


def test_no_preview_is_published():
    edition, by = factories.edition(state="in_review"), person("reviewer")
    factories.approval(edition, by=by)

    def publish() -> None:
        with acting(by):
            release = Release.objects.create(
                number=7, title="A", reason="B.", published_at=timezone.now(), published_by=by, assurance="preview"
            )
            Edition.objects.filter(pk=edition.pk).update(state="published", release=release)

    assert refused_by(publish) == "release_is_no_preview"


# --- In whose name ----------------------------------------------------------------------------------------------------


def test_nobody_approves_or_publishes_in_the_name_of_somebody_else():
    edition = factories.edition(state="in_review")
    made = {"number": 7, "title": "Seven", "reason": "R.", "published_at": timezone.now(), "assurance": "two_people"}

    def approve() -> None:
        edition.approvals.create(approved_by=person("reviewer"))

    def release() -> None:
        Release.objects.create(published_by=person("reviewer"), **made)

    for change, rule in ((approve, "approval_by_who_acts"), (release, "release_by_who_acts")):
        assert refused_by(change) == rule
        with acting(person("somebody else")):
            assert refused_by(change) == rule
        with acting(person("reviewer")):
            assert refused_by(change) is None


def test_one_person_is_enough_only_where_the_setting_says_so():
    by = person("alone")
    made = {"number": 7, "title": "Seven", "reason": "R.", "published_at": timezone.now(), "assurance": "one_person"}
    release = lambda: Release.objects.create(published_by=by, **made)  # noqa: E731

    with acting(by):
        assert refused_by(release) == "release_by_one_person_where_allowed"
    with acting(by, one_person_may_publish=True):
        assert refused_by(release) is None


def test_who_approved_what_was_published_stays_on_record():
    edition = factories.edition(state="in_review")
    approval = factories.approval(edition, by=person("reviewer"))
    gone = Approval.objects.filter(pk=approval.pk).delete
    assert refused_by(_undone(gone)) is None

    with acting(person("reviewer")):
        release = factories.release(assurance="two_people", published_by=person("reviewer"))
        Edition.objects.filter(pk=edition.pk).update(state="published", release=release)
    assert refused_by(gone) == "approval_stays_once_published"
    another = factories.edition(state="in_review")
    with acting(person("reviewer")):
        moved = lambda: Approval.objects.filter(pk=approval.pk).update(edition=another)  # noqa: E731
        assert refused_by(moved) == "approval_stays_once_published"


def _undone(change: Callable[[], object]) -> Callable[[], None]:
    def done_and_undone() -> None:
        change()
        transaction.set_rollback(True)

    return done_and_undone


# --- Problems ---------------------------------------------------------------------------------------------------------


def test_a_problem_goes_with_its_edition_only():
    edition = factories.edition()
    problem = Problem.objects.create(edition=edition, position=1, type="lost", level="must_fix", message="Lost.")

    assert refused_by(lambda: Problem.objects.filter(pk=problem.pk).delete()) == "problem_is_kept"
    assert refused_by(lambda: execute("DELETE FROM inspections_problem")) == "problem_is_kept"
    assert refused_by(edition.delete) is None
    assert not Problem.objects.exists()


def test_a_problem_stays_as_it_was_found():
    edition, another = factories.edition(), factories.edition()
    problem = Problem.objects.create(edition=edition, position=1, type="lost", level="must_fix", message="Lost.")

    for change in ({"level": "note"}, {"edition": another}, {"message": "Nothing."}):
        changed = lambda c=change: Problem.objects.filter(pk=problem.pk).update(**c)  # noqa: E731
        assert refused_by(changed) == "problem_stays_as_found"


def test_nobody_answers_a_problem_in_the_name_of_somebody_else():
    edition = factories.edition()
    problem = Problem.objects.create(edition=edition, position=1, type="lost", level="confirm", message="Lost?")
    answer = {"answer": "No.", "answered_by": person("amina"), "answered_at": timezone.now()}
    answered = lambda: Problem.objects.filter(pk=problem.pk).update(**answer)  # noqa: E731

    assert refused_by(answered) == "problem_answered_by_who_acts"
    with acting(person("bo")):
        assert refused_by(answered) == "problem_answered_by_who_acts"
    with acting(person("amina")):
        assert refused_by(answered) is None


# --- What gives published values their meaning ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        ("measure", "unit", "people"),
        ("framework", "max_score", 30),
        ("deliveryunit", "region", None),
        ("keyquestion", "standard", None),
    ],
)
def test_what_gives_published_values_their_meaning_stays(model, column, value):
    rows = {type(row)._meta.model_name: row for row in one_of_each().values()}
    row, edition = rows[model], rows["edition"]
    made = {"region": factories.region, "standard": lambda: factories.standard(rows["framework"])}
    change = {column: value or made[column]()}
    changed = lambda: type(row).objects.filter(pk=row.pk).update(**change)  # noqa: E731

    assert refused_by(_undone(changed)) is None
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE inspections_edition SET state = 'published', release_id = %s WHERE id = %s",
            [factories.release().pk, edition.pk],
        )
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert refused_by(changed) == f"{model}_{column}_stays_once_published"
    told = "text" if model == "keyquestion" else "name"
    assert refused_by(lambda: type(row).objects.filter(pk=row.pk).update(**{told: "In other words"})) is None


@pytest.mark.parametrize("model", [Measure, Theme, StandardTheme])
def test_the_address_of_a_page_never_changes(model):
    row = one_of_each()[model]

    assert refused_by(lambda: model.objects.filter(pk=row.pk).update(slug="elsewhere")) == (
        f"{model._meta.model_name}_slug_stays"
    )
    assert refused_by(lambda: model.objects.filter(pk=row.pk).update(name="Another name")) is None
