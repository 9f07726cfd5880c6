"""From the bytes of a file to a table of ratings."""

import hashlib
from dataclasses import replace
from itertools import zip_longest

from inspections.importing.extract import NotReadable
from inspections.importing.extract.bounded import run_bounded
from inspections.importing.extract.forms import form_of
from inspections.importing.ratings.complaints import SHOWN, complaints, with_plain_words
from inspections.importing.ratings.rows import (
    COLUMNS,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    BadTable,
    RatingsTable,
    RawRow,
    RawTable,
    TableRow,
    named,
)
from inspections.importing.ratings.text import is_csv_of_ratings, read_csv
from inspections.rows import FileForm

READ_WORKBOOK = "inspections.importing.ratings.sheet:read_workbook"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OLD_WORKBOOKS = ("Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))


def table_form(content: bytes) -> FileForm | None:
    """The form of a file that is to be read as a table of ratings, by its content; None for any other. Raises nothing.

    A zip file can only be a workbook; an old or protected one too is refused as a table.
    """
    if content.startswith(OLD_OFFICE):
        return FileForm.XLSX if any(name in content for name in OLD_WORKBOOKS) else None
    try:
        form = form_of(content)
    except NotReadable:
        return None
    if form == FileForm.TEXT:
        return FileForm.CSV if is_csv_of_ratings(content) else None
    return form if form.is_table else None


def read_ratings(content: bytes) -> RatingsTable:
    """Read a table, with every complaint about each row beside it. Raises NotReadable and BadTable."""
    if len(content) > MOST_BYTES:
        raise NotReadable(f"The file is larger than {MOST_BYTES:,} bytes, the most that is read of a table.")
    if content.startswith(OLD_OFFICE):
        raise NotReadable("The file is an old workbook, or protected by a password: save it as XLSX without one.")
    form = form_of(content)
    if form not in (FileForm.XLSX, FileForm.TEXT):
        raise NotReadable(f"The file is {form.upper()}, no table: give it as CSV or XLSX.")
    raw: RawTable = run_bounded(READ_WORKBOOK, content) if form == FileForm.XLSX else read_csv(content)
    return RatingsTable(
        rows=_checked_rows(raw),
        form=FileForm.XLSX if form == FileForm.XLSX else FileForm.CSV,
        sha256=hashlib.sha256(content).hexdigest(),
        notes=tuple(raw["notes"]),
    )


def _checked_rows(raw: RawTable) -> tuple[TableRow, ...]:
    if not raw["rows"]:
        raise BadTable("The table is empty.")
    header, *rows = raw["rows"]
    columns = _columns(header)
    if not rows:
        raise BadTable("The table has a header and no rows.")
    if len(rows) > MOST_ROWS:
        raise BadTable(f"The table has more than {MOST_ROWS:,} rows, the most that is read.")
    return tuple(_checked_row(columns, row) for row in rows)


def _columns(header: RawRow) -> list[str]:
    if header["complaints"]:
        raise BadTable(f"The header can't be read: {header['complaints'][0]}.")
    columns = [named(cell) for cell in header["cells"]]
    if missing := [column for column in COLUMNS if column not in columns]:
        raise BadTable(f"The table has no column {', '.join(missing)}.")
    if len(columns) > MOST_COLUMNS:
        raise BadTable(f"The table has more than {MOST_COLUMNS} columns, the most that is read.")
    if double := next((column for column in columns if column and columns.count(column) > 1), None):
        raise BadTable(f"The table has two columns {double}.")
    return columns


def _checked_row(columns: list[str], raw: RawRow) -> TableRow:
    texts = [" ".join(cell.split()) for cell in raw["cells"]]
    headed = list(zip_longest(columns, texts, fillvalue=""))
    cells = {column: with_plain_words(column, text) for column, text in headed if column}
    astray = [f"“{text[:SHOWN]}” stands under no heading" for column, text in headed if text and not column]
    row = TableRow(number=raw["number"], cells=cells)
    return replace(row, complaints=(*raw["complaints"], *astray, *complaints(row)))
