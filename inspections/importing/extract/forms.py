"""Which form a file has. The content decides, never the name."""

import re

from inspections.importing.extract.lines import NotReadable
from inspections.rows import FileForm

UTF_8_MARK = b"\xef\xbb\xbf"
XML_DECLARATION = re.compile(rb"<\?xml[^>]*>", re.IGNORECASE)
# The beginnings of what is told by its beginning; what fits none is text.
BEGINNINGS = (
    (re.compile(rb"%PDF-"), FileForm.PDF),
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), FileForm.XLSX),
    (
        re.compile(
            rb"(<\?xml[^>]*>)?<(!doctype\s+html|html|head|body|title|meta|link|main|article|section|header|div|h1|p)\b",
            re.IGNORECASE,
        ),
        FileForm.HTML,
    ),
)
OTHER_FORMS = (
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old office document"),
    (re.compile(rb"\{\\rtf"), "a rich text document"),
    (re.compile(rb"<\?xml\b", re.IGNORECASE), "XML"),
)


def form_of(content: bytes) -> FileForm:
    """The form of a file, XLSX for any zip file, TEXT where nothing else is known. Raises `NotReadable`.

    A byte-order mark and white space before the content hide no form.
    """
    if not content.removeprefix(UTF_8_MARK).strip():
        raise NotReadable("The file is empty.")
    start = _without_comments(content.removeprefix(UTF_8_MARK).lstrip()[:2000])
    for beginning, form in BEGINNINGS:
        if beginning.match(start):
            return form
    for beginning, name in OTHER_FORMS:
        if beginning.match(start):
            raise NotReadable(f"The file is {name}: give the report as PDF, HTML or text.")
    return FileForm.TEXT


def _without_comments(start: bytes) -> bytes:
    """The beginning of a file without comments before its first tag, or behind the declaration of XML."""
    declaration = XML_DECLARATION.match(start)
    before, rest = (declaration[0], start[declaration.end() :]) if declaration else (b"", start)
    rest = rest.lstrip()
    while rest.startswith(b"<!--"):
        rest = rest.partition(b"-->")[2].lstrip()
    return before + rest
