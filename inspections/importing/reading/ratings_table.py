"""The ratings table: overall rating, score, the date work started, and one rating for each standard.

Its cells break across columns ("Overa | ll rating") and its labels lose their beginnings ("ork started June 2024"), so
every row is read as one text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspections.importing.parsed import Problem, ProblemType, Stated
from inspections.importing.reading.blocks import Block, split_lines
from inspections.importing.reading.dates import DATE, read_date
from inspections.importing.reading.headings import (
    OVERALL_RATING,
    TABLE_HEADER,
    WORK_STARTED,
    ends_in_rating,
    standard_code,
)
from inspections.importing.reading.places import problem, stated
from inspections.importing.reading.sections import Section
from inspections.ratings import Rating
from inspections.rows import ParagraphRole, PreciseDate, ProblemLevel


def spaced(words: str) -> str:
    """A pattern for words whose letters a column may have parted."""
    return r"\s*".join(re.escape(letter) for letter in words if letter != " ")


RATING_AT_END = re.compile(rf"\s*:?\s*\b({'|'.join(spaced(rating) for rating in Rating)})\W*$", re.IGNORECASE)
OVERALL = re.compile(spaced(OVERALL_RATING), re.IGNORECASE)
STANDARD_ROW = re.compile(r"(P\s*)?([1-9])\s*\.\s*(\d{1,2})\.?\s+(.+)")
DOMAIN_ROW = re.compile(r"[1-9]\.?\s+[A-Z]")
SCORE = re.compile(r"(?<![\d/])(-?\d{1,3})\s*(?:/|\bout of\b)\s*(\d{1,3})(?![\d/])")
LONGEST_LABEL = 100
STARTED = re.compile(DATE, re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class RatedStandard:
    """One row: `rating` is None where the row prints none that is known."""

    code: str
    name: str
    domain: int
    rating: Stated[Rating] | None
    block: Block


@dataclass(kw_only=True)
class RatingsTable:
    """What the table says."""

    roles: dict[int, ParagraphRole] = field(default_factory=dict)
    overall_rating: Stated[Rating] | None = None
    score: Stated[int] | None = None
    max_score: Stated[int] | None = None
    work_started: Stated[PreciseDate] | None = None
    standards: list[RatedStandard] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rows_apart(blocks: list[Block]) -> list[Block]:
    """Blocks of the section with every row on its own: a table without edges is no running text."""
    apart: list[Block] = []
    for block in blocks:
        texts = [line.text for line in block.lines]
        is_table = any(ends_in_rating(text) or SCORE.search(text) or OVERALL.match(text.strip()) for text in texts)
        apart += split_lines([block]) if is_table else [block]
    return apart


def read_ratings_table(section: Section) -> RatingsTable:
    """Read the rows of the section one by one; a row that says nothing known is named."""
    table = RatingsTable()
    for block in section.blocks:
        text = block.text.replace(" | ", " ")
        is_read = any([_read_standard(table, section, block, text), _read_overall(table, block, text)])
        is_read = any([is_read, _read_score(table, block, text), _read_start(table, section, block, text)])
        known = is_read or TABLE_HEADER.search(text) or DOMAIN_ROW.match(text)
        table.roles[block.index] = ParagraphRole.ROW if block.is_row or known else ParagraphRole.PROSE
        if block.is_row and not known:
            message = "This row of the ratings table is not understood: it is kept as text."
            type_ = ProblemType.ROW_NOT_READ
            table.problems.append(problem(type_, ProblemLevel.CONFIRM, section, block, message))
    return table


def _read_standard(table: RatingsTable, section: Section, block: Block, text: str) -> bool:
    found = STANDARD_ROW.match(text)
    if found is None:
        return False
    letter, domain, number, rest = found.groups()
    name, rating = _name_and_rating(block, rest)
    rated = stated(rating, block) if rating else None
    code = standard_code(letter, domain, number)
    table.standards.append(RatedStandard(code=code, name=name, domain=int(domain), rating=rated, block=block))
    if rating is None:
        message = f"The ratings table gives {code} no rating that is known."
        table.problems.append(problem(ProblemType.ROW_NOT_READ, ProblemLevel.MUST_FIX, section, block, message))
    return True


def _name_and_rating(block: Block, rest: str) -> tuple[str, Rating | None]:
    """The name is what stands before the rating; before the last cell where that holds no known rating."""
    if found := RATING_AT_END.search(rest):
        return rest[: found.start()].strip(), _rating(found[1])
    columns = block.text.split(" | ")
    is_apart = block.is_row and len(columns) > len(("code", "name"))
    return (rest.removesuffix(columns[-1]).strip() if is_apart else rest), None


def _rating(letters: str) -> Rating:
    squeezed = "".join(letters.split()).lower()
    return next(rating for rating in Rating if rating.replace(" ", "").lower() == squeezed)


def _read_overall(table: RatingsTable, block: Block, text: str) -> bool:
    if not OVERALL.search(text):
        return False
    found = RATING_AT_END.search(text)
    if found and table.overall_rating is None:
        table.overall_rating = stated(_rating(found[1]), block, label=OVERALL_RATING)
        return True
    return False


def _read_score(table: RatingsTable, block: Block, text: str) -> bool:
    found = SCORE.search(text)
    if found is None or table.score is not None:
        return False
    table.score, table.max_score = stated(int(found[1]), block), stated(int(found[2]), block)
    return True


def _read_start(table: RatingsTable, section: Section, block: Block, text: str) -> bool:
    """The date in the table, with its label. A label that lost its beginning is still one, and is noted."""
    found = STARTED.search(text)
    date = read_date(found[0]) if found else None
    before = text[: found.start()] if found else ""
    if date is None or table.work_started is not None or "start" not in before.lower():
        return False
    label = before.replace(" | ", " ").strip(" |:-–—")[-LONGEST_LABEL:]
    table.work_started = stated(date, block, label=label)
    table.problems += _cut_off(section, block, label)
    return True


def _cut_off(section: Section, block: Block, label: str) -> Iterator[Problem]:
    whole = [known for known in WORK_STARTED if known.lower().endswith(label.lower())]
    if whole and label.lower() not in (known.lower() for known in WORK_STARTED):
        message = f"The label of this date is cut off: “{label}” may be “{'” or “'.join(whole)}”."
        yield problem(ProblemType.LABEL_CUT_OFF, ProblemLevel.NOTE, section, block, message, text=label)
