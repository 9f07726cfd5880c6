from django.contrib import admin

from inspections.admin.history import ToldByDatabase
from inspections.models import Release


@admin.register(Release)
class ReleaseAdmin(ToldByDatabase):
    """Releases are made by publishing, and only read here."""

    list_display = ["number", "title", "published_at", "published_by"]
    list_select_related = ["published_by"]
    readonly_fields = ["number", "published_at", "published_by"]
    search_fields = ["title", "reason"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
