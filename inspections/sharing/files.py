"""Export rows as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from inspections.sharing.export_row import ExportRow, headers

# A cell that begins so would be run as a formula by a spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_CELL = 32_767
NUMBERS = ("n", "count", "interval lower", "interval upper", "page", "line", "data version")


def as_csv(rows: Iterable[ExportRow]) -> bytes:
    """UTF-8 with the mark that makes a spreadsheet read it as such."""
    text = io.StringIO()
    csv.writer(text).writerows(_lines(rows))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[ExportRow]) -> bytes:
    """A workbook of one sheet, every cell a text except counts, so that nothing is taken for a date or a formula."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Findings")
    sheet.freeze_panes = "A2"
    names = headers()
    for number, line in enumerate(_lines(rows)):
        sheet.append([_cell(sheet, name, text, is_header=number == 0) for name, text in zip(names, line, strict=True)])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _lines(rows: Iterable[ExportRow]) -> Iterator[list[str]]:
    yield headers()
    for row in rows:
        yield [harmless(text) for text in astuple(row)]


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cell(sheet: WriteOnlyWorksheet, name: str, text: str, *, is_header: bool) -> Cell:
    value: str | float = text[:LONGEST_CELL]
    if text and name in NUMBERS and not is_header:
        value = float(text) if "." in text else int(text)
    try:
        cell = WriteOnlyCell(sheet, value=value)
    except IllegalCharacterError:
        cell = WriteOnlyCell(sheet, value="".join(each for each in str(value) if each.isprintable()))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
