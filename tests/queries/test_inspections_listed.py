"""The list of inspections with its filters against its naive second version, on a random store."""

import itertools
from random import Random

import pytest
from django.db import transaction
from django.http import QueryDict

from inspections import models
from inspections.forms.listing import InspectionFilter
from inspections.queries.inspections_listed import inspections_listed
from inspections.queries.listing_choices import listing_choices
from inspections.rows import Place
from tests import factories
from tests.queries import naive, naive_listing, world

THEMES = ["Training", "Risk of harm"]
ASKED = {
    "region": ["southern-fells", "eastern-fells", "empty-fells"],
    "round": world.ROUNDS,
    "framework": ["points-9", "points-12"],
    "show": ["all", "latest"],
    "standard": ["leadership", "planning"],
    "rating": ["Good", "Inadequate", "not-held"],
    "theme": ["training", "risk-of-harm"],
}


@pytest.fixture(scope="module", params=[1, 2])
def random_store(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        world.build(request.param)
        _assign_themes(Random(request.param))
        factories.delivery_unit("Never Inspected", region=models.Region.objects.get(slug="southern-fells"))
        yield naive.Store()
        transaction.set_rollback(True)


@pytest.fixture
def store(random_store, db):
    return random_store


def _assign_themes(random: Random) -> None:
    themes = [factories.recurring_theme(name) for name in THEMES]
    for recommendation in models.Recommendation.objects.all():
        for theme in random.sample(themes, k=random.randint(0, 2)):
            models.RecommendationTheme.objects.create(recommendation=recommendation, theme=theme)


@pytest.fixture
def found(store):
    choices = listing_choices()

    def lines(**asked: str):
        query = QueryDict(mutable=True)
        query.update(asked)
        chosen = InspectionFilter(query, choices=choices)
        assert not chosen.problems
        return inspections_listed(chosen.qs, chosen.units, chosen.chosen_standard)

    return lines


def test_without_filters(store, found):
    assert found() == naive_listing.inspections_listed(store)


def test_every_filter_and_every_two_of_them(store, found):
    several = set()
    for one, two in itertools.combinations(ASKED, 2):
        for first, second in itertools.product(ASKED[one], ASKED[two]):
            asked = {one: first, two: second}
            lines = found(**asked)
            assert lines == naive_listing.inspections_listed(store, **asked), asked
            several.add(min(len(lines), 2))
    assert several == {0, 1, 2}


def test_random_filters_together(store, found):
    random = Random(1)
    lines = 0
    for _ in range(60):
        asked = {name: random.choice(ASKED[name]) for name in random.sample(list(ASKED), k=3)}
        assert found(**asked) == naive_listing.inspections_listed(store, **asked), asked
        lines += len(found(**asked))
    assert lines


def test_one_delivery_unit(store, found):
    for unit in store.rows(models.DeliveryUnit):
        for show in ASKED["show"]:
            assert found(pdu=unit.slug, show=show) == naive_listing.inspections_listed(store, pdu=unit.slug, show=show)


def test_delivery_unit_without_an_inspection_is_a_line_of_its_own(found):
    (line,) = [line for line in found() if line.unit.name == "Never Inspected"]
    assert line.inspection is None
    assert line.region == Place(name="Southern Fells", slug="southern-fells")
    assert not [line for line in found(rating="not-held") if line.unit.name == "Never Inspected"]


def test_choices_are_what_is_held(store):
    choices = listing_choices()
    held = naive.published(store)
    frameworks = {inspection.framework_id for _, inspection in held}
    used = {row.theme_id for row in store.rows(models.Standard) if row.framework_id in frameworks}
    themes = sorted(store.rows(models.StandardTheme), key=lambda row: row.position)
    assert choices.regions == tuple(naive.place(row) for row in naive.by_name(store.rows(models.Region)))
    units = sorted(store.rows(models.DeliveryUnit), key=lambda row: (row.name.lower(), row.slug))
    assert choices.units == tuple(naive.place(row) for row in units)
    assert choices.rounds == tuple(sorted({inspection.round for _, inspection in held}, reverse=True))
    assert {place.slug for place in choices.frameworks} == {
        store.row(models.Framework, framework).code for framework in frameworks
    }
    assert choices.standards == tuple(naive.place(row) for row in themes if row.id in used)
    assert [place.name for place in choices.themes] == THEMES
    assert choices.inspections == len(held)


def test_statements_are_as_many_whatever_is_asked(store, django_assert_num_queries):
    with django_assert_num_queries(6):
        choices = listing_choices()
    for query, statements in (("", 3), ("show=all", 3), ("show=all&standard=leadership", 3)):
        asked = InspectionFilter(QueryDict(query), choices=choices)
        with django_assert_num_queries(statements):
            inspections_listed(asked.qs, asked.units, asked.chosen_standard)
