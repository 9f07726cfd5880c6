"""Where sentences end."""

import re
from functools import lru_cache

# A full stop after these ends no sentence by itself.
ABBREVIATIONS = ("e.g", "i.e", "cf", "vs", "approx", "mr", "mrs", "ms", "dr", "prof", "st", "no", "para", "fig")
LONGEST_ABBREVIATION = 12
SPACE = re.compile(r"\s*")
END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s+[\"'“‘(\[]*[A-Z0-9£])")


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of the text, without the space between them."""
    spans, start = [], 0
    for end in END.finditer(text):
        if _is_abbreviation(text[max(start, end.start() - LONGEST_ABBREVIATION) : end.start()], end[0]):
            continue
        spans.append((start, end.end()))
        start = _after_space(text, end.end())
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def sentence_around(text: str, offset: int) -> str:
    """The sentence in which the character at `offset` stands."""
    return next((text[start:end] for start, end in sentences(text) if start <= offset < end), text)


def _after_space(text: str, offset: int) -> int:
    found = SPACE.match(text, offset)
    return found.end() if found else offset


def _is_abbreviation(before: str, mark: str) -> bool:
    """The mark is the full stop of an abbreviation or of an initial ("J. Smith")."""
    if mark != ".":
        return False
    last = before.rsplit(maxsplit=1)[-1].lstrip("(\"'“‘").lower() if before.split() else ""
    return last in ABBREVIATIONS or bool(re.search(r"(?:^|\s)[A-Z]$", before))
