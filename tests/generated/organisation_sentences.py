"""Sentences that state figures of the organisation, each with the figures it states."""

from collections.abc import Callable

from tests.generated.model import Figure, Sentence
from tests.generated.sentences import Scene, counted, number_word, opening, percent_of, share_of


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
        f"{opening(value)} per cent of the practitioners interviewed felt that they had the necessary skills.",
        (percent_of(value),),
    )


def _managers(scene: Scene) -> Sentence:
    base = scene.rng.randint(4, 15)
    some = scene.rng.randint(2, base - 1)
    return Sentence(
        f"{opening(some)} of the {scene.count(base)} managers had been in post for less than a year.",
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
        f"Only {scene.per_cent(value)} of the cases we inspected were assessed as having sufficient management "
        "oversight.",
        (percent_of(value),),
    )


def _two_rates(scene: Scene) -> Sentence:
    before, after = sorted((scene.rng.randint(3, 30), scene.rng.randint(31, 60)))
    return Sentence(
        scene.fill(
            f"Staff turnover had risen from {scene.per_cent(before)} in {{month}} to {scene.per_cent(after)} at the "
            "time of our visit."
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
