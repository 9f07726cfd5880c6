"""Which round a page is asked about, by plain links: all state is in the address."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest

from inspections.queries.published_edition import NotHeld
from inspections.views.context import Link


def chosen_round(request: HttpRequest) -> str | None:
    """The round that the address names, if any. Raises NotHeld for what the database can't even be asked for."""
    label = request.GET.get("round") or None
    if label and "\x00" in label:
        raise NotHeld("No round has that label")
    return label


def with_round(address: str, label: str | None) -> str:
    """The address, asking for a round."""
    return f"{address}?{urlencode({'round': label})}" if label else address


def round_choice(path: str, rounds: Iterable[str], *, chosen: str | None, every: str = "") -> list[Link]:
    """A link for each round, and before them one for `every` round where it has words. None for a single round.

    A round that is chosen and not among them leaves the choice of the others.
    """
    links = [Link(label=label, address=with_round(path, label), is_current=label == chosen) for label in rounds]
    if every:
        links.insert(0, Link(label=every, address=path, is_current=chosen is None))
    return links if len(links) > (2 if every else 1) or (every and chosen) else []
