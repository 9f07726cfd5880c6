from django.contrib import admin

from inspections.admin.facts import OF_EDITION, FactAdmin
from inspections.models import Comparator, Measure, MeasureValue


class ComparatorInline(admin.TabularInline):
    model = Comparator
    extra = 0
    autocomplete_fields = ["citation", "region"]


@admin.register(Measure)
class MeasureAdmin(admin.ModelAdmin):
    list_display = ["name", "unit", "direction", "is_headline", "position"]
    list_filter = ["direction", "is_headline"]
    search_fields = ["name", "description"]


@admin.register(MeasureValue)
class MeasureValueAdmin(FactAdmin):
    list_display = ["measure", "value", "qualifier", "cohort", "as_of", "base", "denominator", "edition"]
    list_filter = ["measure", *FactAdmin.list_filter]
    list_select_related = [*OF_EDITION, "measure"]
    search_fields = ["measure__name", *FactAdmin.search_fields]
    autocomplete_fields = ["edition", "citation", "measure", "figure"]
    inlines = [ComparatorInline]
    fieldsets = [
        (None, {"fields": ["edition", "measure", ("qualifier", "value"), "cohort"]}),
        (
            "Base",
            {"fields": ["base", ("numerator", "denominator"), "is_denominator_elsewhere", "is_case_sample"]},
        ),
        ("Date", {"fields": [("as_of", "as_of_precision"), "as_of_words"]}),
        ("Source", {"fields": ["citation", "figure"]}),
    ]
