"""Bad tables, each with what is to become of it. `make` gives the bytes; `says` is the refusal or the row's reason."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.importing.ratings.files import (
    COLUMNS,
    LEEDS,
    ROWS,
    SHEET,
    shipped,
    table,
    with_part,
    with_shared_strings,
    workbook,
)

GOOD = LEEDS | {"overall_rating": "Good"}
ENTITIES = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
BOMB = b'<!DOCTYPE worksheet [<!ENTITY e0 "lol">' + ENTITIES + b"]>"


@dataclass(frozen=True, kw_only=True)
class Bad:
    """A file and what is said of it: of the whole, or of the row of that number."""

    make: Callable[[], bytes]
    says: str
    row: int | None = None


def cells(**changed: str) -> Callable[[], bytes]:
    """A CSV whose third row is changed so."""
    return lambda: table(GOOD | {"pdu": "York"}, GOOD | changed).content


def in_a_row(says: str, **changed: str) -> Bad:
    return Bad(make=cells(**changed), says=says, row=3)


def whole(make: Callable[[], bytes], says: str) -> Bad:
    return Bad(make=make, says=says)


def zipped(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return written.getvalue()


def part(name: str, content: bytes, *, instead_of: bytes | None = None) -> Callable[[], bytes]:
    return lambda: with_part(workbook(GOOD).content, name, content, instead_of=instead_of)


def entities_in(name: str, after: bytes, root: bytes) -> Callable[[], bytes]:
    """A workbook in which a part declares entities that would unpack to three thousand million letters."""
    return lambda: with_part(
        with_part(with_shared_strings(workbook(GOOD).content), name, b"&e9;" + after, instead_of=after),
        name,
        BOMB + root,
        instead_of=root,
    )


def lying_about_its_size() -> bytes:
    """A part that declares 1,000 bytes and unpacks to forty million."""
    content = bytearray(part(SHEET, b" " * 40_000_000)())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    return bytes(content).replace(size, (1000).to_bytes(4, "little"))


def wide(columns: int) -> bytes:
    return workbook(GOOD, change=lambda book: book.active.cell(2, columns, "far away")).content


def long_of(rows: int) -> bytes:
    header, line = table(GOOD).content.splitlines()
    return b"\r\n".join([header, *[line] * rows])


def long_sheet(rows: int) -> bytes:
    def change(book):
        for _ in range(rows):
            book.active.append([GOOD.get(column) for column in COLUMNS])

    return workbook(change=change).content


def many_sheets() -> bytes:
    def change(book):
        for number in range(60):
            book.create_sheet(f"Sheet {number}")

    return workbook(GOOD, change=change).content


def without(*columns: str) -> bytes:
    return table(*ROWS[:0], GOOD, columns=[column for column in COLUMNS if column not in columns]).content


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NO_SHEET = "The workbook is damaged: open it and save it again as XLSX."

BAD_TABLES = {
    # --- The whole file
    "empty": whole(lambda: b"", "The file is empty."),
    "blank lines": whole(lambda: b"\r\n \r\n", "The file is empty."),
    "CSV with NUL": whole(lambda: shipped().content.replace(b"Leeds", b"Le\0ds", 1), "The file is binary, not text."),
    "CSV in UTF-16": whole(
        lambda: shipped().content.decode().encode("utf-16"), "The file is text in UTF-16: save it as UTF-8."
    ),
    "CSV in Windows-1252": whole(
        lambda: table(GOOD | {"note": "It’s £3"}).content.decode().encode("cp1252"),
        "The file is not text in UTF-8 (line 2): save it as UTF-8.",
    ),
    "quotation mark never closed": whole(
        lambda: shipped().content.replace(b'(press release)",', b"(press release),", 1),
        "The file is no CSV: check the quotation marks before the end of line 16.",
    ),
    "quotation mark opened on the last line": whole(
        lambda: table(GOOD).content.rstrip(b"\r\n") + b'"open',
        "The file is no CSV: check the quotation marks before the end of line 2.",
    ),
    "a PDF": whole(lambda: b"%PDF-1.7\n...", "The file is PDF, no table: give it as CSV or XLSX."),
    "a web page": whole(lambda: b"<!doctype html><p>pdu", "The file is HTML, no table: give it as CSV or XLSX."),
    "a report as text": whole(lambda: b"An inspection of probation services\nin Leeds\n", "The table has no column "),
    "wrong columns": whole(lambda: b"pdu,rating\nLeeds,Good\n", "The table has no column region, round, framework, "),
    "a column is missing": whole(lambda: without("press_fields"), "The table has no column press_fields."),
    "a column stands twice": whole(
        lambda: table(GOOD, columns=[*COLUMNS, "score"]).content, "The table has two columns score."
    ),
    "a header alone": whole(lambda: table().content, "The table has a header and no rows."),
    "100,000 rows": whole(lambda: long_of(100_000)[:5_000_000], "The table has more than 1,000 rows, the most that is"),
    "larger than is read": whole(
        lambda: long_of(60_000), "The file is larger than 5,000,000 bytes, the most that is read of a table."
    ),
    # --- Workbooks
    "workbook of 1,500 rows": whole(lambda: long_sheet(1_500), "The table has more than 1,000 rows, the most that is"),
    "workbook of 16,384 columns": whole(
        lambda: wide(16_384), "Row 2 has more than 100 columns, the most that is read."
    ),
    "workbook of 60 sheets": whole(many_sheets, "The workbook has more than 50 sheets, the most that is read."),
    "zip bomb": whole(
        part(SHEET, b" " * 4_000_000), "The workbook unpacks to more than 200 times its size, as no table does."
    ),
    "larger zip bomb": whole(
        part("xl/other.xml", b" " * 300_000_000),
        "The workbook unpacks to more than 5,000,000 bytes, the most that is read.",
    ),
    "zip bomb that lies about its size": whole(lying_about_its_size, NO_SHEET),
    "entity bomb in the sheet": whole(
        entities_in(SHEET, b"</sheetData>", b"<worksheet"),
        "The workbook declares entities, which no spreadsheet program does.",
    ),
    "entity bomb in the shared strings": whole(
        entities_in("xl/sharedStrings.xml", b"</t>", b"<sst"),
        "The workbook declares entities, which no spreadsheet program does.",
    ),
    "sheet cut off": whole(part(SHEET, b"", instead_of=b"</sheetData>"), NO_SHEET),
    "sheet is no XML": whole(part(SHEET, b"Leeds"), NO_SHEET),
    "workbook without its sheet": whole(part("xl/_rels/workbook.xml.rels", b"<Relationships/>"), NO_SHEET),
    "cut off": whole(lambda: workbook(GOOD).content[:3000], "The file is a damaged zip file or workbook."),
    "formula in the header": whole(
        lambda: workbook(GOOD, change=lambda book: book.active.cell(1, 20, "=A1")).content,
        "The header can't be read: cell T1 holds a formula, not a value.",
    ),
    "protected by a password": whole(
        lambda: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        "The file is an old workbook, or protected by a password: save it as XLSX without one.",
    ),
    "a text document": whole(
        lambda: zipped(word__document_DOT_xml=b"<w/>"),
        "The file is a text document (DOCX): save the table as XLSX or CSV.",
    ),
    "an OpenDocument spreadsheet": whole(
        lambda: zipped(**{"META-INF__manifest_DOT_xml": b"<m/>"}),
        "The file is an OpenDocument file: save the table as XLSX or CSV.",
    ),
    "a zip file": whole(
        lambda: zipped(ratings_DOT_csv=b"pdu"), "The file is a zip file and no workbook: save the table as XLSX or CSV."
    ),
    # --- One row
    "formula": Bad(
        make=lambda: workbook(GOOD | {"score": "=1+2"}).content, says="cell H2 holds a formula, not a value", row=2
    ),
    "formula in a CSV": in_a_row("note holds a formula, not a value", note='=HYPERLINK("https://evil.example/")'),
    "a cell too few": Bad(
        make=lambda: table(GOOD).content.rstrip(b"\r\n,"), says="it has 21 cells, the header has 25", row=2
    ),
    "a value under no heading": Bad(
        make=lambda: workbook(GOOD, change=lambda book: book.active.cell(2, 27, "astray")).content,
        says="“astray” stands under no heading",
        row=2,
    ),
    "a comma too many": Bad(
        make=lambda: table(GOOD).content.rstrip(b"\r\n") + b",", says="it has 26 cells, the header has 25", row=2
    ),
    "a quotation mark too few": Bad(
        make=lambda: table(GOOD).content.rstrip(b"\r\n") + b'open",', says="it has 26 cells, the header has 25", row=2
    ),
    "unknown rating word": in_a_row("overall_rating is “Poor”, no rating", overall_rating="Poor"),
    "score above maximum": in_a_row("a score of 22 is above its maximum of 21", score="22"),
    "score without maximum": in_a_row("the score needs its max_score", score="3", max_score=""),
    "score as a fraction": in_a_row("score is “2/25”, no whole number from 0 to 99", score="2/25"),
    "negative count": in_a_row("recommendations is “-1”, no whole number from 0 to 99", recommendations="-1"),
    "140": in_a_row("recommendations is “140”, no whole number from 0 to 99", recommendations="140"),
    "number in other digits": in_a_row("score is “３”, no whole number from 0 to 99", score="３"),
    "impossible date": in_a_row("published is “2024-02-30”, no date such as 2024-10-24", published="2024-02-30"),
    "date of another order": in_a_row("published is “24/10/2024”, no date such as 2024-10-24", published="24/10/2024"),
    "week for a date": in_a_row("published is “2024-W05-1”, no date such as 2024-10-24", published="2024-W05-1"),
    "month for a round": in_a_row("round is “2024-10”, not a label such as 2024 or 2022-23", round="2024-10"),
    "script for an address": in_a_row(
        "source_url is “javascript:alert(1)”, no address that begins with http:// or https://",
        source_url="javascript:alert(1)",
    ),
    "address without a host": in_a_row(
        "press_url is “https://”, no address that begins with http:// or https://", press_url="https://"
    ),
    "address that is none": in_a_row(
        "source_url is “https://[x”, no address that begins with http:// or https://", source_url="https://[x"
    ),
    "markup in an address": in_a_row(
        'source_url is “https://x.example/"><b>”, no address that begins with http:// or https://',
        source_url='https://x.example/"><b>',
    ),
    "press field that is no column": in_a_row(
        "press_fields names leadershp, which is no column of values",
        press_fields="leadershp",
        press_url="https://press.example/",
    ),
    "press field that can not be of the press": in_a_row(
        "press_fields names source_url, which is no column of values",
        press_fields="source_url",
        press_url="https://press.example/",
    ),
    "press field that is empty": in_a_row(
        "press_fields names score, which is empty", press_fields="score", press_url="https://press.example/"
    ),
    "press without its address": in_a_row(
        "values of the press need the press_url they are from", press_fields="overall_rating"
    ),
    "source of no kind": in_a_row("source_kind is “blog”, not hmip or press", source_kind="blog"),
    "no place": in_a_row("pdu is empty", pdu=""),
    "a million characters": Bad(
        make=cells(note="x" * 100_000), says="note has 100,000 characters, more than 1000", row=3
    ),
}
