"""What is being changed is not put in review meanwhile, nor changed while it is."""

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from inspections.models import Edition, Finding
from tests import factories
from tests.models.test_history_origin import beside

__all__ = ["beside"]

pytestmark = pytest.mark.django_db(transaction=True)
SHORTLY = "SET LOCAL lock_timeout = '200ms'"


def submitted_shortly(edition: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SHORTLY)
        Edition.objects.filter(pk=edition).update(state="in_review")


def test_a_draft_is_not_submitted_over_a_change_that_is_not_committed(beside):
    finding = factories.finding(factories.edition())
    beside.execute("BEGIN")
    beside.execute("UPDATE inspections_finding SET text = 'Meanwhile.' WHERE id = %s", [finding.pk])

    with pytest.raises(OperationalError, match="lock timeout"):
        submitted_shortly(finding.edition_id)

    beside.execute("COMMIT")
    Edition.objects.filter(pk=finding.edition_id).update(state="in_review")
    assert Finding.objects.get().text == "Meanwhile."


def test_a_fact_is_not_changed_while_its_draft_is_submitted(beside):
    finding = factories.finding(factories.edition())
    with transaction.atomic():
        Edition.objects.filter(pk=finding.edition_id).update(state="in_review")
        beside.execute("BEGIN")
        beside.execute(SHORTLY)
        with pytest.raises(psycopg.errors.LockNotAvailable):
            beside.execute("UPDATE inspections_finding SET text = 'Meanwhile.' WHERE id = %s", [finding.pk])
        beside.execute("ROLLBACK")

    with pytest.raises(psycopg.errors.CheckViolation, match="Only a draft can be changed"):
        beside.execute("UPDATE inspections_finding SET text = 'Meanwhile.' WHERE id = %s", [finding.pk])
