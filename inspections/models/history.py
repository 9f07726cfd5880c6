"""History kept by the database itself."""

from collections.abc import Iterable

import pghistory
from django.db import models


def tracked(*, exclude: Iterable[str] = ()):
    """Record every insert, update and delete of a model in an append-only table, by triggers.

    Bulk changes, imports, the shell and raw SQL are recorded too: nothing goes round a trigger.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            append_only=True,
            exclude=list(exclude) or None,
        )(model)

    return decorate
