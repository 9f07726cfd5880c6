"""What an edition says, copied into a new draft: each fact under its public key."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db.models import Max, Model

from inspections.models import Citation, Edition
from inspections.queries.acts import events_of
from inspections.queries.edition_rows import State, edition_rows

NOT_COPIED = {"id", "number", "state", "release", "withdrawn_in", "reason"}

Copies = dict[type[Model], dict[int, Model]]


def copied(edition: Edition, *, reason: str) -> Edition:
    """A new draft of the same inspection that says what this edition says. `reason` is why it is made."""
    return drafted(edition_rows(edition), reason=reason)


def drafted(state: State, *, reason: str) -> Edition:
    """A new draft that says what these rows say, held or not. Its number was never that of another."""
    [edition] = cast(list[Edition], state[Edition])
    numbers = events_of(Edition).filter(inspection_id=edition.inspection_id).order_by()
    cited = {field.name for field in Edition._meta.concrete_fields if field.related_model is Citation}
    values = _values(edition, NOT_COPIED | cited | {name.removesuffix("_citation") for name in cited} | {"max_score"})
    draft = Edition.objects.create(number=numbers.aggregate(last=Max("number"))["last"] + 1, reason=reason, **values)
    copies: Copies = {Edition: {edition.pk: draft}}
    for model, rows in state.items():
        if model is not Edition:
            _copy(model, rows, copies)
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


def _copy(model: type[Model], held: Sequence[Model], copies: Copies) -> None:
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
