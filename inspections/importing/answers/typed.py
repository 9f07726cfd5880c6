"""What a person types, read strictly: a form for each kind of value, and a line that says what is expected."""

import datetime
import re
from decimal import Decimal, InvalidOperation

from inspections.importing.reading.dates import read_date
from inspections.rows import PreciseDate, Precision

ALL = 100  # per cent
MOST = 32_000  # as much as the store keeps


class NotAnAnswer(Exception):
    """What was typed or chosen is no answer: one line that says what is expected."""


def percentage(text: str) -> str:
    """ "41", "41%" or "41.5" as "41" or "41.5"."""
    try:
        number = Decimal(text.removesuffix("%").removesuffix("per cent").strip())
    except InvalidOperation as error:
        raise NotAnAnswer(f"“{text}” is not a percentage: type a number from 0 to 100.") from error
    if not number.is_finite() or not 0 <= number <= ALL or number != round(number, 2):
        raise NotAnAnswer(f"“{text}” is not a percentage: type a number from 0 to 100, with two decimals at most.")
    return f"{number.normalize():f}"


def count(text: str) -> str:
    """A whole number above zero."""
    digits = text.replace(",", "")
    if not re.fullmatch(r"[0-9]{1,6}", digits) or not 0 < int(digits) <= MOST:
        raise NotAnAnswer(f"“{text}” is not a whole number above 0.")
    return str(int(digits))


def score(text: str) -> str:
    """ "3/21" or "3 out of 21"."""
    found = re.fullmatch(r"([0-9]{1,3})\s*(?:/|out of|of)\s*([0-9]{1,3})", text)
    if found is None or not 0 <= int(found[1]) <= int(found[2]) or not int(found[2]):
        raise NotAnAnswer(f"“{text}” is not a score: type it with its maximum, such as 3/21.")
    return f"{int(found[1])}/{int(found[2])}"


def date(text: str) -> str:
    """A day, month or year, as far as it is known: "8 July 2024", "2024-07-08", "July 2024", "2024"."""
    found = _date(text)
    if found is None:
        raise NotAnAnswer(f"“{text}” is not a date: type it as far as it is known, such as 8 July 2024 or July 2024.")
    return iso(found)


def iso(found: PreciseDate) -> str:
    """A date as long as it is known: "2024", "2024-07", "2024-07-08"."""
    length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[found.precision]
    return found.date.isoformat()[:length]


def precise_date(text: str) -> PreciseDate:
    """A date as `iso` writes it."""
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(text)]
    return PreciseDate(date=datetime.date.fromisoformat((text + "-01-01")[:10]), precision=precision)


def _date(text: str) -> PreciseDate | None:
    if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?", text):
        try:
            return precise_date(text)
        except ValueError:
            return None
    is_whole = re.fullmatch(r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]+,? (?:19|20)\d\d", text)
    return read_date(text) if is_whole else None


READERS = {
    "percentage": percentage,
    "score": score,
    "published": date,
    "started": date,
    "fieldwork": date,
    "number": count,
    "cases": count,
}
