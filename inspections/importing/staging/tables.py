"""A staged table of ratings: kept as it was read, previewed row by row, recorded as it was seen."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from inspections.importing.ratings.preview import RowPreview
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import RecordedRatings, record_ratings
from inspections.importing.ratings.rows import RatingsTable, TableRow
from inspections.importing.recording.record import NotRecorded
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.staging.recording import NotAgreed, refusal
from inspections.models import StagedFile, StagedState
from inspections.rows import FileForm


def read_table(file: StagedFile, content: bytes) -> None:
    """Read a table and keep its rows, so that those that are seen are recorded. Raises NotReadable and BadTable."""
    table = read_ratings(content)
    file.form = table.form.value
    file.lines = asdict(table)
    file.about = f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'} of ratings"


def staged_table(file: StagedFile) -> RatingsTable:
    """The table that `read_table` kept."""
    stored: dict[str, Any] = file.lines or {}
    rows = (TableRow(**row | {"complaints": tuple(row["complaints"])}) for row in stored["rows"])
    form, sha256 = FileForm(stored["form"]), stored["sha256"]
    return RatingsTable(rows=tuple(rows), form=form, sha256=sha256, notes=tuple(stored["notes"]))


def record_staged_table(file: StagedFile, *, by: User, agreed: str, leave_refused_out: bool = False) -> RecordedRatings:
    """Record a table as it was previewed: `agreed` is the digest of the rows that were seen.

    Raises NotRecorded, with nothing written: rows are refused, or what would be recorded has changed since.
    """
    try:
        with transaction.atomic(), pghistory.context(staged_file=file.pk):
            locked = StagedFile.objects.select_for_update().get(pk=file.pk)
            if locked.lines is None:
                raise NotRecorded("The file has not been read.")
            report_file = ReportFile(name=locked.name, content=bytes(locked.content))
            recorded = record_ratings(staged_table(locked), report_file, by=by, leave_refused_out=leave_refused_out)
            if rows_digest(recorded.rows) != agreed:
                raise NotAgreed("This has changed since it was shown: look at it again before it is recorded.")
            locked.state = StagedState.RECORDED
            locked.save(update_fields=["state"])
            return recorded
    except DatabaseError as error:
        raise NotRecorded(refusal(error)) from error


def rows_digest(rows: Iterable[RowPreview]) -> str:
    """Stands for what recording would do with every row."""
    told = (
        "\x1e".join([str(row.number), row.state, *map(str, row.differences), *row.notes, *row.reasons]) for row in rows
    )
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()
