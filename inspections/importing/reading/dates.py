"""Dates as reports write them, with the precision they have: "08 July 2024", "October 2024", "2024"."""

import datetime
import re

from inspections.rows import PreciseDate, Precision

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH},? (?:19|20)\d\d)"
_PARTS = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({MONTH}),? (\d{{4}})", re.IGNORECASE)


def read_date(text: str) -> PreciseDate | None:
    """The first date in the text, or None. A day that its month does not have is no date."""
    found = _PARTS.search(text)
    if found is None:
        return None
    day, month, year = found.groups()
    number = [name[:3] for name in MONTHS].index(month[:3].capitalize()) + 1
    try:
        date = datetime.date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return PreciseDate(date=date, precision=Precision.DAY if day else Precision.MONTH)
