"""What is held, what is not, where it came from, and what it means."""

from inspections.rows import Absence, DateRow, Direction, Origin, Place, RatingCell, RoundRatings, Sourced
from inspections.wording.values import precise_date

NOT_HELD = "not held here"

ABSENCES = {
    Absence.NO_INSPECTION_RECORDED: (
        "No inspection is recorded here for this round. That does not mean that there was none."
    ),
    Absence.REPORT_NOT_HELD: "It was inspected in this round, but the report is not held here.",
    Absence.NOT_IN_REPORT: "The report is held here, but gives no such figure.",
    Absence.NO_EARLIER_INSPECTION: (
        "No earlier inspection is held here. That does not mean that this was the first one."
    ),
    Absence.NOTHING_RECORDED: "No inspection is recorded here. That does not mean that there was none.",
    Absence.NOT_A_STANDARD: "The framework of this inspection has no such standard.",
}

ORIGINS = {
    Origin.REPORT: "as published in the inspectorate's report",
    Origin.PRESS_RELEASE: "as published in the inspectorate's press release",
    Origin.PAGE: "as published on a page of the inspectorate",
    Origin.PRESS: "from a press report, not the inspectorate",
    Origin.STAFF: "entered by staff",
}

DIRECTIONS = {
    Direction.HIGHER_IS_BETTER: "Higher is better.",
    Direction.LOWER_IS_BETTER: "Lower is better.",
    Direction.CONTEXT: "This is context, not performance.",
}


def absence(why: Absence) -> str:
    """A whole sentence on why there is no value. The short form, for a cell, is the `Absence` itself."""
    return ABSENCES[why]


def absence_phrase(why: Absence | None) -> str:
    """A few words for a cell or a mark; without a known reason only that it is not held."""
    return NOT_HELD if why is None else str(why)


def origin(source: Origin) -> str:
    """Where a value came from: "from a press report, not the inspectorate"."""
    return ORIGINS[source]


def origin_note(source: Sourced | None) -> str:
    """What must be said wherever a value is not the inspectorate's."""
    if source is None or source.origin in (Origin.REPORT, Origin.PRESS_RELEASE, Origin.PAGE):
        return ""
    return f" ({origin(source.origin)})"


def sourced_date(row: DateRow) -> str:
    """ "September 2024 (from a press report, not the inspectorate)"; of a report's date, only whether it is queried."""
    queried = " (queried: the source gives another date too)" if row.is_queried else ""
    return precise_date(row.date) + origin_note(row.source) + queried


def rating(cell: RatingCell) -> str:
    """The rating in the report's words, or why there is none."""
    return str(cell.rating) if cell.rating else absence_phrase(cell.absence)


def score(points: int | None, maximum: int | None) -> str:
    """ "3 out of 21". A score of 0 is a real score; without one it is not held."""
    if points is None:
        return NOT_HELD
    return f"{points} out of {maximum}" if maximum is not None else str(points)


def rating_sentence(
    unit: Place,
    cell: RatingCell,
    points: int | None = None,
    maximum: int | None = None,
    *,
    score_source: Sourced | None = None,
) -> str:
    """ "Doncaster: rated Inadequate, 3 out of 21". Says so of a rating, or a score, that is not the inspectorate's."""
    if cell.rating is None:
        why = f" ({absence_phrase(cell.absence)})" if cell.absence else ""
        return f"{unit.name}: rating not held here{why}"
    rated = f"{unit.name}: rated {cell.rating}{origin_note(cell.source)}"
    return rated if points is None else f"{rated}, {score(points, maximum)}{origin_note(score_source)}"


def region_held_sentence(grid: RoundRatings) -> str:
    """ "10 of 11 overall ratings held for 2024, 1 of them from the press; 1 of 11 full reports", no full stop."""
    rated = [row for row in grid.rows if row.overall.rating]
    press = sum(row.overall.source is not None and row.overall.source.origin is Origin.PRESS for row in rated)
    from_press = f", {press} of them from the press" if press else ""
    reports = sum(row.is_report_held for row in grid.rows)
    every = len(grid.rows)
    return (
        f"{len(rated)} of {every} overall ratings held for {grid.round}{from_press}; {reports} of {every} full reports"
    )


def direction(meaning: Direction) -> str:
    """What a higher value means, as a sentence."""
    return DIRECTIONS[meaning]
