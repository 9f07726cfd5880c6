"""The history of an edition: every act, by whomever and however, with what each row was before."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.models import Comparator, Edition, Finding, FindingTheme, Region
from inspections.publishing.acting import acting
from inspections.publishing.enter import enter
from inspections.queries.edition_rows import OF_FACT
from inspections.queries.history_of_edition import TOLD, history_of_edition
from inspections.queries.history_of_row import history_of_row
from inspections.rows import Done
from tests import factories
from tests.models.example import EVENTS, one_of_each
from tests.publishing.staff import draft, person, public

pytestmark = pytest.mark.django_db
OF_LIFE = {"releasedchange", "stagedfile"}  # told by the release, and by the upload


def history(edition: Edition, **page: int):
    return history_of_edition(edition.pk, **{"newest": 1000} | page)


def columns(row) -> dict[str, tuple[str, str]]:
    return {change.name: (change.before, change.after) for change in row.columns}


def test_everything_that_hangs_on_an_edition_is_in_it():
    pointing = {
        model._meta.model_name
        for model, event in EVENTS.items()
        for field in model._meta.concrete_fields
        if field.related_model in (Edition, *(owner for _, _, owner in OF_FACT))
    }
    told = {model._meta.model_name for model in (*TOLD, *(part for part, *_ in OF_FACT))}

    assert pointing - OF_LIFE == told


def test_every_row_that_was_recorded_is_told_once():
    """Against a count of every history table that knows nothing of acts."""
    edition = one_of_each()[Edition]
    factories.finding(edition).delete()
    factories.finding(factories.edition())  # of another

    events = [event for model in TOLD for event in EVENTS[model].objects.filter(edition_id=edition.pk)]
    events += EVENTS[Edition].objects.filter(id=edition.pk)
    for model, owner, owning in OF_FACT:
        held = set(owning.objects.filter(edition=edition).values_list("pk", flat=True))
        events += [event for event in EVENTS[model].objects.all() if getattr(event, f"{owner}_id") in held]

    told = sorted((row.kind, str(row.done)) for act in history(edition) for row in act.rows)
    done = {"insert": "added", "update": "changed", "delete": "deleted"}
    assert told == sorted((str(e.pgh_tracked_model._meta.verbose_name), done[e.pgh_label]) for e in events)
    assert {act.id for act in history(edition)} == {event.pgh_context_id for event in events}


def test_a_change_is_told_by_whom_from_where_and_what_it_was():
    edition = factories.edition()
    standard = factories.standard(edition.inspection.framework)
    result = factories.key_question_result(edition, factories.key_question(standard), percentage=37)
    someone = person("inspector")
    with acting(someone, step="submit", reason="A slip."):
        result.percentage = 38
        enter(result, changed=["percentage"])

    act = history(edition)[0]
    [citation, changed] = sorted(act.rows, key=lambda row: row.kind)
    assert (act.person, act.told["step"], act.told["reason"]) == ("inspector", "submit", "A slip.")
    assert act.told["application"]
    assert act.told["database_role"]
    assert (changed.kind, changed.name, changed.done) == ("key question result", result.citation.key, Done.CHANGED)
    assert columns(changed) == {"Percentage": ("37", "38")}
    assert columns(citation) == {"Basis": ("as published", "entered by staff")}


def test_what_is_deleted_is_told_with_what_it_said():
    edition = draft()
    finding = edition.findings.get()
    theme = factories.recurring_theme("Training")
    FindingTheme.objects.create(finding=finding, theme=theme)
    with acting(person("inspector")):
        finding.delete()

    of_theme, of_finding = sorted(history(edition)[0].rows, key=lambda row: row.kind, reverse=True)
    assert of_finding.done == of_theme.done == Done.DELETED
    assert of_finding.name == finding.citation.key
    assert columns(of_finding)["Text"] == ("It went well.", "")
    assert columns(of_finding)["Kind"] == ("strength", "")
    assert "Is kind inferred" not in columns(of_finding)
    assert of_theme.name == "Training"
    assert columns(of_theme)["Finding"] == ("It went well.", "")


def test_a_deleted_edition_has_its_history():
    edition = draft()
    pk = edition.pk
    with acting(person("inspector")):
        Finding.objects.filter(edition=edition).delete()
        edition.delete()

    [last] = history_of_edition(pk, newest=1)
    assert {(row.kind, row.done) for row in last.rows} == {
        (kind, Done.DELETED) for kind in ("edition", "finding", "citation")
    }


def test_a_comparator_and_its_value_are_told_of_the_edition_they_were_of():
    value = factories.measure_value(factories.edition())
    comparator = factories.comparator(value)
    with acting(None, step="mend"):
        Comparator.objects.filter(pk=comparator.pk).update(value=33)

    [row] = history(value.edition)[0].rows
    assert columns(row) == {"Value": ("31", "33")}


def test_steps_are_told_newest_first():
    edition = public(draft())

    assert [act.told["step"] for act in history(edition) if "step" in act.told] == ["publish", "approve", "submit"]
    state = columns(next(row for row in history(edition)[0].rows if row.kind == "edition"))["State"]
    assert state == ("in review", "published")


def test_pages_hold_every_act_once():
    edition = factories.edition()
    for number in range(5):
        with acting(None, step=f"step {number}"):
            Edition.objects.filter(pk=edition.pk).update(note=f"Note {number}")

    pages = [history(edition, newest=2, after=after) for after in (0, 2, 4)]
    assert [act.told.get("step") for page in pages for act in page] == [
        *(f"step {number}" for number in (4, 3, 2, 1, 0)),
        None,
    ]
    assert [act.id for page in pages for act in page] == [act.id for act in history(edition)]


def test_an_account_that_is_gone_is_said_to_be():
    edition = factories.edition()
    leaver = person("leaver")
    with acting(leaver):
        Edition.objects.filter(pk=edition.pk).update(note="Note.")
    number = leaver.pk
    leaver.delete()

    assert history(edition)[0].person == f"an account that is gone (no. {number})"


def statements(ask) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def grown(facts: int) -> Edition:
    edition = factories.edition()
    for _ in range(facts):
        standard = factories.standard(edition.inspection.framework)
        finding = factories.finding(edition, standard=standard)
        FindingTheme.objects.create(finding=finding, theme=factories.recurring_theme())
        factories.key_question_result(edition, factories.key_question(standard))
    return edition


def test_many_rows_need_as_many_statements_as_few():
    few, many = grown(1), grown(40)

    assert statements(lambda: history(few)) == statements(lambda: history(many)) == 26


def test_the_history_of_a_row_holds_its_parts():
    region = factories.region("Northern Fells")
    alias = region.aliases.create(name="The Fells", slug="the-fells")
    factories.region("Elsewhere")
    alias.delete()

    of_both = history_of_row(Region, region.pk, newest=10, parts=[(type(alias), "region")])
    assert [(row.kind, row.done) for act in reversed(of_both) for row in act.rows] == [
        ("region", Done.ADDED),
        ("alias", Done.ADDED),
        ("alias", Done.DELETED),
    ]
    alone = history_of_row(Region, region.pk, newest=10)
    assert [row.kind for act in alone for row in act.rows] == ["region"]


@pytest.mark.parametrize("model", EVENTS, ids=lambda model: model.__name__)
def test_a_row_of_every_model_is_told_with_a_name(model):
    row = one_of_each()[model]

    [*_, first] = history_of_row(model, row.pk, newest=10)
    [told] = [change for change in first.rows if change.done is Done.ADDED]
    assert told.name
    assert all(change.after and not change.before for change in told.columns)
