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

    For `by=None`, what is loaded by a command, the history names the command only. The database keeps a context until
    the transaction ends; it is taken back here, so that what comes later in it is not told as this person's.
    """
    with pghistory.context(**({"user": by.pk} if by else {}), **what):
        yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
