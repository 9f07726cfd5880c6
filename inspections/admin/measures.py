from django.contrib import admin

from inspections.admin.decimals import PrintedDecimals
from inspections.admin.drafts import DraftsOnly, why_it_stays
from inspections.admin.editions.tables import ChoicesOnce
from inspections.admin.facts import FactAdmin
from inspections.admin.forms import TriedForm
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import Citation, Comparator, Measure, MeasureValue
from inspections.publishing.enter import enter


class ComparatorInline(PrintedDecimals, DraftsOnly, ChoicesOnce, admin.TabularInline):
    """Its citation is chosen among those of the edition, once the value is held."""

    form = TriedForm
    model = Comparator
    extra = 0
    fields = ["citation", "kind", "region", "place", "value", "as_of", "as_of_precision"]

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not why_it_stays(obj)

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "citation":
            value = request.resolver_match.kwargs.get("object_id")
            options["queryset"] = Citation.objects.filter(edition__measure_values=value)
        return super().formfield_for_foreignkey(db_field, request, **options)


@admin.register(Measure)
class MeasureAdmin(StaffAdmin):
    list_display = ["name", "unit", "direction", "is_headline", "position"]
    list_filter = ["direction", "is_headline"]
    search_fields = ["name", "description"]


@admin.register(MeasureValue)
class MeasureValueAdmin(FactAdmin):
    list_display = ["measure", "value", "qualifier", "cohort", "as_of", "base", "denominator", "edition"]
    list_filter = ["measure", *FactAdmin.list_filter]
    list_select_related = [*FactAdmin.list_select_related, "measure"]
    search_fields = ["measure__name", *FactAdmin.search_fields]
    autocomplete_fields = ["edition", "citation", "measure", "figure"]
    inlines = [ComparatorInline]

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        for comparator in formset.deleted_objects:
            comparator.delete()
        for comparator in formset.new_objects:
            comparator.save()
        for comparator, changed in formset.changed_objects:
            enter(comparator, changed=changed)

    fieldsets = [
        (None, {"fields": ["edition", "measure", ("qualifier", "value"), "cohort"]}),
        (
            "Base",
            {"fields": ["base", ("numerator", "denominator"), "is_denominator_elsewhere", "is_case_sample"]},
        ),
        ("Date", {"fields": [("as_of", "as_of_precision"), "as_of_words"]}),
        ("Source", {"fields": ["citation", "figure"]}),
    ]
