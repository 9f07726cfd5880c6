"""Whether a value that staff have typed stands in the words it is told from."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from inspections.importing.reading.numbers import NUMBER, number_value
from inspections.models import (
    Basis,
    Citation,
    Edition,
    Figure,
    KeyQuestionResult,
    MeasureValue,
    SampleCount,
    StandardRating,
)

NUMBERS: dict[type[Any], str] = {
    KeyQuestionResult: "percentage",
    MeasureValue: "value",
    Figure: "value",
    SampleCount: "count",
}
WORDS: dict[type[Any], str] = {StandardRating: "rating"}


def not_in_their_words(edition: Edition) -> Iterator[tuple[str, Any]]:
    """Each value typed by staff that its quoted sentence does not say, with its row (the edition for its own values).

    The row of a table of ratings has no sentence, and is left out. One statement for each kind of fact, and two.
    """
    for model, field in {**NUMBERS, **WORDS}.items():
        typed = model._default_manager.filter(edition=edition.pk, citation__basis=Basis.STAFF)
        for row in typed.exclude(citation__quote=None).select_related("citation"):
            if not _says(row.citation, getattr(row, field)):
                yield _told(getattr(row, field)), row
    for value, citation in (
        (edition.overall_rating, edition.overall_rating_citation),
        (edition.score, edition.score_citation),
    ):
        if citation and citation.basis == Basis.STAFF and citation.quote and not _says(citation, value):
            yield _told(value), edition


def _says(citation: Citation, value: Decimal | int | str | None) -> bool:
    words = citation.quote or ""
    if isinstance(value, str):
        return value.casefold() in words.casefold()
    found = [number_value(match[0]) for match in re.finditer(NUMBER, words.replace("/", " / "), re.IGNORECASE)]
    return Decimal(value or 0) in found


def _told(value: Decimal | int | str | None) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
