"""The author: the same seed always writes the same report."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.generated import places
from tests.generated.desk import WEB
from tests.generated.frameworks import DOMAINS
from tests.generated.front import FrontMatter
from tests.generated.model import Chapter, Part, PrintedDate, Report, Section, Standard, overall_rating
from tests.generated.opening import Opening
from tests.generated.standards import Standards
from tests.generated.typesetting import curled


def write_report(seed: int, *, form: str, points: int) -> Report:
    """A report in the words of one form: "text", "pdf" or "html". `points` is 21 or 27."""
    author = Author(random.Random(f"{form} {points} {seed}"), form=form, points=points)
    report = author.report()
    return replace(curled(report), curly=True) if author.rng.random() < 0.4 else report


class Author(FrontMatter, Opening, Standards):
    def report(self) -> Report:
        background = self.background()  # First, because its footnote has the first number.
        standards = self.standards()
        parts = self.parts(standards, background)
        titles = [part.title for part in parts if isinstance(part, Section)]
        printed_isbn = any("Crown copyright" in title for title in titles)
        return Report(
            pdu=self.pdu,
            region=self.region if self.form != WEB or self.chance(0.9) else None,
            title=f"An inspection of probation services in {self.pdu}{' PDU' if self.form == WEB else ''}",
            published=self.published(),
            isbn=self.isbn if printed_isbn else None,
            lead_inspector=self.lead if "Acknowledgements" in titles else None,
            fieldwork_started=self.fieldwork,
            overall_rating=overall_rating(standards),
            max_score=self.points,
            community_orders=self.orders,
            releases_on_licence=self.releases,
            cases=self.scene.cases if self.scene.cases_printed else None,
            practitioner_interviews=self.interviews,
            parts=parts,
        )

    def parts(self, standards: tuple[Standard, ...], background: Section) -> tuple[Part, ...]:
        front = self.front()
        opening = self.opening(standards, background)
        beside = [*self.maybe(0.85, self.feedback), *self.maybe(0.85, self.diversity)]
        outcomes = self.maybe(0.85, self.outcomes)
        annexe = self.maybe(0.7, self.annexe)
        beside_last = self.chance(0.2)
        front_last = self.chance(0.2 if self.form != WEB else 0.7)
        return (
            *(() if front_last else front),
            *opening,
            Chapter(1, DOMAINS[0]),
            *(standard for standard in standards if standard.domain == 1),
            *(() if beside_last else beside),
            Chapter(2, DOMAINS[1]),
            *(standard for standard in standards if standard.domain == 2),
            *outcomes,
            *(beside if beside_last else ()),
            *annexe,
            *(front if front_last else ()),
        )

    def opening(self, standards: tuple[Standard, ...], background: Section) -> list[Part]:
        """What stands before the chapters. The foreword comes first where there is one."""
        parts: list[Part] = [self.ratings(), self.recommendations(), background]
        if self.chance(0.25):
            self.rng.shuffle(parts)
        if self.chance(0.25):
            parts.insert(self.rng.randint(1, len(parts)), self.unknown())
        return [*self.maybe(0.88, lambda: self.foreword(standards)), *parts]

    def published(self) -> PrintedDate | None:
        when = self.started + timedelta(days=self.rng.randint(60, 200))
        if self.form == WEB:
            return None if self.chance(0.35) else places.day(when, self.rng)
        return places.year(when) if self.chance(0.05) else places.month(when)
