"""A page of the admin that does not take a second save for the last word."""

import json
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from inspections.admin.drafts import edition_of
from inspections.admin.meanwhile.merged import merged
from inspections.admin.meanwhile.told import Difference, Sides, differences
from inspections.admin.meanwhile.values import At, Values, sent, values_of
from inspections.models import Edition

SEEN = "seen"
ASKED = (
    "Somebody else has changed this while you were editing. Nothing is saved yet: see what changed, then save again."
)


class AsksBeforeOverwriting:
    """Each page holds its values as its editor saw them. Where the store says otherwise when it comes back, it is shown
    again, with what was typed, what the other has changed, and who that was. Saved again, it is saved on top of that.

    Those who save at the same moment wait for each other.
    """

    change_form_template = "admin/inspections/change_form.html"

    def changeform_view(
        self: Any, request: Any, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]
        with transaction.atomic():
            row = self.get_object(request, unquote(object_id))
            if row is not None:
                _lock(row)
                row = self.get_object(request, unquote(object_id))  # as whoever was first has left it
            if row is not None and self.has_change_permission(request, row):
                self._compare(request, row)
            elif row is not None and self.has_view_permission(request, row) and _seen(request):
                return self._not_saved(request, row, object_id, form_url)
            return super().changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]

    def _compare(self: Any, request: Any, row: Any) -> None:
        seen = _seen(request)
        form, tables = self._unfilled(request, row)
        request.values_now = now = values_of(form, tables)
        if not seen or now == seen:
            return
        forms = {("", str(row.pk)): form} | {
            (table.prefix, str(each.instance.pk)): each for table in tables for each in table.initial_forms
        }
        models = {"": type(row)} | {table.prefix: table.model for table in tables}
        known = {at: text for at, text in seen.items() if at.table in models}
        sides = Sides(seen=known, now=now, typed=sent(request.POST, known))
        request.meanwhile = differences(sides, forms=forms, models=models)
        request.POST = merged(request.POST, seen=known, form=form, tables=tables)

    def _unfilled(self: Any, request: HttpRequest, row: Any) -> tuple[Any, list[Any]]:
        """The forms of a page as they would be shown now."""
        fields = flatten_fieldsets(self.get_fieldsets(request, row))
        form = self.get_form(request, row, change=True, fields=fields)(instance=row)
        tables = [
            table(instance=row, prefix=table.get_default_prefix(), queryset=inline.get_queryset(request))
            for table, inline in self.get_formsets_with_inlines(request, row)
        ]
        return form, tables

    def _not_saved(self: Any, request: Any, row: Any, object_id: str, form_url: str) -> HttpResponse:
        """The page as it stands now, of a row that can't be changed any more, with what was typed for it."""
        seen = _seen(request)
        typed = [
            Difference(row="", field=at.field.replace("_", " "), seen=seen[at], now="", typed=text, by="")
            for at, text in sent(request.POST, seen).items()
            if text != seen[at]
        ]
        request.method = "GET"
        return super().changeform_view(request, object_id, form_url, {"not_saved": typed})  # type: ignore[misc]

    def get_form(self: Any, request: Any, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change, **options)  # type: ignore[misc]
        return type(form)(form.__name__, (form,), {"clean": _asks}) if getattr(request, "meanwhile", None) else form

    def render_change_form(self: Any, request: Any, context: dict[str, Any], **options: Any) -> HttpResponse:
        tables = [table.formset for table in context["inline_admin_formsets"]]
        now = getattr(request, "values_now", None)
        if now is None and options["change"]:
            now = values_of(context["adminform"].form, tables)
        context[SEEN] = json.dumps([[*at, text] for at, text in (now or {}).items()])
        context["meanwhile"] = getattr(request, "meanwhile", ())
        if context["errors"] == [[ASKED]]:
            context["errors"] = None  # nothing is to be corrected below: what is asked stands above the form
        return super().render_change_form(request, context, **options)  # type: ignore[misc]


def _asks(form: Any) -> Any:
    raise ValidationError(ASKED)


def _lock(row: Any) -> None:
    held = edition_of(row)
    rows = Edition.objects.filter(pk=held.pk) if held else type(row)._default_manager.filter(pk=row.pk)
    rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True).first()


def _seen(request: HttpRequest) -> Values:
    """The values that came with a page; nothing of what is not as this page writes it."""
    try:
        return {
            At(str(table), str(row), str(field)): str(text)
            for table, row, field, text in json.loads(request.POST[SEEN])
        }
    except (KeyError, TypeError, ValueError, RecursionError):
        return {}
