"""What is public is corrected by a new edition, which says what it changed and why."""

from unittest.mock import patch

import pytest

from inspections.models import Citation, Comparator, Edition, FindingTheme, ReleasedChange
from inspections.publishing.checks import NotReady
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.enter import enter
from inspections.publishing.publish import publish
from inspections.publishing.refusals import NotAllowed, NotOpen, NotPublishable
from inspections.publishing.submit import submit
from inspections.publishing.withdraw import withdraw
from inspections.queries.told_by_edition import told_by_edition
from tests import factories
from tests.models.example import one_of_each
from tests.publishing.staff import Verb, approved, draft, person, public

pytestmark = pytest.mark.django_db
WHY = "The figure was misread."
CHECKS = "inspections.publishing.publish.open_checks"


@pytest.fixture
def full():
    """A published edition with a row of every kind of fact."""
    edition = one_of_each()[Edition]
    edition.is_score_queried = True
    edition.lead_inspector, edition.lead_inspector_citation = "Ada Example", factories.citation(edition)
    edition.save()
    return public(edition)


def facts(edition: Edition) -> dict[str, list]:
    """Everything that hangs on an edition, without the ids."""
    pointing = {
        relation.get_accessor_name(): relation.related_model
        for relation in Edition._meta.related_objects
        if relation.related_model._meta.app_label == "inspections" and relation.field.name == "edition"
    }
    of_life = {"approvals", "preview_links", "released_changes", "staged_files"}
    return {
        name: sorted(map(str, getattr(edition, name).all()))
        for name in pointing
        if name not in of_life and not name.endswith("_events") and not name.startswith("+")
    }


def test_a_correction_begins_with_all_that_is_published(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)

    assert (correction.state, correction.number, correction.reason) == ("draft", full.number + 1, WHY)
    assert told_by_edition(correction) == told_by_edition(full)
    assert facts(correction) == facts(full)
    assert len(facts(full)) > 10
    assert all(facts(full).values()), "a kind of fact is missing from the example"
    keys = lambda edition: set(Citation.objects.filter(edition=edition).values_list("key", flat=True))  # noqa: E731
    assert keys(correction) == keys(full)
    assert Comparator.objects.filter(measure_value__edition=correction).count() == 1
    assert FindingTheme.objects.filter(finding__edition=correction).count() == 1


def test_what_is_copied_points_to_the_copies(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)

    assert correction.score_citation.edition == correction
    assert {fact.citation.edition for fact in correction.findings.all()} == {correction}
    [value] = correction.measure_values.all()
    assert value.figure.edition == correction
    assert full.measure_values.get().figure.edition == full


def test_a_correction_is_public_with_its_release_and_says_what_it_changed(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)
    result = correction.key_question_results.get()
    result.percentage = 55
    enter(result, changed=["percentage"])
    Citation.objects.filter(pk=result.citation_id).update(quote="It says 55%.")
    assert Edition.objects.published().get(inspection=full.inspection).key_question_results.get().percentage == 50

    publish([approved(correction)], title="A correction", reason=WHY, by=person("reviewer"))

    told = [(c.field, c.before, c.after) for c in ReleasedChange.objects.filter(edition=correction)]
    assert ("percentage", "50%", "55%") in told
    assert {field for field, *_ in told} <= {"percentage", "cases", "source", "its words"}
    assert {c.key for c in ReleasedChange.objects.filter(edition=correction)} == {result.citation.key}
    full.refresh_from_db()
    assert full.state == "superseded"
    assert full.key_question_results.get().percentage == 50


def test_a_first_edition_changes_nothing():
    public(draft())

    assert not ReleasedChange.objects.exists()


def test_what_is_gone_and_what_is_new_is_said(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)
    gone = correction.recommendations.get()
    gone.delete()
    factories.sample_count(correction, kind="surveyed", count=65)

    public(correction)

    told = {(c.label, c.field): (c.before, c.after) for c in ReleasedChange.objects.all()}
    assert told["Recommendation 1", "text"] == (gone.text, "")
    assert told["Number of people on probation surveyed", "count"] == ("", "65")


@pytest.mark.parametrize("state", ["draft", "in_review", "superseded", "withdrawn"])
def test_only_what_is_published_is_corrected(state):
    with pytest.raises(NotOpen, match="can't be corrected"):
        begin_correction(factories.edition(state=state), by=person("inspector"), reason=WHY)


def test_one_edition_is_worked_on_at_a_time(full):
    begin_correction(full, by=person("inspector"), reason=WHY)

    with pytest.raises(NotOpen, match="is being worked on already"):
        begin_correction(full, by=person("inspector"), reason=WHY)


