"""Two people who record at once make one edition, and a process that dies on the way leaves no half report."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, transaction

from inspections.importing.recording.record import Outcome
from inspections.importing.reference import load_reference
from inspections.importing.staging import record_staged
from inspections.models import DeliveryUnit, Edition, StagedFile, StagedState
from tests.importing.report_text import Facts, Layout, render
from tests.importing.staged import say, somebody, staged
from tests.importing.test_concurrent_imports import wait_for_a_waiting_import
from tests.row_counts import row_counts

ROOT = Path(__file__).parents[2]
TEXT = render(Facts(), Layout()).decode()


def record(file: StagedFile):
    return record_staged(file, by=somebody())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_same_upload", [True, False])
def test_two_people_who_record_the_same_file_make_one_edition(is_same_upload):
    load_reference()
    first = staged(TEXT)
    second = first if is_same_upload else staged(TEXT, by=somebody("ben"))
    say(first, pdu_unknown="create")
    if not is_same_upload:
        say(second, pdu_unknown="create")

    def record_in_a_thread() -> Outcome:
        try:
            return record(second).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            assert record(first).outcome == Outcome.CREATED
            other = threads.submit(record_in_a_thread)
            wait_for_a_waiting_import()
        assert other.result(timeout=30) == Outcome.UNCHANGED

    assert Edition.objects.count() == 1
    assert DeliveryUnit.objects.filter(name="Marlow Vale").count() == 1
    assert {file.edition for file in StagedFile.objects.all()} == {Edition.objects.get()}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop", ["first", "last"])
def test_a_process_killed_while_it_records_leaves_no_half_report(stop):
    """The server is a process like this one: recording is one transaction, of the draft and of the file's new state."""
    load_reference()
    file = staged(TEXT)
    say(file, pdu_unknown="create")
    before = row_counts()
    command = [sys.executable, "-m", "tests.importing.paused_recording", connection.settings_dict["NAME"], stop]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            said, inserted = process.stdout.readline().split()
        finally:
            process.kill()

    assert (said, process.returncode) == ("inserted", -signal.SIGKILL)
    assert int(inserted) > 0
    assert row_counts() == before
    assert StagedFile.objects.get().state == StagedState.READ
    assert record(file).outcome == Outcome.CREATED
    whole = sum(row_counts().values()) - sum(before.values())
    assert int(inserted) == whole if stop == "last" else int(inserted) < whole
