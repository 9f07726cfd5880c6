"""Export rows as a file for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from inspections.sharing.export_row import ExportRow, headers

# A cell that begins so would be run as a formula by a spreadsheet; the wide forms by one that is set to Japanese.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_CELL = 32_767
CUT_OFF = " [cut off here: the CSV file has all of it]"
# Columns that are numbers for a spreadsheet where they hold one. Of the others none is, so that no round and no date
# becomes one.
NUMBERS = frozenset(
    ("value", "n", "count", "interval lower", "interval upper", "comparator", "page", "line", "data version")
)


def as_csv(rows: Iterable[ExportRow]) -> bytes:
    """UTF-8 with the mark that makes a spreadsheet read it as such."""
    text = io.StringIO()
    csv.writer(text).writerows(_lines(rows))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[ExportRow]) -> bytes:
    """A workbook of one sheet with the same lines: numbers as numbers, everything else as text, and no formula."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Findings")
    sheet.freeze_panes = "A2"
    names = headers()
    for line in _lines(rows):
        sheet.append([_cell(sheet, name, text) for name, text in zip(names, line, strict=True)])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _lines(rows: Iterable[ExportRow]) -> Iterator[list[str]]:
    yield headers()
    for row in rows:
        yield [harmless(writable(text)) for text in astuple(row)]


def writable(text: str) -> str:
    """The text without control characters, its lines ended alike: what both forms can hold, and give back alike."""
    return NOT_IN_XML.sub("", text.replace("\r\n", "\n")).replace("\r", "\n")


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula. A number below zero is none."""
    is_formula = text.startswith(FORMULA_STARTS) and not PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def _cell(sheet: WriteOnlyWorksheet, name: str, text: str) -> Cell:
    if name in NUMBERS and PLAIN_NUMBER.fullmatch(text):
        return WriteOnlyCell(sheet, value=float(text) if "." in text else int(text))
    is_cut = len(text) > LONGEST_CELL
    cell = WriteOnlyCell(sheet, value=text[: LONGEST_CELL - len(CUT_OFF)] + CUT_OFF if is_cut else text)
    cell.data_type = "s"
    return cell
