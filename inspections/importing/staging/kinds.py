"""Which way a staged file goes: a report, or a table of ratings. Its content decides."""

from enum import StrEnum

from inspections.importing.extract.forms import form_of
from inspections.importing.ratings.reading import is_ratings_table
from inspections.rows import FileForm


class Kind(StrEnum):
    """What a file holds."""

    REPORT = "report"
    TABLE = "table"


def kind_of(form: FileForm | str) -> Kind:
    """What a file of a form holds."""
    return Kind.TABLE if form and FileForm(form).is_table else Kind.REPORT


def staged_form(content: bytes) -> FileForm:
    """The form of a file; text with the columns of a table of ratings is CSV. Raises NotReadable."""
    if not is_ratings_table(content):
        return form_of(content)
    return FileForm.XLSX if not _is_text(content) else FileForm.CSV


def _is_text(content: bytes) -> bool:
    """Of what is a table only a text is not packed: an old or protected workbook has no other form of its own."""
    return content[:2] not in (b"PK", b"\xd0\xcf")
