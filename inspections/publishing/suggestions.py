"""Themes suggested by plain rules that show why. A person decides."""

import re
from collections.abc import Iterable, Mapping


def suggestions(text: str, rules: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The themes whose words a text has, each with the first such words as they stand in the text.

    `rules` are the words of each theme: a phrase is found as whole words, in capitals or not; one that ends in "*"
    also as the beginning of a word ("vacanc*": vacancy, vacancies).
    """
    found: dict[str, str] = {}
    for theme, phrases in rules.items():
        matches = (match for phrase in phrases if (match := _pattern(phrase).search(text)))
        if first := min(matches, key=lambda match: match.start(), default=None):
            found[theme] = first.group()
    return found


def phrases(words: str) -> list[str]:
    """The phrases of a theme as they are kept: one on a line."""
    return [phrase for line in words.splitlines() if (phrase := " ".join(line.split())).strip("*")]


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase.removesuffix("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
    end = r"[\w’'-]*" if phrase.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){words}{end}", re.IGNORECASE)
