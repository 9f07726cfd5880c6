from django.contrib import admin
from django.db.models import URLField

from inspections.admin.drafts import OfEdition, is_cited
from inspections.admin.forms import CitationForm
from inspections.admin.help import Helped
from inspections.admin.names import named
from inspections.admin.proposed import OffersDrafts, edition_asked, next_key
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import Basis, Citation, Paragraph, Section, Source, SourceFile

ADDED_BY = named("added_by")


class SourceFileInline(admin.TabularInline):
    model = SourceFile
    extra = 0
    can_delete = False
    fields = readonly_fields = ["name", "size", "sha256"]

    def has_add_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content")


class SectionInline(admin.TabularInline):
    model = Section
    extra = 0
    fields = readonly_fields = ["position", "kind", "title"]
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False


class ParagraphInline(admin.TabularInline):
    model = Paragraph
    extra = 0
    fields = readonly_fields = ["position", "role", "text", "line_start", "line_end", "page"]
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(Source)
class SourceAdmin(StaffAdmin):
    list_display = ["title", "kind", "url", "added_at", "added_by"]
    list_filter = ["kind"]
    list_select_related = ["added_by"]
    search_fields = ["title", "url", "key"]
    readonly_fields = ["added_at", ADDED_BY]
    fields = ["title", "kind", "key", "url", "added_at", ADDED_BY]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    inlines = [SourceFileInline, SectionInline]

    def get_readonly_fields(self, request, obj=None):
        """Of a document that is cited, title and address may still be mended: pages move."""
        held = super().get_readonly_fields(request, obj)
        return [*held, "kind", "key"] if obj and is_cited(obj.pk) else held

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and is_cited(obj.pk))

    def get_actions(self, request):
        """Without the bulk delete, which asks for no citation."""
        actions = super().get_actions(request).items()
        return {name: action for name, action in actions if name != "delete_selected"}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.added_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(Section)
class SectionAdmin(OfEdition, StaffAdmin):
    list_display = ["title", "kind", "source", "position"]
    list_filter = ["kind"]
    list_select_related = ["source"]
    search_fields = ["title", "source__title"]
    inlines = [ParagraphInline]


@admin.register(Paragraph)
class ParagraphAdmin(OfEdition, StaffAdmin):
    list_display = ["__str__", "role", "section", "line_start"]
    list_filter = ["role"]
    list_select_related = ["section"]
    search_fields = ["text"]
    autocomplete_fields = ["section"]


@admin.register(Citation)
class CitationAdmin(Helped, OffersDrafts, OfEdition, StaffAdmin):
    """What staff cite, and what they change of a citation, is entered by staff: no box to tick says otherwise."""

    form = CitationForm
    readonly_fields = ["basis"]

    def get_changeform_initial_data(self, request):
        """An address that no other fact of the inspection has."""
        initial = super().get_changeform_initial_data(request)
        if edition := edition_asked(request):
            initial.setdefault("key", next_key(edition))
        return initial

    def save_model(self, request, obj, form, change):
        if form.changed_data:
            obj.basis = Basis.STAFF
        super().save_model(request, obj, form, change)

    list_display = ["key", "source", "section", "line", "page", "row", "basis"]
    list_filter = ["basis", "source__kind"]
    list_select_related = ["source", "section"]
    search_fields = ["key", "quote"]
    autocomplete_fields = ["edition", "source", "section", "paragraph", "table"]
