"""How two figures, or two ratings, stand to each other."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inspections.ratings import Rating


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A value minus a comparator. Approximate when either was rounded before it was published."""

    amount: Decimal
    is_approximate: bool


def difference(value: Decimal, comparator: Decimal, *, are_rounded: bool) -> Difference:
    """The difference of two published figures. Of rounded figures it is approximate: 38% less 32% may be 5 to 7."""
    return Difference(amount=value - comparator, is_approximate=are_rounded)


class Change(StrEnum):
    """How a rating stands to the one held before it. Better and worse are said of comparable frameworks only."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    NOT_COMPARABLE = "not comparable: framework changed"
    NO_EARLIER = "no earlier inspection held here"
    NOT_HELD = "a rating is not held here"


def change(now: Rating | None, before: Rating | None, *, has_earlier: bool, is_comparable: bool) -> Change:
    """How a rating changed, by the order of the scale. `is_comparable` is recorded with a source, or one framework.

    Without comparability not even two equal words are "the same": the framework changed.
    """
    if not has_earlier:
        return Change.NO_EARLIER
    if now is None or before is None:
        return Change.NOT_HELD
    if not is_comparable:
        return Change.NOT_COMPARABLE
    if now.points == before.points:
        return Change.SAME
    return Change.BETTER if now.points > before.points else Change.WORSE
