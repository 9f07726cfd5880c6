"""Tables of ratings for tests: the shipped one, and any other, as the bytes of a CSV or of a workbook."""

import csv
import io
import re
import zipfile
from collections.abc import Callable

import openpyxl

from inspections.importing.ratings.preview import RowPreview, preview_ratings
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import record_ratings
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Edition

SHIPPED = REFERENCE_DIR / "yorkshire-and-the-humber-ratings.csv"
ROWS = list(csv.DictReader(io.StringIO(SHIPPED.read_text(encoding="utf-8"))))
COLUMNS = list(ROWS[0])
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml"
LEEDS = {
    "region": "Yorkshire and the Humber",
    "pdu": "Leeds",
    "round": "2025",
    "framework": "pdu-21",
    "max_score": "21",
    "source_kind": "hmip",
    "source_title": "Leeds (press release)",
}


def table(*rows: dict[str, str], columns: list[str] = COLUMNS, delimiter: str = ",") -> ReportFile:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return ReportFile(name="ratings.csv", content=text.getvalue().encode())


def shipped() -> ReportFile:
    return ReportFile(name=SHIPPED.name, content=SHIPPED.read_bytes())


def workbook(*rows: dict[str, object], change: Callable[[openpyxl.Workbook], None] = lambda book: None) -> ReportFile:
    """A workbook with a header and these rows on its only sheet, changed before it is saved."""
    book = openpyxl.Workbook()
    book.active.title = "Ratings"
    book.active.append(COLUMNS)
    for row in rows:
        book.active.append([row.get(column) for column in COLUMNS])
    change(book)
    content = io.BytesIO()
    book.save(content)
    return ReportFile(name="ratings.xlsx", content=content.getvalue())


def with_part(content: bytes, name: str, part: bytes, *, instead_of: bytes | None = None) -> bytes:
    """A zip file in which one part, or some bytes of it, are others. A part that was not there is added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for item in [item for item in old.namelist() if item != name]:
            new.writestr(item, old.read(item))
        new.writestr(name, part if instead_of is None else old.read(name).replace(instead_of, part))
    return written.getvalue()


def with_shared_strings(content: bytes) -> bytes:
    """A workbook with its texts in a part of their own, as most programs write it, and not in its cells."""
    sheet, texts = zipfile.ZipFile(io.BytesIO(content)).read(SHEET), []

    def shared(found: re.Match) -> bytes:
        texts.append(found["text"])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    sheet = re.sub(rb't="inlineStr"><is>(?P<text>.*?)</is></c>', shared, sheet, flags=re.DOTALL)
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    content = with_part(content, SHEET, sheet)
    content = with_part(content, "xl/sharedStrings.xml", b'<sst xmlns="%s">%s</sst>' % (NAMESPACE, items))
    kind = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s.sharedStrings+xml"/></Types>' % CONTENT_TYPE
    return with_part(content, "[Content_Types].xml", kind, instead_of=b"</Types>")


def preview(file: ReportFile) -> tuple[RowPreview, ...]:
    return preview_ratings(read_ratings(file.content))


def record(file: ReportFile, **options: object) -> list[Edition]:
    """The drafts that recording a table makes or changes."""
    return list(record_ratings(read_ratings(file.content), file, **options).editions)
