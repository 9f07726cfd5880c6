"""Sentences with their figures blotted out, so that a wording is known whatever its numbers are.

In a wording `#name` stands for a figure: "caseload of #value" finds "caseload of approximately 1,500" where qualifiers
are passed over. What is found is the figure's index.
"""

import re
from collections.abc import Iterable, Sequence

from inspections.importing.parsed import ParsedFigure
from inspections.importing.reading.cleaning import straight
from inspections.importing.reading.dates import DATE

QUALIFIER = (
    r"approximately|about|around|roughly|some|nearly|almost|over|more than|fewer than|less than|at least|at most|up to"
    r"|just over|just under|just|only"
)
QUALIFIES = re.compile(rf"\b({QUALIFIER})\s*$", re.IGNORECASE)
# The counts of a percentage where they stand apart from it: "94 per cent of people surveyed (61 out of 65)".
COUNT_APART = re.compile(r"\s*\([^()⟨]*\bof\b[^()⟨]*\d[^()⟨]*\)")
FIGURE_PLACE = "⟨{}⟩"


def wording(pattern: str) -> re.Pattern[str]:
    """The pattern with its `#names`, `#date` among them, made ready to search in `with_places`."""
    pattern = pattern.replace("#date", f"(?P<date>{DATE})")
    pattern = re.sub(r"#(\w+)", rf"(?:(?:{QUALIFIER}) )?⟨(?P<\1>\\d+)⟩", pattern)
    return re.compile(pattern, re.IGNORECASE)


def with_places(text: str, figures: Iterable[tuple[int, ParsedFigure]]) -> str:
    """A paragraph's text with each of its figures (index, figure) as ⟨index⟩ and nothing of it left over."""
    plain, end, parts = straight(text), 0, []
    for index, figure in figures:
        parts += [plain[end : figure.start], FIGURE_PLACE.format(index)]
        end = figure.end
    return " ".join(COUNT_APART.sub("", "".join([*parts, plain[end:]])).split())


def qualifier_before(text: str, start: int) -> str:
    """The qualifier that stands right before a figure: "approximately", "less than". "Only" judges, so it is none."""
    found = QUALIFIES.search(straight(text[max(start - 20, 0) : start]))
    words = found[1].lower() if found else ""
    return "" if words in ("only", "just", "some") else words


def by_paragraph(figures: Sequence[ParsedFigure]) -> dict[int, list[tuple[int, ParsedFigure]]]:
    """The figures with their indexes, by the paragraph in which they stand."""
    found: dict[int, list[tuple[int, ParsedFigure]]] = {}
    for index, figure in enumerate(figures):
        found.setdefault(figure.paragraph, []).append((index, figure))
    return found
