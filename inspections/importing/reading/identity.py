"""Which report this is: title, delivery unit, region, when it was published, by whom it was led."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspections.importing.parsed import Stated
from inspections.importing.reading.blocks import Block, merged
from inspections.importing.reading.dates import DATE, read_date
from inspections.importing.reading.headings import TITLE, bare
from inspections.importing.reading.places import stated
from inspections.rows import PreciseDate, Precision

REGION = re.compile(
    r"(?:The )?Probation Service\s*[-–—:,]\s*(?:the )?(.{1,100}?)(?: (?:probation )?region)?\.?", re.IGNORECASE
)
REGION_IN_TEXT = re.compile(r"\bin the ([A-Z][\w’' ,&-]{0,80}?) (?:probation )?region\b")
PUBLISHER = re.compile(
    rf"HM Inspectorate of Probation,?\s+({DATE})|Published:?(?: on)?\s+({DATE})|({DATE})", re.IGNORECASE
)
PUBLISHED_YEAR = re.compile(r"(?:HM Inspectorate of Probation,?|Published:?(?: in)?) ((?:19|20)\d\d)\.?", re.IGNORECASE)
LONGEST_NAME = 100  # as long as the store keeps
TITLE_STARTS = ("an inspection of probation services in", "inspection of probation services in")
UNIT_WORDS = re.compile(r"\s+(?:PDU|probation delivery unit|delivery unit)\s*$", re.IGNORECASE)
ISBN = re.compile(r"\bISBN:?\s*((?:\d[- ]?){9,12}[\dX])\b", re.IGNORECASE)
LEAD_INSPECTOR = re.compile(
    r"\bled by (?:HM |His Majesty's |Her Majesty's )?(?:(?:Lead |Senior |Assistant )*Inspector(?: of Probation)?,? )?"
    r"((?:(?:[A-Z]\.|[A-Z][\w’'-]{0,18}+) ?){1,5}?)(?=,|\.(?:\s|$)| supported| with | and |$)"
)
FIELDWORK_STARTED = re.compile(
    r"\bfieldwork\b[^.]{0,200}?\b(?:beginning|began|starting|started|commencing|commenced|from|of|between|in|on)\s+"
    rf"(?:on\s+|in\s+|the week (?:of|beginning|commencing)\s+|week commencing\s+)*({DATE})",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The report's title and the unit it is about."""

    title: Stated[str]
    pdu: Stated[str]


def title_together(blocks: Sequence[Block]) -> list[Block]:
    """The cover's lines with the title and the unit it names in one, where a line break parts them.

    A title that ends in "PDU" is whole.
    """
    together: list[Block] = []
    is_open = False
    for block in blocks:
        if (is_open and not _ends_title(block.text)) or (together and _begins_title(together[-1].text)):
            together[-1] = merged(together[-1], block)
        else:
            together.append(block)
        *before, last = together
        is_title = bool(TITLE.fullmatch(last.text)) and not any(TITLE.fullmatch(other.text) for other in before)
        is_open = is_title and not UNIT_WORDS.search(last.text)
    return together


def _begins_title(text: str) -> bool:
    """Whether a line breaks off inside the words that a title begins with."""
    words = bare(text)
    return len(words) > len("inspection") and any(start != words and start.startswith(words) for start in TITLE_STARTS)


def _ends_title(text: str) -> bool:
    """The line under a title that is no part of it: the service and region, the publisher, a date."""
    return bool(
        REGION.fullmatch(text)
        or PUBLISHER.match(text)
        or text.lower().startswith(("hm inspectorate", "published", "the probation service"))
    )


def read_cover(blocks: Iterable[Block]) -> Cover | None:
    """The title in one line, without the colon that breaks it, and the unit without "PDU"; None where there is none."""
    for block in blocks:
        found = TITLE.fullmatch(block.text)
        if found and 0 < len(found[1]) <= LONGEST_NAME:
            title = re.sub(r"\s*:\s*", " ", block.text)
            return Cover(title=stated(title, block), pdu=stated(UNIT_WORDS.sub("", found[1]), block))
    return None


def read_region(cover: Iterable[Block], text: Iterable[Block]) -> Stated[str] | None:
    """The region that the cover names, or else the first that the text names as the one it is in."""
    for block in cover:
        if found := REGION.fullmatch(block.text):
            return stated(found[1], block)
    return _first(REGION_IN_TEXT, text)


def read_published(cover: Iterable[Block]) -> Stated[PreciseDate] | None:
    """The date on the cover."""
    for block in cover:
        found = PUBLISHER.fullmatch(block.text)
        date = read_date(found[0]) if found else _year(block.text)
        if date is not None:
            return stated(date, block)
    return None


def _year(text: str) -> PreciseDate | None:
    """The year that a cover gives instead of a date: "HM Inspectorate of Probation, 2024"."""
    found = PUBLISHED_YEAR.fullmatch(text)
    return PreciseDate(date=datetime.date(int(found[1]), 1, 1), precision=Precision.YEAR) if found else None


def read_isbn(blocks: Iterable[Block]) -> Stated[str] | None:
    """The ISBN with the hyphens it is printed with."""
    return _first(ISBN, blocks)


def read_lead_inspector(blocks: Iterable[Block]) -> Stated[str] | None:
    """Who led the inspection, without the title."""
    return _first(LEAD_INSPECTOR, blocks)


def read_fieldwork_start(blocks: Iterable[Block]) -> Stated[PreciseDate] | None:
    """The first date on which the text says that fieldwork began."""
    words = _first(FIELDWORK_STARTED, blocks)
    date = read_date(words.value) if words else None
    if words is None or date is None:
        return None
    return Stated(
        value=date,
        quote=words.quote,
        line=words.line,
        last_line=words.last_line,
        page=words.page,
        paragraph=words.paragraph,
    )


def _first(pattern: re.Pattern[str], blocks: Iterable[Block]) -> Stated[str] | None:
    """The first group of the first match, with its sentence."""
    for block in blocks:
        if found := pattern.search(block.text):
            return stated(found[1].strip(), block, found.start(1), found.end(1))
    return None
