"""How many lines of a table a page shows, and which page: asked for by the address, and never an error."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest
from django_tables2 import Table

SIZES = {"25": 25, "50": 50, "100": 100, "all": 0}
USUAL = "25"
SIZE_FIELD = "size"
UNKNOWN_SIZE = "A page has 25, 50, 100 or all lines. It has 25 here."


@dataclass(frozen=True, kw_only=True)
class Size:
    """A choice of how many lines a page has."""

    label: str
    address: str
    is_current: bool


def paged(request: HttpRequest, table: Table) -> list[Size]:
    """Cut the table into pages and turn to the one asked for, the nearest where there is no such page.

    Returns the choices of a size, for `components/page_size.html`: none where all lines fit the smallest page.
    """
    asked = asked_size(request)
    lines = len(table.rows)
    table.paginator = Paginator(table.rows, SIZES[asked] or max(lines, 1))
    table.page = table.paginator.get_page(request.GET.get(table.prefixed_page_field))
    if lines <= min(filter(None, SIZES.values())):
        return []
    return [
        Size(label=label.capitalize(), address=_address(request, table, label), is_current=label == asked)
        for label in SIZES
    ]


def asked_size(request: HttpRequest) -> str:
    asked = request.GET.get(SIZE_FIELD)
    return asked if asked in SIZES else USUAL


def has_unknown_size(request: HttpRequest) -> bool:
    return request.GET.get(SIZE_FIELD, USUAL) not in SIZES


def order_asked(table: Table) -> dict[str, tuple[str, ...]]:
    """By which of its columns the table is sorted, as an address says it."""
    return {table.prefixed_order_by_field: tuple(dict.fromkeys(table.order_by or ()))}


def layout_asked(request: HttpRequest, table: Table) -> dict[str, tuple[str, ...]]:
    """The order of the lines and how many a page has, as far as they are not the usual ones."""
    size = asked_size(request)
    return {**order_asked(table), SIZE_FIELD: () if size == USUAL else (size,)}


def page_asked(request: HttpRequest, table: Table) -> dict[str, tuple[str, ...]]:
    """What of an address tells this page of the table from its first: its number, with the order and the size."""
    number = table.page.number
    return {} if number == 1 else {**layout_asked(request, table), table.prefixed_page_field: (str(number),)}


def _address(request: HttpRequest, table: Table, label: str) -> str:
    query = request.GET.copy()
    query.pop(table.prefixed_page_field, None)
    query[SIZE_FIELD] = label
    return f"?{query.urlencode()}"
