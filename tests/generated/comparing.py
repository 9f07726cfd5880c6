"""Comparing what was read with what was expected: counts for a table, and a short difference for each miss."""

import difflib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.generated.expected import CHECKED_PROBLEMS

PLACES = {"line", "page", "anchor"}
ASPECTS = ("fields", "findings", "kinds", "figures", "problems")


def comparable(read: dict) -> dict:
    """What the parser read, without places, and of its problems only how often each checked type came."""
    counts = Counter(problem["type"] for problem in read["problems"])
    return {**_without_places(read), "problems": {name: counts[name] for name in CHECKED_PROBLEMS}}


def whole(expected: dict) -> dict:
    return {**expected, "problems": {name: expected["problems"].get(name, 0) for name in CHECKED_PROBLEMS}}


def _without_places(value):
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [_without_places(item) for item in value]
    return value


@dataclass
class Tally:
    """Right and expected, by aspect, over many reports."""

    right: Counter = field(default_factory=Counter)
    asked: Counter = field(default_factory=Counter)
    reports: int = 0
    exact: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, expected: dict, read: dict | str) -> None:
        """`read` is the parser's object, or the reason for which it refused the report."""
        self.reports += 1
        mine = whole(expected)
        theirs = comparable(read) if isinstance(read, dict) else {}
        for aspect in ASPECTS:
            wanted, got = Counter(_items(mine, aspect)), Counter(_items(theirs, aspect))
            self.asked[aspect] += wanted.total()
            self.right[aspect] += (wanted & got).total()
        if mine == theirs:
            self.exact += 1
        else:
            self.misses.append(f"{name}\n{difference(mine, theirs) if theirs else f'  refused: {read}'}")

    def account(self) -> str:
        return "\n\n".join(["\n" + self.table(), *self.misses])

    def table(self) -> str:
        rows = [f"reports   {self.exact:>6} of {self.reports:>6} exactly right"]
        rows += [f"{aspect:<9} {self.right[aspect]:>6} of {self.asked[aspect]:>6}" for aspect in ASPECTS]
        return "\n".join(rows)


def _items(value: dict, aspect: str) -> Iterator[tuple]:
    if not value:
        return
    places = [*value["standards"], *value["sections"]]
    match aspect:
        case "findings":
            for place in places:
                yield from ((_name(place), finding["text"]) for finding in place["findings"])
        case "kinds":
            for place in places:
                for finding in place["findings"]:
                    yield _name(place), finding["text"], finding["kind"], finding["heading_lost"]
        case "figures":
            yield from (tuple(figure.values()) for figure in value["figures"])
        case "problems":
            for name, count in value["problems"].items():
                yield from ((name, number) for number in range(count))
        case _:
            rest = {key: value[key] for key in ("report", "sample", "standards", "sections", "recommendations")}
            yield from _leaves((), rest)


def _name(place: dict) -> str:
    return place.get("name") or place["title"]


def _leaves(path: tuple, value) -> Iterator[tuple]:
    """Every value outside the findings, with its place: list items by number."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key != "findings":
                yield from _leaves((*path, key), item)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _leaves((*path, number), item)
    else:
        yield *path, value


def difference(expected: dict, read: dict, *, lines: int = 16) -> str:
    """Lines that only one of them has: "-" was expected, "+" was read."""
    one, other = (json.dumps(value, indent=1, ensure_ascii=False).splitlines() for value in (expected, read))
    changes = [
        f"  {line[:200]}"
        for line in difflib.unified_diff(one, other, n=1, lineterm="")
        if not line.startswith(("---", "+++"))
    ]
    rest = f"  ... and {len(changes) - lines} lines more" if len(changes) > lines else ""
    return "\n".join([*changes[:lines], rest]).rstrip()
