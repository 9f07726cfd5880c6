"""Rows that wait to be written, and the order in which they are: every row after those it points to."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model

from inspections.models import (
    Citation,
    Comparator,
    Edition,
    EditionDate,
    Finding,
    FindingTheme,
    Inspection,
    KeyQuestionResult,
    MeasureValue,
    Paragraph,
    Quotation,
    Recommendation,
    RecommendationTheme,
    SampleCount,
    Section,
    Source,
    StandardRating,
)

ModelT = TypeVar("ModelT", bound=Model)

BEFORE_OUTCOMES: tuple[type[Model], ...] = (Source, Section, Paragraph, Inspection, Edition, Citation)
AFTER_OUTCOMES: tuple[type[Model], ...] = (
    EditionDate,
    SampleCount,
    StandardRating,
    KeyQuestionResult,
    Finding,
    Quotation,
    Recommendation,
    MeasureValue,
    Comparator,
    FindingTheme,
    RecommendationTheme,
)
ROWS_AT_ONCE = 2000


@dataclass(kw_only=True)
class Collected:
    """Unsaved rows by model, and what editions say of themselves: their citations point back to them."""

    rows: dict[type[Model], list[Model]] = field(default_factory=dict)
    _said: list[tuple[Edition, dict[str, Any]]] = field(default_factory=list)

    def add(self, row: ModelT) -> ModelT:
        """Keep a row to be written. It may point to other rows that wait."""
        self.rows.setdefault(type(row), []).append(row)
        return row

    def say(self, edition: Edition, **columns: Any) -> None:
        """What an edition says of itself, with its citation: `score=3, max_score=21, score_citation=...`."""
        self._said.append((edition, columns))

    @property
    def editions(self) -> list[Edition]:
        """The editions, in the order they were added."""
        return [row for row in self.rows.get(Edition, []) if isinstance(row, Edition)]

    def write(self) -> None:
        """Write every row, in a number of statements that hardly depends on how many there are."""
        self._write(BEFORE_OUTCOMES)
        self._write_outcomes()
        self._write(AFTER_OUTCOMES)

    def _write(self, models: tuple[type[Model], ...]) -> None:
        for model in models:
            model._default_manager.bulk_create(self.rows.get(model, []), batch_size=ROWS_AT_ONCE)

    def _write_outcomes(self) -> None:
        for edition, columns in self._said:
            for name, value in columns.items():
                setattr(edition, name, value)
        named = sorted({name for _, columns in self._said for name in columns})
        if named:
            Edition.objects.bulk_update(self.editions, named, batch_size=200)
