"""Answers to the problems of a staged file, kept with who gave them. Nobody overwrites another's unseen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Answer, StagedFile

TAKE_BACK = "take-back"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a person says of a problem: `value` is "" to confirm, and None to take an answer back.

    `seen` is the stamp of the answer that was shown to them.
    """

    value: str | None
    seen: str


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """What somebody else has said meanwhile (None: they took it back), and what was not kept because of it."""

    theirs: Answer | None
    mine: str | None


def stamp(given: Answer | None) -> str:
    """Tells one answer to a problem from the next."""
    return f"{given.answered_by_id}-{given.answered_at.timestamp():.6f}" if given else ""


def answer(file: StagedFile, said: Mapping[str, Said], *, by: User) -> dict[str, Conflict]:
    """Keep answers by the keys of their problems. Returns those that were not kept: others were given meanwhile.

    An answer like the one that is held changes nothing. A recorded file takes none.
    """
    conflicts: dict[str, Conflict] = {}
    with transaction.atomic():
        if not StagedFile.objects.select_for_update().only("state", "edition").get(pk=file.pk).is_to_check:
            return {}
        held = {given.problem: given for given in file.answers.select_related("answered_by")}
        for key, mine in said.items():
            theirs = held.get(key)
            if mine.value == (theirs.value if theirs else None):
                continue
            if mine.seen != stamp(theirs):
                conflicts[key] = Conflict(theirs=theirs, mine=mine.value)
            else:
                _keep(file, key, mine.value, theirs, by)
    return conflicts


def _keep(file: StagedFile, key: str, value: str | None, held: Answer | None, by: User) -> None:
    if value is None:
        if held:
            held.delete()
        return
    kept = held or Answer(file=file, problem=key)
    kept.value, kept.is_confirmed, kept.answered_by = value, value == "", by
    kept.save()
