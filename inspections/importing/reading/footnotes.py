"""Footnote marks that conversion left as plain digits: "Our rating2 for", and below "2 The rating for the standard".

A digit is a mark only where both ends of it are found: stuck to a word of small letters, and later opening a line. It
is put back as the superscript that it was, which the rest of reading knows.
"""

import re
from dataclasses import replace

from inspections.importing.extract import Document, Line
from inspections.importing.reading.cleaning import SUPERSCRIPTS

STUCK = re.compile(r"(?<=[a-z]{3})(\d{1,2})(?=[\s.,;:)]|$)")
OPENING = re.compile(r"\s*(\d{1,2})(?= +[A-Z][^\t]{30})")  # a footnote is a sentence: no address, no row of a table
RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


def with_marks_raised(document: Document) -> Document:
    """The document with its plain footnote marks as superscripts."""
    lines = list(document.lines)
    stuck: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        opening = OPENING.match(line.text)
        if opening and opening[1] in stuck:
            lines[position] = _raised(line, *opening.span(1))
            for earlier in stuck.pop(opening[1]):
                lines[earlier] = _without_plain(lines[earlier], opening[1])
        for mark in STUCK.findall(line.text):
            stuck.setdefault(mark, []).append(position)
    return replace(document, lines=tuple(lines))


def _without_plain(line: Line, mark: str) -> Line:
    found = next((found for found in STUCK.finditer(line.text) if found[1] == mark), None)
    return _raised(line, *found.span()) if found else line


def _raised(line: Line, start: int, end: int) -> Line:
    text = line.text
    return replace(line, text=text[:start] + text[start:end].translate(RAISED) + text[end:])
