"""The life of an edition at the database: what goes round the verbs is refused, by a rule that has a name."""

from collections.abc import Callable

import pghistory
import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from inspections.models import (
    Approval,
    Edition,
    Finding,
    Inspection,
    Paragraph,
    Problem,
    Release,
    ReleasedChange,
    Source,
)
from inspections.publishing.acting import acting
from inspections.publishing.settled import settle
from tests import factories
from tests.models.example import MODELS, one_of_each
from tests.past_the_rules import past_the_rules

pytestmark = pytest.mark.django_db

OF_FACTS = {t.name: m for m in MODELS for t in m._meta.triggers if t.name.endswith("_changed_in_drafts_only")}
OF_DOCUMENTS = {t.name: m for m in MODELS for t in m._meta.triggers if t.name.endswith("_stays_once_cited")}
OF_LIFE = {
    *OF_FACTS,
    *OF_DOCUMENTS,
    *("edition_begins_as_draft", "edition_takes_known_steps", "edition_stays_as_reviewed", "edition_is_kept"),
    *("edition_published_without_problems", "edition_published_with_approval", "edition_released_as_it_is_made"),
    *("edition_corrected_with_changes", "edition_superseded_by_another", "problem_is_kept"),
    *("edition_taken_back_without_approvals", "inspection_stays_once_public", "region_slug_stays"),
    *("deliveryunit_slug_stays", "measure_slug_stays", "standardtheme_slug_stays", "theme_slug_stays"),
    *("deliveryunit_region_stays_once_published", "framework_max_score_stays_once_published"),
    *("measure_unit_stays_once_published", "approval_stays_once_published", "approval_by_who_acts"),
    *("approval_knows_own_work", "approval_in_review_only", "release_stays", "releasedchange_stays"),
    *("release_by_who_acts", "release_by_one_person_where_allowed", "releasedchange_in_review_only"),
    *(
        "releasedchange_with_its_edition",
        "problem_stays_as_found",
        "problem_answered_by_who_acts",
        "release_is_no_preview",
    ),
    *("standard_framework_stays_once_published", "keyquestion_standard_stays_once_published"),
}
STATES = ("draft", "in_review", "published", "superseded", "withdrawn")
STEPS = {
    ("draft", "in_review"),
    ("in_review", "draft"),
    ("in_review", "published"),
    ("published", "superseded"),
    ("published", "withdrawn"),
}


def refused_by(change: Callable[[], object]) -> str | None:
    """The rule that refuses a change, None where it is taken."""
    try:
        with transaction.atomic():
            change()
            if not transaction.get_rollback():
                settle()
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return None


def execute(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def person(name: str = "somebody") -> User:
    return User.objects.get_or_create(username=name)[0]


def moved(edition: Edition, state: str) -> None:
    """As an update in bulk does it, with what the constraints of the state ask for."""
    release = {"release": factories.release()} if state == "published" else {}
    withdrawn = {"withdrawn_in": factories.release()} if state == "withdrawn" else {}
    Edition.objects.filter(pk=edition.pk).update(state=state, **release, **withdrawn)


def test_an_edition_begins_as_a_draft():
    inspection, release = factories.inspection(), factories.release()

    assert refused_by(lambda: Edition.objects.create(inspection=inspection, number=1, state="in_review")) == (
        "edition_begins_as_draft"
    )
    made = Edition(inspection=inspection, number=1, state="published", release=release)
    assert refused_by(lambda: Edition.objects.bulk_create([made])) == "edition_begins_as_draft"


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_only_known_steps_are_taken(before, after):
    edition = factories.edition(state=before)
    columns = {"state": after, "release": None, "withdrawn_in": None}
    if after not in ("draft", "in_review"):
        columns["release"] = factories.release()
    if after == "withdrawn":
        columns["withdrawn_in"] = factories.release()

    def step():
        with past_the_rules(but="edition_takes_known_steps"):
            Edition.objects.filter(pk=edition.pk).update(**columns)

    is_known = before == after or (before, after) in STEPS
    assert refused_by(step) == (None if is_known else "edition_takes_known_steps")


@pytest.mark.parametrize("state", STATES[1:])
def test_what_is_no_draft_stays_as_it_is(state):
    edition = factories.edition(state=state)

    assert refused_by(lambda: Edition.objects.filter(pk=edition.pk).update(note="Other.")) == (
        "edition_stays_as_reviewed"
    )
    edition.note = "Other."
    assert refused_by(edition.save) == "edition_stays_as_reviewed"
    sql = "UPDATE inspections_edition SET note = 'Other.' WHERE id = %s"
    assert refused_by(lambda: execute(sql, edition.pk)) == "edition_stays_as_reviewed"
    assert refused_by(lambda: Edition.objects.filter(pk=edition.pk).delete()) == "edition_is_kept"


def test_a_step_changes_nothing_else():
    edition = factories.edition()

    assert refused_by(lambda: Edition.objects.filter(pk=edition.pk).update(state="in_review", note="Other.")) == (
        "edition_stays_as_reviewed"
    )


@pytest.mark.parametrize("state", STATES[1:])
def test_the_facts_of_what_is_no_draft_stay_as_they_are(state):
    rows = one_of_each()
    edition = rows[Edition]
    with past_the_rules():
        released = {} if state == "in_review" else {"release": factories.release()}
        withdrawn = {"withdrawn_in": factories.release()} if state == "withdrawn" else {}
        Edition.objects.filter(pk=edition.pk).update(state=state, **released, **withdrawn)
    for rule, model in OF_FACTS.items():
        table = model._meta.db_table
        row = rows[model]
        assert refused_by(row.save) == rule
        assert refused_by(lambda t=table, r=row: execute(f"UPDATE {t} SET id = id WHERE id = %s", r.pk)) == rule
        assert refused_by(lambda t=table, r=row: execute(f"DELETE FROM {t} WHERE id = %s", r.pk)) == rule
        assert refused_by(lambda m=model, r=row: m.objects.bulk_create([m(**_values(r))])) == rule


def _values(row) -> dict[str, object]:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name != "id"}


