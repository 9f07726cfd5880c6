"""Where a fact stands, and the document it stands in."""

import datetime
from dataclasses import dataclass

from inspections.rows.values import DateRow, Place
from inspections.rows.vocabulary import FileForm, Origin


@dataclass(frozen=True, kw_only=True)
class FactRow:
    """Where one number or statement comes from: all that its source page says.

    `short_label` is for a title, "" where the label is short. `value` is in words ("38%"), `base` is "" where the
    report gives none. `paragraph` is the whole paragraph around the quote. `quote` is None for a row of a table of
    ratings, which gives the value and not the sentence. `form` is that of the file that `line` and `page` count in,
    None where no file is held; `section_anchor` is the id of the section's heading, of a source that is a web page.
    """

    key: str
    label: str
    short_label: str
    value: str
    unit: Place
    region: Place
    round: str
    theme: str
    anchor: str
    base: str
    note: str
    is_entered_by_staff: bool
    row_note: str
    source_key: str
    source_title: str
    source_url: str
    isbn: str
    origin: Origin
    section: str
    section_anchor: str
    paragraph: str
    form: FileForm | None
    line: int | None
    page: int | None
    quote: str | None
    row: int | None
    table_key: str
    table_title: str
    asked: str
    inspected: DateRow | None
    changed: datetime.date
    release: int


@dataclass(frozen=True, kw_only=True)
class DocumentRow:
    """A document that something public is told from. `inspections` are pairs of delivery unit and round.

    `file_name`, `size` (bytes) and `sha256` are of the file held here; "" and None where no file is.
    """

    key: str
    title: str
    kind: str
    url: str
    isbn: str
    file_name: str
    size: int | None
    sha256: str
    sections: tuple[str, ...]
    inspections: tuple[tuple[Place, str], ...]
