"""One standard across the delivery units of a region, without a ranking."""

from inspections.ratings import Rating
from inspections.rows import Absence, Origin, Place, StandardInRegion, StandardOfUnit
from inspections.wording.held import absence
from inspections.wording.values import count_of, fitting_title, listed, pdus


def standard_sentence(found: StandardInRegion, region: Place) -> str:
    """How many delivery units have which rating, best first, without a full stop.

    "Leadership in Yorkshire and the Humber, 2024: Good in 1 and Inadequate in 2 of the 3 PDUs with a rating held (of
    11)". The number is not said twice where all have one rating.
    """
    name = f"{found.standard.name} in {region.name}"
    if not found.round:
        return f"{name}: no inspection of this standard is recorded here"
    rated = [row for row in found.rows if row.cell.rating]
    if not rated:
        return f"{name}, {found.round}: no rating held here for any of the {pdus(len(found.rows))}"
    numbers = {rating: sum(row.cell.rating is rating for row in rated) for rating in reversed(list(Rating))}
    given = {rating: number for rating, number in numbers.items() if number}
    *most, last = [f"{rating} in {number}" for rating, number in given.items()]
    every = f"the {pdus(len(rated))} with a rating held"
    if len(rated) < len(found.rows):
        every = f"{every} (of {len(found.rows)})"
    ratings = listed([*most, f"{last} of {every}"]) if most else f"{next(iter(given))} in {every}"
    return f"{name}, {found.round}: {ratings}{_press(found)}"


def standard_title(found: StandardInRegion, region: Place) -> str:
    """The sentence, or where a title has no room for it: "Leadership, Northern Fells, 2024: Good 1, not held 10"."""
    rated = [row.cell.rating for row in found.rows if row.cell.rating]
    given = [f"{rating} {rated.count(rating)}" for rating in reversed(list(Rating)) if rating in rated]
    missing = [f"not held {len(found.rows) - len(rated)}"] if len(rated) < len(found.rows) else []
    short = f"{found.standard.name}, {region.name}, {found.round}: {', '.join([*given, *missing])}"
    press = _press(found) if rated else ""
    return fitting_title(standard_sentence(found, region), f"{short}{press}", short)


def standard_held_sentence(found: StandardInRegion) -> str:
    """ "Findings on it are held here for 1 of 11 PDUs: Doncaster", without a full stop."""
    units = [row.unit.name for row in found.rows if row.group]
    every = pdus(len(found.rows))
    if not units:
        return f"Findings on it are held here for none of the {every}"
    return f"Findings on it are held here for {count_of(len(units), len(found.rows))} PDUs: {listed(units)}"


def findings_absence(row: StandardOfUnit) -> str:
    """Why no finding on a standard is shown for a delivery unit, as a sentence."""
    if row.edition is None:
        return absence(Absence.NO_INSPECTION_RECORDED)
    if row.cell.absence is Absence.NOT_IN_FRAMEWORK:
        return absence(Absence.NOT_IN_FRAMEWORK)
    if not row.is_report_held:
        return absence(Absence.REPORT_NOT_HELD)
    return "The report is held here, but gives no findings on this standard."


def _press(found: StandardInRegion) -> str:
    """ ", 1 of them from the press", ", from the press" of all."""
    rated = [row.cell for row in found.rows if row.cell.rating]
    press = sum(cell.source is not None and cell.source.origin is Origin.PRESS for cell in rated)
    if press == len(rated):
        return ", from the press"
    return f", {press} of them from the press" if press else ""
