"""Whose work an edition is: by name, and where nobody was signed in by the origin."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from inspections.models import Edition, Finding, Problem
from inspections.publishing.acting import acting
from inspections.queries.who_worked_on import who_worked_on
from tests import factories
from tests.models.test_life import person

pytestmark = pytest.mark.django_db


def test_it_is_who_changed_a_fact_or_answered_a_problem_and_nobody_else(django_assert_num_queries):
    with acting(person("amina")):
        edition = factories.edition()
        finding = factories.finding(edition)
    with acting(person("bo")):
        factories.finding(factories.edition())
    Problem.objects.create(
        edition=edition, position=1, type="lost", level="confirm", message="Is it?", answer="It is.",
        answered_by=person("chris"), answered_at=timezone.now(),
    )  # fmt: skip
    with acting(person("dora")):
        Edition.objects.filter(pk=edition.pk).update(state="in_review")

    with django_assert_num_queries(3):
        found = who_worked_on(edition.pk)

    assert found.people == ("amina", "chris")
    assert len(found.unnamed) == 1  # the test itself, which added the problem
    assert who_worked_on(finding.edition_id) == found


def test_sql_is_told_by_its_role_and_application():
    with acting(person("amina")):
        finding = factories.finding(factories.edition())
    assert who_worked_on(finding.edition_id).unnamed == ()

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL application_name = 'psql'")
        cursor.execute("SELECT session_user")
        [role] = cursor.fetchone()
    Finding.objects.filter(pk=finding.pk).update(text="By hand.")

    assert who_worked_on(finding.edition_id).unnamed == ({"application": "psql", "database_role": role},)


def test_an_account_that_is_gone_is_still_somebody():
    gone = User.objects.create(username="gone")
    with acting(gone):
        edition = factories.edition()
    number = gone.pk
    gone.delete()

    assert who_worked_on(edition.pk).people == (f"an account that is gone (no. {number})",)
