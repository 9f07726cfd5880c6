"""The rows of a table of ratings (CSV), read and checked: what is wrong with one is said before anything is written."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from inspections.importing.reference import precise_date
from inspections.ratings import Rating

# All other columns are ratings, named after the theme of the standard.
COLUMNS = (
    *("region", "pdu", "round", "framework", "published", "fieldwork_started", "overall_rating", "score", "max_score"),
    *("recommendations", "source_kind", "source_title", "source_url", "press_fields", "press_url", "note"),
)
NEEDED = ("region", "pdu", "round", "framework", "source_kind", "source_title")
DATES = ("published", "fieldwork_started")
NUMBERS = ("score", "max_score", "recommendations")
SOURCE_KINDS = ("hmip", "press")
ROUND = re.compile(r"[a-z0-9-]{1,20}")
WORDS = tuple(rating.value for rating in Rating)

Cells = dict[str, str]


class BadRow(Exception):
    """A table, or a row of one, that can't be recorded: one line that says why, with the row's number."""


def ratings_rows(content: bytes) -> list[tuple[int, Cells]]:
    """Every row with its number as a person counts (the header is row 1), its cells by column. Raises BadRow."""
    header, *rows = _lines(content)
    if missing := [column for column in COLUMNS if column not in header]:
        raise BadRow(f"The table has no column {missing[0]}.")
    read: list[tuple[int, Cells]] = []
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        cells = dict(zip(header, row, strict=False))
        if complaint := next(_complaints(header, row, cells), None):
            raise BadRow(f"Row {number}: {complaint}.")
        first = seen.setdefault((cells["pdu"].lower(), cells["round"]), number)
        if first != number:
            raise BadRow(f"Row {number}: {cells['pdu']}, {cells['round']} stands in row {first} already.")
        read.append((number, cells))
    return read


def rating_columns(cells: Cells) -> list[str]:
    """The columns of a row that are ratings of standards, empty or not."""
    return [column for column in cells if column not in COLUMNS]


def _lines(content: bytes) -> list[list[str]]:
    try:
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        lines = [[cell.strip() for cell in row] for row in csv.reader(text, strict=True)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadRow(f"The table is no CSV in UTF-8: {error}.") from error
    if not lines:
        raise BadRow("The table is empty.")
    return lines


def _complaints(header: Sequence[str], row: Sequence[str], cells: Cells) -> Iterator[str]:
    if len(row) != len(header):
        yield f"it has {len(row)} cells, the header has {len(header)}"
    yield from (f"{column} is empty" for column in NEEDED if not cells[column])
    yield from (
        f"{column} is “{cells[column]}”, no rating"
        for column in ("overall_rating", *rating_columns(cells))
        if cells[column] and cells[column] not in WORDS
    )
    yield from (
        f"{column} is “{cells[column]}”, no number"
        for column in NUMBERS
        if cells[column] and not re.fullmatch(r"[0-9]{1,3}", cells[column])
    )
    yield from (f"{column} is “{cells[column]}”, no date" for column in DATES if not _is_date(cells[column]))
    if cells["source_kind"] not in SOURCE_KINDS:
        yield f"source_kind is “{cells['source_kind']}”, not {' or '.join(SOURCE_KINDS)}"
    if not ROUND.fullmatch(cells["round"]):
        yield f"round is “{cells['round']}”, not a label such as 2024 or 2022-23"
    if cells["score"] and not (cells["max_score"] and int(cells["score"]) <= int(cells["max_score"])):
        yield f"a score of {cells['score']} is not within its maximum of {cells['max_score'] or 'nothing'}"
    yield from _press_complaints(cells)


def _press_complaints(cells: Cells) -> Iterator[str]:
    from_press = cells["press_fields"].split()
    yield from (f"press_fields names {column}, which is empty" for column in from_press if not cells.get(column))
    if from_press and not cells["press_url"]:
        yield "values of the press need the press_url they are from"


def _is_date(text: str) -> bool:
    try:
        return not text or bool(precise_date(text))
    except ValueError:
        return False
