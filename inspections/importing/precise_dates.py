"""Dates as the reference files and the tables of ratings write them: 2024, 2024-10 or 2024-10-24."""

import datetime
import re
from typing import Any

from inspections.rows import PreciseDate, Precision

LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def precise_date(text: str) -> PreciseDate:
    """The date of such a text. Raises ValueError for anything else."""
    if not WRITTEN.fullmatch(text):
        raise ValueError(f"{text!r} is not a date such as 2024, 2024-10 or 2024-10-24")
    precision = next(precision for precision, length in LENGTHS.items() if length == len(text))
    return PreciseDate(date=datetime.date.fromisoformat((text + "-01-01")[:10]), precision=precision)


def date_text(date: datetime.date, precision: str) -> str:
    """The text of a date, with no more of it than is known."""
    return date.isoformat()[: LENGTHS[Precision(precision)]]


def dated(field: str, text: str | None) -> dict[str, Any]:
    """The two columns of a date with its precision, as keyword arguments."""
    if not text:
        return {}
    found = precise_date(text)
    return {field: found.date, f"{field}_precision": found.precision.value}
