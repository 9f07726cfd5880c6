"""What a person is asked: to confirm, to choose, to type."""

from dataclasses import dataclass, replace

from inspections.ratings import Rating
from inspections.rows import Strand


@dataclass(frozen=True, kw_only=True)
class Option:
    """Something to choose: `value` is what is kept of it."""

    value: str
    words: str
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Something to type, or to choose from `choices`; `has_line`: with the line of the report it stands at."""

    verb: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    has_line: bool = False


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a person can say of a problem. `confirm` is "" where it can't be confirmed.

    Options in groups are a list to choose from, which `list_label` introduces.
    """

    confirm: str = ""
    options: tuple[Option, ...] = ()
    list_label: str = "It is"
    typed: tuple[Typed, ...] = ()
    hint: str = ""

    @property
    def values(self) -> set[str]:
        return {option.value for option in self.options}


KEEP = Option(value="keep", words="Keep it as the report prints it: the report itself says so")
LEAVE_OUT = Option(value="leave-out", words="Leave it out: nothing is recorded for it")
RATINGS = tuple(rating.value for rating in Rating)
PERCENTAGE = Typed(verb="percentage", label="The percentage", hint="0 to 100, as the report has it")
SCORE = Typed(verb="score", label="The score with its maximum", hint="such as 3/21")
RATING = Typed(verb="rating", label="The rating", choices=RATINGS)
NUMBER = Typed(verb="number", label="Its number")
DATE_HINT = "such as 8 July 2024, or July 2024"
DATES = {
    "published": Typed(verb="published", label="Published", hint=DATE_HINT),
    "started": Typed(verb="started", label="Start in the ratings table", hint=DATE_HINT),
    "fieldwork": Typed(verb="fieldwork", label="Start of fieldwork", hint=DATE_HINT),
}
CASES = Typed(verb="cases", label="Number of cases inspected")
MISSING = {
    "overall rating": replace(RATING, label="The overall rating"),
    "score": SCORE,
    "date of publication": DATES["published"],
    "date on which fieldwork started": DATES["fieldwork"],
    "number of cases inspected": CASES,
}


def strands_of(strands: tuple[Strand, ...]) -> list[Option]:
    return [Option(value=f"strand {strand.value}", words=f"It is about {strand.value}") for strand in strands]
