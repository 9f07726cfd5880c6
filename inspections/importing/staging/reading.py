"""The second step: one file is read, in one bounded go. What can't be read is refused with its reason."""

from collections.abc import Callable

from django.db import DataError, transaction
from django.utils import timezone

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from inspections.importing.ratings.rows import BadTable
from inspections.importing.staging.checked import checked, keep_counts
from inspections.importing.staging.kinds import Kind, kind_of, staged_form
from inspections.importing.staging.lines import as_lines
from inspections.importing.staging.tables import read_table
from inspections.models import StagedFile, StagedState


def read_staged(file: StagedFile) -> StagedFile:
    """Read a waiting file. Two that do so at once wait for each other, and the second does nothing."""
    with transaction.atomic():
        locked = StagedFile.objects.select_for_update().get(pk=file.pk)
        if locked.state == StagedState.WAITING:
            _read(locked)
    return locked


def _read(file: StagedFile) -> None:
    content = bytes(file.content)
    try:
        file.form = staged_form(content).value
        READERS[kind_of(file.form)](file, content)
        file.state = StagedState.READ
        with transaction.atomic():
            _save(file)
    except (NotReadable, NotAReport, BadTable) as error:
        _refuse(file, str(error))
    except DataError:
        _refuse(file, "Its text has characters that can't be stored.")


def _read_report(file: StagedFile, content: bytes) -> None:
    document = extract(content)
    report = parse(document)
    file.lines = as_lines(document)
    keep_counts(file, checked(file, report, document))


def _refuse(file: StagedFile, reason: str) -> None:
    file.state, file.reason, file.lines = StagedState.REFUSED, reason, None
    file.about, file.must_fix, file.to_confirm, file.notes = "", None, None, None
    _save(file)


def _save(file: StagedFile) -> None:
    file.read_at = timezone.now()
    file.save(update_fields=["form", "state", "reason", "lines", "read_at", "about", "must_fix", "to_confirm", "notes"])


READERS: dict[Kind, Callable[[StagedFile, bytes], None]] = {Kind.REPORT: _read_report, Kind.TABLE: read_table}
