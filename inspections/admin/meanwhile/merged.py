"""A page sent back by its second editor, on top of what the first has changed."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from inspections.admin.meanwhile.values import Values, fields_of, place, rows_sent, sent, shown


def merged(post: QueryDict, *, seen: Values, form: Any, tables: Iterable[Any]) -> QueryDict:
    """What the page is filled with then: what this editor has typed, and else what is in the store now.

    Rows that are gone are left out, and the forms numbered as the rows are now.
    """
    typed = {at: text for at, text in sent(post, seen).items() if text != seen[at]}
    prefixes, result = rows_sent(post), post.copy()
    _fill(result, "", form, typed, "")
    for table in tables:
        for name in [name for name in post if name.startswith(f"{table.prefix}-") and name in _of_rows(post, table)]:
            del result[name]
        for number, row in enumerate(table.initial_forms):
            _fill(result, f"{table.prefix}-{number}-", row, typed, table.prefix)
            before = prefixes.get((table.prefix, str(row.instance.pk)))
            if before and post.get(f"{before}DELETE"):
                result[f"{table.prefix}-{number}-DELETE"] = "on"
        _number_anew(result, post, table)
    return result


def _of_rows(post: QueryDict, table: Any) -> set[str]:
    """The names of all forms of a table, new rows among them."""
    numbers = range(_count(post, table, "TOTAL"))
    starts = tuple(f"{table.prefix}-{number}-" for number in numbers)
    return {name for name in post if starts and name.startswith(starts)}


def _count(post: QueryDict, table: Any, which: str) -> int:
    told = post.get(f"{table.prefix}-{which}_FORMS", "0")
    return min(int(told), 1000) if told.isdecimal() else 0


def _fill(result: QueryDict, prefix: str, form: Any, typed: Values, table: str) -> None:
    for field in fields_of(form):
        text = typed.get(place(table, form, field), shown(field))
        if text:
            result[f"{prefix}{field.name}"] = text
        else:
            result.pop(f"{prefix}{field.name}", None)


def _number_anew(result: QueryDict, post: QueryDict, table: Any) -> None:
    """New rows that this editor has added come after those that are held now."""
    held, were = len(table.initial_forms), _count(post, table, "INITIAL")
    added = range(were, _count(post, table, "TOTAL"))
    for number, before in enumerate(added, start=held):
        old, new = f"{table.prefix}-{before}-", f"{table.prefix}-{number}-"
        for name in [name for name in post if name.startswith(old)]:
            result.setlist(new + name.removeprefix(old), post.getlist(name))
    result[f"{table.prefix}-INITIAL_FORMS"] = str(held)
    result[f"{table.prefix}-TOTAL_FORMS"] = str(held + len(added))
