"""What is wrong with the cells of a row, told without a look into the store."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from inspections.importing.precise_dates import precise_date
from inspections.importing.ratings.rows import COLUMNS, DATES, NUMBERS, Cells, TableRow
from inspections.ratings import Rating

NEEDED = ("region", "pdu", "round", "framework", "source_kind", "source_title")
ADDRESSES = ("source_url", "press_url")
SOURCE_KINDS = ("hmip", "press")
ROUND = re.compile(r"[a-z0-9-]{1,20}")
TWO_YEARS = re.compile(r"[0-9]{2}([0-9]{2})-(?:[0-9]{2})?([0-9]{2})")
WORDS = {rating.value.lower(): rating.value for rating in Rating}
LONGEST = {"source_title": 300, "source_url": 500, "press_url": 500, "note": 1_000}
LONGEST_OTHER = 200
SHOWN = 60


def complaints(row: TableRow) -> Iterator[str]:
    """Every reason why a row can't be recorded as it is, in the order of its columns' importance."""
    cells = row.cells
    yield from (f"{column} is empty" for column in NEEDED if not cells[column])
    yield from _of_texts(cells)
    ratings = [column for column in ("overall_rating", *row.rating_columns) if cells[column]]
    yield from (f"{_told(cells, column)}, no rating" for column in ratings if cells[column] not in WORDS.values())
    yield from _of_numbers(cells)
    yield from (
        f"{_told(cells, column)}, no date such as 2024-10-24" for column in DATES if not _is_date(cells[column])
    )
    if cells["source_kind"] and cells["source_kind"] not in SOURCE_KINDS:
        yield f"{_told(cells, 'source_kind')}, not {' or '.join(SOURCE_KINDS)}"
    if cells["round"] and not _is_round(cells["round"]):
        yield f"{_told(cells, 'round')}, not a label such as 2024 or 2022-23"
    yield from (
        f"{_told(cells, column)}, no address that begins with http:// or https://"
        for column in ADDRESSES
        if cells[column] and not _is_address(cells[column])
    )
    yield from _of_press(row)


def with_plain_words(column: str, text: str) -> str:
    """The cell's text; a rating in the words of the scale, whatever its capitals."""
    is_rating = column == "overall_rating" or column not in COLUMNS
    return WORDS.get(text.lower(), text) if is_rating else text


def _told(cells: Cells, column: str) -> str:
    text = cells[column]
    return f"{column} is “{text[:SHOWN]}…”" if len(text) > SHOWN else f"{column} is “{text}”"


def _of_texts(cells: Cells) -> Iterator[str]:
    for column, text in cells.items():
        longest = LONGEST.get(column, LONGEST_OTHER)
        if len(text) > longest:
            yield f"{column} has {len(text):,} characters, more than {longest}"
        if text.startswith("="):
            yield f"{column} holds a formula, not a value"


def _of_numbers(cells: Cells) -> Iterator[str]:
    held = [column for column in NUMBERS if cells[column]]
    wrong = [column for column in held if not re.fullmatch(r"[0-9]{1,2}", cells[column])]
    yield from (f"{_told(cells, column)}, no whole number from 0 to 99" for column in wrong)
    if not cells["score"] or {"score", "max_score"} & set(wrong):
        return
    if not cells["max_score"]:
        yield "the score needs its max_score"
    elif int(cells["score"]) > int(cells["max_score"]):
        yield f"a score of {cells['score']} is above its maximum of {cells['max_score']}"


def _of_press(row: TableRow) -> Iterator[str]:
    may_be = {*DATES, "overall_rating", "score", "recommendations", *row.rating_columns}
    for column in row.press_fields:
        if column not in may_be:
            yield f"press_fields names {column[:SHOWN]}, which is no column of values"
        elif not row.cells[column]:
            yield f"press_fields names {column}, which is empty"
    if row.press_fields and not row.cells["press_url"]:
        yield "values of the press need the press_url they are from"


def _is_round(label: str) -> bool:
    """Two years follow one another: "2024-10" is a month."""
    years = TWO_YEARS.fullmatch(label)
    return bool(ROUND.fullmatch(label)) and (not years or (int(years[1]) + 1) % 100 == int(years[2]))


def _is_date(text: str) -> bool:
    try:
        return not text or bool(precise_date(text))
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)
