"""Every figure of a paragraph: percentages, "n of m", counts, and numbers with a unit, in digits or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from inspections.importing.parsed import ParsedFigure
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.cleaning import straight
from inspections.importing.reading.not_figures import masked
from inspections.importing.reading.numbers import MAGNITUDES, NUMBER, TEENS, TENS, UNITS, number_value
from inspections.importing.reading.places import place_of
from inspections.importing.reading.sentences import sentence_around

PER_CENT = r"\s?(?:%|per\s?cent\b)"
OUT_OF = r"\s+(?:out\s+of|of)\s+(?:(?:the|these|those|our|all|a\s+total\s+of)\s+)*"
# Words that may stand between a count and its percentage in brackets: "34 of the inspected cases (83 per cent)".
CASES = (
    r"(?:\s+(?:of|the|these|those|our|relevant|inspected|cases|people|on|probation|respondents|plans|reviews"
    r"|assessments|practitioners|individuals|staff|women|men|them))*"
)
NUMBER_WORD = rf"\b(?:{'|'.join((*UNITS, *TEENS, *TENS, *MAGNITUDES))})\b"
NO_FIGURE = rf"(?:(?!{NUMBER_WORD}|per\s?cent|%)[^.!?()\d])"
UNIT = (
    r"(?:(?:separate|full|further|additional|more|calendar|working|consecutive)\s+)?"
    r"(?P<unit>days?|weeks?|months?|years?|hours?|minutes?|(?:square )?(?:miles|kilometres)|full-time equivalents?|FTE"
    r"|percentage points?)\b(?![- ]olds?)"
)
RANGE = r"\s+(?:to|and|or)\s+"

# In this order: the first that fits at a place is taken.
FIGURE = re.compile(
    rf"(?=[\d£−-]|{NUMBER_WORD}|\bnone\b|\ba (?:hundred|thousand|million|billion)\b)"  # quick to see where none begins
    "(?:"
    + "|".join(
        (
            rf"(?P<of_n>{NUMBER}){OUT_OF}(?P<of_m>{NUMBER}){CASES}\s+\((?P<of_percent>{NUMBER}){PER_CENT}\)",
            rf"(?P<count_n>{NUMBER}){CASES}\s+\((?P<count_percent>{NUMBER}){PER_CENT}\)",
            rf"(?P<percent_of>{NUMBER}){PER_CENT}(?P<between>{NO_FIGURE}{{0,80}}?)\((?P<percent_n>{NUMBER}){OUT_OF}(?P<percent_m>{NUMBER})"
            rf"{CASES}\)",
            rf"(?P<percent_count>{NUMBER}){PER_CENT}{CASES}\s+\((?P<percent_only_n>{NUMBER}){CASES}\)",
            rf"(?P<n>{NUMBER}|\bnone\b){OUT_OF}(?P<m>{NUMBER})(?!{PER_CENT})",
            rf"(?P<percent>{NUMBER}){PER_CENT}",
            rf"(?P<range_percent>{NUMBER})(?={RANGE}{NUMBER}{PER_CENT})",
            r"£(?P<pounds>\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion))?)",
            rf"(?P<measured>{NUMBER})\s+{UNIT}",
            rf"(?P<range_measured>{NUMBER})(?=\s+(?:to|or)\s+{NUMBER}\s+{UNIT.replace('unit', 'range_unit')})",
            rf"(?P<count>{NUMBER})",
        )
    )
    + ")",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Which groups of the pattern hold a figure's value, numerator and denominator, and its unit."""

    value: str
    unit: str = ""
    unit_group: str = ""
    n: str = ""
    m: str = ""


SHAPES = {
    "of_n": Shape(value="of_percent", unit="%", n="of_n", m="of_m"),
    "count_n": Shape(value="count_percent", unit="%", n="count_n"),
    "percent_of": Shape(value="percent_of", unit="%", n="percent_n", m="percent_m"),
    "percent_count": Shape(value="percent_count", unit="%", n="percent_only_n"),
    "n": Shape(value="n", unit="of", n="n", m="m"),
    "percent": Shape(value="percent", unit="%"),
    "range_percent": Shape(value="range_percent", unit="%"),
    "pounds": Shape(value="pounds", unit="£"),
    "measured": Shape(value="measured", unit_group="unit"),
    "range_measured": Shape(value="range_measured", unit_group="range_unit"),
    "count": Shape(value="count", unit="count"),
}


@dataclass(frozen=True, kw_only=True)
class Found:
    """A figure and its place in a text; of "94 per cent of people surveyed (61 out of 65)" the place of the 94."""

    start: int
    end: int
    value: Decimal
    unit: str
    numerator: int | None = None
    denominator: int | None = None


def find_figures(text: str, *, has_speech: bool = False) -> Iterator[Found]:
    """The figures of a text in order. `has_speech`: what stands in quotation marks is somebody's words."""
    plain = straight(text)
    searched = re.sub(r"(?<=\d)-(?=\d)", " ", masked(plain, has_speech=has_speech))
    for match in FIGURE.finditer(searched):
        yield _found(match)


def read_figures(block: Block, section: str, *, has_speech: bool) -> Iterator[ParsedFigure]:
    """The figures of a block, each with its sentence."""
    for found in find_figures(block.text, has_speech=has_speech):
        yield ParsedFigure(
            value=found.value,
            unit=found.unit,
            numerator=found.numerator,
            denominator=found.denominator,
            section=section,
            quote=sentence_around(block.text, found.start),
            text=block.text[found.start : found.end],
            start=found.start,
            end=found.end,
            **place_of(block, found.start, found.end),
        )


def _found(match: re.Match[str]) -> Found:
    """The match as a figure: the first group that took part names its shape."""
    name = next(name for name, words in match.groupdict().items() if words is not None)
    shape = SHAPES[name]
    start, end = match.span()
    is_parted = match["between"] is not None
    return Found(
        start=start,
        end=match.start("between") if is_parted else end,
        value=_value(match[shape.value]),
        unit=match[shape.unit_group].lower() if shape.unit_group else shape.unit,
        numerator=_whole(match[shape.n]) if shape.n else None,
        denominator=_whole(match[shape.m]) if shape.m else None,
    )


def _value(words: str) -> Decimal:
    return Decimal(0) if words.lower() == "none" else number_value(words)


def _whole(words: str) -> int | None:
    value = _value(words)
    return int(value) if value == value.to_integral_value() else None
