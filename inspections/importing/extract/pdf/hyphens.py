"""Words that a line end has parted. Whether the hyphen belongs to the word, the rest of the document tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PARTED = re.compile(r"((?:\w+-)*\w+)(-|\u00ad)$")
SOFT = "\u00ad"
FIRST = re.compile(r"(\w+(?:-\w+)*)")
WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, kw_only=True)
class Hyphens:
    """The words of a document, in small letters."""

    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Hyphens":
        """The words of some lines, without those that a line end parts."""
        return cls(words=frozenset(word for text in texts for word in WORD.findall(PARTED.sub("", text).lower())))

    def parted(self, line: str, following: str) -> tuple[str, str]:
        """Two lines of one paragraph, the word that the line end parts made whole on the first."""
        end, start = PARTED.search(line), FIRST.match(following)
        if end is None or start is None or not self._is_one_word(end, start[1]):
            return line, following
        rest = following[start.end() :]
        tail, _, rest = rest.partition(" ")  # a full stop stays with its word
        return line[: end.start(2)] + start[1] + tail, rest

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of a cell as one text."""
        text = lines[0]
        for line in lines[1:]:
            whole, rest = self.parted(text, line)
            is_parted = PARTED.search(whole) and whole == text
            text = whole + ("" if is_parted or not rest else " ") + rest
        return text

    def _is_one_word(self, end: re.Match[str], start: str) -> bool:
        """Whether the hyphen only parts: it is a soft one, or the document has the word without it and not with it."""
        if end[2] == SOFT:
            return True
        first, second = end[1].rpartition("-")[2].lower(), start.lower()
        if f"{first}-{second}" in self.words:
            return False
        return f"{first}{second}" in self.words
