from django.contrib import admin

from inspections.admin.editions.tables import ChoicesOnce
from inspections.admin.forms import TriedForm
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import DeliveryUnit, PlaceAlias, Region, Succession


def address_stays(model_admin, request, obj=None):
    """The address of a place is given once."""
    return ["slug"] if obj else []


class AliasInline(admin.TabularInline):
    form = TriedForm
    model = PlaceAlias
    extra = 0
    fields = ["name", "slug", "used_from", "used_from_precision", "used_until", "used_until_precision", "note"]


class SuccessionInline(ChoicesOnce, admin.TabularInline):
    form = TriedForm
    model = Succession
    fk_name = "predecessor"
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("predecessor", "successor")


@admin.register(Region)
class RegionAdmin(StaffAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "aliases__name"]
    get_readonly_fields = address_stays
    inlines = [AliasInline]


@admin.register(DeliveryUnit)
class DeliveryUnitAdmin(StaffAdmin):
    list_display = ["name", "region", "slug"]
    get_readonly_fields = address_stays
    list_filter = ["region"]
    list_select_related = ["region"]
    search_fields = ["name", "aliases__name"]
    inlines = [AliasInline, SuccessionInline]
