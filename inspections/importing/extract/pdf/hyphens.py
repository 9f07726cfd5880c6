"""Words that a line end has parted. Whether the hyphen belongs to the word, the rest of the document tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

PARTED = re.compile(r"([^\W\d_]+)(-|\u00ad)$")
SOFT = "\u00ad"
FIRST = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)")
START = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ADDRESS = re.compile(r"(?:www\.|https?://)\S*[/_=&?-]$", re.IGNORECASE)
# What a hyphen follows inside a word, and what is no first syllable of another.
COMBINING = (
    "twenty thirty forty fifty sixty seventy eighty ninety half anti cross full high long low mid multi non post self "
    "semi short well"
)


@dataclass(frozen=True, kw_only=True)
class Hyphens:
    """The words of a document, in small letters, and what stands before the hyphens in them. `parts_words`: it parts
    words at line ends, as justified text does.
    """

    words: frozenset[str]
    beginnings: frozenset[str]
    parts_words: bool = False

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Hyphens":
        """What the lines of a document tell, in their order."""
        whole = [text.lower() if not PARTED.search(text) else PARTED.sub("", text.lower()) for text in texts]
        words = frozenset(word for text in whole for word in WORD.findall(text))
        parts = frozenset(part for word in words for part in word.split("-"))
        beginnings = frozenset(word.split("-")[0] for word in words if "-" in word)
        known = cls(words=words | parts, beginnings=beginnings)
        ends = [(PARTED.search(first), START.match(second)) for first, second in pairwise(texts)]
        parted = [(end[1].lower(), start[0].lower()) for end, start in ends if end and start]
        soft = sum(known._has_without(*word) for word in parted)
        hard = sum(known._has_with(*word) for word in parted)
        return cls(words=known.words, beginnings=beginnings, parts_words=soft > hard)

    def parted(self, line: str, following: str) -> tuple[str, str]:
        """Two lines of one paragraph, the word or the address that the line end parts made whole on the first."""
        if ADDRESS.search(line):
            start, _, rest = following.partition(" ")
            return line + start, rest
        end, first = PARTED.search(line), FIRST.match(following)
        if end is None or first is None or not self._is_one_word(end, first[1]):
            return line, following
        tail, _, rest = following[first.end() :].partition(" ")  # a full stop stays with its word
        return line[: end.start(2)] + first[1] + tail, rest

    def joined(self, lines: Iterable[str]) -> str:
        """The lines of a cell as one text."""
        first, *others = lines
        for line in others:
            whole, rest = self.parted(first, line)
            is_open = whole == first and bool(PARTED.search(whole))
            first = whole + ("" if is_open or not rest else " ") + rest
        return first

    def _is_one_word(self, end: re.Match[str], following: str) -> bool:
        """Whether the hyphen only parts: it is a soft one, or the document has the word without it and not with it.

        In a document that parts words it also is where the two are no words that a hyphen joins.
        """
        start = START.match(following)
        if start is None or end[2] == SOFT:
            return end[2] == SOFT
        first, second = end[1].lower(), start[0].lower()
        if self._has_with(first, second) or not start[0].islower():
            return False
        if self._has_without(first, second):
            return True
        is_compound = second in self.words and (first in self.words or first in self.beginnings)
        return self.parts_words and not is_compound and first not in COMBINING.split()

    def _has_with(self, first: str, second: str) -> bool:
        return f"{first}-{second}" in self.words

    def _has_without(self, first: str, second: str) -> bool:
        return f"{first}{second}" in self.words and not self._has_with(first, second)
