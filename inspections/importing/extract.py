"""From the bytes of a file to numbered lines. Text only for now; what is not text is refused with its reason.

The content decides, never the name of the file.
"""

import re
from dataclasses import dataclass

MAX_BYTES = 1_000_000  # twenty times a report; reading so much still ends within ten seconds
MAX_LINES = 50_000
MAX_LINE_LENGTH = 20_000

# How the forms that are not read yet begin.
OTHER_FORMS = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), "a zip file or an office document"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old office document"),
    (re.compile(rb"\{\\rtf"), "a rich text document"),
    (
        re.compile(
            rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
        ),
        "HTML",
    ),
    (re.compile(rb"<\?xml\b", re.IGNORECASE), "XML"),
)
UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LINE_END = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class NotReadable(Exception):
    """The file is not text that can be read; the message says why in one line."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the file: its 1-based number, its page (None where the file has no pages), its text as it stands."""

    number: int
    page: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file as numbered lines."""

    lines: tuple[Line, ...]


def extract(content: bytes) -> Document:
    """Read a file's bytes as text. Raises `NotReadable`."""
    if len(content) > MAX_BYTES:
        raise NotReadable(f"The file is larger than {MAX_BYTES:,} bytes, the most that is read.")
    if not content.removeprefix(UTF_8_MARK).strip():
        raise NotReadable("The file is empty.")
    _refuse_other_forms(content)
    return Document(lines=_lines(_text(content)))


def _refuse_other_forms(content: bytes) -> None:
    """A byte-order mark and white space before the content hide no form."""
    start = content.removeprefix(UTF_8_MARK).lstrip()[:2000]
    for beginning, form in OTHER_FORMS:
        if beginning.match(start):
            raise NotReadable(f"The file is {form}, which is not read yet: give the report as text.")


def _text(content: bytes) -> str:
    """The content as UTF-8. Another encoding is never guessed: a wrong guess would change words silently."""
    if content.startswith(UTF_16_MARKS):
        raise NotReadable("The file is text in UTF-16: save it as UTF-8.")
    if b"\x00" in content:
        raise NotReadable("The file is binary, not text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotReadable(f"The file is not text in UTF-8 (line {line}): save it as UTF-8.") from error
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NotReadable(f"The file is not plain text: line {line} has control characters.")
    return text


def _lines(text: str) -> tuple[Line, ...]:
    """Numbered lines. A form feed ends a page; what follows it on its line stands on the next page."""
    texts = LINE_END.split(text)
    if len(texts) > MAX_LINES:
        raise NotReadable(f"The file has more than {MAX_LINES:,} lines, the most that is read.")
    has_pages = "\f" in text
    page, lines = 1, []
    for number, line in enumerate(texts, start=1):
        if len(line) > MAX_LINE_LENGTH:
            raise NotReadable(f"Line {number} has more than {MAX_LINE_LENGTH:,} characters, the most that is read.")
        ends_before_text = line[: len(line) - len(line.lstrip())].count("\f")
        page += ends_before_text
        lines.append(Line(number=number, page=page if has_pages else None, text=line.strip("\f").replace("\f", " ")))
        page += line.count("\f") - ends_before_text
    return tuple(lines)
