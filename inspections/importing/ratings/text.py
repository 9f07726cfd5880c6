"""The rows of a CSV."""

import csv
import io

from inspections.importing.extract import NotReadable
from inspections.importing.extract.text import decoded
from inspections.importing.ratings.rows import MOST_ROWS, TELLING, RawRow, RawTable, named

DELIMITERS = ",;\t"


def is_csv_of_ratings(content: bytes) -> bool:
    """Whether the first line that is not blank has the columns that tell a table of ratings."""
    start = content[:10_000].decode("utf-8-sig", "replace").lstrip()
    return any(_has_columns(start, delimiter) for delimiter in DELIMITERS)


def read_csv(content: bytes) -> RawTable:
    """The rows, parted by commas, semicolons or tabs: the names of the columns tell which. Raises NotReadable."""
    text = decoded(content)
    delimiter = next((sign for sign in DELIMITERS if _has_columns(text.lstrip(), sign)), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[RawRow] = []
    try:
        for number, cells in enumerate(reader, start=1):
            if len(rows) > MOST_ROWS:
                raise NotReadable(f"The table has more than {MOST_ROWS:,} rows, the most that is read.")
            if any(cell.strip() for cell in cells):
                rows.append({"number": number, "cells": cells, "complaints": _complaints(cells, rows)})
    except csv.Error as error:
        raise NotReadable(
            f"The file is no CSV: check the quotation marks before the end of line {reader.line_num:,}."
        ) from error
    return {"rows": rows, "notes": []}


def _has_columns(text: str, delimiter: str) -> bool:
    header = text.partition("\n")[0].partition("\r")[0]
    return {named(cell.strip(' "')) for cell in header.split(delimiter)} >= TELLING


def _complaints(cells: list[str], rows: list[RawRow]) -> list[str]:
    """A row that was cut off, or has a comma too few or too many: which cell is which can't be known."""
    if rows and len(cells) != len(rows[0]["cells"]):
        return [f"it has {len(cells)} cells, the header has {len(rows[0]['cells'])}"]
    return []
