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
        pattern = re.compile(re.escape(stem) + r"\d+")
        free = {key: text for key, text in self._known.items() if pattern.fullmatch(key)}
        last = max((int(key.removeprefix(stem)) for key in free), default=0)
        keys = _same_words(free, texts)
        alike = _Alike({key: text for key, text in free.items() if key not in keys})
        for index, text in enumerate(texts):
            keys[index] = keys[index] or alike.take(text)
            if not keys[index]:
                last += 1
                keys[index] = f"{stem}{last}"
        return keys

    def _stem(self, *parts: str) -> str:
        return slugify("-".join([self._prefix, *parts]))


def _same_words(known: Mapping[str, str], texts: Sequence[str]) -> list[str]:
    """For each text the key that stood for the very same words, "" where there is none left."""
    keys: dict[str, list[str]] = {}
    for key, text in known.items():
        keys.setdefault(text, []).append(key)
    return [keys[text].pop(0) if keys.get(text) else "" for text in texts]


def is_same_fact(text: str, known: str) -> bool:
    """Whether two texts are alike in words and equal in every number: one fact, perhaps with a misprint mended."""
    alike = _Alike({"known": known})
    return text == known or bool(alike.take(text))


class _Alike:
    """Keys that are still free, to be found by a text like theirs.

    Alike in words, and equal in every number: a corrected figure is another fact to whoever printed its address.
    """

    def __init__(self, free: Mapping[str, str]) -> None:
        self._by_numbers: dict[tuple[str, ...], dict[str, str]] = {}
        for key, text in free.items():
            self._by_numbers.setdefault(_numbers(text), {})[key] = text

    def take(self, text: str) -> str:
        """The first key whose text is like this one, "" where there is none. It is free no longer."""
        candidates = self._by_numbers.get(_numbers(text), {})
        compared = difflib.SequenceMatcher(None, "", text, autojunk=False)
        key = next((key for key, known in candidates.items() if _is_alike(compared, known)), "")
        candidates.pop(key, None)
        return key


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def _is_alike(compared: difflib.SequenceMatcher[str], known: str) -> bool:
    """Whether a known text is like the one that is compared. The two bounds are quick to work out, the ratio is not."""
    compared.set_seq1(known)
    return (
        compared.real_quick_ratio() >= SAME_FACT
        and compared.quick_ratio() >= SAME_FACT
        and compared.ratio() >= SAME_FACT
    )
