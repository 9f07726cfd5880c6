"""Numbers that are no figures: dates, ages that name a group, labels, fractions, compounds, references."""

import re

from inspections.importing.reading.dates import MONTH
from inspections.importing.reading.numbers import NUMBER, TENS, UNITS

LABELS = (
    "domain|level|phase|tier|stage|section|annexe?|appendix|table|figure|chapter|page|recommendation|standard|part"
    "|schedule|article|category|band|rule|footnote|version|paragraph|clause|question|grade|option|pathway|step"
)
FRACTIONS = "half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
# What "one" counts when it stands before it; elsewhere it is a pronoun ("one of the ways", "one example was").
COUNTED = (
    "case|person|respondent|prison|vacancy|vacant|post|approved premises|PDU|individual|practitioner|plan|assessment"
    "|review|interview|death|incident|prisoner|office|magistrates|court|local authority|police force|woman|man"
    "|per ?cent|percentage|day|week|month|year|hour|hundred|thousand|million|full-time|part-time|probation|deputy"
)
ONE_COUNTS = (
    r"(?<=\bonly )|(?<=\bjust )|(?<=there is )|(?<=there was )|(?<=\()(?=one\))"
    rf"|(?=one,?(?:\ out)?\ (?:of\ (?:the\ |these\ |those\ )?{NUMBER}|(?:{COUNTED})))".replace("\\ ", " ")
)
NOT_AFTER_TENS = "".join(rf"(?<!{before} )" for before in (*TENS, "hundred and", "thousand and"))
NUMBERS = "|".join(UNITS)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
COUNTED_BY_THOUSANDS = "people|cases|residents|staff|individuals"

PATTERNS = (
    r"(?<!\S)\S*(?:://|www\.|@|\.(?:gov|org|com|co)\.)\S+",
    r"\bISBN:?\s*[\d-]+",
    r"\[\d{1,3}\]",
    # dates and times
    rf"\b{DAY}(?:(?:,| and| to|\s?[-–]) ?{DAY}){{0,5}} (?-i:{MONTH})\b,?(?: (?:19|20)\d\d)?",
    rf"\b(?-i:{MONTH}) {DAY}\b(?:,? (?:19|20)\d\d)?",
    rf"\b(?-i:{MONTH}),? (?:19|20)\d\d\b",
    r"\b\d{1,4}/\d{1,4}(?:/\d{2,4})?\b|\b24/7\b",
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b",
    rf"(?<![\d,.£])(?:19|20)\d\d(?:\s?[-–/]\s?\d{{2,4}})?(?!\d|[,.]\d|\s?%| per ?cent| (?:{COUNTED_BY_THOUSANDS}))",
    # ages that name a group
    rf"(?<=\bpeople )(?:under|over) {NUMBER}(?! ?%| per ?cent)",
    rf"\bage[ds]? (?:of |between |under |over |from )?{NUMBER}"
    rf"(?: ?(?:to|and|-|–) ?(?:{NUMBER}|over|under|above|older|below))?",
    rf"{NUMBER}(?: ?(?:to|-|–) ?{NUMBER})?[- ]years?(?:[- ]olds?| of age)\b",
    r"\b\d+[-–]\d+[- ]years?[- ]olds?\b|\b(?:under|over)[- ]\d+s\b|\b\d+(?: ?[-–] ?| to )\d+ age\b",
    # labels and references
    r"\bP\s?\d\.\d",
    rf"\b(?:{LABELS})s? {NUMBER}(?: ?(?:,|and|or|to|-|–) ?{NUMBER}){{0,5}}(?! ?%| per ?cent| (?:out )?of\b)",
    r"\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b",
    # fractions, ratios and fixed turns in words
    rf"(?:{NUMBER}|\ba)[- ](?:{FRACTIONS})\b",
    rf"\b(?:{NUMBERS}) in (?:every )?{NUMBER}(?=\s)",
    r"\b(\w+)[- ](?:to|by|on)[- ]\1\b",
    r"\bzero tolerance\b|\bno one\b|\bone another\b",
    rf"(?!{ONE_COUNTS}){NOT_AFTER_TENS}(?<![\w-])one\b(?!-)",
)
NOT_FIGURES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS)
SPEECH = re.compile(r'"[^"]*"')
MASK = "\x00"


def masked(text: str, *, has_speech: bool = False) -> str:
    """The text with all that is no figure blotted out, at the same length. `has_speech`: people are quoted in it."""
    for pattern in (SPEECH, *NOT_FIGURES) if has_speech else NOT_FIGURES:
        text = pattern.sub(lambda found: MASK * len(found[0]), text)
    return text
