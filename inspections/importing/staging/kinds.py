"""Which way a staged file goes: a report, or a table of ratings. Its content decides."""

from enum import StrEnum

from inspections.importing.extract.forms import form_of
from inspections.importing.ratings_rows import NEEDED
from inspections.rows import FileForm

TABLES = (FileForm.CSV, FileForm.XLSX)


class Kind(StrEnum):
    """What a file holds."""

    REPORT = "report"
    TABLE = "table"


def kind_of(form: FileForm | str) -> Kind:
    """What a file of a form holds."""
    return Kind.TABLE if form in TABLES else Kind.REPORT


def staged_form(content: bytes) -> FileForm:
    """The form of a file; text whose first line names the columns of a table of ratings is CSV. Raises NotReadable."""
    form = form_of(content)
    return FileForm.CSV if form is FileForm.TEXT and _is_ratings(content) else form


def _is_ratings(content: bytes) -> bool:
    first = content[:10_000].decode("utf-8-sig", "replace").lstrip().partition("\n")[0]
    return set(NEEDED) <= {name.strip().strip('"') for name in first.split(",")}
