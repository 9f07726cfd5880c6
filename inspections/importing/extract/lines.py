"""What every form of file becomes: numbered lines."""

from dataclasses import dataclass

from inspections.rows import FileForm

MAX_BYTES = 1_000_000  # of text: twenty times a report; reading so much still ends within ten seconds
MAX_LINES = 50_000
MAX_LINE_LENGTH = 20_000


class NotReadable(Exception):
    """The file is none that can be read; the message says why in one line."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the file: its 1-based number, its page (None where the file has no pages), its text as it stands.

    `anchor` is the id of the last heading before it, in a form that has such. `is_furniture` is true where the form
    itself tells that the line is no part of the report: a running footer, the navigation of a web page. `level` is that
    of a heading (1 the highest) where the form itself tells headings, else 0.
    """

    number: int
    page: int | None
    text: str
    anchor: str = ""
    is_furniture: bool = False
    level: int = 0


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file as numbered lines. `address` is where it says it is published, "" where it does not."""

    lines: tuple[Line, ...]
    form: FileForm = FileForm.TEXT
    address: str = ""


def check_number(lines: int) -> None:
    """Raises `NotReadable` where there are more lines than what is read."""
    if lines > MAX_LINES:
        raise NotReadable(f"The file has more than {MAX_LINES:,} lines, the most that is read.")


def check_size(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, if they are no more than what is read. Raises `NotReadable`."""
    check_number(len(lines))
    if long := next((line for line in lines if len(line.text) > MAX_LINE_LENGTH), None):
        raise NotReadable(f"Line {long.number} has more than {MAX_LINE_LENGTH:,} characters, the most that is read.")
    if sum(len(line.text.encode()) for line in lines) > MAX_BYTES:
        raise NotReadable(f"Its text is larger than {MAX_BYTES:,} bytes, the most that is read.")
    return lines
