from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.defaultfilters import pluralize

from inspections.importing.extract import NotReadable
from inspections.importing.ratings.preview import RowPreview, RowState, preview_ratings
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import RecordedRatings, RowsRefused, record_ratings
from inspections.importing.ratings.rows import MOST_BYTES, BadTable, RatingsTable
from inspections.importing.recording.record import NotRecorded
from inspections.importing.recording.store_source import ReportFile
from inspections.management.given_file import content_of, in_one_line


class Command(BaseCommand):
    help = "Read a table of ratings (CSV or XLSX) and record its rows as drafts. docs/ratings-table.md has its columns."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the table, as CSV in UTF-8 or as XLSX")
        parser.add_argument("--dry-run", action="store_true", help="show what each row would do; write nothing")
        parser.add_argument(
            "--leave-refused-out",
            action="store_true",
            help="record the other rows where some are refused, and not none of them",
        )

    def handle(self, *, file, dry_run, leave_refused_out, **options):
        name = in_one_line(file.name)
        try:
            content = content_of(file, most=MOST_BYTES)
            table = read_ratings(content)
        except OSError as error:
            raise CommandError(f"{in_one_line(str(file))}: {error.strerror}.") from error
        except (NotReadable, BadTable) as error:
            raise CommandError(f"{name}: {error}") from error
        try:
            if dry_run:
                self._show(table, preview_ratings(table))
            else:
                self._record(table, ReportFile(name=name, content=content), leave_refused_out=leave_refused_out)
        except DatabaseError as error:
            raise CommandError(f"{name}: the store refused it. {str(error).splitlines()[0]}") from error

    def _record(self, table: RatingsTable, file: ReportFile, *, leave_refused_out: bool) -> None:
        try:
            recorded = record_ratings(table, file, leave_refused_out=leave_refused_out)
        except RowsRefused as error:
            self._show(table, error.rows)
            raise CommandError(f"{file.name}: nothing recorded. {error}") from error
        except NotRecorded as error:
            raise CommandError(f"{file.name}: nothing recorded. {error}") from error
        self._show(table, recorded.rows)
        self.stderr.write(f"{file.name}: {_outcome(recorded)}.", self.style.SUCCESS)

    def _show(self, table: RatingsTable, rows: tuple[RowPreview, ...]) -> None:
        counts = Counter(row.state for row in rows)
        told = ", ".join(f"{counts[state]} {state}" for state in RowState if counts[state])
        self.stdout.write(f"{len(rows)} rows: {told}.")
        for note in table.notes:
            self.stdout.write(f"  {note}")
        for row in rows:
            place = f", {row.edition}" if row.edition else f", {row.unit}, {row.round}"
            self.stdout.write(f"Row {row.number}: {row.state}{place}")
            for line in (*row.reasons, *row.differences, *row.notes):
                self.stdout.write(f"  {line}")


def _outcome(recorded: RecordedRatings) -> str:
    drafts = len(recorded.editions)
    refused = sum(row.state == RowState.REFUSED for row in recorded.rows)
    told = f"{drafts} draft{pluralize(drafts)} recorded" if drafts else "nothing to record"
    return f"{told}, {refused} refused row{pluralize(refused)} left out" if refused else told
