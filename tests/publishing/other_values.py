"""Another value for any column of what hangs on an edition, with what has to change along with it, and its words."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db.models import BooleanField, Field, Model

from inspections import wording
from inspections.models import (
    Citation,
    Comparator,
    Edition,
    EditionDate,
    Figure,
    Finding,
    Framework,
    KeyQuestion,
    Measure,
    MeasureValue,
    Paragraph,
    Region,
    SampleCount,
    Source,
    Standard,
)
from inspections.queries.told_fact import opening
from tests import factories

Values = dict[str, Any]


def _counted(row: Edition) -> Values:
    return {"recommendation_count": 7, "recommendation_count_citation": factories.citation(row)}


# What the rules of the database let change together only.
TOGETHER: dict[tuple[type[Model], str], Callable[[Any], Values]] = {
    (Edition, "score"): lambda row: {"score": row.score - 1},
    (Edition, "max_score"): lambda row: {"max_score": None, "score": None, "score_citation": None},
    (Edition, "recommendation_count"): _counted,
    (Edition, "recommendation_count_citation"): _counted,
    (Finding, "area"): lambda row: {"area": "outcomes", "standard": None},
    (Citation, "source"): lambda row: {"source": factories.source(), "section": None, "paragraph": None},
    (Citation, "section"): lambda row: {
        "section": row.source.sections.exclude(pk=row.section_id).first(),
        "paragraph": None,
    },
    (Citation, "table"): lambda row: {"table": factories.source(kind="table"), "row": 5, "quote": None},
    (Citation, "row"): lambda row: {"table": factories.source(kind="table"), "row": 5, "quote": None},
    (MeasureValue, "as_of"): lambda row: {"as_of": datetime.date(2019, 1, 1), "as_of_precision": "day"},
    (Comparator, "as_of"): lambda row: {"as_of": datetime.date(2019, 1, 1), "as_of_precision": "day"},
}
# Told as a place in an order, as the facts of two keys, or by a value that has words without it.
NO_WORDS = {"position", "key", "unit"}


def other_values(row: Any, name: str) -> Values:
    """The column of that name with another value, and the columns that have to change with it."""
    field = row._meta.get_field(name)
    if make := TOGETHER.get((type(row), name)):
        return make(row)
    if name.endswith("precision"):
        return {name: "year", name.removesuffix("_precision"): datetime.date(2019, 1, 1)}
    return {name: _other(row, field)}


def _other(row: Any, field: "Field[Any, Any]") -> Any:
    value = getattr(row, field.name)
    if field.is_relation:
        return _pointed(row, field, value)
    if field.flatchoices:
        return next(choice for choice, _ in field.flatchoices if choice not in (value, ""))
    if isinstance(field, BooleanField):
        return not value
    if isinstance(value, datetime.date):
        return value.replace(year=2019)
    if field.get_internal_type() in {"CharField", "TextField", "SlugField"}:
        return f"otherwise-{value or ''}"[: field.max_length]
    return Decimal(value or 1) + (100 if field.name in ("position", "number") else 1)


def _pointed(row: Any, field: Any, value: Any) -> Model:
    """Another row of the same edition, document or framework; a new one where all may be taken."""
    if make := MADE.get(field.related_model):
        return make(row)
    others = field.related_model._default_manager.exclude(pk=value.pk if value else None)
    if field.related_model is Paragraph:
        return others.filter(section=value.section).first()
    others = others.filter(edition=edition_of(row))
    return others.filter(measure_value=None).first() if field.related_model is Figure else others.first()


def edition_of(row: Any) -> Edition:
    if isinstance(row, Comparator):
        return row.measure_value.edition
    return row if isinstance(row, Edition) else row.edition


def _framework(row: Any) -> Framework:
    return edition_of(row).inspection.framework


MADE: dict[type[Model], Callable[[Any], Model]] = {
    Citation: lambda row: factories.citation(edition_of(row)),
    Source: lambda row: factories.source(title="Another report"),
    Standard: lambda row: factories.standard(_framework(row)),
    KeyQuestion: lambda row: factories.key_question(factories.standard(_framework(row))),
    Measure: lambda row: factories.measure("Another measure", unit=row.measure.unit),
    Region: lambda row: factories.region("Another region"),
}


def make_room(row: Any, name: str) -> set[str]:
    """Delete what has taken the other kinds, of which an edition has one each. Returns the keys of what is gone."""
    if name != "kind" or not isinstance(row, EditionDate | SampleCount):
        return set()
    others = type(row)._default_manager.filter(edition=row.edition).exclude(pk=row.pk)
    keys = set(others.values_list("citation__key", flat=True))
    others.delete()
    return keys


def words_of(row: Any, name: str) -> str:
    """What of the value of a column a reader is told at least; "" where that is no word of it."""
    field, value = row._meta.get_field(name), getattr(row, name)
    if value in (None, "") or isinstance(value, bool) or name in NO_WORDS or name.endswith("precision"):
        return ""
    if isinstance(row, Finding) and row.standard:
        value = row.standard if name == "area" else value
    if isinstance(value, Model):
        return _name(value)
    if name == "basis":
        return wording.origin(row.origin)
    if field.flatchoices:
        return str(dict(field.flatchoices)[value])
    if isinstance(value, datetime.date):
        return str(value.year)
    return value if isinstance(value, str) else wording.number(value)


def _name(row: Any) -> str:
    if isinstance(row, KeyQuestion):
        return f"{row.standard.name}, key question {row.number}"
    for column in ("title", "name", "text"):
        if words := getattr(row, column, ""):
            return opening(words)[1:-1] if isinstance(row, Finding) else "" if isinstance(row, Paragraph) else words
    return ""
