"""Tables of an inspection's facts on its page: values can be corrected there, each beside the words it comes from."""

from typing import Any

from django.contrib import admin
from django.db.models import Model

from inspections import wording
from inspections.admin.forms import TriedForm
from inspections.models import (
    Citation,
    EditionDate,
    KeyQuestionResult,
    Problem,
    Recommendation,
    SampleCount,
    StandardRating,
)
from inspections.rows import Origin


def in_the_source(citation: Citation) -> str:
    """What a citation says, with a mark where it is not the inspectorate's report that says it."""
    words = citation.quote or f"{citation.source.title}: row {citation.row}, sentence not held"
    return words if citation.origin is Origin.REPORT else f"{words} ({wording.origin(citation.origin)})"


class ChoicesOnce:
    """For inlines whose rows choose from the same short list: it is asked for once, not once for each row."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **options: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **options)
        field.choices = list(field.choices)
        return field


class FactInline(admin.TabularInline):
    """Facts of an edition. New ones are added on their own page, where their source is chosen."""

    form = TriedForm
    extra = 0
    show_change_link = True
    readonly_fields = ["words"]

    def has_add_permission(self, request: Any, obj: Model | None = None) -> bool:
        return False

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("citation__source")

    @admin.display(description="in the source")
    def words(self, fact: Any) -> str:
        """The quote, or the row of a table of ratings; and where it is from, of what is not from the report."""
        return in_the_source(fact.citation)


class DateInline(FactInline):
    model = EditionDate
    fields = ["kind", "date", "date_precision", "label", "is_queried", "words"]


class SampleInline(FactInline):
    model = SampleCount
    fields = ["kind", "count", "counted_by", "words"]


class StandardRatingInline(FactInline):
    model = StandardRating
    fields = ["standard", "rating", "summary", "words"]
    readonly_fields = ["standard", "words"]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("standard")


class KeyQuestionInline(FactInline):
    model = KeyQuestionResult
    fields = ["key_question", "percentage", "numerator", "denominator", "counts_origin", "words"]
    readonly_fields = ["key_question", "words"]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("key_question__standard")


class RecommendationInline(FactInline):
    model = Recommendation
    fields = ["number", "addressed_to", "text", "words"]


class ProblemInline(admin.TabularInline):
    """What the reading of the report was unsure of."""

    model = Problem
    extra = 0
    can_delete = False
    fields = readonly_fields = ["level", "section", "line", "message", "answer", "answered_by"]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("answered_by")

    def has_add_permission(self, request: Any, obj: Model | None = None) -> bool:
        return False
