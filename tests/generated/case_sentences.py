"""Sentences that state figures of the inspected cases, each with the figures it states."""

from collections.abc import Callable

from tests.generated import words
from tests.generated.model import Figure, Sentence
from tests.generated.sentences import Scene, capital, counted, number_word, opening, percent_of, share_of, whole_percent


def _percent_first(scene: Scene, clause: str) -> Sentence:
    value, did = scene.percentage(), scene.fill(str(scene.deal(words.CASE_DID)))
    return Sentence(f"{opening(value)} per cent of {scene.rng.choice(words.CASE_THINGS)} {did}.", (percent_of(value),))


def _welcome(clause: str) -> str:
    return "Positively" if clause in words.CASE_PRAISE else "Worryingly"


def _percent_inside(scene: Scene, clause: str) -> Sentence:
    value = scene.percentage()
    text = scene.rng.choice(
        (
            f"In {scene.per_cent(value)} of cases, {clause}.",
            f"{capital(clause)} in {scene.per_cent(value)} of the cases we inspected.",
            f"{_welcome(clause)}, {clause} in {scene.per_cent(value)} of cases.",
            f"We found that {clause} in {scene.per_cent(value)} of cases.",
        )
    )
    return Sentence(text, (percent_of(value),))


def _two_percents(scene: Scene, clause: str) -> Sentence:
    first, second = scene.percentage(), scene.percentage()
    one, other = (scene.fill(str(scene.deal(words.CASE_DID))) for _ in range(2))
    return Sentence(
        f"{opening(first)} per cent of assessments {one}, but only {scene.per_cent(second)} {other}.",
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
            f"{_welcome(clause)}, {clause} in {scene.count(some)} of the {base} cases where {condition}.",
            f"{capital(clause)} in {some} of {base} relevant cases.",
            f"We found that {clause}, including in {number_word(some)} of the {number_word(base)} inspected cases "
            f"where {condition}, which stood out.",
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
    value = whole_percent(some, scene.cases)
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
    value = whole_percent(some, base)
    text = scene.rng.choice(
        (
            f"{opening(value)} per cent of relevant plans ({some} out of {base}) were reviewed in time.",
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


def _share_first(scene: Scene, clause: str) -> Sentence:
    some, base = scene.share()
    return Sentence(
        f"{opening(some)} of the {scene.count(base)} plans we read set clear goals.", (share_of(some, base),)
    )


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
    _share_first,
    _two_shares,
    _count_with_percent,
    _share_with_percent,
    _few_cases,
    _only_one,
)


CLEAR_FIGURES = (_percent_inside, _out_of, _percent_inside, _about_half)
"""Those whose tone is the clause's, so that a reader knows a strength from an area for improvement."""


def clearly_about_cases(scene: Scene, clauses: tuple[str, ...]) -> Sentence:
    make: Callable[[Scene, str], Sentence] = scene.deal(CLEAR_FIGURES)  # type: ignore[assignment]
    return make(scene, str(scene.deal(clauses)))


def about_cases(scene: Scene, clauses: tuple[str, ...]) -> Sentence:
    make: Callable[[Scene, str], Sentence] = scene.deal(CASE_FIGURES)  # type: ignore[assignment]
    return make(scene, str(scene.deal(clauses)))
