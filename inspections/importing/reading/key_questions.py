"""The table of key questions: their wording, their percentages, and the strand that each belongs to."""

import re
from collections.abc import Sequence
from decimal import Decimal

from inspections.importing.parsed import ParsedKeyQuestion, Problem, ProblemType
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.headings import TABLE_HEADER
from inspections.importing.reading.places import place, problem
from inspections.importing.reading.sections import Section
from inspections.rows import ProblemLevel, Strand

PERCENTAGE = re.compile(r"(?: ?\| ?| )?(?<!\d)(-?\d{1,9}(?:\.\d{1,9})?) ?%")
QUESTION = re.compile(r".+\? ?(?:\| ?)?-?\d{1,9}(?:\.\d{1,9})? ?%")

# The strand by the words of the question, the first that is found: what is safe is never called engaging.
STRANDS = (
    (Strand.SAFETY, re.compile(r"\bsafe|\bharm|\bprotect", re.IGNORECASE)),
    (Strand.ENGAGEMENT, re.compile(r"\bengag|\bcomplian", re.IGNORECASE)),
    (Strand.DESISTANCE, re.compile(r"\bdesist|offending\b", re.IGNORECASE)),
)


def is_question(block: Block) -> bool:
    """Whether a paragraph is a row of the table whose edges are gone."""
    return not block.marker.strip() and bool(QUESTION.fullmatch(block.text))


def strand(question: str) -> Strand | None:
    """The strand that a question asks about."""
    return next((found for found, words in STRANDS if words.search(question)), None)


def read_questions(
    section: Section, rows: Sequence[Block]
) -> tuple[tuple[ParsedKeyQuestion, ...], tuple[Problem, ...]]:
    """The questions of the rows in order, numbered from 1. Rows that are none are named."""
    questions: list[ParsedKeyQuestion] = []
    problems: list[Problem] = []
    for row in rows:
        if TABLE_HEADER.search(row.text):
            continue
        question = _question(row, len(questions) + 1)
        if question is None:
            message = "This table row is not a key question: it is kept as text."
            problems.append(problem(ProblemType.ROW_NOT_READ, ProblemLevel.CONFIRM, section, row, message))
            continue
        questions.append(question)
        if question.strand is None:
            message = "The wording does not say whether this is about engagement, desistance or other people's safety."
            problems.append(problem(ProblemType.STRAND_UNKNOWN, ProblemLevel.CONFIRM, section, row, message))
    return tuple(questions), tuple(problems)


def _question(row: Block, number: int) -> ParsedKeyQuestion | None:
    found = PERCENTAGE.search(row.text)
    if found is None and "?" not in row.text:
        return None
    text = PERCENTAGE.sub(" ", row.text, count=1).replace(" | ", " ")
    percentage = Decimal(found[1]) if found else None
    text = " ".join(text.split())
    return ParsedKeyQuestion(number=number, text=text, percentage=percentage, strand=strand(text), **place(row))
