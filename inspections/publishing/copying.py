"""An edition copied into a new draft with everything that hangs on it, each fact under its public key."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max, Model

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
OF_FACT = ((Comparator, "measure_value"), (FindingTheme, "finding"), (RecommendationTheme, "recommendation"))
NOT_COPIED = {"id", "number", "state", "release", "withdrawn_in", "reason"}

Copies = dict[type[Model], dict[int, Model]]


def copied(edition: Edition, *, reason: str) -> Edition:
    """A new draft of the same inspection that says what this edition says. `reason` is why it is made."""
    last = Edition.objects.filter(inspection=edition.inspection_id).aggregate(last=Max("number"))["last"]
    cited = {field.name for field in Edition._meta.concrete_fields if field.related_model is Citation}
    values = _values(edition, NOT_COPIED | cited | {name.removesuffix("_citation") for name in cited} | {"max_score"})
    draft = Edition.objects.create(number=last + 1, reason=reason, **values)
    copies: Copies = {Edition: {edition.pk: draft}}
    for model in OF_EDITION:
        _copy(model, model._default_manager.filter(edition=edition.pk), copies)
    for model, owner in OF_FACT:
        _copy(model, model._default_manager.filter(**{f"{owner}__edition": edition.pk}), copies)
    _cite(edition, draft, cited, copies[Citation])
    return draft


def _cite(edition: Edition, draft: Edition, cited: set[str], citations: Mapping[int, Model]) -> None:
    for name in cited:
        value = name.removesuffix("_citation")
        setattr(draft, value, getattr(edition, value))
        held = getattr(edition, f"{name}_id")
        setattr(draft, name, citations[held] if held else None)
    draft.max_score = edition.max_score
    draft.save()


def _copy(model: type[Model], rows: Any, copies: Copies) -> None:
    held: Sequence[Model] = list(rows.order_by("pk"))
    made = model._default_manager.bulk_create(model(**_pointed(row, copies)) for row in held)
    copies[model] = {row.pk: copy for row, copy in zip(held, made, strict=True)}


def _values(row: Model, left_out: set[str]) -> dict[str, Any]:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in left_out}


def _pointed(row: Model, copies: Copies) -> dict[str, Any]:
    """The values of a row, pointing to the copies of what it points to."""
    values = _values(row, {"id", "corrected_in"})
    for field in row._meta.concrete_fields:
        held = values.get(field.attname)
        if held and field.related_model in copies:
            values[field.attname] = copies[field.related_model][held].pk
    return values
