"""What is held, what is not, where it came from, and what it means."""

from collections.abc import Iterable, Sequence

from inspections.rows import (
    MADE_UP,
    Absence,
    DateRow,
    Direction,
    InspectionRow,
    Origin,
    Place,
    RatingCell,
    RoundRatings,
    Sourced,
)
from inspections.wording.values import (
    by_reason,
    fitting_title,
    inspected_span,
    listed,
    number_word,
    pdus,
    precise_date,
)

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
    Absence.NOT_IN_FRAMEWORK: "It was inspected in this round by a framework that does not have this standard.",
    Absence.NOTHING_RECORDED: "No inspection is recorded here. That does not mean that there was none.",
}

REPORT_NOT_HELD = "The overall rating is held here, the report is not: what is shown comes from the sources linked."

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


def is_made_up(key: str) -> bool:
    """Whether the key of a source, or the slug of a place, is of example data, which nobody published."""
    return key.startswith(MADE_UP)


def origin(source: Origin) -> str:
    """Where a value came from: "from a press report, not the inspectorate"."""
    return ORIGINS[source]


def origin_note(source: Sourced | None) -> str:
    """What must be said wherever a value is not the inspectorate's."""
    if source is None or source.origin in (Origin.REPORT, Origin.PRESS_RELEASE, Origin.PAGE):
        return ""
    return f" ({origin(source.origin)})"


def short_origin_note(source: Sourced | None) -> str:
    """The same for a title, where a full one is too long: " (press)"."""
    if source is None or not origin_note(source):
        return ""
    return " (press)" if source.origin is Origin.PRESS else f" ({origin(source.origin)})"


def sourced_date(row: DateRow) -> str:
    """ "September 2024 (from a press report, not the inspectorate)"; of a report's date, only whether it is queried."""
    queried = " (queried: the source gives another date too)" if row.is_queried else ""
    return precise_date(row.date) + origin_note(row.source) + queried


def rating(cell: RatingCell) -> str:
    """The rating in the report's words, or why there is none."""
    return str(cell.rating) if cell.rating else absence_phrase(cell.absence)


SCORE_QUERIED = "Queried: the ratings of the standards do not come to this score. All are as published."


def score(points: int | None, maximum: int | None) -> str:
    """ "3 out of 21". A score of 0 is a real score; without one it is not held."""
    if points is None:
        return NOT_HELD
    return f"{points} out of {maximum}" if maximum is not None else str(points)


def no_rating(why: Absence | None) -> str:
    """ "inspected, rating not held here": why there is no rating, to stand in its place in a sentence."""
    if why is Absence.REPORT_NOT_HELD:
        return "inspected, rating not held here"
    return f"rating not held here ({absence_phrase(why)})" if why else "rating not held here"


def outcome_phrase(
    cell: RatingCell,
    points: int | None = None,
    maximum: int | None = None,
    *,
    score_source: Sourced | None = None,
    is_queried: bool = False,
) -> str:
    """ "rated Inadequate, 3 out of 21". Says so of a rating, or a score, that is not the inspectorate's."""
    if cell.rating is None:
        return no_rating(cell.absence)
    rated = f"rated {cell.rating}{origin_note(cell.source)}"
    if points is None:
        return rated
    queried = ", queried" if is_queried else ""
    return f"{rated}, {score(points, maximum)}{origin_note(score_source)}{queried}"


def region_held_sentence(grids: Sequence[RoundRatings]) -> str:
    """What is held of a round, without a full stop. `grids` are those of the round, one for each of its frameworks.

    "1 of 11 full reports and 10 of 11 overall ratings held for 2024, one of them from the press"
    """
    rows = _of_each_unit(grids)
    rated = [row for row in rows if row.overall.rating]
    reports = sum(row.is_report_held for row in rows)
    every = len(rows)
    frameworks = listed(f"“{grid.framework}”" for grid in grids)
    by = f"; inspected by {number_word(len(grids))} frameworks, {frameworks}" if len(grids) > 1 else ""
    return (
        f"{reports} of {every} full reports and {len(rated)} of {every} overall ratings held for {grids[0].round}"
        f"{_from_the_press([row.overall.source for row in rated])}{by}"
    )


def region_held_title(grids: Sequence[RoundRatings], region: Place) -> str:
    """The sentence with the region's name; where a title has no room for it, the ratings first and in fewer words."""
    rows = _of_each_unit(grids)
    rated = [row for row in rows if row.overall.rating]
    reports = sum(row.is_report_held for row in rows)
    short = (
        f"{region.name}, {grids[0].round}: {len(rated)} of {len(rows)} overall ratings held"
        f"{_from_the_press([row.overall.source for row in rated])}; {reports} full report{'' if reports == 1 else 's'}"
    )
    return fitting_title(f"{region.name}: {region_held_sentence(grids)}", short)


def frameworks_of_round(round_label: str, units: Iterable[tuple[str, str]]) -> str:
    """Which units of a round were inspected by which framework, given as pairs of framework and unit: whole sentences.

    "" for one framework. "Inspected in the 2024 round by “21 points”: Avon, Brent; by “27 points”: Calder."
    """
    of_each = by_reason((unit, framework) for framework, unit in units)
    if len(of_each) <= 1:
        return ""
    # Names of units have an "and" in them.
    parts = [f"by “{framework}”: {', '.join(names)}" for framework, names in of_each.items()]
    return (
        f"Inspected in the {round_label} round {'; '.join(parts)}. Figures of different frameworks are never put into "
        "one average or one order."
    )


def region_inspected_sentence(grids: Sequence[RoundRatings]) -> str:
    """When the units of a round were inspected, as far as dates are held, without a full stop. Takes its grids.

    "Inspections begun July 2024 to September 2024, by the dates held of 3 of 11 PDUs, two of them from the press"
    """
    rows = _of_each_unit(grids)
    dates = [row.inspected for row in rows if row.inspected]
    if not dates:
        return f"Dates of inspection not held here for {grids[0].round}"
    words = inspected_span(row.date for row in dates)
    every = len(rows)
    held = "" if len(dates) == every else f", by the dates held for {len(dates)} of {pdus(every)}"
    return f"{words[:1].upper()}{words[1:]}{held}{_from_the_press([row.source for row in dates])}"


def _of_each_unit(grids: Iterable[RoundRatings]) -> list[InspectionRow]:
    """The one row of each unit: where no inspection is recorded, it stands in the grid of every framework."""
    rows: dict[str, InspectionRow] = {}
    for grid in grids:
        for row in grid.rows:
            if row.unit.slug not in rows or row.overall.absence is not Absence.NO_INSPECTION_RECORDED:
                rows[row.unit.slug] = row
    return list(rows.values())


def _from_the_press(sources: Sequence[Sourced | None]) -> str:
    press = sum(source is not None and source.origin is Origin.PRESS for source in sources)
    if not press:
        return ""
    if press == len(sources):
        return ", from the press" if press == 1 else ", all of them from the press"
    return f", {number_word(press)} of them from the press"


def what_is_not_held(grid: RoundRatings) -> dict[str, list[str]]:
    """The names of the units without a rating or a report, by the sentence that says why."""
    return by_reason(
        (row.unit.name, absence(row.overall.absence) if row.overall.absence else REPORT_NOT_HELD)
        for row in grid.rows
        if row.overall.absence or not row.is_report_held
    )


def direction(meaning: Direction) -> str:
    """What a higher value means, as a sentence."""
    return DIRECTIONS[meaning]
