"""What a row says and what an edition holds, column by column in the same words, each with its source."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from inspections import wording
from inspections.importing.precise_dates import date_text
from inspections.importing.ratings.rows import DATES, TableRow
from inspections.models import Citation, Edition, Source, SourceKind
from inspections.rows import Origin

# The columns that are fields of an edition.
FIELDS = {"overall_rating": "overall_rating", "score": "score", "recommendations": "recommendation_count"}


@dataclass(frozen=True, kw_only=True)
class CitedDocument:
    """The document a value is from."""

    kind: SourceKind
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Value:
    """A value as a table writes it, and where it is from."""

    text: str
    document: CitedDocument
    origin: Origin

    @property
    def is_press(self) -> bool:
        """Whether it gives way to whatever the inspectorate says."""
        return self.origin is Origin.PRESS

    def __str__(self) -> str:
        return f"{self.text} ({wording.origin(self.origin)})"


def row_values(row: TableRow) -> dict[str, Value]:
    """What a row says, by column."""
    columns = [column for column in (*FIELDS, *DATES, *row.rating_columns) if row.cells[column]]
    return {column: _said(row, column) for column in columns}


def row_document(row: TableRow, column: str = "") -> CitedDocument:
    """The document that a cell is from: the row's own, or the press report where the row names the cell."""
    cells = row.cells
    own = CitedDocument(kind=_own_kind(row), title=cells["source_title"], url=cells["source_url"])
    if column not in row.press_fields or (own.kind == SourceKind.PRESS and cells["press_url"] == own.url):
        return own
    title = f"Press report at {urlsplit(cells['press_url']).hostname}"
    return CitedDocument(kind=SourceKind.PRESS, title=title, url=cells["press_url"])


def edition_values(edition: Edition) -> dict[str, Value]:
    """What an edition holds of that which a table can say. Needs what `held.EDITIONS` loads."""
    values = {
        column: _held(str(getattr(edition, field)), citation)
        for column, field in FIELDS.items()
        if (citation := getattr(edition, f"{field}_citation"))
    }
    recommendations = len(edition.recommendations.all())
    if recommendations and edition.report and "recommendations" not in values:
        values["recommendations"] = _of_document(str(recommendations), _document(edition.report))
    for date in edition.dates.all():
        values[date.kind] = _held(date_text(date.date, date.date_precision), date.citation)
    for rating in edition.standard_ratings.all():
        values[rating.standard.theme.slug.replace("-", "_")] = _held(rating.rating, rating.citation)
    return values


def _own_kind(row: TableRow) -> SourceKind:
    if row.cells["source_kind"] == "press":
        return SourceKind.PRESS
    is_release = row.cells["source_title"].endswith("(press release)")
    return SourceKind.PRESS_RELEASE if is_release else SourceKind.PAGE


def _said(row: TableRow, column: str) -> Value:
    text = row.cells[column]
    is_number = column in FIELDS and text.isdecimal()
    return _of_document(str(int(text)) if is_number else text, row_document(row, column))


def _of_document(text: str, document: CitedDocument) -> Value:
    return Value(text=text, document=document, origin=document.kind.origin)


def _held(text: str, citation: Citation) -> Value:
    return Value(text=text, document=_document(citation.source), origin=citation.origin)


def _document(source: Source) -> CitedDocument:
    return CitedDocument(kind=SourceKind(source.kind), title=source.title, url=source.url)
