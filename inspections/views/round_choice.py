"""Which round a page is asked about, by plain links: all state is in the address."""

from collections.abc import Iterable

from django.http import HttpRequest

from inspections.queries.published_edition import NotHeld
from inspections.views.context import Link, address_with


def chosen_round(request: HttpRequest, rounds: Iterable[str]) -> str:
    """The round that the address names; "" where it names none. `rounds` are those that are held.

    Raises NotHeld for any other, and for several at once: a page or file is never silently of another round.
    """
    named = {label for label in request.GET.getlist("round") if label}
    if not named:
        return ""
    if len(named) > 1 or not named <= set(rounds):
        raise NotHeld("The address does not name a round that is held here")
    return named.pop()


def round_choice(path: str, rounds: Iterable[str], *, chosen: str, every: str = "") -> list[Link]:
    """A link for each round, and before them one for `every` round where it has words. None for a single round.

    A round that is chosen and not among them leaves the choice of the others.
    """
    links = [Link(label=label, address=address_with(path, round=label), is_current=label == chosen) for label in rounds]
    if every:
        links.insert(0, Link(label=every, address=path, is_current=not chosen))
    return links if len(links) > (2 if every else 1) or (every and chosen) else []
