"""What was refused of a page, each with the way to its field: a page of an edition is as long as its report."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import ModelForm
from django.utils.text import capfirst


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """A field, or a row of a table, that could not be saved: what it is, what is wrong, and the id of its place."""

    name: str
    told: str
    anchor: str


def what_is_wrong(context: dict[str, Any]) -> list[Wrong]:
    """Of a page of the admin that is shown again, in the order of the page."""
    rows = (form for table in context["inline_admin_formsets"] for form in table.formset.forms)
    return [*_wrong(context["adminform"].form), *(wrong for row in rows for wrong in _wrong(row, is_row=True))]


def _wrong(form: ModelForm, *, is_row: bool = False) -> Iterator[Wrong]:
    """What is wrong with a page's own form as a whole stands at its head anyway."""
    of = f"{capfirst(form._meta.model._meta.verbose_name)}: " if is_row else ""
    for name, errors in form.errors.items():
        told = " ".join(str(error) for error in errors)
        if name != NON_FIELD_ERRORS:
            field = form[name]
            yield Wrong(name=f"{of}{field.label}", told=told, anchor=field.id_for_label or field.auto_id)
        elif is_row:
            anchor = f"{form._meta.model._meta.model_name}-{form.instance.pk}"
            yield Wrong(name=str(form.instance), told=told, anchor=anchor)
