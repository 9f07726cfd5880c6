"""What was found, in the report's words: long lists, each on pages of its own."""

from django.contrib import admin

from inspections import wording
from inspections.admin.decimals import PrintedDecimals
from inspections.admin.drafts import OfEdition
from inspections.admin.forms import ProblemForm
from inspections.admin.help import Helped
from inspections.admin.names import named
from inspections.admin.proposed import OffersDrafts, PlacedForm, WordsWidget, edition_asked, next_position
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import (
    Citation,
    EditionDate,
    Figure,
    Finding,
    KeyQuestionResult,
    Problem,
    Quotation,
    Recommendation,
    SampleCount,
    StandardRating,
)
from inspections.publishing.answer import answer
from inspections.publishing.enter import enter

OF_EDITION = ["edition__inspection__delivery_unit", "edition__inspection__region"]
ANSWERED_BY = named("answered_by")


class FactAdmin(PrintedDecimals, Helped, OffersDrafts, OfEdition, StaffAdmin):
    """A fact of an edition. Its source is chosen by search: there are thousands of citations."""

    list_filter = ["edition__state", "edition__inspection__round", "edition__inspection__delivery_unit__region"]
    list_select_related = [*OF_EDITION, "citation__source"]
    search_fields = ["edition__inspection__key", "citation__key", "citation__quote"]
    autocomplete_fields = ["edition", "citation"]
    form = PlacedForm

    def get_changeform_initial_data(self, request):
        """Its place, where the order of the report asks for one, beside what the address gives."""
        initial = super().get_changeform_initial_data(request)
        edition = edition_asked(request)
        if edition and any(field.name == "position" for field in self.opts.fields):
            initial.setdefault("position", next_position(self.model, edition))
        return initial

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.related_model is Citation and (edition := edition_asked(request)):
            field.widget = WordsWidget(field.widget, edition=edition)
        return field

    def save_model(self, request, obj, form, change):
        """What is added is entered by staff too, also where it cites words that a reading has left over."""
        enter(obj, changed=form.changed_data)

    def get_list_display(self, request):
        """Wherever a value is listed, so is whose it is."""
        return [*super().get_list_display(request), "told_by"]

    @admin.display(description="from")
    def told_by(self, fact):
        return wording.origin(fact.citation.origin)


@admin.register(Finding)
class FindingAdmin(FactAdmin):
    list_display = ["__str__", "kind", "area", "standard", "edition", "is_kind_inferred"]
    list_filter = ["kind", "area", "is_kind_inferred", "standard__theme", *FactAdmin.list_filter]
    list_select_related = [*FactAdmin.list_select_related, "standard"]
    autocomplete_fields = ["edition", "citation", "standard"]
    search_fields = ["text", *FactAdmin.search_fields]
    fieldsets = [
        (None, {"fields": ["text", "kind", "is_kind_inferred"]}),
        ("Where in the report", {"fields": ["edition", "area", "standard", "position", "citation"]}),
    ]


@admin.register(Quotation)
class QuotationAdmin(FactAdmin):
    list_display = ["__str__", "asked_by", "edition"]
    search_fields = ["text", *FactAdmin.search_fields]
    autocomplete_fields = ["edition", "citation", "finding"]


@admin.register(Figure)
class FigureAdmin(FactAdmin):
    list_display = ["__str__", "numerator", "denominator", "edition"]
    list_filter = ["unit", *FactAdmin.list_filter]
    autocomplete_fields = ["edition", "citation", "finding"]


@admin.register(Recommendation)
class RecommendationAdmin(FactAdmin):
    list_display = ["__str__", "addressed_to", "edition"]
    search_fields = ["text", *FactAdmin.search_fields]


@admin.register(StandardRating)
class StandardRatingAdmin(FactAdmin):
    list_display = ["standard", "rating", "edition"]
    list_filter = ["rating", "standard__theme", *FactAdmin.list_filter]
    list_select_related = [*FactAdmin.list_select_related, "standard"]
    autocomplete_fields = ["edition", "citation", "summary_citation", "standard"]


@admin.register(KeyQuestionResult)
class KeyQuestionResultAdmin(FactAdmin):
    list_display = ["key_question", "percentage", "numerator", "denominator", "counts_origin", "edition"]
    list_select_related = [*FactAdmin.list_select_related, "key_question"]


@admin.register(SampleCount)
class SampleCountAdmin(FactAdmin):
    list_display = ["kind", "count", "counted_by", "edition"]


@admin.register(EditionDate)
class EditionDateAdmin(FactAdmin):
    list_display = ["kind", "date", "date_precision", "label", "is_queried", "edition"]


@admin.register(Problem)
class ProblemAdmin(OfEdition, StaffAdmin):
    list_display = ["message", "level", "type", "section", "line", "answer", "answered_by", "edition"]
    list_filter = ["level", "type", ("answered_at", admin.EmptyFieldListFilter), "edition__state"]
    list_select_related = [*OF_EDITION, "answered_by"]
    search_fields = ["message", "text", "edition__inspection__key"]
    form = ProblemForm
    fields = [
        *("edition", "level", "type", "message", "text", ("section", "line", "page")),
        *(("is_right", "answer"), ANSWERED_BY, "answered_at"),
    ]
    readonly_fields = [
        *("edition", "level", "type", "message", "text", "section", "line", "page", ANSWERED_BY, "answered_at")
    ]

    def has_add_permission(self, request):
        """A reading raises them."""
        return False

    def has_delete_permission(self, request, obj=None):
        """It goes with its draft, and never alone."""
        return request.resolver_match.url_name == "inspections_edition_delete"

    def save_model(self, request, obj, form, change):
        """An answer is kept with the name of who gave it."""
        answer(obj, by=request.user, words=obj.answer)
