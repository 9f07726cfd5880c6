"""The facts of an edition, as forms on its page: values are changed there, each beside the words it comes from."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, F, Field, Model, QuerySet, TextField, Value, When
from django.http import HttpRequest

from inspections import wording
from inspections.admin.decimals import PrintedDecimals
from inspections.admin.drafts import DraftsOnly
from inspections.admin.editions.goes_with import OF_FINDING, OF_MEASURE_VALUE
from inspections.admin.forms import ProblemForm, TriedForm, tall_text
from inspections.admin.help import Helped
from inspections.admin.names import named
from inspections.models import (
    Approval,
    Citation,
    EditionDate,
    Finding,
    KeyQuestionResult,
    MeasureValue,
    Problem,
    Quotation,
    Recommendation,
    SampleCount,
    StandardRating,
)
from inspections.rows import Origin, ProblemLevel

ANSWERED_BY = named("answered_by")


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


class NotAddedHere:
    """New rows are added on their own page, where their source is chosen."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


SHORT_TEXTS: dict[type[Field], dict[str, Any]] = {TextField: {"widget": tall_text(3)}}


class FactInline(PrintedDecimals, Helped, DraftsOnly, NotAddedHere, admin.StackedInline):
    """Facts of an edition, each with the words it comes from."""

    form = TriedForm
    formfield_overrides = SHORT_TEXTS
    readonly_fields = ["words"]
    related = ["citation__source"]
    parts: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*self.related).prefetch_related(*self.parts)

    @admin.display(description="in the source")
    def words(self, fact: Any) -> str:
        """The quote, or the row of a table of ratings; and where it is from, of what is not from the report."""
        return in_the_source(fact.citation)


class DateInline(FactInline):
    model = EditionDate
    fields = [("kind", "date", "date_precision", "label", "is_queried"), "words"]


class SampleInline(FactInline):
    model = SampleCount
    fields = [("kind", "count", "counted_by"), "words"]


class StandardRatingInline(FactInline):
    model = StandardRating
    fields = ["rating", "summary", "words"]
    related = ["citation__source", "standard"]


class KeyQuestionInline(FactInline):
    model = KeyQuestionResult
    fields = [("percentage", "numerator", "denominator", "counts_origin"), "words"]
    related = ["citation__source", "key_question__standard"]


class FindingInline(FactInline):
    model = Finding
    fields = [("kind", "is_kind_inferred", "position"), "text", "words"]
    related = ["citation__source", "standard"]
    parts = OF_FINDING


class QuotationInline(FactInline):
    model = Quotation
    fields = [("asked_by", "position"), "text", "words"]


class RecommendationInline(FactInline):
    model = Recommendation
    fields = [("number", "addressed_to"), "text", "themes_held", "words"]
    readonly_fields = ["themes_held", "words"]
    parts = ("themes",)

    @admin.display(description="themes")
    def themes_held(self, recommendation: Recommendation) -> str:
        return ", ".join(theme.name for theme in recommendation.themes.all()) or "none assigned"


class MeasureInline(FactInline):
    model = MeasureValue
    fields = [("qualifier", "value", "cohort"), ("base", "numerator", "denominator"), "words"]
    related = ["citation__source", "measure"]
    parts = OF_MEASURE_VALUE


class ProblemInline(DraftsOnly, NotAddedHere, admin.StackedInline):
    """What the reading of the report was unsure of, what is still to do first.

    An answer given here is kept with the name of who gave it.
    """

    form = ProblemForm
    model = Problem
    can_delete = False
    fields = ["where", "text", ("is_right", "answer"), ANSWERED_BY]
    readonly_fields = ["where", "text", ANSWERED_BY]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Problem]:
        problems = super().get_queryset(request).select_related("answered_by")
        urgency = Case(*(When(level=level, then=Value(place)) for place, level in enumerate(ProblemLevel)))
        return problems.order_by(F("answered_at").asc(nulls_first=True), urgency, "position")

    @admin.display(description="where in the file")
    def where(self, problem: Problem) -> str:
        line = f"line {problem.line}" if problem.line else ""
        page = f"page {problem.page}" if problem.page else ""
        return ", ".join(part for part in (problem.section, line, page) if part) or "in the whole of it"


class ApprovalInline(NotAddedHere, admin.TabularInline):
    """Who has approved what is in review. Approving is a step of its own."""

    model = Approval
    fields = readonly_fields = ["approved_by", "approved_at", "note", "is_of_own_work"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Approval]:
        return super().get_queryset(request).select_related("approved_by")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
