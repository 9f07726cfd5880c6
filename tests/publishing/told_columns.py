"""Every column of what hangs on an edition: which ones a correction tells, and why it does not tell the others."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from inspections.models import (
    Answer,
    Approval,
    Citation,
    Comparator,
    Edition,
    EditionDate,
    Figure,
    Finding,
    FindingTheme,
    KeyQuestionResult,
    MeasureValue,
    PreviewLink,
    Problem,
    Quotation,
    Recommendation,
    RecommendationTheme,
    ReleasedChange,
    SampleCount,
    StagedFile,
    StandardRating,
)
from tests.models.example import MODELS

TOLD = (
    *(Edition, Citation, EditionDate, SampleCount, StandardRating, KeyQuestionResult, Finding, Quotation, Figure),
    *(Recommendation, MeasureValue, Comparator),
)
NOT_TOLD_AT_ALL: dict[type[Model], str] = {
    Problem: "for staff: what is to be looked at before publishing",
    FindingTheme: "themes are ours and not the report's: decided at any time, without a release",
    RecommendationTheme: "as for findings",
    Approval: "who approved it is said with the release",
    ReleasedChange: "is what is told",
    PreviewLink: "who was shown a draft is not for the public",
    StagedFile: "an upload that became a draft",
    Answer: "of an upload",
}
THEMES = "decided at any time, without a release"
NOT_TOLD: dict[tuple[type[Model], str], str] = {
    (Edition, "inspection"): "an edition stays with its inspection",
    (Edition, "number"): "a correction is another edition",
    (Edition, "state"): "is what publishing does",
    (Edition, "release"): "is what publishing does",
    (Edition, "withdrawn_in"): "is what withdrawing does",
    (Edition, "reason"): "stands above what is told",
    (Citation, "corrected_in"): "is the mark that what is told leaves",
    (Finding, "themes"): THEMES,
    (Recommendation, "themes"): THEMES,
}
OURS = {"id", "edition"}


def belonging() -> set[type[Model]]:
    """The models that point to an edition, or to what does."""
    found: set[type[Model]] = {Edition}
    while more := {model for model in MODELS if model not in found and _pointed_to(model) & found}:
        found |= more
    return found


def _pointed_to(model: type[Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def told_columns() -> Iterator[tuple[type[Model], str]]:
    """The columns of which a correction has to tell that they changed."""
    for model in TOLD:
        for field in model._meta.get_fields():
            is_own = (field.concrete or field.many_to_many) and not field.auto_created
            if is_own and field.name not in OURS and (model, field.name) not in NOT_TOLD:
                yield model, field.name
