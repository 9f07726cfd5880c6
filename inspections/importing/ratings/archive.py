"""A zip file is looked at from outside before anything in it is unpacked."""

import io
import zipfile
import zlib

from inspections.importing.extract import NotReadable

MOST_UNPACKED = 5_000_000  # what takes the library a few seconds, whatever it is made of
MOST_RATIO = 200  # a table of ratings packs to a tenth; what packs to nothing is made to fill the memory
SMALL = 500_000  # bytes unpacked, of a part that may be of any ratio
MOST_PARTS = 1_000
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
WORKBOOK = "xl/workbook.xml"
OTHER_KINDS = {
    "xl/workbook.bin": "a binary workbook (XLSB)",
    "word/document.xml": "a text document (DOCX)",
    "ppt/presentation.xml": "a presentation (PPTX)",
    "META-INF/manifest.xml": "an OpenDocument file",
}


def check_archive(content: bytes) -> None:
    """Raises NotReadable for a zip file that is no workbook, or unpacks to more than is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError) as error:
        raise NotReadable("The file is a damaged zip file or workbook.") from error
    if WORKBOOK not in {part.filename for part in parts}:
        raise NotReadable(f"The file is {_kind(parts)}: save the table as XLSX or CSV.")
    if any(part.flag_bits & 1 for part in parts):
        raise NotReadable("The workbook is protected by a password: save it without one.")
    if any(part.compress_type not in METHODS for part in parts):
        raise NotReadable("The workbook is packed in a way that no spreadsheet program uses: save it again as XLSX.")
    _check_sizes(parts)


def _kind(parts: list[zipfile.ZipInfo]) -> str:
    names = {part.filename for part in parts}
    return next((kind for name, kind in OTHER_KINDS.items() if name in names), "a zip file and no workbook")


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """The declared sizes: no part is ever unpacked beyond the size it declares."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotReadable(f"The workbook unpacks to more than {MOST_UNPACKED:,} bytes, the most that is read.")
    for part in parts:
        if part.file_size > SMALL and part.file_size > MOST_RATIO * part.compress_size:
            raise NotReadable(f"The workbook unpacks to more than {MOST_RATIO} times its size, as no table does.")
