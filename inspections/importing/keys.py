"""Public keys of facts: made of place, round, standard and ordinal, and kept for as long as the fact says the same.

An address that has been printed in a briefing never comes to mean something else: a fact found again in a changed
file keeps its key, a new one gets an ordinal that was never used, whatever the order in the file.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from django.utils.text import slugify

SAME_FACT = 0.85  # how alike two texts are that differ by a mended misprint, and not in what they say


class KeyBook:
    """The keys of one edition, given what earlier editions and the draft before it called their facts.

    `known` maps each key ever used for the inspection to the words it stood for.
    """

    def __init__(self, inspection_key: str, known: Mapping[str, str]) -> None:
        self._prefix = inspection_key
        self._known = known
        self._taken: set[str] = set()

    def named(self, *parts: str) -> str:
        """The key of a fact there is one of: `doncaster-2024-score`. A second one of the name is suffixed."""
        name = self._stem(*parts)
        key, suffix = name, 2
        while key in self._taken:
            key, suffix = f"{name}-{suffix}", suffix + 1
        self._taken.add(key)
        return key

    def ordinals(self, *parts: str, prefix: str, texts: Sequence[str]) -> list[str]:
        """The keys of a list, in its order: `doncaster-2024-leadership-f3`, where "f" is the prefix."""
        stem = f"{self._stem(*parts)}-{prefix}"
        free = {key: text for key, text in self._known.items() if re.fullmatch(re.escape(stem) + r"\d+", key)}
        last = max((int(key.removeprefix(stem)) for key in free), default=0)
        keys = [_take(free, lambda known, text=text: known == text) for text in texts]
        for index, text in enumerate(texts):
            keys[index] = keys[index] or _take(free, lambda known, text=text: _is_same_fact(known, text))
            if not keys[index]:
                last += 1
                keys[index] = f"{stem}{last}"
        return keys

    def _stem(self, *parts: str) -> str:
        return slugify("-".join([self._prefix, *parts]))


def _take(free: dict[str, str], is_it) -> str:  # type: ignore[no-untyped-def]
    key = next((key for key, text in free.items() if is_it(text)), "")
    free.pop(key, None)
    return key


def _is_same_fact(known: str, text: str) -> bool:
    """Alike in words, and equal in every number: a corrected figure is another fact to whoever printed its address."""
    if re.findall(r"\d+", known) != re.findall(r"\d+", text):
        return False
    return difflib.SequenceMatcher(None, known, text, autojunk=False).ratio() >= SAME_FACT
