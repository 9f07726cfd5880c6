"""Who did something, as a name: the admin makes a colleague a link to an account that few may open."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin


def named(field: str) -> Callable[[Any], str]:
    """A column to be read only, in the place of the field of a person: "answered_by"."""

    @admin.display(description=field.replace("_", " "), ordering=field)
    def name(row: Any) -> str:
        person = getattr(row, field)
        return str(person) if person else ""

    name.__name__ = field
    return name
