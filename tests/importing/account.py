"""Where each line of a file went: into a paragraph, a title or the furniture. None is dropped."""

import re

from inspections.importing.extract import Document
from inspections.importing.parsed import ParsedReport
from inspections.importing.reading.cleaning import SUPERSCRIPTS, clean

LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")
WORD = re.compile(r"\w+")


def lost_lines(document: Document, report: ParsedReport) -> list[str]:
    """The lines whose words stand nowhere in what was read."""
    return [f"{line.number}: {line.text}" for line in document.lines if not _is_found(line.number, line.text, report)]


def _is_found(number: int, text: str, report: ParsedReport) -> bool:
    marks = {paragraph.mark.translate(LOWERED) for paragraph in report.paragraphs} - {""}
    words = set(WORD.findall(clean(text)))
    plain = {_without_mark(word, marks) for word in words}
    read = [set(WORD.findall(place)) for place in _places(number, report)]
    return not words or any(words <= place or plain <= place for place in read)


def _without_mark(word: str, marks: set[str]) -> str:
    """A word without the digit of a footnote that is stuck to it ("rating2"), if the report has that footnote."""
    letters = word.rstrip("0123456789")
    return letters if letters.islower() and word.removeprefix(letters) in marks else word


def _places(number: int, report: ParsedReport) -> list[str]:
    """The texts that were read from this line."""
    furniture = [furniture.text for furniture in report.furniture if furniture.line == number]
    codes = {standard.section: standard.code for standard in report.standards}
    titles = [
        f"{codes.get(position, '')} {section.title}"
        for position, section in enumerate(report.sections)
        if section.line == number
    ]
    paragraphs = [
        f"{paragraph.mark} {paragraph.mark.translate(LOWERED)} {paragraph.text}"
        for paragraph in report.paragraphs
        if paragraph.line <= number <= paragraph.last_line
    ]
    return furniture + titles + paragraphs
