"""Words for numbers, dates, bases and intervals."""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal

from inspections.comparison import Interval, is_rankable
from inspections.rows import PreciseDate, Precision

UNDER_TEN = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS_UNTIL_YEARS = 24
# What a search result or a preview shows of a title, more or less; the name of the service follows.
TITLE_AT_MOST = 120
# Said beside every interval, wherever it stands.
INTERVAL = "95% Wilson interval, calculated here, treating the cases as a random sample"
EARLIER = "an earlier figure: the same report gives a newer one"
FEW_CASES = "n is under 10: the count says more than the percentage"


def listed(items: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def fitting_title(*forms: str) -> str:
    """The first form, from the fullest on, that a title has room for before the name of the service; else the last."""
    return next((form for form in forms if len(form) <= TITLE_AT_MOST), forms[-1])


def uncapitalised(words: str) -> str:
    """As they stand inside a sentence; an abbreviation ("PDU standards") as it is."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def by_reason(missing: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Names by the words that say why something of theirs is missing, given as pairs of name and words."""
    names: dict[str, list[str]] = {}
    for name, why in missing:
        names.setdefault(why, []).append(name)
    return names


def number(value: Decimal | int) -> str:
    """ "1,500", "7.8". Zeros after the point that storage added are dropped."""
    return f"{Decimal(value).normalize():,f}"


def number_word(value: int) -> str:
    """ "one", "12": in a sentence, numbers under ten are words."""
    return UNDER_TEN[value] if 0 <= value < len(UNDER_TEN) else number(value)


def value_with_unit(value: Decimal, unit: str, *, qualifier: str = "") -> str:
    """ "38%", "approximately 1,500", "7.8 full-time equivalent"."""
    if unit == "%":
        words = f"{number(value)}%"
    elif unit in ("", "count"):
        words = number(value)
    else:
        words = f"{number(value)} {unit}"
    return f"{qualifier} {words}".strip()


def percentage_points(size: Decimal) -> str:
    """ "1 percentage point", "6 percentage points"."""
    return f"{number(size)} percentage point" + ("" if size == 1 else "s")


def count_of(count: int, n: int) -> str:
    """ "5 of 8"."""
    return f"{number(count)} of {number(n)}"


def pdus(count: int) -> str:
    """ "1 PDU", "11 PDUs"."""
    return f"{count} PDU" if count == 1 else f"{count} PDUs"


def precise_date(date: PreciseDate) -> str:
    """ "8 July 2024", "October 2024" or "2024": never more than is known."""
    if date.precision is Precision.YEAR:
        return str(date.date.year)
    month = f"{date.date:%B} {date.date.year}"
    return month if date.precision is Precision.MONTH else f"{date.date.day} {month}"


def age(date: PreciseDate, today: datetime.date) -> str:
    """ "2 years ago", "16 months ago", "about 2 years ago": never more exact than the date. "" for one to come.

    Of a day completed months and years are counted, of a month calendar months, of a year calendar years.
    """
    years = today.year - date.date.year
    if date.precision is Precision.YEAR:
        return _ago(years, ["this year", "last year"], f"about {years} years ago")
    months = 12 * years + today.month - date.date.month
    if date.precision is Precision.MONTH:
        recently = ["this month", "last month"]
    else:
        months -= today.day < date.date.day
        recently = ["less than a month ago", "1 month ago"]
    in_years = f"{months // 12} years ago"
    return _ago(months, recently, f"{months} months ago" if months < MONTHS_UNTIL_YEARS else in_years)


def _ago(count: int, recently: Sequence[str], otherwise: str) -> str:
    if count < 0:
        return ""
    return recently[count] if count < len(recently) else otherwise


def inspected_span(dates: Iterable[PreciseDate | None]) -> str:
    """ "inspected from 8 July 2024": the day it began. Of several, "inspections begun 1 July 2024 to 1 August 2024".

    Of the dates that are held; "" where none is.
    """
    held = sorted({date for date in dates if date}, key=lambda precise: (precise.date, precise.precision))
    if not held:
        return ""
    if len(held) == 1:
        return f"inspected from {precise_date(held[0])}"
    return f"inspections begun {precise_date(held[0])} to {precise_date(held[-1])}"


def base_phrase(base: str, n: int | None = None) -> str:
    """ "of 41 inspected cases", "of the PDU's caseload, approximately 1,500"; nothing where no base is given."""
    if n is not None and not any(character.isdigit() for character in base):
        base = f"{number(n)} {base}".strip()
    return f"of {base.removeprefix('of ')}" if base else ""


def sizes_phrase(sizes: Iterable[int | None], base: str, *, is_each: bool = False) -> str:
    """ "of 41 inspected cases", "of 30 to 60 inspected cases each": how many cases or people percentages rest on."""
    numbers = set(sizes)
    known = sorted(n for n in numbers if n is not None)
    if not known:
        return f"of {base} (number not given)"
    span = number(known[0]) if known[0] == known[-1] else f"{number(known[0])} to {number(known[-1])}"
    unknown = " where the number is given" if None in numbers else ""
    return f"of {span} {base}{' each' if is_each else ''}{unknown}"


def why_unranked(sizes: Iterable[int | None]) -> str:
    """ ", too few cases to rank", or that their number is not known; nothing where they are enough."""
    numbers = set(sizes)
    if any(n is not None and not is_rankable(n) for n in numbers):
        return ", too few cases to rank"
    return ", not ranked without the number of cases" if None in numbers else ""


def interval_limits(interval: Interval) -> str:
    """ "30% to 59%"."""
    return f"{interval.lower:.0f}% to {interval.upper:.0f}%"


def interval_phrase(interval: Interval) -> str:
    """The interval with what it is, who made it and what it assumes."""
    return f"between {interval.lower:.0f}% and {interval.upper:.0f}%: {INTERVAL}"
