"""One inspection that is being made up: of whom, in which round, by which standards, and by which dice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from inspections.example_data.collected import Collected
from inspections.example_data.rounds import ExampleRound
from inspections.models import (
    Citation,
    DeliveryUnit,
    Edition,
    Framework,
    Inspection,
    KeyQuestion,
    Measure,
    Source,
    Standard,
    Theme,
)


@dataclass(frozen=True, kw_only=True)
class Definitions:
    """What is real of example data: frameworks with their standards and questions, measures, themes."""

    frameworks: dict[str, Framework]
    standards: dict[str, list[Standard]]
    questions: dict[int, list[KeyQuestion]]
    measures: dict[str, Measure]
    themes: list[Theme]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """An inspection of a delivery unit. `number` is its place among those of its round of which as much is held.

    `averages` are what the reports of its region and round print beside a measure, by slug: they may differ.
    """

    unit: DeliveryUnit
    round: ExampleRound
    number: int
    quality: float
    random: Random
    definitions: Definitions
    collected: Collected
    averages: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """ "Quesselwick PDU, 2024"."""
        return f"{self.unit.name} PDU, {self.round.label}"

    @property
    def key(self) -> str:
        """ "example-quesselwick-2024", with which all keys of its facts begin."""
        return f"{self.unit.slug}-{self.round.label}"

    @property
    def framework(self) -> Framework:
        return self.definitions.frameworks[self.round.framework]

    @property
    def standards(self) -> list[Standard]:
        return self.definitions.standards[self.round.framework]

    def edition(self, **columns: object) -> Edition:
        """A first draft of a new inspection."""
        inspection = self.collected.add(
            Inspection(delivery_unit=self.unit, framework=self.framework, round=self.round.label, key=self.key)
        )
        return self.collected.add(Edition(inspection=inspection, number=1, **columns))

    def say_outcome(
        self, edition: Edition, *, overall: tuple[str, Citation], score: tuple[int, Citation] | None
    ) -> None:
        """The overall rating, and the score where one is given."""
        self.collected.say(edition, overall_rating=overall[0], overall_rating_citation=overall[1])
        if score:
            self.collected.say(edition, score=score[0], max_score=self.framework.max_score, score_citation=score[1])

    def source(self, suffix: str, *, kind: str, title: str) -> Source:
        """A document that is not there, under the key of the inspection."""
        return self.collected.add(Source(key=f"{self.key}-{suffix}", kind=kind, title=title))
