"""Any state of an edition can be had back as a draft."""

import uuid

import pytest

from inspections.models import (
    Citation,
    Edition,
    Finding,
    FindingTheme,
    Problem,
    Quotation,
    Recommendation,
    RecommendationTheme,
    SampleCount,
)
from inspections.publishing.acting import acting
from inspections.publishing.refusals import NotAllowed, NotOpen
from inspections.publishing.restore_state import restore_state
from inspections.queries.edition_after import NotHeldThen, edition_after
from inspections.queries.edition_rows import edition_rows
from inspections.queries.history_of_edition import history_of_edition
from inspections.queries.told_by_edition import told_by_edition
from tests import factories
from tests.models.example import EVENTS, one_of_each
from tests.past_the_rules import past_the_rules
from tests.publishing.staff import Verb, answered, draft, person, public

pytestmark = pytest.mark.django_db
WHY = "The edit was of another report."


@pytest.fixture
def full() -> Edition:
    """A draft with a row of every kind of fact, told in an act of its own, and with more of some."""
    with acting(person("inspector"), step="made"):
        edition = one_of_each()[Edition]
        finding = factories.finding(edition)
        factories.quotation(edition, finding=finding)
        factories.recommendation(edition)
    return edition


def last_act(edition: Edition) -> uuid.UUID:
    return history_of_edition(edition.pk, newest=1)[0].id


def rows(edition: Edition) -> dict[str, list[dict]]:
    """Every row with every column, ids too."""
    held = edition_rows(Edition.objects.get(pk=edition.pk))
    return {
        model.__name__: [{f.attname: getattr(row, f.attname) for f in model._meta.concrete_fields} for row in found]
        for model, found in held.items()
    }


def worked_over(edition: Edition) -> None:
    """Rows changed, deleted, added and exchanged, and themes assigned and taken away, in several acts."""
    with acting(person("inspector"), step="one"):
        first, second = edition.recommendations.order_by("pk")
        Recommendation.objects.filter(pk=first.pk).update(number=9)
        Recommendation.objects.filter(pk=second.pk).update(number=first.number, text="Other.")
        Recommendation.objects.filter(pk=first.pk).update(number=second.number)
        edition.key_question_results.update(percentage=12, numerator=None, denominator=None, counts_origin="")
        Edition.objects.filter(pk=edition.pk).update(note="Another note.", score=5)
    with acting(person("other"), step="two"):
        for finding in edition.findings.all():
            finding.delete()
        Citation.objects.filter(edition=edition, quotation=None, finding=None, figure__isnull=True).exclude(
            pk__in=[pk for model in (SampleCount,) for pk in model.objects.values_list("citation_id", flat=True)]
        ).update(quote="Other words.")
        RecommendationTheme.objects.filter(recommendation__edition=edition).delete()
        new = factories.finding(edition, text="New.")
        FindingTheme.objects.create(finding=new, theme=factories.recurring_theme())
    with acting(person("inspector"), step="answered"):
        Problem.objects.filter(edition=edition).update(**answered(person("inspector")))


def test_a_draft_is_put_back_row_by_row(full):
    act, before, told = last_act(full), rows(full), told_by_edition(full)
    worked_over(full)
    full.refresh_from_db()
    assert told_by_edition(full) != told
    assert rows(full).keys() == {name for name, found in before.items() if found}, "a kind of fact is missing"

    restored = restore_state(full.pk, act=act, by=person("inspector"), reason=WHY)

    assert restored.pk == full.pk
    assert rows(restored) == before
    assert told_by_edition(Edition.objects.get(pk=full.pk)) == told


def test_it_is_one_more_act_that_can_be_undone_as_well(full):
    act = last_act(full)
    worked_over(full)
    over, told = last_act(full), told_by_edition(Edition.objects.get(pk=full.pk))

    restore_state(full.pk, act=act, by=person("inspector"), reason=WHY)
    [newest] = history_of_edition(full.pk, newest=1)
    assert (newest.person, newest.told["reason"]) == ("inspector", WHY)
    assert newest.told["restore_state"] == str(act)

    restore_state(full.pk, act=over, by=person("inspector"), reason=WHY)
    assert told_by_edition(Edition.objects.get(pk=full.pk)) == told


def test_what_was_not_touched_is_not_touched(full):
    act = last_act(full)
    with acting(person("inspector"), step="slip"):
        full.sample_counts.update(count=49)

    restore_state(full.pk, act=act, by=person("inspector"), reason=WHY)

    [back] = history_of_edition(full.pk, newest=1)
    assert [(row.kind, [(c.before, c.after) for c in row.columns]) for row in back.rows] == [
        ("sample count", [("49", "50")])
    ]


def test_a_state_between_two_acts_is_had_back(full):
    for number in (49, 48, 47):
        with acting(person("inspector"), step=str(number)):
            full.sample_counts.update(count=number)
    middle = history_of_edition(full.pk, newest=3)[1]
    assert middle.told["step"] == "48"

    restore_state(full.pk, act=middle.id, by=person("inspector"), reason=WHY)

    assert full.sample_counts.get().count == 48


