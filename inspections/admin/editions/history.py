"""The history of an edition with everything that hangs on it, and the way back to what it said."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods
from pghistory.models import Context

from inspections.admin.editions.step_forms import StateReasonForm
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import Edition
from inspections.publishing.permissions import Verb, may
from inspections.publishing.refusals import Refused
from inspections.publishing.restore_state import restore_state
from inspections.queries.history_of_edition import history_of_edition


class EditionToldByDatabase(StaffAdmin):
    """The edition's page in the admin: its history, and any state of it as a draft."""

    def acts(self, pk, *, newest, after):
        return history_of_edition(pk, newest=newest, after=after)

    def act_actions(self, request, row):
        return may(request.user, Verb.RESTORE)

    def get_urls(self):
        restored = require_http_methods(["GET", "POST"])(self.restore_state_view)
        return [
            path(
                "<int:pk>/history/<uuid:act>/",
                self.admin_site.admin_view(restored),
                name="inspections_edition_restore_state",
            ),
            *super().get_urls(),
        ]

    def restore_state_view(self, request, pk, act):
        if not may(request.user, Verb.RESTORE):
            raise PermissionDenied
        done = get_object_or_404(Context, pk=act)
        form = StateReasonForm(request.POST or None)
        if form.is_valid():
            try:
                draft = restore_state(pk, act=act, by=request.user, reason=form.cleaned_data["reason"])
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, f"{draft} says again what was said then.")
                return HttpResponseRedirect(reverse("admin:inspections_edition_change", args=[draft.pk]))
        context = self.admin_site.each_context(request) | {
            "title": "Make a draft say this again",
            "opts": self.opts,
            "object": Edition.objects.filter(pk=pk).first(),
            "key": pk,
            "at": done.created_at,
            "form": form,
        }
        return render(request, "admin/restore_state.html", context)
