"""The report of Marlow Vale, recorded or refused."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import NotRecorded, Recorded, record_report
from inspections.importing.recording.store_source import ReportFile
from tests.importing.report_text import Facts, Layout, render
from tests.row_counts import row_counts

FACTS = Facts()
TEXT = render(FACTS, Layout()).decode()


def record(text: str = TEXT, *, create_places: bool = False) -> Recorded:
    content = text.encode()
    return record_report(
        parse(extract(content)), ReportFile(name="marlow.txt", content=content), create_places=create_places
    )


def refusal(text: str = TEXT, *, create_places: bool = False) -> str:
    """Why a report is not recorded, after making sure that nothing at all was written."""
    before = row_counts()
    with pytest.raises(NotRecorded) as refused:
        record(text, create_places=create_places)
    assert row_counts() == before
    return str(refused.value)