def test_whose_work_a_draft_was_is_not_lost_by_deleting_it_and_having_it_back(full):
    """Also where it is had back twice."""
    again = full
    for by in ("second", "third"):
        number, act = again.pk, last_act(again)
        with acting(person("inspector"), step=f"deleted before {by}"):
            again.delete()
        again = restore_state(number, act=act, by=person(by), reason=WHY)
    Edition.objects.filter(pk=again.pk).update(state="in_review")

    own = {name: factories.approval(again, by=person(name)).is_of_own_work for name in ("inspector", "second", "third")}
    assert own == {"inspector": True, "second": True, "third": True}
    assert not factories.approval(again, by=person("reviewer")).is_of_own_work


def test_a_deleted_draft_is_had_back_as_a_new_edition(full):
    act, told, number, pk = last_act(full), told_by_edition(full), full.number, full.pk
    with acting(person("inspector"), step="deleted"):
        full.delete()

    restored = restore_state(pk, act=act, by=person("inspector"), reason=WHY)

    assert restored.pk != pk
    assert (restored.number, restored.state, restored.reason) == (number + 1, "draft", "")
    assert told_by_edition(restored) == told
    assert Quotation.objects.get(edition=restored, finding__isnull=False).finding.edition == restored


def test_an_earlier_state_of_what_is_public_is_a_correction():
    edition = draft()
    act = last_act(edition)
    told = told_by_edition(edition)
    with acting(person("inspector"), step="slip"):
        edition.findings.update(text="Other.")
    edition = public(edition)

    restored = restore_state(edition.pk, act=act, by=person("inspector"), reason=WHY)

    assert (restored.number, restored.state, restored.reason) == (edition.number + 1, "draft", WHY)
    assert told_by_edition(restored) == told
    assert Edition.objects.get(pk=edition.pk).findings.get().text == "Other."


def test_what_is_in_review_stays_as_it_is(full):
    act = last_act(full)
    Edition.objects.filter(pk=full.pk).update(state="in_review")

    with pytest.raises(NotOpen, match="is being worked on already"):
        restore_state(full.pk, act=act, by=person("inspector"), reason=WHY)


def test_beside_an_open_edition_no_other_is_begun():
    edition = public(draft())
    act = last_act(edition)
    factories.edition(edition.inspection)

    with pytest.raises(NotOpen, match="is being worked on already"):
        restore_state(edition.pk, act=act, by=person("inspector"), reason=WHY)


def test_a_state_that_stands_is_not_put_back(full):
    with pytest.raises(NotOpen, match="says that already"):
        restore_state(full.pk, act=last_act(full), by=person("inspector"), reason=WHY)


def test_before_it_was_made_it_said_nothing(full):
    other = factories.edition()
    first = history_of_edition(full.pk, newest=100)[-1].id

    with pytest.raises(NotOpen, match="was not held then"):
        restore_state(other.pk, act=first, by=person("inspector"), reason=WHY)
    with pytest.raises(NotHeldThen, match="There is no act"):
        edition_after(full.pk, uuid.uuid4())


def test_a_document_that_is_gone_can_not_be_cited_again(full):
    gone = factories.citation(full)
    act = last_act(full)
    with acting(person("inspector"), step="gone"):
        source = gone.source
        gone.delete()
        source.delete()

    with pytest.raises(NotOpen, match="can't be put back: it needs sources that are gone: source-"):
        restore_state(full.pk, act=act, by=person("inspector"), reason=WHY)
    assert last_act(full) != act


def test_what_no_longer_keeps_a_rule_is_not_put_back(full):
    act, pk, inspection = last_act(full), full.pk, full.inspection
    full.delete()
    inspection.framework = factories.framework(max_score=27)
    inspection.save()

    with pytest.raises(NotOpen, match="can't be put back: The standard is not one of the framework"):
        restore_state(pk, act=act, by=person("inspector"), reason=WHY)
    assert not inspection.editions.exists()


@pytest.mark.parametrize("reason", ["", " "])
def test_there_is_a_reason(full, reason):
    with pytest.raises(NotOpen, match="without a reason"):
        restore_state(full.pk, act=last_act(full), by=person("inspector"), reason=reason)


def test_who_may_not_restore_restores_nothing(full):
    with pytest.raises(NotAllowed, match="reader may not"):
        restore_state(full.pk, act=last_act(full), by=person("reader", Verb.EDIT), reason=WHY)


def test_the_state_of_now_is_the_state_after_the_last_act(full):
    """Two ways to the same rows: the store, and its history."""
    worked_over(full)
    with past_the_rules():
        factories.comparator(full.measure_values.get(), place="Elsewhere")

    then = edition_after(full.pk, last_act(full))

    now = edition_rows(Edition.objects.get(pk=full.pk))
    values = lambda found: {  # noqa: E731
        model: [{f.attname: getattr(row, f.attname) for f in model._meta.concrete_fields} for row in held]
        for model, held in found.items()
    }
    assert values(then) == values(now)
    assert EVENTS[Finding].objects.filter(edition_id=full.pk, pgh_label="delete").exists()
