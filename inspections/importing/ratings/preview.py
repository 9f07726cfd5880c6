"""What recording a table would do, row by row. Nothing is written here."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from inspections.importing.ratings.comparing import Comparison, compared, disagreements, stands
from inspections.importing.ratings.held import Held, held
from inspections.importing.ratings.placing import Placed, placed_rows
from inspections.importing.ratings.rows import RatingsTable
from inspections.importing.ratings.values import Value, edition_values, row_values
from inspections.importing.recording.differences import Difference
from inspections.models import OPEN_STATES, Edition, EditionState


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class RowPreview:
    """A row and what recording it does.

    `number` is the one a person sees, `unit` the name as held, else as the row has it. `differences` are what is new
    or changed, field by field; `notes` say what stays although the row says otherwise; `reasons` why it is refused.
    `edition` is what is held of its inspection and was compared with the row.
    """

    number: int
    unit: str
    round: str
    state: RowState
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    edition: Edition | None = None

    @property
    def is_written(self) -> bool:
        """Whether recording writes anything of the row."""
        return self.state in (RowState.NEW, RowState.CHANGED)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A previewed row with what it takes to write it: the values by column, and where they belong."""

    preview: RowPreview
    placed: Placed
    changed: dict[str, Value] = field(default_factory=dict)


def preview_ratings(table: RatingsTable) -> tuple[RowPreview, ...]:
    """What recording would do with each row, in the file's order. Reads the store."""
    return tuple(judged.preview for judged in judged_rows(table))


def judged_rows(table: RatingsTable) -> tuple[Judged, ...]:
    """The preview of each row, with what it takes to write it."""
    store = held(table)
    return tuple(_judged(placed, store) for placed in placed_rows(table, store))


def _judged(placed: Placed, store: Held) -> Judged:
    cells = placed.row.cells
    name = placed.unit.name if placed.unit else cells["pdu"]
    preview = RowPreview(number=placed.row.number, unit=name, round=cells["round"], state=RowState.REFUSED)
    if placed.reasons:
        return Judged(preview=replace(preview, reasons=placed.reasons), placed=placed)
    editions = store.editions[placed.inspection.pk] if placed.inspection else []
    said = row_values(placed.row)
    if of_report := next((edition for edition in editions if edition.report), None):
        notes = ("the report is held: the row adds nothing", *disagreements(said, edition_values(of_report)))
        return Judged(preview=_unchanged(preview, of_report, notes), placed=placed)
    recorded = store.recorded_in(placed.inspection, placed.row.number) if placed.inspection else None
    if recorded:
        return Judged(preview=_unchanged(preview, recorded, _recorded_before(said, recorded, editions)), placed=placed)
    before = next((e for e in editions if e.state in OPEN_STATES), None) or next(iter(editions), None)
    comparison = _compared(placed, said, before)
    return Judged(
        preview=_with_state(replace(preview, edition=before), comparison, store),
        placed=placed,
        changed=comparison.changed,
    )


def _unchanged(preview: RowPreview, edition: Edition, notes: tuple[str, ...]) -> RowPreview:
    return replace(preview, state=RowState.UNCHANGED, edition=edition, notes=notes)


def _recorded_before(said: dict[str, Value], recorded: Edition, editions: list[Edition]) -> tuple[str, ...]:
    """That this file was recorded, and what has changed since: recording does not go back to what this file says."""
    newer = [edition for edition in editions if edition.number > recorded.number]
    return (
        f"recorded from this file before, as edition {recorded.number} ({recorded.get_state_display()})",
        *(f"edition {e.number} ({e.get_state_display()}) is newer and stays as it is" for e in newer),
        *stands(said, edition_values(editions[0])),
    )


def _compared(placed: Placed, said: dict[str, Value], before: Edition | None) -> Comparison:
    comparison = compared(said, edition_values(before) if before else {})
    note, held_note = placed.row.cells["note"], before.note if before else ""
    if not note or note == held_note:
        return comparison
    difference = Difference(key="note", before=held_note or None, after=note)
    return replace(comparison, differences=(*comparison.differences, difference))


def _with_state(preview: RowPreview, comparison: Comparison, store: Held) -> RowPreview:
    before = preview.edition
    if before is None:
        return replace(preview, state=RowState.NEW, differences=comparison.differences)
    if not comparison.differences:
        return replace(preview, state=RowState.UNCHANGED, notes=comparison.notes)
    told = replace(preview, differences=comparison.differences, notes=comparison.notes)
    if before.state == EditionState.IN_REVIEW:
        return replace(told, reasons=(f"edition {before.number} is in review: take it back to draft first",))
    if before.state == EditionState.PUBLISHED and before.pk in store.saying_more:
        reason = f"edition {before.number} holds more than a table can say: correct it by hand"
        return replace(told, reasons=(reason,))
    return replace(told, state=RowState.CHANGED)
