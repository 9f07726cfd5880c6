"""Two imports at the same time: the second waits for the first, and then knows what it did."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import Outcome, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import load_reference
from inspections.models import Edition
from tests import factories
from tests.importing.ratings.files import LEEDS, table
from tests.importing.ratings.files import record as record_table
from tests.importing.report_text import Facts, Layout, render
from tests.row_counts import row_counts

LATER = LEEDS | {"overall_rating": "Good"}
FILE = ReportFile(name="marlow.txt", content=render(Facts(), Layout()))
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


def record() -> Outcome:
    return record_report(parse(extract(FILE.content)), FILE).outcome


def record_in_a_thread() -> Outcome:
    try:
        return record()
    finally:
        connection.close()


def wait_for_a_waiting_import() -> None:
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone() == (1,):
                return
        time.sleep(0.02)
    pytest.fail("the second import did not wait for the first")


@pytest.mark.django_db(transaction=True)
def test_the_same_file_at_the_same_time_is_recorded_once():
    load_reference()
    factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            assert record() == Outcome.CREATED
            second = threads.submit(record_in_a_thread)
            wait_for_a_waiting_import()
            before = row_counts()
        assert second.result(timeout=30) == Outcome.UNCHANGED

    assert row_counts() == before
    assert Edition.objects.count() == 1


def record_later_row_in_a_thread() -> list[Edition]:
    try:
        return record_table(table(LATER))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_tables_at_the_same_time_change_one_draft():
    load_reference()

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            [first] = record_table(table(LEEDS))
            second = threads.submit(record_later_row_in_a_thread)
            wait_for_a_waiting_import()
        [changed] = second.result(timeout=30)

    assert (changed, changed.overall_rating) == (first, "Good")
    assert Edition.objects.count() == 1
