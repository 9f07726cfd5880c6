"""Drafts that were deleted, and the way to have one back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from inspections.admin.history import ON_A_PAGE, page_asked
from inspections.admin.staff_admin import StaffAdmin
from inspections.publishing.permissions import Verb, may
from inspections.queries.deleted_editions import deleted_editions, last_state_of_deleted


class DeletedEditions(StaffAdmin):
    """The list of what is in no list any more. Each leads to its history, and to the page that restores it."""

    def response_delete(self, request, obj_display, obj_id):
        page = reverse("admin:inspections_edition_deleted")
        messages.info(request, format_html('It can be had back: <a href="{}">Deleted drafts</a>.', page))
        return super().response_delete(request, obj_display, obj_id)

    def get_urls(self):
        listed, restored = (
            self.admin_site.admin_view(require_GET(view)) for view in (self.deleted_view, self.restore_deleted_view)
        )
        return [
            path("deleted/", listed, name="inspections_edition_deleted"),
            path("deleted/<int:pk>/", restored, name="inspections_edition_restore_deleted"),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = page_asked(request)
        found = deleted_editions(newest=ON_A_PAGE + 1, after=(page - 1) * ON_A_PAGE)
        context = self.admin_site.each_context(request) | {
            "title": "Deleted drafts",
            "opts": self.opts,
            "deleted": found[:ON_A_PAGE],
            "newer": page - 1,
            "older": page + 1 if len(found) > ON_A_PAGE else None,
            "may_restore": may(request.user, Verb.RESTORE),
        }
        return render(request, "admin/deleted_drafts.html", context)

    def restore_deleted_view(self, request, pk):
        """On to the page that asks why, for what the draft said last."""
        if not may(request.user, Verb.RESTORE):
            raise PermissionDenied
        act = last_state_of_deleted(pk)
        if act is None:
            raise Http404("No such deleted edition")
        return redirect("admin:inspections_edition_restore_state", pk, act)
