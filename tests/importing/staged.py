"""Files staged and read for tests, by somebody."""

from django.contrib.auth.models import User

from inspections.importing.recording.store_source import ReportFile
from inspections.importing.staging import answer, read_staged, stage, staged_report
from inspections.importing.staging.answering import Said
from inspections.models import StagedFile


def somebody(name: str = "amina") -> User:
    return User.objects.get_or_create(username=name, defaults={"is_staff": True})[0]


def staged(content: bytes | str, *, name: str = "marlow.txt", by: User | None = None) -> StagedFile:
    """A file of one upload, read."""
    raw = content.encode() if isinstance(content, str) else content
    upload = stage([ReportFile(name=name, content=raw)], by=by or somebody())
    return read_staged(upload.staged_files.get())


def say(file: StagedFile, *, by: User | None = None, **said: str | None) -> None:
    """Answer the first problem of each type: `say(file, pdu_unknown="create")`."""
    answers = {}
    for type_, value in said.items():
        asked = next(asked for asked in staged_report(file).asked if asked.problem.type == type_)
        answers[asked.problem.key] = Said(value=value, seen="")
    assert answer(file, answers, by=by or somebody()) == {}


def key_of(file: StagedFile, type_: str) -> str:
    return next(asked.problem.key for asked in staged_report(file).asked if asked.problem.type == type_)
