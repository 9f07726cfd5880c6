"""What the recommendations and findings of an edition are about: suggested with the reason, decided by a person."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from inspections.admin.asked import row_number
from inspections.models import Edition
from inspections.publishing.themes import Decision, decide_themes, facts_to_decide, may_decide_themes


class EditionThemes(admin.ModelAdmin):
    """The edition's page of themes: `/admin/inspections/edition/<id>/themes/`."""

    def get_urls(self):
        decided = require_http_methods(["GET", "POST"])(self.themes_view)
        name = "inspections_edition_themes"
        return [path("<int:pk>/themes/", self.admin_site.admin_view(decided), name=name), *super().get_urls()]

    def themes_view(self, request, pk):
        if not may_decide_themes(request.user):
            raise PermissionDenied
        editions = Edition.objects.select_related("inspection__delivery_unit", "inspection__region")
        edition = get_object_or_404(editions, pk=pk)
        if request.method == "POST":
            done = decide_themes(edition, decisions(request.POST), by=request.user)
            messages.success(request, f"Themes assigned: {done.assigned}. Themes taken away: {done.taken_away}.")
            return HttpResponseRedirect(request.path)
        context = self.admin_site.each_context(request) | {
            "title": f"Themes: {edition}",
            "opts": self.opts,
            "object": edition,
            "facts": facts_to_decide(edition),
        }
        return render(request, "admin/edition_themes.html", context)


def decisions(sent):
    """What a form says, by the names of the facts: `seen-finding-5` is what stood when it was made, as `1,4`."""
    return {
        field.removeprefix("seen-"): Decision(
            seen=_numbers(sent[field].split(",")), wanted=_numbers(sent.getlist(field.removeprefix("seen-")))
        )
        for field in sent
        if field.startswith("seen-")
    }


def _numbers(words):
    return frozenset(number for word in words if (number := row_number(word)) is not None)
