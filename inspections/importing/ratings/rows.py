"""The columns of a table of ratings, and its rows with what is wrong in each."""

from dataclasses import dataclass
from typing import TypedDict

from inspections.rows import FileForm

# All other columns are ratings, named after the theme of the standard.
COLUMNS = (
    *("region", "pdu", "round", "framework", "published", "fieldwork_started", "overall_rating", "score", "max_score"),
    *("recommendations", "source_kind", "source_title", "source_url", "press_fields", "press_url", "note"),
)
TELLING = {"pdu", "round", "framework", "overall_rating"}  # a table that has these is one of ratings
DATES = ("published", "fieldwork_started")
NUMBERS = ("score", "max_score", "recommendations")

MOST_BYTES = 5_000_000
MOST_ROWS = 1_000  # England and Wales have some 110 PDUs
MOST_COLUMNS = 100

Cells = dict[str, str]


class BadTable(Exception):
    """The file can be read, and is no table of ratings: one line that says why."""


class RawRow(TypedDict):
    """A row as it stands in the file: its number as a person sees it, its cells as text, what can't be read."""

    number: int
    cells: list[str]
    complaints: list[str]


class RawTable(TypedDict):
    """The rows of a file, blank ones left out, in a shape that JSON can carry. `notes` say what was not read."""

    rows: list[RawRow]
    notes: list[str]


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row: `cells` by column name, and every reason for which it can't be recorded as it is."""

    number: int
    cells: Cells
    complaints: tuple[str, ...] = ()

    @property
    def rating_columns(self) -> list[str]:
        """The columns that are ratings of standards, empty or not."""
        return [column for column in self.cells if column not in COLUMNS]

    @property
    def press_fields(self) -> list[str]:
        """The columns whose values are from the press."""
        return self.cells["press_fields"].replace(",", " ").replace(";", " ").split()


@dataclass(frozen=True, kw_only=True)
class RatingsTable:
    """A table of ratings as read. `sha256` is that of its file; `notes` say what of the file was not read."""

    rows: tuple[TableRow, ...]
    form: FileForm
    sha256: str
    notes: tuple[str, ...] = ()


def named(heading: str) -> str:
    """The column a heading names: "Overall rating" is `overall_rating`."""
    return "_".join(heading.lower().split())
