"""The history of what staff look at, as the database keeps it: also what the shell, imports and raw SQL changed."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.text import capfirst

from inspections.admin.asked import row_number
from inspections.queries.history_of_row import history_of_row

ON_A_PAGE = 20
PAGES_AT_MOST = 10_000


def page_asked(request):
    """`?page=`, from 1; the first where it makes no sense."""
    asked = row_number(request.GET.get("page", ""))
    return asked if asked is not None and 0 < asked <= PAGES_AT_MOST else 1


class ToldByDatabase(admin.ModelAdmin):
    """A page of the admin whose history is the database's, and not the list of what was saved in the admin."""

    def acts(self, pk, *, newest, after):
        """The acts that changed a row, or a row of one of the tables on its page."""
        return history_of_row(self.model, pk, newest=newest, after=after, parts=self._parts())

    def act_actions(self, request, row):
        """Whether each act offers to make the row say again what it said then: of an edition only."""
        return False

    def history_view(self, request, object_id, extra_context=None):
        """What is deleted has a history too."""
        row = self.get_object(request, unquote(object_id))
        key = row.pk if row else row_number(unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        page = page_asked(request)
        found = () if key is None else self.acts(key, newest=ON_A_PAGE + 1, after=(page - 1) * ON_A_PAGE)
        if row is None and not found:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = self.admin_site.each_context(request) | {
            "title": f"History: {row or f'{self.opts.verbose_name} no. {key}, deleted'}",
            "opts": self.opts,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "object": row,
            "key": key,
            "acts": found[:ON_A_PAGE],
            "ended": found[0].id if row is None and page == 1 else None,
            "newer": page - 1,
            "older": page + 1 if len(found) > ON_A_PAGE else None,
            "may_restore": self.act_actions(request, row),
        }
        return render(request, "admin/history.html", context | (extra_context or {}))

    def _parts(self):
        for inline in self.inlines:
            keys = [field for field in inline.model._meta.fields if field.related_model is self.model]
            named = [field for field in keys if not inline.fk_name or field.name == inline.fk_name]
            yield inline.model, named[0].name
