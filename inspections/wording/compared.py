"""Delivery units side by side: what each is known by, and why one has nothing in a row.

Nothing here says that one delivery unit is better than another.
"""

from inspections.rows import Absence, ComparedUnit, Comparison
from inspections.wording.held import absence_phrase, no_rating, origin_note, rating, score
from inspections.wording.values import fitting_title, listed, number


def compared_heading(comparison: Comparison) -> str:
    """ "Doncaster and Leeds compared"."""
    return f"{listed(row.unit.name for row in comparison.units)} compared"


def compared_sentence(comparison: Comparison) -> str:
    """ "Doncaster, 2024: Inadequate, 3 out of 21; Leeds, 2024: Inadequate", without a full stop."""
    outcomes = "; ".join(_outcome(row) for row in comparison.units)
    if len(comparison.frameworks) <= 1:
        return outcomes
    return f"{outcomes}; scores of different frameworks, not comparable"


def compared_title(comparison: Comparison) -> str:
    """The outcomes, which name the units; only names and rounds where that is too long for a title."""
    rounds = dict.fromkeys(row.inspection.round for row in comparison.units if row.inspection.round)
    short = ", ".join(filter(None, [compared_heading(comparison), listed(rounds)]))
    return fitting_title(f"Compared: {compared_sentence(comparison)}", short)


def _outcome(row: ComparedUnit) -> str:
    inspection = row.inspection
    if inspection.edition is None:
        of_round = f", {inspection.round}" if inspection.round else ""
        return f"{row.unit.name}{of_round}: {absence_phrase(row.absence)}"
    cell = inspection.overall
    words = f"{rating(cell)}{origin_note(cell.source)}" if cell.rating else no_rating(cell.absence)
    if inspection.score is not None:
        points = score(inspection.score, inspection.max_score)
        queried = ", queried" if inspection.is_score_queried else ""
        words = f"{words}, {points}{origin_note(inspection.score_source)}{queried}"
    return f"{row.unit.name}, {inspection.round}: {words}"


def frameworks_notice(comparison: Comparison) -> str:
    """What must be known before reading: that the frameworks differ, or else the rounds; "" where neither does."""
    held = [row for row in comparison.units if row.inspection.edition]
    if len(comparison.frameworks) > 1:
        by = "; ".join(f"{row.unit.name} by {row.framework}, in the {row.inspection.round} round" for row in held)
        return (
            f"Inspected by different frameworks: {by}. Their scores are not comparable. Standards are joined by name "
            "only, and no difference between these PDUs is worked out here."
        )
    if len({row.inspection.round for row in held}) > 1:
        each = listed(f"{row.unit.name} in {row.inspection.round}" for row in held)
        return f"Inspected in different rounds: {each}. Much may have changed in between."
    return ""


def recommendation_count(row: ComparedUnit) -> str:
    """ "6, counted here", "7, their text is not held here", or that it is not known."""
    if row.recommendations:
        return f"{number(len(row.recommendations))}, counted here"
    if row.recommendation_count is not None:
        return f"{number(row.recommendation_count)}, their text is not held here"
    return _nothing_read(row)


def no_recommendation(row: ComparedUnit, theme: str = "") -> str:
    """Why a unit has no recommendation with a theme of ours; for "", why it has none without a theme."""
    if not row.recommendations:
        return "their text is not held here" if row.recommendation_count is not None else _nothing_read(row)
    if not theme:
        return "none: all have a theme"
    has_themes = any(each.themes for each in row.recommendations)
    return "none with this theme" if has_themes else "no theme is assigned here to its recommendations"


def no_strength(row: ComparedUnit, theme: str = "") -> str:
    """Why a unit has no strength under a standard; for "", under a part of the report that is no standard."""
    cell = row.inspection.standards.get(theme)
    if cell is not None and cell.absence is Absence.NOT_IN_FRAMEWORK:
        return absence_phrase(cell.absence)
    return "no strength listed in the report" if row.inspection.is_report_held else absence_phrase(row.absence)


def nothing_compared(what: str, comparison: Comparison) -> str:
    """That no unit has any of a part of the page, and why each has not: "Leeds: inspected, report not held here"."""
    why = "; ".join(f"{row.unit.name}: {absence_phrase(row.absence)}" for row in comparison.units)
    return f"{what}: nothing is held here of these PDUs. {why}."


def _nothing_read(row: ComparedUnit) -> str:
    return "none held here of the report" if row.inspection.is_report_held else absence_phrase(row.absence)
