"""Where sentences end."""

import re
from bisect import bisect_right
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
    """The sentence in which the character at `offset` stands: one and the same string for all its figures."""
    spans = sentences(text)
    position = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if position < 0 or offset >= spans[position][1]:
        return text
    return _sentence_texts(text)[position]


@lru_cache(maxsize=64)
def _sentence_texts(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentences(text))


def _after_space(text: str, offset: int) -> int:
    found = SPACE.match(text, offset)
    return found.end() if found else offset


def _is_abbreviation(before: str, mark: str) -> bool:
    """The mark is the full stop of an abbreviation or of an initial ("J. Smith")."""
    if mark != ".":
        return False
    last = before.rsplit(maxsplit=1)[-1].lstrip("(\"'“‘").lower() if before.split() else ""
    return last in ABBREVIATIONS or bool(re.search(r"(?:^|\s)[A-Z]$", before))
