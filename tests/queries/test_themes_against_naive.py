"""Themes and one standard across a region against their naive second versions, on random stores."""

from random import Random

import pytest
from django.db import transaction

from inspections import models
from inspections.queries.published_edition import NotHeld
from inspections.queries.standard_in_region import standard_in_region
from inspections.queries.theme_counts import theme_counts
from inspections.queries.themed_statements import themed_statements
from inspections.rows import Absence
from tests import factories
from tests.queries import naive, naive_themes, world

ROUNDS = [*world.ROUNDS, "1999"]


@pytest.fixture(scope="module", params=[1, 2])
def random_store(request, django_db_setup, django_db_blocker):
    """A random world whose facts have none, one or several of three themes; a fourth is met nowhere."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.build(request.param)
        give_themes(Random(request.param))
        store = naive.Store()
        yield store
        transaction.set_rollback(True)


def give_themes(random: Random) -> None:
    themes = [factories.recurring_theme(name) for name in ["Wellbeing", "Training", "Oversight"]]
    factories.recurring_theme("Nowhere")
    without = set(random.sample(list(models.Edition.objects.values_list("pk", flat=True)), k=10))
    for recommendation in models.Recommendation.objects.exclude(edition__in=without):
        for theme in random.sample(themes, k=random.randint(0, 2)):
            models.RecommendationTheme.objects.create(recommendation=recommendation, theme=theme)
    for finding in models.Finding.objects.exclude(edition__in=without):
        for theme in random.sample(themes, k=random.randint(0, 3)):
            models.FindingTheme.objects.create(finding=finding, theme=theme)


@pytest.fixture
def store(random_store, db):
    return random_store


def test_theme_counts(store):
    for region in store.rows(models.Region):
        for label in ROUNDS:
            assert theme_counts(region.slug, label) == naive_themes.theme_counts(store, region.slug, label)


def test_themed_statements(store):
    for region in store.rows(models.Region):
        for theme in store.rows(models.Theme):
            for only in ["", *ROUNDS]:
                found = themed_statements(region.slug, theme.slug, only)
                assert found == naive_themes.themed_statements(store, region.slug, theme, only)


def test_standard_in_region(store):
    for region in store.rows(models.Region):
        for theme in store.rows(models.StandardTheme):
            rounds = naive_themes.rounds_of_standard(store, region.slug, theme.slug)
            newest = rounds[0] if rounds else ""
            expected = naive_themes.standard_in_region(store, region.slug, theme, newest)
            assert standard_in_region(region.slug, theme.slug) == expected
            for label in ROUNDS:
                found = standard_in_region(region.slug, theme.slug, label)
                assert found == naive_themes.standard_in_region(store, region.slug, theme, label)


def test_what_is_on_no_list_is_not_held(store):
    with pytest.raises(NotHeld):
        themed_statements("southern-fells", "tea")
    with pytest.raises(NotHeld):
        standard_in_region("southern-fells", "tea")


# --- That the random stores hold what the comparisons are about


def test_there_are_reports_with_and_without_themes_and_themes_in_some_of_them(store):
    counts = [naive_themes.theme_counts(store, r.slug, label) for r in store.rows(models.Region) for label in ROUNDS]
    assert any(each.reports and each.without_themes for each in counts)
    assert any(0 < len(count.recommended_in) < count.reports for each in counts for count in each.counts)
    assert any(count.recommendations > len(count.recommended_in) for each in counts for count in each.counts)
    assert any(count.strengths > len(count.strength_in) > 0 for each in counts for count in each.counts)


def test_statements_are_of_several_rounds_and_units_and_have_several_themes(store):
    found = [
        naive_themes.themed_statements(store, region.slug, theme)
        for region in store.rows(models.Region)
        for theme in store.rows(models.Theme)
    ]
    assert any(len(each.rounds) > 1 for each in found)
    assert any(each.rounds == () for each in found)
    assert {len(row.themes) for each in found for row in (*each.recommendations, *each.findings)} == {1, 2, 3}


def test_standards_are_missing_for_every_reason(store):
    found = [
        naive_themes.standard_in_region(store, region.slug, theme, label)
        for region in store.rows(models.Region)
        for theme in store.rows(models.StandardTheme)
        for label in naive_themes.rounds_of_standard(store, region.slug, theme.slug)
    ]
    rows = [row for each in found for row in each.rows]
    assert {row.cell.absence for row in rows} == {
        None,
        Absence.NO_INSPECTION_RECORDED,
        Absence.REPORT_NOT_HELD,
        Absence.NOT_IN_REPORT,
        Absence.NOT_IN_FRAMEWORK,
    }
    assert {row.group is None for row in rows} == {row.summary == "" for row in rows} == {True, False}
