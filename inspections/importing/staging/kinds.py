"""Which way a staged file goes: a report, or a table of ratings. Its content decides."""

from enum import StrEnum

from inspections.importing.extract.forms import form_of
from inspections.importing.ratings.reading import table_form
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
    return table_form(content) or form_of(content)
