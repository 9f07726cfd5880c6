"""The value of a column in words, as the history tells it: also of what is no longer held."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Field, ForeignKey, Model
from django.utils import timezone

from inspections import wording
from inspections.rows import PreciseDate, Precision

Names = dict[tuple[type[Model], Any], str]

# The columns that name a row another one points to, the first that says something.
NAMED_BY = ("key", "name", "title", "text", "number", "value", "slug", "state")
AT_MOST = 80


def pointed_to(row: Any) -> Iterator[tuple[type[Model], Any]]:
    """The rows that this one points to, each as its model and key."""
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname)
        if _points(field) and key is not None:
            yield field.related_model, key


def _points(field: "Field[Any, Any]") -> bool:
    """Whether the key stands for a row that has a name; of a release the key itself, its number, does."""
    return isinstance(field, ForeignKey) and not field.name.startswith("pgh_") and field.target_field.primary_key


def names_of(pointed: Iterable[tuple[type[Model], Any]]) -> Names:
    """What the rows are called, or were when they were last held. One statement for each model."""
    keys: dict[type[Model], set[Any]] = defaultdict(set)
    for model, key in pointed:
        keys[model].add(key)
    return {(model, key): name for model, held in keys.items() for key, name in _names(model, held)}


def _names(model: type[Model], keys: set[Any]) -> Iterator[tuple[Any, str]]:
    if model is User:
        yield from ((person.pk, person.get_username()) for person in User.objects.filter(pk__in=keys))
        return
    events = model.pgh_event_model.objects.filter(pgh_obj_id__in=keys)  # type: ignore[attr-defined]
    for event in events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id"):
        yield event.pgh_obj_id, _name(event)


def _name(row: Any) -> str:
    for column in NAMED_BY:
        if value := getattr(row, column, None):
            return shortened(_plain(value))
    return f"no. {row.pgh_obj_id}"


def shortened(words: str) -> str:
    """A name: the first words of a longer text."""
    return words if len(words) <= AT_MOST else f"{words[: AT_MOST - 1]}…"


def column_words(field: "Field[Any, Any]", row: Any, names: Names) -> str:
    """ "Good", "doncaster-2024-score", "yes"; "" for what is not held."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if _points(field):
        return names.get((field.related_model, value), f"no. {value}")  # type: ignore[arg-type]
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return wording.number(value)
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, datetime.date):
        return wording.precise_date(PreciseDate(date=value, precision=Precision.DAY))
    return str(value)


def moment(value: datetime.datetime) -> str:
    """ "4 May 2026, 14:05", in local time."""
    at = timezone.localtime(value)
    return f"{wording.precise_date(PreciseDate(date=at.date(), precision=Precision.DAY))}, {at:%H:%M}"
