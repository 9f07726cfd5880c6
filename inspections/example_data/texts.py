"""The sentences of a made-up report. Each gives the number it is cited for, and says that it is made up.

`place` is the delivery unit and the round they are of: "Quesselwick PDU, 2024".
"""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from inspections import wording
from inspections.example_data.numbers import Share
from inspections.rows import FindingKind, PreciseDate

ASKED_BY = "Example Voice"
# Of a theme: "work on training and development".
FOUND = {
    FindingKind.STRENGTH: (
        "work on {theme} was strong in most teams",
        "leaders had made work on {theme} a priority, and staff could say how",
        "staff described work on {theme} with confidence",
        "work on {theme} was reviewed often, and changed as a result",
    ),
    FindingKind.AREA_FOR_IMPROVEMENT: (
        "work on {theme} varied from team to team",
        "work on {theme} was not followed up often enough",
        "work on {theme} had no clear owner",
        "too little time was set aside for work on {theme}",
    ),
    FindingKind.FINDING: (
        "work on {theme} was seen in some cases and missing in others",
        "work on {theme} began well, and was then not kept up",
        "work on {theme} took account of what the person on probation had said",
        "partners were asked about {theme} in fewer cases than they should have been",
    ),
}
RECOMMENDED = (
    "make work on {theme} reach every team",
    "give work on {theme} a named owner",
    "review work on {theme} every quarter",
    "set time aside for work on {theme}",
)
VOICES = (
    "my officer remembers what I said the week before",
    "I would like fewer changes of officer",
    "the appointments fit round my work",
    "nobody told me what the plan was for",
)


def lower_first(words: str) -> str:
    """ "caseload" of "Caseload"."""
    return words[:1].lower() + words[1:]


def report_title(place: str) -> str:
    """The title of a document that is not there."""
    return f"Example report on {place} (made up)"


def finding(random: Random, *, place: str, number: int, kind: FindingKind, theme: str) -> str:
    """ "Made-up finding 3 of Quesselwick PDU, 2024: work on partnership working had no clear owner."."""
    found = random.choice(FOUND[kind]).format(theme=lower_first(theme))
    return f"Made-up finding {number} of {place}: {found}."


def recommendation(random: Random, *, place: str, number: int, theme: str) -> str:
    """What comes after "Quesselwick PDU should:"."""
    recommended = random.choice(RECOMMENDED).format(theme=lower_first(theme))
    return f"{recommended} (made-up recommendation {number} for {place})"


def quotation(random: Random, *, place: str, number: int) -> str:
    """Words that nobody said."""
    return f"Made-up words {number} from {place}: {random.choice(VOICES)}."


def rated(place: str, what: str, rating: str) -> str:
    """The sentence of a rating: of a standard, or overall."""
    return f"Made-up rating of {place}, {lower_first(what)}: {rating}."


def scored(place: str, score: int, most: int) -> str:
    """The sentence of a score."""
    return f"Made-up score of {place}: {wording.score(score, most)}."


def summary(place: str, standard: str, rating: str) -> str:
    """Why a standard is rated as it is."""
    return f"Made-up summary of {place}: {lower_first(standard)} is rated {rating} for no reason but to try this out."


def dated(place: str, what: str, date: PreciseDate) -> str:
    """The sentence of a date."""
    return f"Made-up date of {place}: {what} {wording.precise_date(date)}."


def sampled(place: str, what: str, count: int) -> str:
    """The sentence of a sample's size."""
    return f"Made-up sample of {place}: {wording.number(count)} {what}."


def answered(place: str, question: str, answer: Share, *, is_count_printed: bool) -> str:
    """The row of a key question, with the count where the report prints it."""
    counted = f" ({wording.count_of(answer.count, answer.n)} cases)" if is_count_printed else ""
    return f"Made-up answer of {place}: {question} {answer.percentage}%{counted}."


def figure(place: str, *, name: str, value: str, of: Sequence[str], average: Decimal | None = None) -> str:
    """The sentence of a measure's value: with what it is a share of, and a regional average beside it."""
    told = ", ".join([f"{lower_first(name)}, {value}", *filter(None, of)])
    beside = f", against a regional average of {wording.number(average)}%" if average is not None else ""
    return f"Made-up figure of {place}: {told}{beside}."
