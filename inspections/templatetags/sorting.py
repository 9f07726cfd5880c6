"""How a table is sorted, in words: its captions say so to whoever hears or prints it."""

from typing import Any

from django import template

register = template.Library()

# By how the order of a column ends: what stands first, ascending and descending.
FIRST = {
    "name": ("from A to Z", "from Z to A"),
    "date": ("earliest first", "latest first"),
    "round": ("earliest first", "latest first"),
    "rank": ("Inadequate first", "Outstanding first"),
}
OTHERWISE = ("lowest first", "highest first")


@register.filter
def sorted_by(table: Any) -> str:
    """ "Sorted by rank of rating: Overall, Inadequate first."; "" of a table that a reader has not sorted."""
    column = next((column for column in table.columns if column.is_ordered), None)
    if column is None:
        return ""
    end = str(column.order_by[0]).lstrip("-").rpartition("_")[2]
    first = FIRST.get(end, OTHERWISE)[column.order_by_alias.is_descending]
    return f"Sorted by {'rank of rating: ' if end == 'rank' else ''}{column.header}, {first}."
