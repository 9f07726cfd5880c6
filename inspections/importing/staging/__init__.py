"""Uploaded files on their way into the store: staged, read, answered, previewed, recorded.

The same functions as the command's stand behind each step, and nothing of an inspection is written before the last.
"""

from inspections.importing.staging.answering import Conflict, answer
from inspections.importing.staging.checked import Checked, staged_report
from inspections.importing.staging.files import MAX_FILES, NotStaged, clean_name, stage
from inspections.importing.staging.reading import read_staged
from inspections.importing.staging.recording import NotAgreed, Preview, preview_recording, record_staged
from inspections.importing.staging.tables import record_staged_table, rows_digest, staged_table

__all__ = [
    "MAX_FILES",
    "Checked",
    "Conflict",
    "NotAgreed",
    "NotStaged",
    "Preview",
    "answer",
    "clean_name",
    "preview_recording",
    "read_staged",
    "record_staged",
    "record_staged_table",
    "rows_digest",
    "stage",
    "staged_report",
    "staged_table",
]
