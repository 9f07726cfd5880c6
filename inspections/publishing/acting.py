"""Who does something, as the history is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import connection


@contextmanager
def acting(by: User | None, **what: Any) -> Iterator[None]:
    """Within it every change is recorded as done by that person, with what was done.

    For `by=None`, what is loaded by a command, the history names the command only. Neither what comes later in the
    same request nor what comes later in the same transaction is told as a part of it.
    """
    with pghistory.context() as around:
        before = dict(around.metadata)
        pghistory.context(**({"user": by.pk} if by else {}), **what)
        try:
            yield
        finally:
            around.metadata.clear()
            around.metadata.update(before)
    with connection.cursor() as cursor:  # PostgreSQL keeps the context until the transaction ends
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
