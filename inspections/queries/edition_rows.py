"""Everything that an edition says, as the rows that say it."""

from django.db.models import Model

from inspections.models import (
    Citation,
    Comparator,
    Edition,
    EditionDate,
    Figure,
    Finding,
    FindingTheme,
    KeyQuestionResult,
    MeasureValue,
    Problem,
    Quotation,
    Recommendation,
    RecommendationTheme,
    SampleCount,
    StandardRating,
)

# In the order in which they refer to one another: a figure belongs to a finding, a value is read from a figure.
OF_EDITION: tuple[type[Model], ...] = (
    *(Citation, EditionDate, SampleCount, StandardRating, KeyQuestionResult, Finding, Quotation),
    *(Figure, Recommendation, MeasureValue, Problem),
)
# What belongs to a fact, by the name of its key to it.
OF_FACT: tuple[tuple[type[Model], str, type[Model]], ...] = (
    (Comparator, "measure_value", MeasureValue),
    (FindingTheme, "finding", Finding),
    (RecommendationTheme, "recommendation", Recommendation),
)

State = dict[type[Model], list[Model]]
"""The rows by their model, in the order in which they refer to one another; the first is the edition alone."""


def edition_rows(edition: Edition) -> State:
    """The rows as they are held. One statement for each model."""
    rows: State = {Edition: [edition]}
    for model in OF_EDITION:
        rows[model] = list(model._default_manager.filter(edition=edition.pk).order_by("pk"))
    for model, owner, _ in OF_FACT:
        rows[model] = list(model._default_manager.filter(**{f"{owner}__edition": edition.pk}).order_by("pk"))
    return rows
