"""Numbers, shares and dates of which parts may not be held, in words: "" where nothing is."""

import datetime

from inspections import wording
from inspections.models import Figure
from inspections.rows import PreciseDate, Precision


def number_words(value: int | None) -> str:
    """ "1,500"."""
    return "" if value is None else wording.number(value)


def share_words(numerator: int | None, denominator: int | None) -> str:
    """ "12 of 41", "of 41", "12"."""
    if numerator is None or denominator is None:
        return number_words(numerator) if denominator is None else f"of {wording.number(denominator)}"
    return wording.count_of(numerator, denominator)


def date_words(date: datetime.date | None, precision: str) -> str:
    """ "October 2024"."""
    return wording.precise_date(PreciseDate(date=date, precision=Precision(precision))) if date else ""


def figure_words(figure: Figure) -> str:
    """ "12%", "9" of "9 of 50"."""
    return wording.value_with_unit(figure.value, "" if figure.unit == "of" else figure.unit)


def queried_words(*, is_queried: bool) -> str:
    return "queried" if is_queried else "not queried"
