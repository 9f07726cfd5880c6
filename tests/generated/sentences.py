"""What sentences are made of: numbers in words, figures, and one report's choices among the words.

A figure is what docs/report-json.md calls one. Numbers that are none (ages that name a group, labels, ordinals,
compounds, dates) stand in the plain sentences of `words`.
"""

import random

from tests.generated import words
from tests.generated.model import Figure, Sentence


def number_word(number: int) -> str:
    if number < 20:
        return words.NUMBERS[number]
    tens = words.TENS[number // 10 - 2]
    return tens if number % 10 == 0 else f"{tens}-{words.NUMBERS[number % 10]}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def whole_percent(numerator: int, denominator: int) -> int:
    """Halves go up, as in print."""
    return (200 * numerator + denominator) // (2 * denominator)


class Scene:
    """One report's choices, dealt out by its seed: no template comes twice before all of them have come once."""

    def __init__(self, rng: random.Random, *, place: str, region: str, year: int, cases: int, cases_printed: bool):
        self.rng, self.place, self.region, self.year = rng, place, region, year
        self.cases, self.cases_printed = cases, cases_printed
        self.percent_sign = rng.random() < 0.2
        self._decks: dict[tuple, list] = {}

    def deal(self, templates: tuple) -> object:
        deck = self._decks.setdefault(templates, [])
        if not deck:
            deck.extend(self.rng.sample(templates, len(templates)))
        return deck.pop()

    def fill(self, template: str) -> str:
        staff = self.rng.choice(words.STAFF)
        return template.format(
            staff=staff,
            Staff=capital(staff),
            group=self.rng.choice(words.GROUPS),
            partner=self.rng.choice(words.PARTNERS),
            topic=self.rng.choice(words.TOPICS),
            meeting=self.rng.choice(words.MEETINGS),
            month=self.month(),
            year=self.year,
            place=self.place,
            region=self.region,
        )

    def plain(self, templates: tuple[str, ...]) -> Sentence:
        return Sentence(self.fill(str(self.deal(templates))))

    def month(self) -> str:
        return f"{self.rng.choice(words.MONTHS)} {self.year - self.rng.randint(0, 1)}"

    def percentage(self) -> int:
        """One that a whole number of the inspected cases can give."""
        return whole_percent(self.rng.randint(1, self.cases - 1), self.cases)

    def per_cent(self, value: float) -> str:
        return f"{value}%" if self.percent_sign else f"{value} per cent"

    def share(self) -> tuple[int, int]:
        """A numerator and the base of a narrower question."""
        base = self.rng.randint(3, self.cases)
        return self.rng.randint(2, base - 1), base

    def count(self, number: int) -> str:
        return number_word(number) if number < 10 else str(number)


def opening(number: int) -> str:
    """A number that begins a sentence is written in words."""
    return capital(number_word(number))


def percent_of(value: float) -> Figure:
    return Figure(value, "%")


def share_of(numerator: int, denominator: int) -> Figure:
    return Figure(numerator, "of", numerator, denominator)


def counted(value: float) -> Figure:
    return Figure(value, "count")
