from django.contrib import admin

from inspections.admin.editions.tables import ChoicesOnce
from inspections.admin.forms import TriedForm
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import Comparability, Domain, Framework, KeyQuestion, RatingBand, Standard, StandardTheme


class StandardInline(ChoicesOnce, admin.TabularInline):
    form = TriedForm
    model = Standard
    extra = 0
    fields = ["position", "code", "name", "theme", "domain"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("domain", "theme")


class DomainInline(admin.TabularInline):
    form = TriedForm
    model = Domain
    extra = 0


class KeyQuestionInline(admin.TabularInline):
    form = TriedForm
    model = KeyQuestion
    extra = 0


@admin.register(Framework)
class FrameworkAdmin(StaffAdmin):
    list_display = ["name", "code", "max_score", "used_from", "used_until"]
    search_fields = ["name", "code"]
    inlines = [DomainInline, StandardInline]


@admin.register(Comparability)
class ComparabilityAdmin(StaffAdmin):
    list_display = ["__str__", "source"]
    list_select_related = ["earlier", "later"]
    search_fields = ["source"]


@admin.register(Standard)
class StandardAdmin(StaffAdmin):
    list_display = ["__str__", "framework", "domain", "theme"]
    list_filter = ["framework", "theme"]
    list_select_related = ["framework", "domain", "theme"]
    search_fields = ["name", "code"]
    inlines = [KeyQuestionInline]


@admin.register(StandardTheme)
class StandardThemeAdmin(StaffAdmin):
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]


@admin.register(RatingBand)
class RatingBandAdmin(StaffAdmin):
    list_display = ["rating", "lower", "upper", "applies_to", "framework", "status"]
    list_filter = ["framework", "applies_to", "status"]
    list_select_related = ["framework"]
