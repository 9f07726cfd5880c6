"""The counts of the page about the data against their naive second version, on a random store."""

import datetime

import pytest
from django.db import transaction

from inspections import models
from inspections.queries.reference_facts import reference_facts
from inspections.queries.what_is_held import what_is_held
from inspections.rows import Origin
from inspections.wording.holdings import MISSING
from tests import factories
from tests.queries import naive, naive_holdings, world


@pytest.fixture(scope="module", params=[1, 2])
def random_store(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        world.build(request.param)
        _reference()
        yield naive.Store()
        transaction.set_rollback(True)


@pytest.fixture
def store(random_store, db):
    return random_store


def _reference() -> None:
    older, newer = models.Framework.objects.order_by("code")
    models.Framework.objects.filter(pk=newer.pk).update(
        used_from=datetime.date(2023, 10, 1), used_from_precision="month"
    )
    factories.framework("Leadership", "Staffing", code="no-dates", max_score=6)
    models.Comparability.objects.get_or_create(earlier=older, later=newer, defaults={"source": "A report says so."})
    models.Comparability.objects.get_or_create(earlier=newer, later=older, defaults={"source": "Another does."})
    for rating, lower, status in (("Good", 5, "verified"), ("Inadequate", 0, "unverified")):
        models.RatingBand.objects.create(
            framework=newer, applies_to="score", rating=rating, lower=lower, upper=lower + 4, status=status, source="x"
        )
    factories.edition(factories.inspection(framework=newer), state="published", report=factories.source())
    for name in ("Training", "Diversity"):
        factories.recurring_theme(name)
    factories.policy_event("Reset")
    factories.policy_event("Earlier reset", happened=datetime.date(2023, 1, 1), happened_precision="year")


def test_what_is_held(store):
    assert what_is_held() == naive_holdings.what_is_held(store)


def test_reference_facts(store):
    assert reference_facts() == naive_holdings.reference_facts(store)


def test_the_random_store_has_what_is_counted(store):
    held = naive_holdings.what_is_held(store)
    assert {row.origin for row in held.ratings} == set(Origin)
    assert all(held.missing[why] for why in MISSING)
    assert len(held.rounds) > 3
    assert 0 < held.measure_values_with_n < held.measure_values
    assert 0 < held.key_questions_with_n < held.key_questions
    assert held.reports < held.inspections < len(store.rows(models.Edition))
    assert held.averages < len(store.rows(models.Comparator))


def test_statements_are_as_many_whatever_is_held(store, django_assert_num_queries):
    with django_assert_num_queries(7):
        what_is_held()
    with django_assert_num_queries(4):
        reference_facts()
