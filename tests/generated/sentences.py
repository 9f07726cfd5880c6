"""Sentences of invented reports: plain ones, and ones that state figures, each with the figures it states.

A figure is what docs/report-json.md calls one. Numbers that are none (ages that name a group, labels, ordinals,
compounds, dates) stand in the plain sentences of `words`.
"""

import random
from collections.abc import Callable

from tests.generated import words
from tests.generated.model import Figure, Sentence


def number_word(number: int) -> str:
    if number < 20:
        return words.NUMBERS[number]
    tens = words.TENS[number // 10 - 2]
    return tens if number % 10 == 0 else f"{tens}-{words.NUMBERS[number % 10]}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
        return round(100 * self.rng.randint(1, self.cases - 1) / self.cases)

    def per_cent(self, value: float) -> str:
        return f"{value}%" if self.percent_sign else f"{value} per cent"

    def share(self) -> tuple[int, int]:
        """A numerator and the base of a narrower question."""
        base = self.rng.randint(3, self.cases)
        return self.rng.randint(2, base - 1), base

    def count(self, number: int) -> str:
        return number_word(number) if number < 10 else str(number)


def _opening(number: int) -> str:
    """A number that begins a sentence is written in words."""
    return capital(number_word(number))


def percent_of(value: float) -> Figure:
    return Figure(value, "%")


def share_of(numerator: int, denominator: int) -> Figure:
    return Figure(numerator, "of", numerator, denominator)


def counted(value: float) -> Figure:
    return Figure(value, "count")


# --- Figures of the inspected cases -----------------------------------------------------------------------------------


def _percent_first(scene: Scene, clause: str) -> Sentence:
    value, did = scene.percentage(), scene.fill(str(scene.deal(words.CASE_DID)))
    return Sentence(f"{_opening(value)} per cent of {scene.rng.choice(words.CASE_THINGS)} {did}.", (percent_of(value),))


def _percent_inside(scene: Scene, clause: str) -> Sentence:
    value = scene.percentage()
    text = scene.rng.choice(
        (
            f"In {scene.per_cent(value)} of cases, {clause}.",
            f"{capital(clause)} in only {scene.per_cent(value)} of the cases we inspected.",
            f"Positively, {clause} in {scene.per_cent(value)} of cases, which was a strong result.",
            f"We found that {clause} in {scene.per_cent(value)} of cases.",
        )
    )
    return Sentence(text, (percent_of(value),))


def _two_percents(scene: Scene, clause: str) -> Sentence:
    first, second = scene.percentage(), scene.percentage()
    one, other = (scene.fill(str(scene.deal(words.CASE_DID))) for _ in range(2))
    return Sentence(
        f"{_opening(first)} per cent of assessments {one}, but only {scene.per_cent(second)} {other}.",
        (percent_of(first), percent_of(second)),
    )


def _about_half(scene: Scene, clause: str) -> Sentence:
    phrase, lower, upper = scene.rng.choice(
        (
            ("only just over half", 51, 55),
            ("fewer than half", 41, 49),
            ("more than three-quarters", 76, 84),
            ("almost two-thirds", 61, 66),
            ("about a third", 31, 35),
            ("the majority", 60, 90),
        )
    )
    value = scene.rng.randint(lower, upper)
    return Sentence(f"{capital(clause)} in {phrase} ({scene.per_cent(value)}) of cases.", (percent_of(value),))


def _out_of(scene: Scene, clause: str) -> Sentence:
    some, base = scene.share()
    figure = share_of(some, base)
    condition = scene.rng.choice(words.CONDITIONS)
    text = scene.rng.choice(
        (
            f"In {scene.count(some)} out of {base} relevant cases, {clause}.",
            f"However, {clause} in {scene.count(some)} of the {base} cases where {condition}.",
            f"{capital(clause)} in {some} of {base} relevant cases.",
            f"{_opening(some)} of the {scene.count(base)} plans we read set clear goals.",
            f"In too many cases {clause}, including in {number_word(some)} of the {number_word(base)} inspected cases "
            f"where {condition}, which was troubling.",
        )
    )
    return Sentence(text, (figure,))


def _two_shares(scene: Scene, clause: str) -> Sentence:
    (some, base), (others, other_base) = scene.share(), scene.share()
    return Sentence(
        f"In {some} out of {base} relevant cases {clause}, and the same was true of {others} of the {other_base} "
        "licences.",
        (share_of(some, base), share_of(others, other_base)),
    )


def _count_with_percent(scene: Scene, clause: str) -> Sentence:
    some = scene.rng.randint(2, scene.cases - 1)
    value = round(100 * some / scene.cases)
    text = scene.rng.choice(
        (
            f"{capital(clause)} in {scene.count(some)} ({scene.per_cent(value)}) of the inspected cases.",
            f"Of the people in this cohort, {scene.count(some)} ({scene.per_cent(value)}) had been charged with a new "
            "offence.",
        )
    )
    return Sentence(text, (Figure(value, "%", some),))


def _share_with_percent(scene: Scene, clause: str) -> Sentence:
    some, base = scene.share()
    value = round(100 * some / base)
    text = scene.rng.choice(
        (
            f"{_opening(value)} per cent of relevant plans ({some} out of {base}) were reviewed in time.",
            f"{capital(clause)} in {scene.per_cent(value)} of relevant cases ({some} out of {base}).",
        )
    )
    return Sentence(text, (Figure(value, "%", some, base),))


def _few_cases(scene: Scene, clause: str) -> Sentence:
    some = scene.rng.randint(2, 9)
    text = scene.rng.choice(
        (
            f"{capital(clause)} in a small number of cases ({number_word(some)}).",
            f"Regrettably, we saw sufficient work to address this in {number_word(some)} of these cases.",
            f"There was a small rise in the number of people in settled work ({number_word(some)}) by the end.",
        )
    )
    return Sentence(text, (counted(some),))


def _only_one(scene: Scene, clause: str) -> Sentence:
    return Sentence(
        f"We saw a full exchange of information with {scene.fill('{partner}')} in only one case.", (counted(1),)
    )


CASE_FIGURES = (
    _percent_first,
    _percent_inside,
    _percent_inside,
    _two_percents,
    _about_half,
    _out_of,
    _out_of,
    _two_shares,
    _count_with_percent,
    _share_with_percent,
    _few_cases,
    _only_one,
)


def about_cases(scene: Scene, clauses: tuple[str, ...]) -> Sentence:
    make: Callable[[Scene, str], Sentence] = scene.deal(CASE_FIGURES)  # type: ignore[assignment]
    return make(scene, str(scene.deal(clauses)))


# --- Figures of the organisation --------------------------------------------------------------------------------------


def _vacancies(scene: Scene) -> Sentence:
    value = round(scene.rng.uniform(2, 19), 1)
    value = int(value) if value == int(value) else value
    return Sentence(
        f"There remained a number of vacancies for probation officers ({value} full-time equivalent).",
        (Figure(value, "full-time equivalent"),),
    )


def _workload(scene: Scene) -> Sentence:
    value = scene.rng.randint(101, 169)
    return Sentence(
        f"Workloads stood at an average of {scene.per_cent(value)} on the workload measurement tool (WMT).",
        (percent_of(value),),
    )


def _experience(scene: Scene) -> Sentence:
    years = scene.rng.randint(2, 6)
    return Sentence(
        f"Most SPOs had less than {number_word(years)} years' experience in the role.", (Figure(years, "years"),)
    )


def _waiting(scene: Scene) -> Sentence:
    length, unit = scene.rng.randint(2, 26), scene.rng.choice(("weeks", "months", "days"))
    return Sentence(
        scene.fill(f"Waiting for support from {{partner}} took {scene.count(length)} {unit} on average."),
        (Figure(length, unit),),
    )


def _interviewed(scene: Scene) -> Sentence:
    value = scene.rng.randint(11, 99)
    return Sentence(
        f"{_opening(value)} per cent of the practitioners interviewed felt that they had the necessary skills.",
        (percent_of(value),),
    )


def _managers(scene: Scene) -> Sentence:
    base = scene.rng.randint(4, 15)
    some = scene.rng.randint(2, base - 1)
    return Sentence(
        f"{_opening(some)} of the {scene.count(base)} managers had been in post for less than a year.",
        (share_of(some, base),),
    )


def _hubs(scene: Scene) -> Sentence:
    hubs = scene.rng.randint(2, 14)
    return Sentence(
        scene.fill(f"Services for {{group}} were offered from {scene.count(hubs)} hubs across the area."),
        (counted(hubs),),
    )


def _referrals(scene: Scene) -> Sentence:
    number = scene.rng.randrange(110, 2400, 10)
    return Sentence(
        scene.fill(
            f"More than {number:,} referrals to {{partner}} had been made between {{month}} and the inspection."
        ),
        (counted(number),),
    )


def _oversight(scene: Scene) -> Sentence:
    value = scene.percentage()
    return Sentence(
        f"Only {scene.per_cent(value)} of the cases we inspected were assessed as having sufficient management oversight.",
        (percent_of(value),),
    )


def _two_rates(scene: Scene) -> Sentence:
    before, after = sorted((scene.rng.randint(3, 30), scene.rng.randint(31, 60)))
    return Sentence(
        scene.fill(
            f"Staff turnover had risen from {scene.per_cent(before)} in {{month}} to {scene.per_cent(after)} at the time of "
            "our visit."
        ),
        (percent_of(before), percent_of(after)),
    )


ORGANISATION_FIGURES = (
    _vacancies,
    _workload,
    _experience,
    _waiting,
    _interviewed,
    _managers,
    _hubs,
    _referrals,
    _oversight,
    _two_rates,
)


def about_organisation(scene: Scene) -> Sentence:
    make: Callable[[Scene], Sentence] = scene.deal(ORGANISATION_FIGURES)  # type: ignore[assignment]
    return make(scene)
