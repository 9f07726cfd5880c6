"""Decimals as their source prints them: "38", where a column with two places holds 38.00."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import DecimalField, Field, Model
from django.http import HttpRequest


def as_printed(value: Decimal | None) -> str:
    """Without the zeros that only fill the column: "38", "37.5", "100"."""
    return "" if value is None else f"{value.normalize():f}"


class PrintedDecimalField(forms.DecimalField):
    """To be filled in. What was typed and refused is shown as it was typed."""

    def prepare_value(self, value: Any) -> Any:
        return as_printed(value) if isinstance(value, Decimal) else value


@cache
def printed(field: Field) -> Callable[[Any], str]:
    """A column that shows a decimal, in the place of its field and under its name."""

    @admin.display(description=field.verbose_name, ordering=field.name)
    def shown(row: Any) -> str:
        return as_printed(getattr(row, field.name))

    shown.__name__ = field.name
    return shown


class PrintedDecimals:
    """For pages, tables and lists of what has decimals: to be changed, and only looked at."""

    model: type[Model]

    def formfield_for_dbfield(self: Any, db_field: Any, request: Any, **options: Any) -> Any:
        if isinstance(db_field, DecimalField):
            options["form_class"] = PrintedDecimalField
        return super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]

    def get_list_display(self: Any, request: HttpRequest) -> list[Any]:
        return self._printed(super().get_list_display(request))  # type: ignore[misc]

    def get_fieldsets(self: Any, request: HttpRequest, obj: Model | None = None) -> Any:
        held = super().get_fieldsets(request, obj)  # type: ignore[misc]
        if obj is None or self.has_change_permission(request, obj):
            return held
        return [(title, {**options, "fields": self._printed(options["fields"])}) for title, options in held]

    def get_readonly_fields(self: Any, request: HttpRequest, obj: Model | None = None) -> Any:
        """The form of a table is made without those; a page that is only looked at has none in its form anyway."""
        held = super().get_readonly_fields(request, obj)  # type: ignore[misc]
        if obj is None or not self.fields or self.has_change_permission(request, obj):
            return held
        return [*held, *self._columns().values()]

    def _columns(self) -> dict[str, Callable[[Any], str]]:
        return {field.name: printed(field) for field in self.model._meta.fields if isinstance(field, DecimalField)}

    def _printed(self, names: Any) -> list[Any]:
        """The names with columns in the places of decimals, in lines of several fields too."""
        columns = self._columns()
        return [self._printed(name) if isinstance(name, list | tuple) else columns.get(name, name) for name in names]
