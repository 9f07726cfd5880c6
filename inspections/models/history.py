"""History kept by the database itself."""

from collections.abc import Iterable

import pghistory
import pgtrigger
from django.db import models


def tracked(*, exclude: Iterable[str] = ()):
    """Record every insert, update and delete of a model in an append-only table, by triggers.

    Bulk changes, imports, the shell and raw SQL are recorded too: nothing goes round a trigger. TRUNCATE, which no
    trigger sees row by row, is refused for both tables.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        name = model._meta.model_name
        pgtrigger.register(_never_emptied(f"{name}_is_not_emptied"))(model)
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            append_only=True,
            exclude=list(exclude) or None,
            meta={"triggers": [_never_emptied(f"{name}event_is_not_emptied")]},
        )(model)

    return decorate


def _never_emptied(name: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=f"""
            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}',
                MESSAGE = 'A table whose rows have a history is never emptied at once';
        """,
    )
