"""A document as JSON and back, so that the very lines that were seen are read again."""

from dataclasses import asdict, fields
from typing import Any

from inspections.importing.extract import Document, Line
from inspections.rows import FileForm

Json = dict[str, Any]
DEFAULTS = {field.name: field.default for field in fields(Line)}


def as_lines(document: Document) -> Json:
    """A document without what each line has by default."""
    return {
        "form": document.form.value,
        "address": document.address,
        "lines": [
            {name: value for name, value in asdict(line).items() if value != DEFAULTS[name]} for line in document.lines
        ],
    }


def as_document(stored: Json) -> Document:
    """The document that `as_lines` was made of."""
    lines = tuple(Line(**line) for line in stored["lines"])
    return Document(lines=lines, form=FileForm(stored["form"]), address=stored["address"])
