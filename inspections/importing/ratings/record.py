"""The one write of a table of ratings: its new and changed rows become draft editions, all of them or none."""

from dataclasses import dataclass

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify

from inspections.importing.example_store import REFUSAL, is_example_store
from inspections.importing.match import known_units, normalised
from inspections.importing.ratings.preview import Judged, RowPreview, RowState, judged_rows
from inspections.importing.ratings.rows import RatingsTable
from inspections.importing.ratings.write_row import RowWriting, TableWriting, write_row
from inspections.importing.recording.record import NotRecorded
from inspections.importing.recording.store_source import ReportFile, free_key, store_file
from inspections.models import DeliveryUnit, Edition, Source, SourceFile, SourceKind


class RowsRefused(NotRecorded):
    """Rows can't be recorded, and so none was: one line with the reasons of each. `rows` are all rows of the table."""

    def __init__(self, rows: tuple[RowPreview, ...]) -> None:
        refused = [row for row in rows if row.state == RowState.REFUSED]
        told = "; ".join(f"Row {row.number}: {', '.join(row.reasons)}" for row in refused)
        super().__init__(f"{len(refused)} of {len(rows)} rows are refused. {told}.")
        self.rows = rows


@dataclass(frozen=True, kw_only=True)
class RecordedRatings:
    """What recording did: every row as it was found, and the drafts that were written, in the file's order."""

    rows: tuple[RowPreview, ...]
    editions: tuple[Edition, ...]


def record_ratings(
    table: RatingsTable, file: ReportFile, *, by: User | None = None, leave_refused_out: bool = False
) -> RecordedRatings:
    """Record the new and the changed rows of a table as drafts. The same file twice changes nothing.

    Raises RowsRefused, with nothing written, where a row is refused (unless `leave_refused_out`), or every row; and
    NotRecorded where the store is one of example data.
    """
    if is_example_store():
        raise NotRecorded(REFUSAL)
    with transaction.atomic(), pghistory.context(import_ratings=file.name):
        _lock_units(table)
        judged = judged_rows(table)
        rows = tuple(each.preview for each in judged)
        refused = [row for row in rows if row.state == RowState.REFUSED]
        if refused and (not leave_refused_out or len(refused) == len(rows)):
            raise RowsRefused(rows)
        written = [each for each in judged if each.preview.is_written]
        editions = _write(written, table, file, by) if written else ()
    return RecordedRatings(rows=rows, editions=editions)


def _lock_units(table: RatingsTable) -> None:
    """Two imports of one unit wait for each other, and always in the same order."""
    units = known_units()
    named = {unit.pk for row in table.rows if (unit := units.get(normalised(row.cells["pdu"])))}
    list(DeliveryUnit.objects.filter(pk__in=named).order_by("pk").select_for_update())


def _table_source(table: RatingsTable, file: ReportFile, by: User | None) -> Source:
    held = SourceFile.objects.filter(sha256=file.sha256, source__kind=SourceKind.TABLE).select_related("source").first()
    if held:
        return held.source
    source = Source.objects.create(
        key=free_key(slugify(file.name.rsplit(".", 1)[0])[:100] or "ratings"),
        kind=SourceKind.TABLE,
        title=f"Table of ratings ({file.name[:200]})",
        added_by=by,
    )
    store_file(source, file, form=table.form)
    return source


def _write(written: list[Judged], table: RatingsTable, file: ReportFile, by: User | None) -> tuple[Edition, ...]:
    writing = TableWriting(source=_table_source(table, file, by), by=by)
    return tuple(
        write_row(RowWriting(table=writing, placed=each.placed, changed=each.changed), each.preview.edition)
        for each in written
    )
