"""Links by which outside readers see a draft: made from the page of an edition, looked at and revoked here."""

from functools import update_wrapper

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inspections.admin.names import named
from inspections.admin.preview_form import PreviewLinkForm, usual_end
from inspections.admin.signing_in import asks_again
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import OPEN_STATES, Edition, PreviewLink
from inspections.publishing.permissions import Verb, may
from inspections.publishing.preview_links import (
    LinkState,
    link_state,
    make_preview_link,
    revoke_preview_link,
    token_of,
)
from inspections.publishing.refusals import Refused

OF_EDITION = ["inspection__delivery_unit", "inspection__region"]
OF_LINK = ["edition__inspection__delivery_unit", "edition__inspection__region", "made_by", "revoked_by"]
PAGE = require_http_methods(["GET", "POST"])


class StateFilter(admin.SimpleListFilter):
    """What a link does today, which no column of the store says."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(state.name.lower(), state.value) for state in LinkState]

    def queryset(self, request, queryset):
        now, is_open = timezone.now(), {"edition__state__in": OPEN_STATES}
        not_revoked = queryset.filter(revoked_at=None)
        running = not_revoked.filter(expires_at__gt=now)
        return {
            "open": running.filter(**is_open),
            "over": running.exclude(**is_open),
            "revoked": queryset.exclude(revoked_at=None),
            "expired": not_revoked.filter(expires_at__lte=now),
        }.get(self.value(), queryset)


@admin.register(PreviewLink)
class PreviewLinkAdmin(StaffAdmin):
    """A link is made once and never changed, only revoked. Who may make one sees them all, with their addresses."""

    list_display = ["reader", "edition", "expires_at", "state", "made_by"]
    list_filter = [StateFilter, "expires_at"]
    list_select_related = OF_LINK
    search_fields = ["reader", "edition__inspection__key", "edition__inspection__delivery_unit__name"]
    fields = [
        *("reader", "edition", "expires_at", "state"),
        *(named("made_by"), "made_at", named("revoked_by"), "revoked_at"),
    ]
    readonly_fields = fields
    change_form_template = "admin/previews/link.html"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*OF_LINK)

    @admin.display(description="state")
    def state(self, link):
        return link_state(link).value

    def has_module_permission(self, request):
        return may(request.user, Verb.PREVIEW)

    def has_view_permission(self, request, obj=None):
        return may(request.user, Verb.PREVIEW)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """It goes with its draft, and never alone."""
        return request.resolver_match.url_name == "inspections_edition_delete"

    def get_urls(self):
        return [
            path("for/<int:pk>/", asks_again(self._page(self.for_view)), name="inspections_previewlink_for"),
            path("<int:pk>/revoke/", self._page(self.revoke_view), name="inspections_previewlink_revoke"),
            *super().get_urls(),
        ]

    def _page(self, view):
        def allowed(request, pk):
            if not may(request.user, Verb.PREVIEW):
                raise PermissionDenied
            return view(request, pk)

        return self.admin_site.admin_view(PAGE(update_wrapper(allowed, view)))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Where the link does what it is for, with its address."""
        link = self.get_object(request, object_id)
        is_open = link is not None and link_state(link) is LinkState.OPEN
        address = reverse("outside_preview_start", args=[token_of(link)]) if is_open else ""
        context = {"address": request.build_absolute_uri(address) if is_open else "", "title": "Preview link"}
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def for_view(self, request, pk):
        """Let somebody see an edition: for whom and until when, then the address to send them."""
        edition = get_object_or_404(Edition.objects.select_related(*OF_EDITION), pk=pk)
        form = PreviewLinkForm(request.POST or None, initial={"expires_at": usual_end()})
        if form.is_valid():
            try:
                link = make_preview_link(edition, by=request.user, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"{link.reader} can see the draft. Send them the address below.")
                return redirect("admin:inspections_previewlink_change", link.pk)
        links = PreviewLink.objects.filter(edition=edition).select_related(*OF_LINK)
        context = {"edition": edition, "form": form, "links": [(link, link_state(link).value) for link in links]}
        return self._answer(request, "admin/previews/for.html", "Let somebody see this draft", context)

    def revoke_view(self, request, pk):
        """Asked before it is done: it can't be undone."""
        link = get_object_or_404(self.get_queryset(request), pk=pk)
        if request.method == "POST":
            revoke_preview_link(link, by=request.user)
            messages.success(request, f"The link for {link.reader} shows nothing any more.")
            return redirect("admin:inspections_previewlink_change", pk)
        return self._answer(request, "admin/previews/revoke.html", "Revoke this link", {"link": link})

    def _answer(self, request, template, title, context):
        common = self.admin_site.each_context(request) | {"opts": self.opts, "title": title}
        return TemplateResponse(request, template, common | context)
