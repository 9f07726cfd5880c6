"""What every row is made of: a place, a date with its precision, a rating or why there is none, a source."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from inspections.ratings import Rating
from inspections.rows.vocabulary import Absence, Origin


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class PreciseDate:
    """A date as the source states it: month precision keeps the first of the month only as a place to stand."""

    date: datetime.date
    precision: Precision


@dataclass(frozen=True, kw_only=True)
class Place:
    """A delivery unit or a region."""

    name: str
    slug: str

    @property
    def sort_name(self) -> str:
        """By which names sort for a reader: "North and North East Lincolnshire" before "North Yorkshire"."""
        return self.name.casefold()


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """The key of a value's source page, and where the value came from: document, place and words, as far as held.

    `quote` is None for a row of a table of ratings, which gives the value and not the sentence. `corrected_in` is the
    number of the last release that corrected the value, None where it stands as it was first published here.
    """

    key: str
    origin: Origin = Origin.REPORT
    title: str = ""
    url: str = ""
    page: int | None = None
    line: int | None = None
    quote: str | None = None
    corrected_in: int | None = None


@dataclass(frozen=True, kw_only=True)
class EditionRow:
    """The published edition that a row is of: where, which round, by which framework, and how it became public.

    `release` is the number of the release that made it public: the version of the data. `changed` is when a figure of
    it last changed here: by that release, or by a correction since.
    """

    region: Place
    round: str
    framework: str
    release: int
    inspected: PreciseDate | None = None
    changed: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class DateRow:
    """A date a source states, under the label it has there (cut off or not) and what it is taken to be."""

    meaning: str
    label: str
    date: PreciseDate
    is_queried: bool
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class RatingCell:
    """One rating, or why there is none. Exactly one of `rating` and `absence` is None."""

    rating: Rating | None = None
    absence: Absence | None = None
    source: Sourced | None = None

    @property
    def rank(self) -> int:
        """By which tables sort: Inadequate 0 to Outstanding 3, and -1 where there is no rating."""
        return self.rating.points if self.rating else -1
