from django.contrib import admin

from inspections.admin.staff_admin import StaffAdmin
from inspections.models import PolicyEvent, Theme


@admin.register(Theme)
class ThemeAdmin(StaffAdmin):
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]


@admin.register(PolicyEvent)
class PolicyEventAdmin(StaffAdmin):
    list_display = ["name", "happened", "source"]
    search_fields = ["name"]
