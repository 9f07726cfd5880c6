"""What every part of the author works with: the seed's dice, the place inspected and what its inspection counted."""

import random

from tests.generated import places
from tests.generated.frameworks import SEVEN, nine
from tests.generated.model import PrintedDate, Section
from tests.generated.sentences import Scene

WEB = "html"


class Desk:
    def __init__(self, rng: random.Random, *, form: str, points: int):
        self.rng, self.form, self.points = rng, form, points
        self.asked = SEVEN if points == 21 else nine(rng.choice(("", "", "P ")))
        self.started = places.fieldwork_day(rng, points=points)
        self.pdu, self.region = places.unit_name(rng), places.region_name(rng)
        self.orders, self.releases = rng.randint(9, 32), rng.randint(6, 24)
        self.interviews = rng.choice((None, *range(12, 45)))
        self.scene = Scene(
            rng,
            place=self.pdu,
            region=self.region,
            year=self.started.year,
            cases=self.orders + self.releases,
            cases_printed=rng.random() < 0.7,
        )
        self.notes = 0
        self.isbn = places.isbn(rng)
        self.lead = places.person(rng)
        self.fieldwork: PrintedDate | None = None
        """As the background prints it."""

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def note(self) -> int:
        self.notes += 1
        return self.notes

    def maybe(self, probability: float, write) -> list[Section]:
        return [write()] if self.chance(probability) else []
