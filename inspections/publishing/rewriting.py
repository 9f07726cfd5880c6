"""A draft made to say again what it said before: the rows that differ are put back, each under the id it had."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Field, Model, UniqueConstraint

from inspections.models import Edition
from inspections.queries.edition_rows import State, edition_rows

# The identity of an edition and where it is in its life: no part of what it says.
STAYS = {"id", "inspection_id", "number", "state", "release_id", "withdrawn_in_id"}


def rewrite(draft: Edition, state: State) -> int:
    """Put back what differs. Returns how many rows that were.

    Rows are taken away before others are put in their place, in one transaction: a foreign key is looked at by its end.
    """
    now = edition_rows(draft)
    facts = [model for model in state if model is not Edition]
    count = 0
    for model in reversed(facts):
        count += _take_away(model, now[model], state[model])
    for model in facts:
        count += _put_back(model, state[model])
    return count + _put_back_edition(draft, state[Edition][0])


def _take_away(model: type[Model], held: list[Model], wanted: list[Model]) -> int:
    """Delete what was added since, and what would be in the way of another row by a column that is unique."""
    was = {row.pk: row for row in wanted}
    unique = _unique(model)
    gone = [row.pk for row in held if row.pk not in was or _differ(row, was[row.pk]) & unique]
    # Without the cascade of the ORM, which would take what stays along with what goes.
    model._default_manager.filter(pk__in=gone)._raw_delete(DEFAULT_DB_ALIAS)
    return sum(pk not in was for pk in gone)


def _put_back(model: type[Model], wanted: list[Model]) -> int:
    held = model._default_manager.in_bulk([row.pk for row in wanted])
    missing = [row for row in wanted if row.pk not in held]
    changed = {row.pk: (row, columns) for row in wanted if row.pk in held and (columns := _differ(held[row.pk], row))}
    for pk, (row, columns) in changed.items():
        model._default_manager.filter(pk=pk).update(**{column: getattr(row, column) for column in columns})
    model._default_manager.bulk_create(missing)
    return len(changed) + len(missing)


def _put_back_edition(draft: Edition, wanted: Model) -> int:
    columns = _differ(draft, wanted) - STAYS
    for column in columns:
        setattr(draft, column, getattr(wanted, column))
    draft.save()
    return bool(columns)


def _differ(row: Model, other: Model) -> set[str]:
    fields: list[Field[Any, Any]] = list(row._meta.concrete_fields)
    return {field.attname for field in fields if getattr(row, field.attname) != getattr(other, field.attname)}


def _unique(model: type[Model]) -> set[str]:
    constraints = [rule for rule in model._meta.constraints if isinstance(rule, UniqueConstraint)]
    together = {model._meta.get_field(name).attname for rule in constraints for name in rule.fields}  # type: ignore[union-attr]
    return together | {field.attname for field in model._meta.concrete_fields if field.unique}
