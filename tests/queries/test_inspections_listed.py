"""The list of inspections with its filters against its naive second version, on a random store."""

import itertools
from random import Random

import pytest
from django.db import transaction
from django.http import QueryDict

from inspections import models
from inspections.forms.listing import InspectionFilter
from inspections.queries.inspections_found import inspections_found
from inspections.queries.inspections_listed import inspections_listed
from inspections.queries.listing_choices import listing_choices
from inspections.queries.units_without_inspection import units_without_inspection
from inspections.rows import FoundInspection, ListedInspection, Place
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
        lines = inspections_found(chosen.qs, chosen.chosen_standard)
        if not chosen.leaves_out_units:
            without = units_without_inspection(region=asked.get("region", ""), unit=asked.get("pdu", ""))
            lines = sorted((*lines, *without), key=lambda line: line.by_name)
        listed = inspections_listed(lines, chosen.chosen_standard)
        assert [as_found(line, chosen.chosen_standard) for line in listed] == [told(line) for line in lines]
        return listed

    return lines


def told(line: FoundInspection) -> tuple:
    return line.unit, line.region, line.edition, line.overall, line.standard


def as_found(line: ListedInspection, standard: Place | None) -> tuple:
    """What a line in full says of what it is found and sorted by."""
    row = line.inspection
    if row is None:
        return line.unit, line.region, None, None, None
    rated = row.standards[standard.slug].rating if standard else None
    return line.unit, line.region, row.edition, row.overall.rating, rated


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
    for query, statements in (("", 2), ("show=all", 2), ("show=all&standard=leadership", 3)):
        asked = InspectionFilter(QueryDict(query), choices=choices)
        with django_assert_num_queries(1):
            found = inspections_found(asked.qs, asked.chosen_standard)
        with django_assert_num_queries(statements):
            assert len(inspections_listed(found[:2], asked.chosen_standard)) == 2
    with django_assert_num_queries(1):
        without = units_without_inspection(region="southern-fells")
    with django_assert_num_queries(0):
        listed = inspections_listed(without)
    assert "Never Inspected" in [line.unit.name for line in listed]
    assert not any(line.inspection for line in listed)


def test_an_inspection_that_ceases_to_be_public_meanwhile_is_left_out(store):
    found = inspections_found(models.Edition.objects.published().filter(inspection__delivery_unit__isnull=False))
    models.Edition.objects.published().filter(inspection__key=found[0].key).update(state="superseded")
    assert len(inspections_listed(found[:3])) == 2
