"""Which form a file has. The content decides, never the name."""

import re

from inspections.importing.extract.lines import NotReadable
from inspections.rows import FileForm

UTF_8_MARK = b"\xef\xbb\xbf"
# The beginnings of what is told by its beginning; what fits none is text.
BEGINNINGS = (
    (re.compile(rb"%PDF-"), FileForm.PDF),
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), FileForm.XLSX),
    (
        re.compile(
            rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|title|meta|link|main|article|section|header|div|h1|p)\b",
            re.IGNORECASE | re.DOTALL,
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
    start = content.removeprefix(UTF_8_MARK).lstrip()[:2000]
    for beginning, form in BEGINNINGS:
        if beginning.match(start):
            return form
    for beginning, name in OTHER_FORMS:
        if beginning.match(start):
            raise NotReadable(f"The file is {name}: give the report as PDF, HTML or text.")
    return FileForm.TEXT
