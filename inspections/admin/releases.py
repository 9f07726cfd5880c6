from django.contrib import admin

from inspections.models import Release


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    """Releases are made by publishing, and only read here."""

    list_display = ["number", "title", "published_at", "published_by", "assurance"]
    list_filter = ["assurance"]
    list_select_related = ["published_by"]
    search_fields = ["title", "reason"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
