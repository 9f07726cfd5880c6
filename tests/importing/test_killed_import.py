"""An import that is killed on the way leaves the store as it was, and nothing in the way of the next."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import Outcome, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import load_reference
from tests.importing.paused_import import SHIPPED
from tests.importing.pausing import killed_on_the_way
from tests.row_counts import row_counts


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop", ["first", "last"])
def test_a_killed_import_leaves_nothing(stop):
    load_reference()
    before = row_counts()

    inserted = killed_on_the_way("tests.importing.paused_import", stop)

    assert row_counts() == before
    content = SHIPPED.read_bytes()
    recorded = record_report(parse(extract(content)), ReportFile(name=SHIPPED.name, content=content))
    assert recorded.outcome == Outcome.CREATED
    whole = sum(row_counts().values()) - sum(before.values())
    assert inserted == (2 if stop == "first" else whole)