@pytest.mark.parametrize("reason", ["", "  "])
def test_there_is_a_reason(full, reason):
    with pytest.raises(NotOpen, match="without a reason"):
        begin_correction(full, by=person("inspector"), reason=reason)


def test_what_is_withdrawn_is_gone_from_the_public_at_once(full):
    release = withdraw(full, by=person("reviewer"), reason="It is another place's report.")

    full.refresh_from_db()
    assert (full.state, full.withdrawn_in) == ("withdrawn", release)
    assert (release.number, release.reason) == (full.release.number + 1, "It is another place's report.")
    assert not Edition.objects.published().filter(inspection=full.inspection).exists()


@pytest.mark.parametrize("state", ["draft", "in_review", "superseded", "withdrawn"])
def test_only_what_is_published_is_withdrawn(state):
    with pytest.raises(NotOpen, match="can't be withdrawn"):
        withdraw(factories.edition(state=state), by=person("reviewer"), reason="x")


def test_what_was_withdrawn_is_restored_as_a_draft_and_compared_with_it(full):
    withdraw(full, by=person("reviewer"), reason="A doubt.")

    restored = restore(full, by=person("inspector"), reason="The doubt is settled.")

    assert (restored.state, told_by_edition(restored)) == ("draft", told_by_edition(full))
    public(restored)
    assert not ReleasedChange.objects.filter(edition=restored).exists()


def test_an_earlier_edition_is_restored_over_a_later_one(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)
    correction.sample_counts.update(count=49)
    public(correction)
    full.refresh_from_db()

    restored = restore(full, by=person("inspector"), reason="It was right before.")

    assert restored.number == correction.number + 1
    assert restored.sample_counts.get().count == full.sample_counts.get().count
    public(restored)
    assert [(c.before, c.after) for c in restored.released_changes.filter(field="count")] == [("49", "50")]


@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_only_what_was_public_is_restored(state):
    with pytest.raises(NotOpen, match="can't be restored"):
        restore(factories.edition(state=state), by=person("inspector"), reason=WHY)


def test_who_is_not_allowed_corrects_withdraws_and_restores_nothing(full):
    reader = person("reader", Verb.EDIT)

    for verb in (begin_correction, withdraw, restore):
        with pytest.raises(NotAllowed, match="reader may not"):
            verb(full, by=reader, reason=WHY)


def test_a_value_that_becomes_the_value_of_another_question_is_told(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)
    recommendation = correction.recommendations.get()
    result = correction.key_question_results.get()
    other = factories.key_question(result.key_question.standard, number=2, strand="desistance")
    result.key_question, recommendation.number = other, 7
    enter(result, changed=["key_question"])
    enter(recommendation, changed=["number"])
    Citation.objects.filter(pk__in=[result.citation_id, recommendation.citation_id]).update(basis="published")
    public(correction)

    told = {(c.field, c.before, c.after) for c in ReleasedChange.objects.filter(edition=correction)}
    standard = other.standard.name
    assert ("what it is", f"{standard}, key question 1", f"{standard}, key question 2") in told
    assert {after for field, _, after in told if field == "what it is"} >= {"Recommendation 7"}


def test_a_kind_that_was_our_reading_and_is_not_any_more_is_told(full):
    first = begin_correction(full, by=person("inspector"), reason=WHY)
    first.findings.update(is_kind_inferred=True)
    second = begin_correction(public(first), by=person("inspector"), reason=WHY)
    second.findings.update(is_kind_inferred=False)

    [told] = public(second).released_changes.all()
    ours = "strength (our reading: the heading of its list is lost in the file)"
    assert (told.field, told.before, told.after) == ("kind", ours, "strength")


def test_a_correction_that_changes_nothing_is_refused_before_it_is_reviewed_and_by_the_database(full):
    correction = begin_correction(full, by=person("inspector"), reason=WHY)

    with pytest.raises(NotReady, match="it says the same as what is public"):
        submit(correction, by=person("inspector"))
    Edition.objects.filter(pk=correction.pk).update(state="in_review")
    factories.approval(correction, by=person("reviewer"))
    with pytest.raises(NotReady, match="it says the same as what is public"):
        publish([correction], title="Nothing", reason=WHY, by=person("reviewer"))
    with pytest.raises(NotPublishable, match="A correction says what it changed"), patch(CHECKS, return_value=()):
        publish([correction], title="Nothing", reason=WHY, by=person("reviewer"))
