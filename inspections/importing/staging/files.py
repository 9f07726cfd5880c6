"""The first step: files are kept as they arrived, with their name, size and SHA-256, who brought them and when."""

import unicodedata
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction

from inspections.importing.example_store import REFUSAL, is_example_store
from inspections.importing.extract import MAX_FILE_BYTES
from inspections.importing.recording.store_source import ReportFile
from inspections.models import StagedFile, Upload

MAX_FILES = 20
MAX_NAME = 255
NAMELESS = "file"


class NotStaged(Exception):
    """The files can't be kept: one line that says why."""


def stage(files: Iterable[ReportFile], *, by: User) -> Upload:
    """Keep files in their order, all or none. They are taken one at a time. Raises NotStaged."""
    if is_example_store():
        raise NotStaged(REFUSAL)
    with transaction.atomic():
        upload = Upload.objects.create(uploaded_by=by)
        count = 0
        for count, file in enumerate(files, start=1):
            _check(file, count)
            StagedFile.objects.create(
                upload=upload,
                position=count,
                name=clean_name(file.name),
                sha256=file.sha256,
                size=len(file.content),
                content=file.content,
            )
        if not count:
            raise NotStaged("There is no file.")
    return upload


def clean_name(name: str) -> str:
    """A file's name as a label: without a path, control characters and what only changes the direction of writing."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter for letter in last
    )
    return " ".join(plain.split())[:MAX_NAME] or NAMELESS


def _check(file: ReportFile, count: int) -> None:
    if count > MAX_FILES:
        raise NotStaged(f"More than {MAX_FILES} files: choose {MAX_FILES} at most.")
    if len(file.content) > MAX_FILE_BYTES:
        raise NotStaged(f"{clean_name(file.name)} is larger than {MAX_FILE_BYTES:,} bytes, the most that is kept.")
