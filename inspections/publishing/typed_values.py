"""Whether a value that staff have typed stands in the words it is told from."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.text import Truncator

from inspections import wording
from inspections.importing.reading.dates import MONTHS
from inspections.importing.reading.numbers import NUMBER, number_value
from inspections.models import Basis, Citation, Edition, EditionDate, MeasureValue
from inspections.publishing.verbatim import stands_in
from inspections.rows import PreciseDate, Precision

WORDS_TOLD = 12
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")

# By the way from a citation to what cites it: the columns whose values its words say. All others are told elsewhere in
# a report, such as to whom a recommendation is addressed, or are ours, such as the order of findings. Staff have no
# column for a summary of their own beside a citation: a `summary` is the report's.
LOOKED_FOR: dict[str, tuple[str, ...]] = {
    "overall_rating_of": ("overall_rating",),
    "score_of": ("score", "max_score"),
    "lead_inspector_of": ("lead_inspector",),
    "isbn_of": ("isbn",),
    "recommendation_count_of": ("recommendation_count",),
    "editiondate": ("date",),
    "samplecount": ("count",),
    "standardrating": ("rating",),
    "summary_of": ("summary",),
    "keyquestionresult": ("percentage",),
    "finding": ("text",),
    "quotation": ("text",),
    "figure": ("value", "numerator", "denominator"),
    "recommendation": ("text",),
    "measurevalue": ("value", "numerator", "denominator"),
    "comparator": ("value",),
}


@dataclass(frozen=True, kw_only=True)
class NotSaid:
    """A value typed by staff that its quoted words do not say: as told, with its row and column."""

    told: str
    row: Any
    field: str


def not_in_their_words(edition: Edition) -> Iterator[NotSaid]:
    """Each such value of an edition. The row of a table of ratings has no words, and is left out. One statement."""
    typed = Citation.objects.filter(edition=edition.pk, basis=Basis.STAFF).exclude(quote=None)
    for citation in typed.select_related(*LOOKED_FOR).order_by("pk"):
        for way, fields in LOOKED_FOR.items():
            row = getattr(citation, way, None)
            for field in fields if row else ():
                value = _value(row, field)
                if value is not None and not says(citation.quote or "", value):
                    yield NotSaid(told=_told(value), row=row, field=field)


def _value(row: Any, field: str) -> Any:
    """None where there is nothing to look for in the words."""
    if isinstance(row, MeasureValue) and field == "denominator" and row.is_denominator_elsewhere:
        return None
    if isinstance(row, EditionDate):
        return PreciseDate(date=row.date, precision=Precision(row.date_precision))
    return getattr(row, field)


def says(words: str, value: Decimal | int | str | PreciseDate) -> bool:
    """Whether words say a value: a number in digits or in words, a date as exact as it is, a text in the same words."""
    if isinstance(value, str):
        return stands_in(value, words)
    if isinstance(value, PreciseDate):
        return _says_date(words, value.date, value.precision)
    found = [number_value(match[0]) for match in re.finditer(NUMBER, words.replace("/", " / "), re.IGNORECASE)]
    return Decimal(value) in found


def _says_date(words: str, date: datetime.date, precision: Precision) -> bool:
    """Also of "8 to 19 July 2024", "the 8th of July" and "08/07/2024", of which no one reading has all."""
    numbers = {int(number) for number in re.findall(r"\d+", ORDINAL.sub("", words))}
    has_month = date.month in numbers or re.search(rf"\b{MONTHS[date.month - 1][:3]}", words, re.IGNORECASE)
    return (
        date.year in numbers
        and (precision is Precision.YEAR or bool(has_month))
        and (precision is not Precision.DAY or date.day in numbers)
    )


def _told(value: Decimal | int | str | PreciseDate) -> str:
    if isinstance(value, PreciseDate):
        return wording.precise_date(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return Truncator(str(value)).words(WORDS_TOLD)
