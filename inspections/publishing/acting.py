"""Who does something, as the history is told."""

from typing import Any

import pghistory
from django.contrib.auth.models import User


def acting(by: User | None, **what: Any) -> Any:
    """A context in which every change is recorded as done by that person, with what was done.

    For `by=None`, what is loaded by a command, the history names the command only.
    """
    return pghistory.context(**({"user": by.pk} if by else {}), **what)
