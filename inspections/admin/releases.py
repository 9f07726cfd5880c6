from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.views.decorators.http import require_GET

from inspections.admin.compare_releases import compare_releases
from inspections.admin.names import named
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import Release


@admin.register(Release)
class ReleaseAdmin(StaffAdmin):
    """Releases are made by publishing, and only read here."""

    list_display = ["number", "title", "published_at", "published_by", "assurance"]
    list_filter = ["assurance"]
    fields = readonly_fields = [
        *("number", "title", "reason", "published_at", named("published_by"), "assurance"),
    ]
    list_select_related = ["published_by"]
    search_fields = ["title", "reason"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        compared = self.admin_site.admin_view(require_GET(self.compare_view))
        return [path("compare/", compared, name="inspections_release_compare"), *super().get_urls()]

    def compare_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return compare_releases(request, site=self.admin_site, opts=self.opts)