def test_a_fact_is_not_moved_into_what_was_published():
    finding, published = factories.finding(factories.edition()), factories.edition(state="published")

    rule = refused_by(lambda: Finding.objects.filter(pk=finding.pk).update(edition=published))
    assert rule == "finding_changed_in_drafts_only"


def test_a_document_stays_once_what_is_no_draft_cites_it():
    rows = one_of_each()
    assert {name: refused_by(rows[model].save) for name, model in OF_DOCUMENTS.items()} == dict.fromkeys(OF_DOCUMENTS)

    Edition.objects.filter(pk=rows[Edition].pk).update(state="in_review")
    for name, model in OF_DOCUMENTS.items():
        sql = f"DELETE FROM {model._meta.db_table} WHERE id = %s"
        assert refused_by(lambda sql=sql, pk=rows[model].pk: execute(sql, pk)) == name
        column = "kind" if name.startswith("source_") else None
        change = {column: "page"} if column else {"id": rows[model].pk}
        assert refused_by(lambda m=model, c=change: m.objects.filter(pk=rows[m].pk).update(**c)) == name


def test_the_address_of_a_document_can_be_mended():
    edition = factories.edition(state="published")
    source = factories.citation(edition).source
    source.url = "https://example.org/moved/"

    assert refused_by(source.save) is None


def test_releases_and_what_they_changed_stay():
    rows = one_of_each()
    for model in (Release, ReleasedChange):
        for change in (rows[model].save, rows[model].delete):
            with (
                pytest.raises(ProgrammingError, match="Cannot update or delete"),
                transaction.atomic(),
            ):
                change()


@pytest.mark.parametrize("state", ["draft", "published", "superseded", "withdrawn"])
def test_only_what_is_in_review_is_approved(state):
    edition = factories.edition(state=state)

    assert refused_by(lambda: factories.approval(edition, by=person())) == "approval_in_review_only"


def reviewed(**problem: object) -> Edition:
    edition = factories.edition()
    factories.finding(edition)
    if problem:
        Problem.objects.create(edition=edition, position=1, type="two_values", message="Two.", **problem)
    moved(edition, "in_review")
    return edition


def published(edition: Edition, **release: object) -> str | None:
    """The rule that refuses to publish, by an update in bulk, with a release of a person."""
    by = release.get("published_by", person("publisher"))
    values = {"assurance": "two_people", "published_by": by} | release

    def change():
        with acting(by, one_person_may_publish=True):
            made = factories.release(**values)
            Edition.objects.filter(pk=edition.pk).update(state="published", release=made)
        settle()
        transaction.set_rollback(True)

    return refused_by(change)


def test_nothing_is_published_without_somebodys_approval():
    edition = reviewed()
    assert published(edition) == "edition_published_with_approval"
    assert published(edition, assurance="one_person") == "edition_published_with_approval"

    factories.approval(edition, by=person())
    assert published(edition) is None


def test_an_approval_of_own_work_is_not_enough_unless_the_release_says_so():
    worker = person("worker")
    with pghistory.context(user=worker.pk):
        edition = reviewed()
    with acting(worker):
        approval = Approval.objects.create(edition=edition, approved_by=worker, is_of_own_work=False)
    approval.refresh_from_db()

    assert approval.is_of_own_work
    assert published(edition) == "edition_published_with_approval"
    assert published(edition, assurance="one_person") is None


def test_what_is_loaded_says_so_and_names_nobody():
    edition = reviewed()

    assert published(edition, assurance="loaded", published_by=None) is None
    assert published(edition, assurance="loaded") == "release_by_a_person_or_loaded"


@pytest.mark.parametrize("level", ["must_fix", "confirm"])
def test_open_problems_keep_it_from_the_public(level):
    edition = reviewed(level=level)
    factories.approval(edition, by=person())

    assert published(edition) == "edition_published_without_problems"
    loaded = {"assurance": "loaded", "published_by": None}
    assert published(edition, **loaded) == ("edition_published_without_problems" if level == "must_fix" else None)


