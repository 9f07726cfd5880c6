"""Which delivery units to compare, read from the address: nothing is kept anywhere else.

Not a Django form: of a form with an error no value may be used, and here what is right in an address is answered in
spite of what is wrong. Nothing that an address says is repeated on the page but the name of a unit held here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspections.rows import Place
from inspections.wording import listed

AT_LEAST = 2
AT_MOST = 4
LABELS = ("First PDU", "Second PDU", "Third PDU (optional)", "Fourth PDU (optional)")
FIRST, SECOND, ROUND = "pdu-1", "pdu-2", "round"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong, and the id of the part of the form where it can be mended."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Select:
    """One of the lists to choose a unit from. `value` is the slug chosen, "" where none is."""

    id: str
    label: str
    value: str
    problem: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is asked for: `units` can be compared if there are two, `round` is "" for the newest of each.

    `unknown` are slugs that no unit has now: it may have had them.
    """

    units: tuple[Place, ...]
    round: str
    selects: tuple[Select, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]

    @property
    def slugs(self) -> list[str]:
        return [unit.slug for unit in self.units]

    @property
    def is_comparable(self) -> bool:
        return len(self.units) >= AT_LEAST

    @property
    def round_problem(self) -> str:
        return _problem(self.problems, ROUND)


def read_choice(slugs: Sequence[str], round_label: str, *, units: Sequence[Place], rounds: Sequence[str]) -> Choice:
    """The choice in an address. `slugs` are all values of `pdu`: the form sends an empty one for an optional unit."""
    by_slug = {unit.slug: unit for unit in units}
    given = [slug for slug in slugs if slug]
    known = [by_slug[slug] for slug in dict.fromkeys(given) if slug in by_slug]
    chosen, left_out = known[:AT_MOST], known[AT_MOST:]
    shown = given if len(given) <= AT_MOST else [unit.slug for unit in chosen]
    problems = [*_unknown(given, by_slug), *_twice(given, by_slug)]
    if left_out:
        names = listed(unit.name for unit in left_out)
        problems.append(Problem(id=FIRST, text=f"At most four PDUs can be compared, so {names} cannot be shown"))
    if not problems and len(slugs) > 1 and len(chosen) < AT_LEAST:
        problems.append(_too_few(chosen))
    is_held = round_label in ("", *rounds)
    if not is_held:
        problems.append(Problem(id=ROUND, text="Choose a round of which an inspection is held here"))
    return Choice(
        units=tuple(chosen),
        round=round_label if is_held else "",
        selects=tuple(_select(position, label, shown, by_slug, problems) for position, label in enumerate(LABELS)),
        problems=tuple(problems),
        unknown=tuple(slug for slug in given if slug not in by_slug),
    )


def _unknown(given: Sequence[str], by_slug: Mapping[str, Place]) -> list[Problem]:
    return [
        Problem(id=_id(position, given), text="Choose a PDU from the list: the one in the address is not held here")
        for position, slug in enumerate(given)
        if slug not in by_slug
    ][:1]


def _twice(given: Sequence[str], by_slug: Mapping[str, Place]) -> list[Problem]:
    return [
        Problem(id=_id(position, given), text=f"{by_slug[slug].name} is chosen twice: choose another PDU")
        for position, slug in enumerate(given)
        if slug in by_slug and slug in given[:position]
    ][:1]


def _too_few(chosen: Sequence[Place]) -> Problem:
    if chosen:
        return Problem(id=SECOND, text=f"Choose a PDU to compare {chosen[0].name} with")
    return Problem(id=FIRST, text="Choose at least two PDUs")


def _id(position: int, given: Sequence[str]) -> str:
    """The list in which the value stands. An address can give more values than there are lists."""
    return f"pdu-{position + 1}" if len(given) <= AT_MOST else FIRST


def _select(
    position: int, label: str, shown: Sequence[str], by_slug: Mapping[str, Place], problems: Sequence[Problem]
) -> Select:
    slug = shown[position] if position < len(shown) else ""
    id_ = f"pdu-{position + 1}"
    return Select(id=id_, label=label, value=slug if slug in by_slug else "", problem=_problem(problems, id_))


def _problem(problems: Sequence[Problem], id_: str) -> str:
    return next((problem.text for problem in problems if problem.id == id_), "")
