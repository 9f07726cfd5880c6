"""The rounds: by which framework, when, and of which inspections how much is held."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random


@dataclass(frozen=True, kw_only=True)
class ExampleRound:
    """A round of inspections. The framework is real, and was used at that time."""

    label: str
    framework: str
    first: datetime.date
    last: datetime.date

    def day(self, random: Random) -> datetime.date:
        """A day of the round."""
        return self.first + datetime.timedelta(days=random.randrange((self.last - self.first).days))


ROUNDS = (
    ExampleRound(label="2021-22", framework="pdu-27", first=datetime.date(2021, 9, 1), last=datetime.date(2022, 3, 31)),
    ExampleRound(label="2022-23", framework="pdu-27", first=datetime.date(2022, 9, 1), last=datetime.date(2023, 3, 31)),
    ExampleRound(label="2024", framework="pdu-21", first=datetime.date(2024, 2, 1), last=datetime.date(2024, 11, 30)),
    ExampleRound(label="2025", framework="pdu-21", first=datetime.date(2025, 1, 6), last=datetime.date(2025, 8, 31)),
)


def latest_rounds(count: int) -> tuple[ExampleRound, ...]:
    """The last so many rounds, oldest first."""
    return ROUNDS[len(ROUNDS) - count :]


class Held(Enum):
    """How much is held of a delivery unit in a round."""

    NOTHING = "no inspection"
    RATINGS = "ratings"
    REPORT = "report"


def held_of_units(random: Random, units: Sequence[str]) -> dict[str, Held]:
    """Of about an eighth of the units nothing, of a quarter ratings only, of the others the report."""
    shuffled = random.sample(units, k=len(units))
    nothing, ratings = (len(units) + 4) // 8, (len(units) + 2) // 4
    return {
        unit: Held.NOTHING if place < nothing else Held.RATINGS if place < nothing + ratings else Held.REPORT
        for place, unit in enumerate(shuffled)
    }
