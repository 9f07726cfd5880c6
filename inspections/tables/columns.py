"""Columns and orders that several tables share."""

import inspect
from collections.abc import Callable
from typing import Any

import django_tables2 as tables
from django.template.loader import get_template
from django_tables2.data import TableListData
from django_tables2.utils import OrderBy

from inspections.rows import RatingCell
from inspections.templatetags.findings import rating_tag

NUMERIC = {"th": {"class": "govuk-table__header--numeric"}, "td": {"class": "govuk-table__cell--numeric"}}
WORDS = {"th": {"class": "app-table__words"}, "td": {"class": "app-table__words"}}


def with_signature(render: Callable[..., str]) -> Callable[..., str]:
    """Works the signature out once: the library asks for it at every cell, which took as long as drawing half of it."""
    render.__signature__ = inspect.signature(render)  # type: ignore[attr-defined]
    return render


class ComponentColumn(tables.Column):
    """A cell drawn by a component, which gets `value`, `record` and `column` and nothing of the request.

    The library's TemplateColumn runs every context processor for every cell: half the time of a region's page.
    """

    empty_values = ()

    def __init__(self, *, template_name: str, **options: Any) -> None:
        super().__init__(**options)
        self.template_name = template_name

    @with_signature
    def render(self, value: Any, record: Any, bound_column: Any) -> str:
        return self.drawn(value=value, record=record, column=bound_column)

    def drawn(self, **context: Any) -> str:
        """The component with this context."""
        return get_template(self.template_name).render(context)


class RatingColumn(ComponentColumn):
    """A rating, and beneath it the words of the round before, where `earlier` finds any."""

    def __init__(self, **options: Any) -> None:
        super().__init__(template_name="components/rating_cell.html", **options)

    @with_signature
    def render(self, value: Any, record: Any, bound_column: Any) -> str:
        tag = rating_tag(value, of=f"{bound_column.header}, {record.unit.name}")
        return self.drawn(**tag, **self.earlier(record))

    def earlier(self, record: Any) -> dict[str, Any]:
        """The cell of the round before as `before`, and that round's label; nothing where a table has none."""
        return {}


class UnknownLast(TableListData):
    """Rows that sort with what is not held at the end, in either direction: unknown is neither worst nor best."""

    def order_by(self, aliases: Any) -> None:
        super().order_by(aliases)
        if aliases:
            accessor = self.table.columns[OrderBy(aliases[0]).bare].accessor
            self.data.sort(key=lambda row: self._is_unknown(accessor.resolve(row, quiet=True)))

    @staticmethod
    def _is_unknown(value: Any) -> bool:
        return value is None or (isinstance(value, RatingCell) and value.rating is None)
