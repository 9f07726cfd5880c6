"""An import that is killed on the way leaves the store as it was, and nothing in the way of the next."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import Outcome, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import load_reference
from tests.importing.paused_import import SHIPPED
from tests.row_counts import row_counts

ROOT = Path(__file__).parents[2]


def killed_on_the_way(stop: str) -> int:
    """How many rows, with their history, a process had inserted when it was killed."""
    command = [sys.executable, "-m", "tests.importing.paused_import", connection.settings_dict["NAME"], stop]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            said, inserted = process.stdout.readline().split()
        finally:
            process.kill()
    assert (said, process.returncode) == ("inserted", -signal.SIGKILL)
    return int(inserted)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop", ["first", "last"])
def test_a_killed_import_leaves_nothing(stop):
    load_reference()
    before = row_counts()

    inserted = killed_on_the_way(stop)

    assert row_counts() == before
    content = SHIPPED.read_bytes()
    recorded = record_report(parse(extract(content)), ReportFile(name=SHIPPED.name, content=content))
    assert recorded.outcome == Outcome.CREATED
    whole = sum(row_counts().values()) - sum(before.values())
    assert inserted == (2 if stop == "first" else whole)
