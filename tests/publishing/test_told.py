"""Nothing that is published changes without being told: every column of what hangs on an edition, changed in turn."""

import pytest
from django.db.models import Model

from inspections.models import Citation, Comparator, Edition, Figure, MeasureValue, StandardRating
from inspections.publishing.changed import PLACE
from inspections.publishing.correct import begin_correction
from inspections.publishing.preview import as_published
from inspections.queries.edition_rows import OF_EDITION, OF_FACT
from tests import factories
from tests.publishing.other_values import make_room, other_values, words_of
from tests.publishing.staff import person
from tests.publishing.told_columns import NOT_TOLD, NOT_TOLD_AT_ALL, TOLD, belonging, told_columns

pytestmark = pytest.mark.usefixtures("shipped_data", "db")

CASES = list(told_columns())

# A fact of another key, and one beside another value of another unit.
TOLD_BY_SEVERAL = {"key", "measure_value"}


@pytest.fixture
def correction():
    """Of Doncaster, with a row of every kind."""
    public = Edition.objects.published().get(inspection__key="doncaster-2024")
    return begin_correction(public, by=person("inspector"), reason="A slip.")


def row_of(model: type[Model], edition: Edition, name: str):
    """One of the edition in which the column is held, if there is any."""
    if model is Edition:
        return edition
    rows = model._default_manager.filter(**{f"{'measure_value__' if model is Comparator else ''}edition": edition})
    return next((row for row in rows.order_by("pk") if getattr(row, name) not in (None, "")), rows.first())


def keys_of(row, name: str) -> set[str]:
    """The public keys under which a change of a column is told: of what it belongs to, and of what stands beside."""
    if isinstance(row, Citation):
        return {row.key}
    if isinstance(row, Edition):
        cited = name if name.endswith("_citation") else f"{'score' if name == 'max_score' else name}_citation"
        citation = getattr(row, cited, None)
        return {citation.key} if citation else {row.inspection.key}
    beside = [beside.citation.key for beside in row.comparators.all()] if isinstance(row, MeasureValue) else []
    return {row.citation.key, *beside} | ({row.summary_citation.key} if isinstance(row, StandardRating) else set())


def released(edition: Edition) -> list:
    with as_published(edition, by=person("inspector")) as shown:
        return list(shown.released_changes.all())


def test_every_model_that_hangs_on_an_edition_is_told_or_it_is_said_why_not():
    assert belonging() == {*TOLD, *NOT_TOLD_AT_ALL}
    assert {Edition, *OF_EDITION, *(model for model, _, _ in OF_FACT)} <= belonging()
    assert all([*NOT_TOLD_AT_ALL.values(), *NOT_TOLD.values()])
    assert {name for model, name in NOT_TOLD} <= {f.name for model, _ in NOT_TOLD for f in model._meta.get_fields()}


def test_what_is_of_no_fact_is_told_by_what_it_is(correction):
    Edition.objects.filter(pk=correction.pk).update(
        note="The appendix is not held.", is_score_queried=True, report=factories.source(title="Another report")
    )

    told = {(change.label, change.field): (change.before, change.after) for change in released(correction)}

    assert told == {
        ("Report", "document"): ("An inspection of probation services in Doncaster", "Another report"),
        ("Score", "agreement with the ratings"): ("not queried", "queried"),
        ("Note on what is held", "text"): ("", "The appendix is not held."),
    }


def test_facts_of_one_citation_are_each_told(correction):
    figure = correction.figures.filter(measure_value=None).first()
    count = correction.sample_counts.first()
    gone, count.citation = count.citation, figure.citation
    count.save()
    gone.delete()
    with as_published(correction, by=person("inspector")) as shown:
        keys = {(c.key, c.label, c.field) for c in shown.released_changes.all()}

    label = f"Number of {count.get_kind_display()}"
    assert {(figure.citation.key, label, "count"), (gone.key, label, "count")} <= keys
    assert not [at for at in keys if at[1].startswith("Figure")]


def test_a_changed_finding_does_not_change_the_figures_that_belong_to_it(correction):
    figure = correction.figures.exclude(finding=None).first() or correction.figures.first()
    Figure.objects.filter(pk=figure.pk).update(finding=correction.findings.first())
    first, *_ = correction.findings.all()
    before = len(released(correction))
    first.text = "Otherwise."
    first.save()

    assert len(released(correction)) == before + 1


@pytest.mark.parametrize(("model", "name"), CASES, ids=[f"{model.__name__}.{name}" for model, name in CASES])
def test_a_column_that_changes_is_told_as_it_was_and_as_it_is(correction, model, name):
    row = row_of(model, correction, name)
    removed = make_room(row, name)
    values, was, keys = other_values(row, name), words_of(row, name), keys_of(row, name)
    model._default_manager.filter(pk=row.pk).update(**values)
    row = model._default_manager.get(pk=row.pk)
    now = words_of(row, name)

    changes = [change for change in released(Edition.objects.get(pk=correction.pk)) if change.key not in removed]

    assert any(was in change.before and now in change.after for change in changes), (was, now, changes)
    assert {change.key for change in changes} <= keys | keys_of(row, name), changes
    if len(values) == 1 and name not in TOLD_BY_SEVERAL and not name.endswith("citation"):
        assert len({change.field for change in changes}) == 1, changes
    if name == "position":
        [change] = changes
        assert (change.field, change.before) == (PLACE, "1st")
