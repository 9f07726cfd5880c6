"""From the bytes of a file to numbered lines, a file for each form. What can't be read is refused with its reason."""

from inspections.importing.extract.bounded import bounded
from inspections.importing.extract.forms import form_of
from inspections.importing.extract.lines import (
    MAX_BYTES,
    MAX_LINE_LENGTH,
    MAX_LINES,
    Document,
    Line,
    NotReadable,
)
from inspections.importing.extract.text import read_text
from inspections.rows import FileForm

__all__ = ["MAX_BYTES", "MAX_LINES", "MAX_LINE_LENGTH", "Document", "Line", "NotReadable", "extract"]

MOST_BYTES = {FileForm.TEXT: MAX_BYTES, FileForm.HTML: 5_000_000, FileForm.PDF: 20_000_000}
MAX_FILE_BYTES = max(MOST_BYTES.values())
READERS = {
    FileForm.TEXT: read_text,
    FileForm.HTML: bounded("inspections.importing.extract.html:read_html"),
    FileForm.PDF: bounded("inspections.importing.extract.pdf:read_pdf"),
}


def extract(content: bytes) -> Document:
    """Read the bytes of a report. Raises `NotReadable`."""
    if len(content) > MAX_FILE_BYTES:  # before its form is looked for, which takes a copy of it
        raise NotReadable(f"The file is larger than {MAX_FILE_BYTES:,} bytes, the most that is read.")
    form = form_of(content)
    if form not in READERS:
        raise NotReadable(f"The file is {form.upper()}, no report: give it as PDF, HTML or text.")
    if len(content) > MOST_BYTES[form]:
        raise NotReadable(f"The file is larger than {MOST_BYTES[form]:,} bytes, the most that is read.")
    return READERS[form](content)