def test_settled_problems_and_notes_do_not():
    answered = {"answer": "right", "answered_by": person("answerer"), "answered_at": timezone.now()}
    for problem in ({"level": "must_fix"} | answered, {"level": "note"}):
        edition = reviewed(**problem)
        factories.approval(edition, by=person())
        assert published(edition) is None


@pytest.mark.parametrize("table", ["finding", "comparator", "edition"])
def test_who_changed_anything_of_an_edition_has_worked_on_it(table):
    rows = one_of_each()
    edition, worker = rows[Edition], person("worker")
    row = {"finding": rows[Finding], "edition": edition}.get(
        table
    ) or edition.measure_values.first().comparators.first()
    with pghistory.context(user=worker.pk):
        column = {"finding": "text", "comparator": "place", "edition": "note"}[table]
        type(row).objects.filter(pk=row.pk).update(**{column: "Other."})
    moved(edition, "in_review")

    for who, has_worked in ((worker, True), (person("somebody else"), False)):
        assert factories.approval(edition, by=who).is_of_own_work is has_worked


def test_a_step_from_state_to_state_is_no_work():
    edition, reviewer = reviewed(), person("reviewer")
    with pghistory.context(user=reviewer.pk):
        moved(edition, "draft")
        moved(edition, "in_review")

    assert not factories.approval(edition, by=reviewer).is_of_own_work


def test_who_answered_a_problem_has_worked_on_it():
    answerer = person("answerer")
    edition = reviewed(level="confirm", answer="right", answered_by=answerer, answered_at=timezone.now())

    assert factories.approval(edition, by=answerer).is_of_own_work


@pytest.mark.parametrize("column", ["round", "key", "delivery_unit", "region"])
def test_the_address_of_what_was_public_never_changes(column):
    other = {
        "round": {"round": "2031"},
        "key": {"key": "another"},
        "delivery_unit": {"delivery_unit": factories.delivery_unit()},
        "region": {"delivery_unit": None, "region": factories.region()},
    }[column]
    for state in STATES:
        inspection = factories.edition(state=state).inspection
        change = lambda of=inspection: Inspection.objects.filter(pk=of.pk).update(**other)  # noqa: E731
        was_public = state not in ("draft", "in_review")
        assert refused_by(change) == ("inspection_stays_once_public" if was_public else None), state
        Inspection.objects.filter(pk=inspection.pk, editions__release=None).update(round=f"after-{state}", key=state)


@pytest.mark.parametrize("make", [factories.region, factories.delivery_unit])
def test_the_address_of_a_place_never_changes(make):
    place = make()
    rule = f"{place._meta.model_name}_slug_stays"
    assert refused_by(lambda: type(place).objects.filter(pk=place.pk).update(slug="elsewhere")) == rule
    assert refused_by(lambda: type(place).objects.filter(pk=place.pk).update(name="Elsewhere")) is None


def test_what_is_taken_back_is_not_approved_any_more_whoever_takes_it_back():
    edition = factories.edition(state="in_review")
    factories.approval(edition, by=person())
    Edition.objects.filter(pk=edition.pk).update(state="draft")
    assert not Approval.objects.exists()


def test_what_a_person_has_worked_on_is_not_published_as_loaded():
    release = factories.release()
    loaded, worked_on = factories.edition(), factories.edition()
    with acting(person()):
        Edition.objects.filter(pk=worked_on.pk).update(note="By hand.")
    for edition, rule in ((loaded, None), (worked_on, "edition_published_with_approval")):
        Edition.objects.filter(pk=edition.pk).update(state="in_review")
        change = lambda of=edition: Edition.objects.filter(pk=of.pk).update(state="published", release=release)  # noqa: E731
        assert refused_by(change) == rule


def test_text_is_not_moved_into_a_document_that_is_cited():
    cited, free = factories.paragraph(), factories.paragraph()
    factories.citation(factories.edition(state="published"), source=cited.section.source)
    moved = lambda: Paragraph.objects.filter(pk=free.pk).update(section=cited.section, position=9)  # noqa: E731
    assert refused_by(moved) == "paragraph_stays_once_cited"


def test_a_table_of_ratings_stays_once_cited_too():
    table = factories.source(kind="table")
    factories.citation(factories.edition(state="published"), table=table, row=2)
    assert refused_by(lambda: Source.objects.filter(pk=table.pk).update(kind="page")) == "source_stays_once_cited"


def test_who_has_answered_a_problem_has_worked_on_it_also_when_somebody_else_has_since():
    edition = factories.edition()
    first, second = person("first"), person("second")
    problem = Problem.objects.create(edition=edition, position=1, type="lost", level="confirm", message="Is it?")
    for by in (first, second):
        with acting(by):
            Problem.objects.filter(pk=problem.pk).update(answer="Yes.", answered_by=by, answered_at=timezone.now())
    Edition.objects.filter(pk=edition.pk).update(state="in_review")
    approvals = [factories.approval(edition, by=by) for by in (first, second, person("third"))]
    assert [approval.is_of_own_work for approval in approvals] == [True, True, False]
