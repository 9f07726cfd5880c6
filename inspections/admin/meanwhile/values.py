"""The values of a page's forms as texts, by place: as its editor saw them, as they are now, as they came back.

A place is (table, row, field): the prefix of a table's forms ("" for the page's own form), the row's id, the field. It
stays the same where rows come and go, as the numbers of forms do not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.forms import BaseForm, BoundField, CheckboxInput, FileInput, MultiWidget
from django.http import QueryDict

ROW = re.compile(r"(?P<table>.+)-(?P<number>\d+)-id")
ON = "on"


class At(NamedTuple):
    table: str
    row: str
    field: str

    @property
    def text(self) -> str:
        return ":".join(self)


Values = dict[At, str]


def shown(field: BoundField) -> str:
    """What a browser would send back of a field that is left as it is: "" where that is nothing."""
    widget = getattr(field.field.widget, "widget", field.field.widget)  # within the one of a related row
    value = field.value()
    if isinstance(widget, CheckboxInput):
        return ON if value else ""
    told = widget.format_value(value)
    if isinstance(told, list | tuple):
        told = told[0] if told else ""
    return plain("" if told is None else str(told))


def plain(text: str) -> str:
    """A text as it is compared: browsers end lines in their own way."""
    return text.replace("\r\n", "\n").strip()


def fields_of(form: BaseForm) -> Iterator[BoundField]:
    """The fields whose value is one text."""
    for field in form:
        widget = getattr(field.field.widget, "widget", field.field.widget)
        if not isinstance(widget, MultiWidget | FileInput):
            yield field


def place(table: str, form: Any, field: BoundField) -> At:
    return At(table, str(form.instance.pk), field.name)


def values_of(form: Any, tables: Iterable[Any]) -> Values:
    """Everything that forms not yet filled in by anybody hold: the page's own, and those of its tables."""
    found = {place("", form, field): shown(field) for field in fields_of(form)}
    for table in tables:
        for row in table.initial_forms:
            found |= {place(table.prefix, row, field): shown(field) for field in fields_of(row)}
    return found


def sent(post: QueryDict, seen: Iterable[At]) -> Values:
    """What came back at the places that were seen. A row that did not come back has no place here."""
    prefixes = rows_sent(post)
    found: Values = {}
    for at in seen:
        prefix = prefixes.get((at.table, at.row)) if at.table else ""
        if prefix is not None:
            found[at] = plain(post.get(f"{prefix}{at.field}", ""))
    return found


def rows_sent(post: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The prefix of the form of each row that came back: ("findings", "17") -> "findings-3-"."""
    return {(match["table"], post[name]): name.removesuffix("id") for name in post if (match := ROW.fullmatch(name))}
