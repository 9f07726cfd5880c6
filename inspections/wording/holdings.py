"""What is held, in words."""

from inspections.rows import Absence, FrameworkRow, WhatIsHeld
from inspections.wording.values import number, pdus, precise_date

# What is counted of each reason why something is missing: one, several.
MISSING = {
    Absence.NO_INSPECTION_RECORDED: ("pair of a PDU and a round", "pairs of a PDU and a round"),
    Absence.REPORT_NOT_HELD: ("inspection", "inspections"),
    Absence.NOT_IN_REPORT: ("report without an overall rating", "reports without an overall rating"),
    Absence.NO_EARLIER_INSPECTION: ("PDU", "PDUs"),
}


def holdings_sentence(held: WhatIsHeld) -> str:
    """ "15 inspections of 11 PDUs in 1 region are held here, 1 of them with its full report", without a full stop."""
    if not held.inspections:
        return "No inspection of a PDU is held here yet"
    verb = "is" if held.inspections == 1 else "are"
    inspections = counted(held.inspections, "inspection", "inspections")
    where = f"{pdus(held.units_inspected)} in {counted(held.regions_inspected, 'region', 'regions')}"
    reports = f"{number(held.reports)} of them with {'its' if held.reports == 1 else 'their'} full report"
    return f"{inspections} of {where} {verb} held here, {reports if held.reports else 'none with its full report'}"


def counted(count: int, one: str, several: str) -> str:
    """ "1 region", "0 regions", "1,200 regions"."""
    return f"{number(count)} {one if count == 1 else several}"


def missing_count(why: Absence, count: int) -> str:
    """ "14 inspections", "2 PDUs": how often something is not held for that reason."""
    return counted(count, *MISSING[why])


def framework_period(row: FrameworkRow) -> str:
    """ "October 2023 to October 2025", "from 2021", or that its dates are not held."""
    if row.used_from and row.used_until:
        return f"{precise_date(row.used_from)} to {precise_date(row.used_until)}"
    if row.used_from:
        return f"from {precise_date(row.used_from)}"
    return f"until {precise_date(row.used_until)}" if row.used_until else "dates not held here"


def bands_phrase(row: FrameworkRow) -> str:
    """Whether the bands of a framework are shown: only those that were found in a source."""
    if not row.bands:
        return "Not recorded here"
    verified = f"{row.verified_bands if row.verified_bands else 'none'} of them verified in a source"
    hidden = "" if row.verified_bands == row.bands else ": what is not verified is neither shown nor used"
    return f"{row.bands} recorded here, {verified}{hidden}"
