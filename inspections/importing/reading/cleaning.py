"""The words of a line without the marks that printing and conversion left on it."""

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")
INLINE_TAG = re.compile(r"</?(?:u|b|i|em|strong|sub|sup|span)>|<br ?/?>", re.IGNORECASE)
MARKED_UP_FOOTNOTE = re.compile(r"<sup>\s*(\d{1,2})\s*</sup>", re.IGNORECASE)
# A mark sticks to a word or to its punctuation; "km²" is a unit.
FOOTNOTE_MARK = re.compile(rf"(?<=[\w.,;:!?'’”\")])(?<!\bm)(?<!\bkm)[{SUPERSCRIPTS}]+")
OPENING_FOOTNOTE_MARK = re.compile(rf"^\s*([{SUPERSCRIPTS}]+|\[\d{{1,2}}\])\s*")
HEADING_MARKUP = re.compile(r"^\s*#{1,6}\s+|\*\*|(?<!_)__(?!_)")
BACK_TO_TOP = re.compile(r" ?\(back to top\)$", re.IGNORECASE)

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "})


def clean(text: str) -> str:
    """The text's words: no tags, footnote marks or invisible characters, single spaces, none at the ends."""
    text = INVISIBLE.sub("", text)
    text = MARKED_UP_FOOTNOTE.sub(lambda mark: "".join(SUPERSCRIPTS[int(digit)] for digit in mark[1]), text)
    text = HEADING_MARKUP.sub("", INLINE_TAG.sub("", text))
    return BACK_TO_TOP.sub("", " ".join(FOOTNOTE_MARK.sub("", text).split()))


def footnote_mark(text: str) -> tuple[str, str]:
    """A footnote's mark and the text behind it; the mark is empty where the text opens with none."""
    found = OPENING_FOOTNOTE_MARK.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def straight(text: str) -> str:
    """The text with straight quotation marks and plain dashes, of the same length, to match patterns against."""
    return text.translate(STRAIGHT)


def joined_lines(first: str, second: str) -> str:
    """Two lines as one: a space between them, except after a hyphen inside a word."""
    hyphenated = re.search(r"\w-$", first) and not re.match(r"(?:and|or|to)\b(?!-)", second)
    return first + second if hyphenated or not first or not second else f"{first} {second}"
