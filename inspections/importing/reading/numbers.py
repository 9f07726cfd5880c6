"""Whole and decimal numbers in digits and in words: how they are found, and what they are worth."""

import re
from decimal import Decimal

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MAGNITUDES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
VALUES = {
    **{word: value for value, word in enumerate(UNITS + TEENS)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
    "a": 1,
}

_UNIT = "|".join(UNITS[1:])
_BELOW_100 = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{_UNIT}))?|{'|'.join(TEENS)}|{'|'.join(UNITS)})"
_BELOW_1000 = rf"(?:(?:(?:{_UNIT}|a)\ hundred(?:\ and\ {_BELOW_100})?)|{_BELOW_100})"
_LARGE = rf"(?:(?:{_BELOW_1000}|a)\ (?:thousand|million|billion)(?:,?\ (?:and\ )?{_BELOW_1000})?)"
_WORDS = rf"(?<![\w-])(?:{_LARGE}|{_BELOW_1000})(?:\ and\ a\ half)?(?![\w-])".replace("\\ ", " ")
_DIGITS = (
    r"(?:(?<![\w.,/£-])|(?<!\S)[-−](?=\d))"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: (?:hundred|thousand|million|billion))?"
    r"(?![\w/]|[.,]\d|[-−][A-Za-z])"
)

# Case-insensitive; without groups, so that it can stand in other patterns.
NUMBER = rf"(?:{_DIGITS}|{_WORDS})"


def number_value(text: str) -> Decimal:
    """What `text`, a match of NUMBER, is worth: "1,500", "1.2 million", "Thirty-eight", "two and a half"."""
    words = text.lower().replace("−", "-")
    half = Decimal("0.5") if words.endswith(" and a half") else Decimal(0)
    words = words.removesuffix(" and a half")
    if re.match(r"-?\d", words):
        digits, _, magnitude = words.replace(",", "").partition(" ")
        return Decimal(digits) * MAGNITUDES.get(magnitude, 1) + half
    return Decimal(_words_value(words)) + half


def _words_value(words: str) -> int:
    """The sum of what the words say: a magnitude multiplies what stands before it."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words):
        if word == "hundred":
            current *= 100
        elif word in MAGNITUDES:
            total, current = total + current * MAGNITUDES[word], 0
        elif word != "and":
            current += VALUES[word]
    return total + current
