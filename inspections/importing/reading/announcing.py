"""What a report announces before it comes: the titles of its contents, the standards of its ratings table."""

import re
from collections.abc import Iterator

from inspections.importing.extract import Document
from inspections.importing.reading.blocks import row_cells
from inspections.importing.reading.cleaning import clean
from inspections.importing.reading.headings import (
    CONTENTS,
    STANDARD,
    Announced,
    bare,
    ends_in_rating,
    standard_code,
    without_rating,
)

CONTENTS_ENTRY = re.compile(r"(\S.*?)[\s.·…|]+(\d{1,3})")
LONGEST_ENTRY = 250
CODE = re.compile(r"(P\s?)?([1-9])\.\s?(\d{1,2})\.?(?=\s|$)")
LONGEST_ROW = 120


def contents_entries(document: Document) -> tuple[str, ...]:
    """The titles that the contents page lists, without their page numbers."""
    texts = [text for text in (clean(line.text) for line in document.lines if not line.is_furniture) if text]
    start = next((n for n, text in enumerate(texts) if CONTENTS.fullmatch(text)), len(texts))
    entries = []
    for text in texts[start + 1 :]:
        entry = contents_entry(text.strip("| "))
        if entry is None and not set(text) <= set("|-: "):
            break
        if entry:
            entries.append(entry[1].strip("| "))
    return tuple(entries)


def contents_entry(text: str) -> re.Match[str] | None:
    """A line of the contents: a title, leaders or a column's edge, and a page number."""
    return CONTENTS_ENTRY.fullmatch(text) if len(text) <= LONGEST_ENTRY else None


def announced(document: Document, entries: tuple[str, ...]) -> Announced:
    """The titles and standards to know headings by. A standard is known by its name where no heading has its code."""
    rated = dict(_rated(document))
    texts = (clean(line.text) for line in document.lines)
    headed = {_code(found) for text in texts if (found := STANDARD.fullmatch(text)) and not ends_in_rating(text)}
    names = {bare(name): code for code, name in rated.items() if name and not headed & {code, f"P {code}"}}
    return Announced(titles=frozenset(bare(entry) for entry in entries), codes=frozenset(rated), names=names)


def _rated(document: Document) -> Iterator[tuple[str, str]]:
    """Code and name in the first cells of any table row, and in rows without edges that end in a rating."""
    for line in document.lines:
        cells = row_cells(line)
        text = clean(line.text) if not cells and len(line.text) <= LONGEST_ROW and ends_in_rating(line.text) else ""
        found = CODE.fullmatch(cells[0]) if cells else CODE.match(text)
        if found:
            name = cells[1] if len(cells) > len(("code", "rating")) else without_rating(text[found.end() :])
            yield standard_code(*found.groups()), name


def _code(heading: re.Match[str]) -> str:
    return standard_code(heading[1], heading[2], heading[3])
