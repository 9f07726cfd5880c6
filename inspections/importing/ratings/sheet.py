"""The rows of a workbook (XLSX). Macros, links to other files and pictures are never opened."""

import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from defusedxml import DefusedXmlException
from openpyxl import load_workbook

from inspections.importing.extract import NotReadable
from inspections.importing.precise_dates import date_text
from inspections.importing.ratings.archive import check_archive
from inspections.importing.ratings.rows import MOST_COLUMNS, MOST_ROWS, TELLING, RawRow, RawTable, named
from inspections.rows import Precision

# What the library raises at a file that is not what its parts say.
DAMAGED = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)
LAST_ROW = 1_048_576
MOST_SHEETS = 50
HEADER_WITHIN = 100  # rows in which the header is looked for
NO_LETTERS_OF_DATES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read_workbook(content: bytes) -> RawTable:
    """The rows of the first visible sheet with the columns of a table of ratings, else of the first visible one.

    Raises NotReadable. Hidden rows and columns are read like the others: what is hidden is not lost.
    """
    check_archive(content)
    try:
        with warnings.catch_warnings(action="ignore"):  # of what the library leaves out: styles, validations
            workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            sheet, notes = _chosen(workbook.worksheets)
            return {"rows": _within_bounds(_rows(sheet)), "notes": notes}
    except DAMAGED as error:  # entities are a ValueError, which the library may wrap in another
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            raise NotReadable("The workbook declares entities, which no spreadsheet program does.") from error
        raise NotReadable("The workbook is damaged: open it and save it again as XLSX.") from error


def _chosen(sheets: Sequence[Any]) -> tuple[Any, list[str]]:
    """The sheet to read, and what is to be said of the others that have the columns."""
    if len(sheets) > MOST_SHEETS:
        raise NotReadable(f"The workbook has more than {MOST_SHEETS} sheets, the most that is read.")
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    fitting = [sheet for sheet in sheets if _has_columns(sheet)]
    shown = [sheet for sheet in fitting if sheet in visible]
    if fitting and not shown:
        raise NotReadable(f"The table is on sheet “{fitting[0].title}”, which is hidden: show it first.")
    if not visible:
        raise NotReadable("The workbook has no sheet with cells.")
    chosen = (shown or visible)[0]
    others = [sheet for sheet in fitting if sheet is not chosen]
    return chosen, [f"Sheet “{sheet.title}” has the columns of a table too, and is not read." for sheet in others]


def _has_columns(sheet: Any) -> bool:
    header = next(_rows(sheet, last=HEADER_WITHIN), None)
    return header is not None and {named(cell) for cell in header["cells"]} >= TELLING


def _rows(sheet: Any, *, last: int = LAST_ROW) -> Iterator[RawRow]:
    """The rows that are not blank, with the sheet's own numbers."""
    sheet.reset_dimensions()  # what the sheet says of its own size may be wrong
    for number, cells in takewhile(lambda row: row[0] <= last, enumerate(sheet.iter_rows(), start=1)):
        row = _row(number, [cell for cell in cells if cell.value is not None])
        if any(row["cells"]) or row["complaints"]:
            yield row


def _within_bounds(rows: Iterator[RawRow]) -> list[RawRow]:
    read: list[RawRow] = []
    for row in rows:
        if len(row["cells"]) > MOST_COLUMNS:
            raise NotReadable(f"Row {row['number']} has more than {MOST_COLUMNS} columns, the most that is read.")
        if len(read) > MOST_ROWS:
            raise NotReadable(f"The table has more than {MOST_ROWS:,} rows, the most that is read.")
        read.append(row)
    return read


def _row(number: int, cells: list[Any]) -> RawRow:
    """One row of its cells that hold something."""
    texts, complaints = [""] * max((cell.column for cell in cells), default=0), []
    for cell in cells:
        if cell.data_type in ("f", "e"):
            what = "a formula" if cell.data_type == "f" else f"the error {cell.value}"
            complaints.append(f"cell {cell.coordinate} holds {what}, not a value")
        else:
            texts[cell.column - 1] = _text(cell.value, cell)
    return {"number": number, "cells": texts, "complaints": complaints}


def _text(value: object, cell: Any) -> str:
    """A value as a CSV would have it: 1 for 1.0, 2024-10 for a date that is shown without its day."""
    if isinstance(value, datetime.datetime):
        return _date_text(value.date(), cell.number_format)
    if isinstance(value, datetime.date):
        return _date_text(value, cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date_text(date: datetime.date, number_format: str) -> str:
    """Spreadsheet programs turn a typed "2024-10" into 1 October, shown without its day: the day was never said."""
    letters = NO_LETTERS_OF_DATES.sub("", number_format).lower()
    precision = Precision.DAY
    if date.day == 1 and "d" not in letters and "y" in letters:
        precision = Precision.MONTH if date.month > 1 or "m" in letters else Precision.YEAR
    return date_text(date, precision)
