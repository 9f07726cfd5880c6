"""The values of the known measures in one made-up report, each drawn as its measure is counted.

A measure of `reference/measures.json` that is not named here has no value in example data.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from inspections import wording
from inspections.example_data.numbers import Share, rounded, share
from inspections.example_data.texts import ASKED_BY

CASES = "inspected cases"
RELEVANT_CASES = "inspected cases to which this applied"
INTERVIEWS = "interviews with probation practitioners about the inspected cases"
SURVEYED = f"people on probation surveyed by {ASKED_BY}"
WORKLOAD = "a full workload on the workload measurement tool"
OFFICERS = "probation officers"
# Shares of a sample in per cent, and how much higher or lower they are than the unit's quality.
OF_CASES = {"sufficient-management-oversight": -8, "full-compliance": -5, "charged-or-convicted-of-new-offence": -30}
OF_SURVEYED = {
    "understood-expectations": 25,
    "received-induction": 30,
    "treated-fairly": 22,
    "good-relationship-with-practitioner": 18,
    "supported-rehabilitation": 12,
}
COUNTS_OF_SURVEYED = {"induction-took-time-to-understand-needs": 10, "involved-in-sentence-plan": 0}
WITH_AVERAGE = ("high-risk-caseload", "sufficient-management-oversight")
RESET_FROM = datetime.date(2024, 7, 1)


@dataclass(frozen=True, kw_only=True)
class Samples:
    """What an inspection rests on. `cases` is None where the report does not say how many."""

    cases: int | None
    interviews: int
    surveyed: int


@dataclass(frozen=True, kw_only=True)
class ExampleValue:
    """A value of a measure, with the columns of the same names that a stored one has."""

    slug: str
    value: Decimal
    qualifier: str = ""
    base: str = ""
    numerator: int | None = None
    denominator: int | None = None
    is_denominator_elsewhere: bool = False
    is_case_sample: bool = False
    cohort: str = ""
    as_of: datetime.date | None = None
    as_of_words: str = ""

    @property
    def of(self) -> tuple[str, ...]:
        """What the sentence says of the base and the date: ("18 of 41 inspected cases", "in April 2024")."""
        counted = self.numerator is not None and self.denominator is not None
        base = f"{wording.count_of(self.numerator or 0, self.denominator or 0)} {self.base}" if counted else self.base
        return (base, self.as_of_words)


def values(random: Random, *, quality: float, samples: Samples, inspected: datetime.date) -> Iterator[ExampleValue]:
    """The values of one report. About one in eight is not given."""
    for value in (*_context(random), *_staffing(random, inspected), *_shares(random, quality, samples, inspected)):
        if random.random() > 1 / 8:
            yield value


def _context(random: Random) -> Iterator[ExampleValue]:
    caseload, population = rounded(random.uniform(300, 4000), 50), rounded(random.uniform(60_000, 900_000), 1000)
    of_caseload = f"the delivery unit's caseload, approximately {wording.number(caseload)}"
    of_residents = f"residents of the area, {wording.number(population)}"
    yield ExampleValue(slug="caseload", value=caseload, qualifier="approximately")
    yield ExampleValue(slug="high-risk-caseload", value=Decimal(random.randint(18, 48)), base=of_caseload)
    yield ExampleValue(slug="population", value=population)
    yield ExampleValue(slug="area-square-miles", value=Decimal(random.randint(12, 900)))
    yield ExampleValue(slug="white-british-residents", value=Decimal(random.randint(40, 97)), base=of_residents)
    yield ExampleValue(
        slug="neurodiversity-and-emotional-wellbeing-needs", value=Decimal(random.randint(35, 70)), base=of_caseload
    )


def _staffing(random: Random, inspected: datetime.date) -> Iterator[ExampleValue]:
    """Two values of one measure: at the time, and some months before."""
    before = (inspected.replace(day=1) - datetime.timedelta(days=70)).replace(day=1)
    now = random.randint(85, 150)
    workload = ExampleValue(slug="probation-officer-workload", value=Decimal(now), base=WORKLOAD, cohort=OFFICERS)
    vacancies = Decimal(random.randint(0, 160)) / 10
    yield ExampleValue(slug="probation-officer-vacancies", value=vacancies, cohort=OFFICERS)
    yield replace(workload, as_of_words="at the time of the inspection")
    earlier = Decimal(now + random.randint(-15, 35))
    yield replace(workload, value=earlier, as_of=before, as_of_words=f"in {before:%B %Y}")


def _shares(random: Random, quality: float, samples: Samples, inspected: datetime.date) -> Iterator[ExampleValue]:
    unstated = random.randint(30, 60)
    yield _percentage("practitioners-with-necessary-skills", share(random, samples.interviews, 85), base=INTERVIEWS)
    for slug, above in OF_CASES.items():
        drawn = share(random, samples.cases or unstated, quality + above)
        yield _percentage(slug, drawn, base=CASES, is_stated=samples.cases is not None)
    for slug, above in OF_SURVEYED.items():
        yield _percentage(slug, share(random, samples.surveyed, quality + above), base=SURVEYED)
    for slug, above in COUNTS_OF_SURVEYED.items():
        yield _count(slug, share(random, samples.surveyed, quality + above), base=SURVEYED)
    if samples.cases is not None:
        relevant = max(1, samples.cases - random.randint(0, 4))
        yield _count("reduced-risk-factors", share(random, relevant, quality - 25), base=RELEVANT_CASES)
        if inspected >= RESET_FROM:
            yield _count("probation-reset-cases", share(random, samples.cases, 28), base=CASES)


def _percentage(slug: str, drawn: Share, *, base: str, is_stated: bool = True) -> ExampleValue:
    """A percentage with its count; of every second the report gives n elsewhere and no count; or it gives no n."""
    is_counted = is_stated and drawn.count % 2 == 0
    return ExampleValue(
        slug=slug,
        value=drawn.percentage,
        base=base,
        numerator=drawn.count if is_counted else None,
        denominator=drawn.n if is_stated else None,
        is_denominator_elsewhere=is_stated and not is_counted,
        is_case_sample=base == CASES,
    )


def _count(slug: str, drawn: Share, *, base: str) -> ExampleValue:
    """A count out of its base: "12 of 41 inspected cases"."""
    return ExampleValue(
        slug=slug,
        value=Decimal(drawn.count),
        base=base,
        numerator=drawn.count,
        denominator=drawn.n,
        is_case_sample=base in (CASES, RELEVANT_CASES),
    )
