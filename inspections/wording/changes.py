"""A rating beside the one held before it: the words of both, and what may be said of the two together.

"Better" and "worse" are said of one framework, or where it is recorded with a source that ratings of two may be
compared. That an inspection was the first one is never said: only that no earlier one is held here.
"""

from collections.abc import Iterable

from inspections import comparison
from inspections.comparison import Change
from inspections.rows import EarlierRatings, InspectionRow, RatingCell, RoundRatings
from inspections.wording.held import origin_note
from inspections.wording.values import listed, number_word

COMPARED = {Change.BETTER: "better than in", Change.WORSE: "worse than in", Change.SAME: "the same as in"}


def earlier_cell(earlier: EarlierRatings | None, theme: str = "") -> RatingCell | None:
    """The earlier overall rating, or that of a standard; None where no earlier inspection is held or had the standard.

    A theme is the slug that joins the standards of several frameworks.
    """
    if earlier is None:
        return None
    return earlier.standards.get(theme) if theme else earlier.overall


def earlier_phrase(earlier: EarlierRatings | None, theme: str = "") -> str:
    """ "2022-23: Inadequate", with its origin where that is not the inspectorate; "" without a rating."""
    cell = earlier_cell(earlier, theme)
    if earlier is None or cell is None or cell.rating is None:
        return ""
    return f"{earlier.round}: {cell.rating}{origin_note(cell.source)}"


def _change(row: InspectionRow, theme: str = "") -> Change:
    """How the overall rating, or that of a standard, stands to the one held before."""
    before = earlier_cell(row.earlier, theme)
    return comparison.change(
        _now(row, theme).rating,
        before.rating if before else None,
        has_earlier=row.earlier is not None,
        is_comparable=row.earlier is not None and row.earlier.is_comparable,
    )


def change_phrase(row: InspectionRow, theme: str = "") -> str:
    """ "better than in 2022-23"; or why nothing of the kind can be said. For the cell beside both ratings."""
    found = _change(row, theme)
    if row.earlier is None:
        return str(Change.NO_EARLIER)
    if found in COMPARED:
        return f"{COMPARED[found]} {row.earlier.round}{_recorded(row.earlier)}"
    if found is Change.NOT_HELD:
        cells = {row.earlier.round: earlier_cell(row.earlier, theme), row.round: _now(row, theme)}
        rounds = [label for label, cell in cells.items() if cell is None or cell.rating is None]
        return f"not known: no rating of {' or '.join(rounds)} is held here"
    return str(found)


def change_sentence(row: InspectionRow, theme: str = "") -> str:
    """ "2022-23: Inadequate; not comparable: framework changed": both words and change, without a full stop."""
    return "; ".join(filter(None, [earlier_phrase(row.earlier, theme), change_phrase(row, theme)]))


def frameworks_sentence(grids: Iterable[RoundRatings]) -> str:
    """Why rounds of several frameworks stand side by side in words only; "" where all are of one. No full stop."""
    frameworks: dict[str, None] = {}
    recorded: dict[str, None] = {}
    for grid in grids:
        frameworks[grid.framework] = None
        for earlier in (row.earlier for row in grid.rows if row.earlier):
            frameworks[earlier.framework] = None
            if earlier.comparability:
                recorded[f"{earlier.framework} and {grid.framework} ({earlier.comparability})"] = None
    if len(frameworks) <= 1:
        return ""
    names = listed(f"“{framework}”" for framework in frameworks)
    may_be = f"That is recorded of {listed(recorded)}" if recorded else "Nothing of the kind is recorded yet"
    return (
        f"These ratings are by {number_word(len(frameworks))} frameworks: {names}. Their standards and maximum scores "
        "differ, so only the words of the ratings stand side by side: the scores are not comparable. Better or worse "
        f"is said only where it is recorded here, with a source, that two frameworks may be compared. {may_be}"
    )


def _now(row: InspectionRow, theme: str) -> RatingCell:
    return row.standards.get(theme, RatingCell()) if theme else row.overall


def _recorded(earlier: EarlierRatings) -> str:
    """Whose word it is that two frameworks may be compared; nothing has to be said within one."""
    return f" (frameworks comparable by {earlier.comparability})" if earlier.comparability else ""
