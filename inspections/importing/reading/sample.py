"""What the report says about the cases it inspected and the people it asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspections.importing.parsed import ParsedFigure, ParsedSample, ParsedSurvey, Stated
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.places import place_of, stated
from inspections.importing.reading.wordings import by_paragraph, with_places, wording

COMMUNITY_ORDERS = (wording(r"#n (?:people (?:on|subject to) )?community (?:orders?|sentences?)"),)
RELEASES_ON_LICENCE = (
    wording(
        r"#n (?:people )?(?:releases?|released|cases released) (?:on (?:post-custody )?licence|from (?:custody|prison))"
    ),
    wording(r"#n (?:post-custody |post-release )?(?:licences|licence cases)"),
)
# The number of all inspected cases is printed as such, or as what a part is of.
CASES = (
    wording(r"\binspected (?:a (?:total|sample) of )?#n cases"),
    wording(r"#n cases (?:that )?(?:we|were) inspected"),
    wording(r"sample of #n cases"),
    wording(r"#m (?:inspected cases|cases (?:that )?we inspected)(?! where| in which| that)"),
    wording(r"of the #n (?:inspected cases|cases (?:that )?we inspected)"),
)
PRACTITIONER_INTERVIEWS = (
    wording(r"#n interviews with (?:\w+ )?(?:probation )?practitioners"),
    wording(r"#n (?:probation )?practitioner interviews"),
    wording(r"interviewed #n (?:\w+ )?(?:probation )?practitioners"),
)
SURVEYED = wording(
    r"(?:^|[.!?] )(?P<who>(?-i:[A-Z])[^.,]{1,60}?)(?:, [^,.]*,)? "
    r"(?:surveyed|asked|spoke (?:to|with)|interviewed|heard from) #n (?:\w+ ){0,2}?people on probation"
)


@dataclass(frozen=True, kw_only=True)
class Read:
    """A paragraph to search: its block, and its text with its figures blotted out."""

    block: Block
    text: str


def read_sample(blocks: Sequence[Block], figures: Sequence[ParsedFigure]) -> ParsedSample:
    """The sample, from the paragraphs that may state it (the Background)."""
    paragraphs = _paragraphs(blocks, figures)
    return ParsedSample(
        community_orders=_number(paragraphs, figures, COMMUNITY_ORDERS),
        releases_on_licence=_number(paragraphs, figures, RELEASES_ON_LICENCE),
        cases=_number(paragraphs, figures, CASES),
        practitioner_interviews=_number(paragraphs, figures, PRACTITIONER_INTERVIEWS),
    )


def read_survey(blocks: Sequence[Block], figures: Sequence[ParsedFigure]) -> ParsedSurvey:
    """Who asked people on probation, and how many, from the paragraphs that may state it."""
    for read in _paragraphs(blocks, figures):
        if found := SURVEYED.search(read.text):
            start = max(read.block.text.find(found["who"]), 0)
            who = stated(found["who"], read.block, start, start + len(found["who"]))
            return ParsedSurvey(conducted_by=who, people=_stated(read.block, figures[int(found["n"])], "n"))
    return ParsedSurvey()


def _paragraphs(blocks: Sequence[Block], figures: Sequence[ParsedFigure]) -> list[Read]:
    placed = by_paragraph(figures)
    return [Read(block=block, text=with_places(block.text, placed.get(block.index, ()))) for block in blocks]


def _number(
    paragraphs: Sequence[Read], figures: Sequence[ParsedFigure], wordings: Sequence[re.Pattern[str]]
) -> Stated[int] | None:
    """The first number stated in one of the wordings: the figure itself (#n), or what it is of (#m)."""
    return next(_numbers(paragraphs, figures, wordings), None)


def _numbers(
    paragraphs: Sequence[Read], figures: Sequence[ParsedFigure], wordings: Sequence[re.Pattern[str]]
) -> Iterator[Stated[int]]:
    for pattern in wordings:
        for read in paragraphs:
            for found in pattern.finditer(read.text):
                name, index = next(iter(found.groupdict().items()))
                number = _stated(read.block, figures[int(index)], name)
                if number is not None:
                    yield number


def _stated(block: Block, figure: ParsedFigure, name: str) -> Stated[int] | None:
    """A count by itself (#n), or the whole of which another figure is a part (#m)."""
    count = int(figure.value) if figure.unit == "count" else None
    number = figure.denominator if name == "m" else count
    if number is None:
        return None
    return Stated(value=number, quote=figure.quote, **place_of(block, figure.start, figure.end))
