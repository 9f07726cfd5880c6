"""The two commands that fill a new store, and give an older one what it has never had."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inspections.management.commands import load_shipped
from inspections.models import (
    Edition,
    Finding,
    FindingTheme,
    Inspection,
    Recommendation,
    RecommendationTheme,
    Release,
)
from tests import factories
from tests.past_the_rules import past_the_rules
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_a_new_store_is_filled_once():
    reference = run("load_reference")
    made = sum(count for name, count in row_counts().items() if not name.endswith("Event") or name == "PolicyEvent")

    assert reference == f"Reference data: {made} rows created.\n"
    assert run("load_shipped") == "Shipped data: 15 inspections published in release 1.\n"
    assert Release.objects.get().number == 1
    assert Counter(Edition.objects.values_list("state", "release__number")) == {("published", 1): 15}
    assert Inspection.objects.count() == 15
    assert [e.inspection.key for e in Edition.objects.exclude(report=None)] == ["doncaster-2024"]

    before = row_counts()
    assert run("load_reference") == "Reference data: nothing to do.\n"
    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_a_store_with_data_of_its_own_is_left_alone():
    run("load_reference")
    factories.edition()
    before = row_counts()

    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_without_reference_data_nothing_is_loaded():
    before = row_counts()
    with pytest.raises(CommandError, match="load_reference"):
        run("load_shipped")

    assert row_counts() == before


@pytest.fixture
def without_themes(monkeypatch):
    """A store as a version of the project that knew no themes has filled it."""
    with monkeypatch.context() as older:
        older.setattr(load_shipped, "assign_themes", lambda edition, assigned: 0)
        run("load_reference")
        run("load_shipped")


def test_a_store_filled_before_there_were_themes_gets_them_once(without_themes):
    assert run("load_shipped") == "Shipped data: themes given to 75 recommendations and findings of the report.\n"
    assert RecommendationTheme.objects.count() == 9
    before = row_counts()

    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_themes_of_another_report_are_no_reason_to_give_it_none(without_themes):
    other = factories.recommendation(factories.edition(state="published"))
    RecommendationTheme.objects.create(recommendation=other, theme=factories.recurring_theme())

    assert "themes given to 75" in run("load_shipped")


def test_a_single_theme_given_by_staff_is_left_alone(without_themes):
    FindingTheme.objects.create(finding=Finding.objects.first(), theme=factories.recurring_theme())
    before = row_counts()

    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_themes_that_staff_have_taken_away_stay_away(without_themes):
    run("load_shipped")
    FindingTheme.objects.all().delete()
    RecommendationTheme.objects.all().delete()
    before = row_counts()

    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_a_report_that_staff_have_changed_gets_none_and_the_site_starts_all_the_same(without_themes):
    with past_the_rules():
        Recommendation.objects.filter(number=4).update(text="give all staff the training")
    before = row_counts()

    assert "doncaster-2024-rec-4 begins “give all staff the training”" in run("load_shipped")
    assert row_counts() == before


def test_themes_that_do_not_fit_the_shipped_report_load_nothing(monkeypatch):
    run("load_reference")
    before = row_counts()
    monkeypatch.setattr(load_shipped, "read_themes", lambda name: {"no-such-key": {"words": "It", "themes": []}})
    with pytest.raises(CommandError, match=r"does not fit doncaster-2024\.txt: no-such-key"):
        run("load_shipped")

    assert row_counts() == before
