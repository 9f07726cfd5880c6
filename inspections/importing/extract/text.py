"""Text: decoded as UTF-8 and never guessed at, cut at its line ends."""

import re

from inspections.importing.extract.lines import MAX_BYTES, Document, Line, NotReadable, check_size
from inspections.rows import FileForm

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LINE_END = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_text(content: bytes) -> Document:
    """The lines of a text. Raises `NotReadable`."""
    if len(content) > MAX_BYTES:
        raise NotReadable(f"The file is larger than {MAX_BYTES:,} bytes, the most that is read.")
    return Document(lines=check_size(_lines(decoded(content))), form=FileForm.TEXT)


def decoded(content: bytes) -> str:
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
    has_pages = "\f" in text
    page, lines = 1, []
    for number, line in enumerate(LINE_END.split(text), start=1):
        ends_before_text = line[: len(line) - len(line.lstrip())].count("\f")
        page += ends_before_text
        lines.append(Line(number=number, page=page if has_pages else None, text=line.strip("\f").replace("\f", " ")))
        page += line.count("\f") - ends_before_text
    return tuple(lines)
