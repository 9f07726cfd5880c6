"""The JSON of a report without what depends on its form: lines and pages."""

import re
from typing import Any

from inspections.importing.as_json import as_json
from inspections.importing.parsed import ParsedReport

PLACES = ("line", "page")
LINE = re.compile(r"\blines? \d+(?: to \d+)?")
# Notes on how a text came to be cut up: each form is cut up elsewhere. The shipped text lost two bullets, a PDF none.
CUT_UP = ("joined_over_break", "bullet_lost")


def without_places(report: ParsedReport) -> dict[str, Any]:
    """The object, its problems apart: `problems` has them as texts that can be counted and compared."""
    printed: dict[str, Any] = _without(as_json(report))
    printed["problems"] = sorted(
        tuple(LINE.sub("line #", problem[key] or "") for key in ("type", "level", "section", "message", "text"))
        for problem in printed["problems"]
    )
    return printed


def _without(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in PLACES}
    return [_without(inner) for inner in value] if isinstance(value, list) else value


def but(problems: list[tuple[str, ...]], types: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The problems that are of none of these types."""
    return [problem for problem in problems if problem[0] not in types]
