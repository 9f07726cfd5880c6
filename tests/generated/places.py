"""Names, dates and identities of invented places."""

import random
from datetime import date, timedelta

from tests.generated import words
from tests.generated.model import PrintedDate


def place(rng: random.Random) -> str:
    return rng.choice(words.PLACE_STARTS) + rng.choice(words.PLACE_ENDS)


def unit_name(rng: random.Random) -> str:
    one, two, three = (place(rng) for _ in range(3))
    return rng.choice(
        (
            one,
            one,
            f"{one} and {two}",
            f"{one} & {two}",
            f"{one}, {two} and {three}",
            f"East and West {one}shire",
            f"North {one}",
            f"{one} Central",
            f"King's {one}",
            f"St {rng.choice(words.FIRST_NAMES)}'s and {two}",
            f"Vale of {one}",
            f"{one}-on-Sea",
        )
    )


def region_name(rng: random.Random) -> str:
    one, two = (place(rng) for _ in range(2))
    return rng.choice(
        (f"{one}shire and the {two}", f"North {one}", f"East of {one}", f"Greater {one}", f"{one} & {two}")
    )


def day(when: date, rng: random.Random) -> PrintedDate:
    number = rng.choice((f"{when.day:02d}", str(when.day)))
    return PrintedDate(f"{number} {month_name(when)} {when.year}", when.isoformat(), "day")


def month(when: date) -> PrintedDate:
    return PrintedDate(f"{month_name(when)} {when.year}", f"{when:%Y-%m}", "month")


def year(when: date) -> PrintedDate:
    return PrintedDate(str(when.year), str(when.year), "year")


def month_name(when: date) -> str:
    """Not by strftime, whose names are those of the machine's locale."""
    return words.MONTHS[when.month - 1]


def fieldwork_day(rng: random.Random, *, points: int) -> date:
    first, last = (date(2023, 10, 2), date(2025, 6, 1)) if points == 21 else (date(2021, 10, 4), date(2023, 6, 1))
    return first + timedelta(days=rng.randrange((last - first).days))


def isbn(rng: random.Random) -> str:
    digits = [9, 7, 8, 1, *(rng.randrange(10) for _ in range(8))]
    check = -sum(digit * (3 if position % 2 else 1) for position, digit in enumerate(digits)) % 10
    text = "".join(map(str, [*digits, check]))
    return f"{text[:3]}-{text[3]}-{text[4:10]}-{text[10:12]}-{text[12]}"


def person(rng: random.Random) -> str:
    first, last = rng.choice(words.FIRST_NAMES), rng.choice(words.LAST_NAMES)
    return rng.choice(
        (f"{first} {last}", f"{first} {last}", f"{first} {rng.choice('ABCDEFGH')}. {last}", f"Dr {first} {last}")
    )
