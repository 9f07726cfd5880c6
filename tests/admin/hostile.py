"""What no form of ours can mean, by the kind of field, and pages with every field to put it into."""

from collections.abc import Iterator
from typing import Any

from django import forms

LONG = "9" * 5000  # more digits than Python turns into a number
# How no number, date or choice is written; and what none of PostgreSQL's types holds.
NUMBERS = (LONG, str(2**31), "-1", "1e999", "NaN", "0." + "1" * 3000)
DATES = ("0000-00-00", "10000-01-01", "1\0")
CHOICES = (LONG, str(2**63), "1\0")
TEXTS = ("a\0b", b"\xed\xa0\x80", "x" * 100_000)
COUNTS = (LONG, "-1", "1\0", "", "many", None)
SEEN = (
    '[["", "1", "name", "\\ud800"]]',
    '[["", "1", "name", "\\u0000"]]',
    "[" * 5000,
    "{}",
    "[[[], {}, 1, null]]",
    LONG,
)
ROWS = (LONG, "-1", "1\0", "", "none", str(2**63))


def values_for(field: forms.Field) -> tuple[Any, ...]:
    if isinstance(field, forms.BooleanField):
        return ()  # whatever is sent is a tick
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return CHOICES
    if isinstance(field, forms.IntegerField):
        return NUMBERS
    return DATES if isinstance(field, forms.DateField | forms.DateTimeField | forms.SplitDateTimeField) else TEXTS


def fields_of(page: Any) -> Iterator[tuple[str, forms.Field]]:
    """The fields of a page, with the name each is sent by: its own, and those of the first row of each table.

    Of those that take the same, one: a page of an edition has a hundred.
    """
    tables = [table.formset for table in page.context["inline_admin_formsets"]]
    kinds = set()
    for form in [page.context["adminform"].form, *(row for table in tables for row in table.forms[:1])]:
        for bound in form:
            if (kind := _kind(bound.field)) not in kinds:
                kinds.add(kind)
                yield bound.html_name, bound.field


def _kind(field: forms.Field) -> tuple[Any, ...]:
    bounds = ("min_value", "max_value", "max_length", "max_digits", "empty_value")
    model = field.queryset.model if isinstance(field, forms.ModelChoiceField) else None
    return type(field), type(field.widget), model, *(getattr(field, name, None) for name in bounds)


def fields_of_new_rows(page: Any) -> Iterator[tuple[str, str, forms.Field]]:
    """The table, name and field of a row that is added to each table of a page where rows can be added."""
    for table in page.context["inline_admin_formsets"]:
        if table.has_add_permission:
            number = table.formset.total_form_count()
            for bound in table.formset.empty_form:
                yield table.formset.prefix, bound.html_name.replace("__prefix__", str(number)), bound.field
