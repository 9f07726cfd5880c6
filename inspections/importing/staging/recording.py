"""The last steps: what recording would do, and recording. Either happens wholly or not at all."""

import hashlib
from dataclasses import dataclass

import pghistory
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from inspections.importing.recording.differences import Difference, facts_by_key
from inspections.importing.recording.record import NotRecorded, Outcome, Recorded, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.staging.checked import Checked, staged_report
from inspections.models import DeliveryUnit, Edition, Region, StagedFile, StagedState
from inspections.rows import ProblemLevel


class NotAgreed(NotRecorded):
    """What would be recorded is not what was agreed to: look at it again."""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What recording a file would do. `reason` says why it can't be recorded, else `edition` is named as it would be.

    `published` is the edition that stays public, `places` are the places it would create, `facts` how many facts it
    would hold; `digest` stands for all of it.
    """

    reason: str = ""
    outcome: Outcome | None = None
    edition: str = ""
    held: Edition | None = None
    places: tuple[str, ...] = ()
    facts: int = 0
    differences: tuple[Difference, ...] = ()
    open_beside: Edition | None = None
    published: Edition | None = None
    digest: str = ""

    @property
    def needs_yes(self) -> bool:
        """Whether an open draft would be overwritten."""
        return self.outcome is Outcome.UPDATED


def preview_recording(file: StagedFile, *, by: User, found: Checked | None = None) -> Preview:
    """What recording would do, found out by doing it and taking it back. `found` is the file's report, where read."""
    found = found or staged_report(file)
    try:
        with transaction.atomic():
            preview = _tried(file, found, by)
            transaction.set_rollback(True)
    except NotRecorded as error:
        return Preview(reason=str(error))
    except DatabaseError as error:
        return Preview(reason=refusal(error))
    return preview


def record_staged(file: StagedFile, *, by: User, agreed: str = "", may_create_places: bool = True) -> Recorded:
    """Record a read file as a draft, and link it. A recorded one changes nothing.

    `agreed` is the digest of the preview that a person said yes to. An open draft is overwritten only with it, and
    where it is given, only what was previewed is recorded. Raises NotRecorded, with nothing written.
    """
    try:
        with transaction.atomic(), pghistory.context(staged_file=file.pk):
            locked = StagedFile.objects.select_for_update().get(pk=file.pk)
            if locked.state == StagedState.RECORDED and locked.edition:
                return Recorded(edition=locked.edition, outcome=Outcome.UNCHANGED)
            if locked.lines is None:
                raise NotRecorded("The file has not been read.")
            found = staged_report(locked)
            if found.settling.corrected.creates_places and not may_create_places:
                raise NotRecorded("Adding regions and delivery units is not among your permissions.")
            recorded = _record(locked, found, by)
            digest = _digest(recorded, found)
            if (agreed or recorded.outcome is Outcome.UPDATED) and agreed != digest:
                raise NotAgreed("This has changed since it was shown: look at it again before it is recorded.")
            locked.state, locked.edition = StagedState.RECORDED, recorded.edition
            locked.save(update_fields=["state", "edition"])
            return recorded
    except DatabaseError as error:
        raise NotRecorded(refusal(error)) from error


def _tried(file: StagedFile, found: Checked, by: User) -> Preview:
    places = _places()
    recorded = _record(file, found, by)
    is_held = recorded.outcome is Outcome.UNCHANGED
    return Preview(
        outcome=recorded.outcome,
        edition=str(recorded.edition),
        held=recorded.edition if is_held else None,
        places=tuple(sorted(_places() - places)),
        facts=0 if is_held else len(facts_by_key(recorded.edition)),
        differences=recorded.differences,
        open_beside=recorded.open_beside,
        published=Edition.objects.published().filter(inspection=recorded.edition.inspection_id).first(),
        digest=_digest(recorded, found),
    )


def _record(file: StagedFile, found: Checked, by: User) -> Recorded:
    if left := found.open(ProblemLevel.MUST_FIX):
        raise NotRecorded(_left(len(left)), tuple(asked.problem for asked in left))
    return record_report(
        found.report,
        ReportFile(name=file.name, content=bytes(file.content)),
        by=by,
        create_places=found.settling.corrected.creates_places,
        settled=found.settled,
    )


def _left(count: int) -> str:
    return "1 problem must be fixed first." if count == 1 else f"{count} problems must be fixed first."


def _places() -> set[str]:
    regions = {f"the region {name}" for name in Region.objects.values_list("name", flat=True)}
    units = DeliveryUnit.objects.values_list("name", "region__name")
    return regions | {f"the delivery unit {name} in {region}" for name, region in units}


def _digest(recorded: Recorded, found: Checked) -> str:
    """Stands for the draft that would be written and for the answers it would be written with."""
    told = [recorded.outcome.value, str(recorded.edition), *map(str, recorded.differences)]
    told += [f"{key}={answer.value}" for key, answer in sorted(found.answers.items())]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()


def refusal(error: DatabaseError) -> str:
    """Why the store refuses to write something, in one line."""
    return f"The store refuses it: {str(error).splitlines()[0]}."
