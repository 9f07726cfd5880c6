from django.contrib import admin

from inspections.admin.history import ToldByDatabase
from inspections.models import PolicyEvent, Theme


@admin.register(Theme)
class ThemeAdmin(ToldByDatabase):
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]


@admin.register(PolicyEvent)
class PolicyEventAdmin(ToldByDatabase):
    list_display = ["name", "happened", "source"]
    search_fields = ["name"]
