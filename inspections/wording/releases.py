"""What a release did, and what a correction changed."""

import datetime
from collections.abc import Sequence

from inspections.rows import (
    SOURCE,
    WITHDRAWN,
    Correction,
    FieldChange,
    NoLongerPublic,
    Place,
    PreciseDate,
    Precision,
    Released,
    ReleasedInspection,
    ReleaseEntry,
)
from inspections.wording.values import listed, number_word, precise_date

NAMED = 3
# The fields that are sentences of the source, or to readers.
TEXTS = {"text", "statement"}
VERBS = {
    Released.CORRECTED: "corrected",
    Released.WITHDRAWN: "withdrawn",
    Released.PUBLISHED_AGAIN: "published again",
    Released.PUBLISHED: "published",
}


def release_title(entry: ReleaseEntry) -> str:
    """ "Release 3: Doncaster 2024 corrected; 12 inspections published"."""
    return f"Release {entry.number}: {release_did(entry)}"


def release_did(entry: ReleaseEntry) -> str:
    """ "Doncaster 2024 corrected; 12 inspections published": corrections first."""
    told = [
        f"{_inspections(rows)} {verb}"
        for what, verb in VERBS.items()
        if (rows := [row for row in entry.inspections if row.what is what])
    ]
    return "; ".join(told) or "nothing of a delivery unit"


def release_name(entry: ReleaseEntry) -> str:
    """What staff have called a release, "" where that says no more than what it did ("Doncaster, 2024")."""
    title = entry.title.strip()
    return "" if _bare(title) in _bare(release_title(entry)) else title


def release_span(earlier: int, later: int, count: int) -> str:
    """ "From release 1 to release 3: two inspections differ"."""
    if earlier == later:
        return f"Release {earlier} and no other: choose two"
    differ = f"{number_word(count) if count else 'no'} inspection{'s differ' if count > 1 else ' differs'}"
    return f"From release {earlier} to release {later}: {differ}"


def release_date(entry: ReleaseEntry) -> str:
    """ "4 May 2026"."""
    return _day(entry.published)


def changes_count(count: int) -> str:
    """ "one change", "12 changes", "no changes"."""
    return f"{number_word(count) if count else 'no'} change{'' if count == 1 else 's'}"


def field_change(change: FieldChange) -> str:
    """ "percentage: 37%, was 29%"; what is new or no longer held says so."""
    now = _quoted(change, change.after) or "no longer held here"
    return f"{change.field}: {now}, was {_quoted(change, change.before) or 'not held here'}"


def field_words(change: FieldChange) -> str:
    """ "percentage: 37%": of a fact that is new or gone."""
    return f"{change.field}: {_quoted(change, change.after or change.before)}"


def release_changes(entry: ReleaseEntry, *, at_most: int) -> list[str]:
    """ "Doncaster 2024, Assessment, key question 3, percentage: 37%, was 38%"; and last how many more there are."""
    told = [
        f"{row.unit.name} {row.round}, {change.label}, {field_change(change)}"
        for row in entry.inspections
        for change in row.changes
    ]
    more = len(told) - at_most
    return told if more <= 0 else [*told[:at_most], f"{number_word(more)} more"]


def fact_standing(changes: Sequence[FieldChange]) -> str:
    """ "not held here before" or "no longer held here", of all changes of one fact; "" where it was and is held."""
    source = next((change for change in changes if change.field == SOURCE), None)
    if source is None or (source.before and source.after):
        return ""
    return "not held here before" if source.after else "no longer held here"


def is_still_held(changes: Sequence[FieldChange]) -> bool:
    """Whether the fact of these changes has a source that can be looked at."""
    return changes[0].is_cited and all(change.after for change in changes if change.field == SOURCE)


def _quoted(change: FieldChange, words: str) -> str:
    return f"“{words}”" if words and words != WITHDRAWN and change.field in TEXTS else words


def correction_sentence(correction: Correction) -> str:
    """ "Corrected on 4 May 2026 (release 3), two changes: The figure was misread."."""
    count = changes_count(correction.change_count)
    by = f"on {_day(correction.published)} (release {correction.release})"
    if correction.withdrawn_in is None:
        return f"Corrected {by}, {count}: {correction.reason}"
    after = f"after it was withdrawn (release {correction.withdrawn_in})"
    return f"Published again {by}, {after}, {count}: {correction.reason}"


def no_longer_public_title(gone: NoLongerPublic) -> str:
    """ "Doncaster PDU, 2024: withdrawn"."""
    what = "a document that nothing is told from" if gone.is_document else "a statement that is no longer held here"
    return f"{gone.unit.name} PDU, {gone.round}: {'withdrawn' if gone.is_withdrawn else what}"


def no_longer_public_sentence(gone: NoLongerPublic) -> str:
    """ "The inspection of Doncaster PDU in the 2024 round was withdrawn here on 4 May 2026, by release 3."."""
    of = f"the inspection of {gone.unit.name} PDU in the {gone.round} round"
    if gone.is_document:
        was = f"was {'withdrawn' if gone.is_withdrawn else 'corrected'} on {_day(gone.published)}"
        return f"Nothing is told from this document here since {of} {was}, by release {gone.release}."
    if gone.is_withdrawn:
        return f"T{of[1:]} was withdrawn here on {_day(gone.published)}, by release {gone.release}."
    return f"This statement of {of} was taken back here on {_day(gone.published)}, by release {gone.release}."


def unit_without_inspection_title(unit: Place, withdrawn: Sequence[NoLongerPublic]) -> str:
    """ "Doncaster PDU: inspection of 2024 withdrawn"; "Doncaster PDU: no inspection recorded here"."""
    if not withdrawn:
        return f"{unit.name} PDU: no inspection recorded here"
    inspections = "inspection" if len(withdrawn) == 1 else "inspections"
    return f"{unit.name} PDU: {inspections} of {listed(gone.round for gone in withdrawn)} withdrawn"


def unit_without_inspection_sentence(unit: Place, withdrawn: Sequence[NoLongerPublic]) -> str:
    """That a delivery unit has no public inspection. What is not recorded here may have been."""
    if withdrawn:
        return f"No inspection of {unit.name} PDU is public here today."
    return f"No inspection of {unit.name} PDU is recorded here. That does not mean there was none."


def _day(day: datetime.date) -> str:
    return precise_date(PreciseDate(date=day, precision=Precision.DAY))


def _bare(words: str) -> str:
    """To compare by: "Doncaster, 2024" and "Doncaster 2024" are the same."""
    return " ".join(words.replace(",", " ").split()).casefold()


def _inspections(rows: Sequence[ReleasedInspection]) -> str:
    if len(rows) > NAMED:
        return f"{number_word(len(rows))} inspections"
    return listed(f"{row.unit.name} {row.round}" for row in rows)
