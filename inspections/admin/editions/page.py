from django.contrib import admin
from django.urls import path

from inspections import wording
from inspections.admin.drafts import OfEdition
from inspections.admin.editions.deleted import DeletedEditions
from inspections.admin.editions.filters import WithOpenProblems
from inspections.admin.editions.goes_with import tell_what_goes_with
from inspections.admin.editions.history import EditionToldByDatabase
from inspections.admin.editions.report import parts_of_report
from inspections.admin.editions.review import for_review
from inspections.admin.editions.step_page import step_page, taken_together
from inspections.admin.editions.steps import STEPS, steps_for
from inspections.admin.editions.tables import (
    SHORT_TEXTS,
    ApprovalInline,
    DateInline,
    FindingInline,
    KeyQuestionInline,
    MeasureInline,
    ProblemInline,
    QuotationInline,
    RecommendationInline,
    SampleInline,
    StandardRatingInline,
)
from inspections.admin.editions.themes import EditionThemes
from inspections.admin.help import Helped
from inspections.admin.proposed import OffersDrafts
from inspections.admin.signing_in import asks_again
from inspections.admin.staff_admin import StaffAdmin
from inspections.models import OPEN_STATES, Edition, Inspection, Problem
from inspections.publishing.answer import answer
from inspections.publishing.enter import enter, enter_edition
from inspections.publishing.permissions import Verb, may
from inspections.publishing.themes import may_decide_themes
from inspections.queries.who_worked_on import who_worked_on
from inspections.rows import Origin


def _told_by(citation):
    """Whose a value is: staff see the press marked as readers do."""
    return wording.origin(citation.origin) if citation else None


def _with_origin(value, citation):
    """A value as it is listed: marked where it is not the report's."""
    return value if citation is None or citation.origin is Origin.REPORT else f"{value}, {_told_by(citation)}"


@admin.register(Inspection)
class InspectionAdmin(StaffAdmin):
    list_display = ["key", "delivery_unit", "region", "round", "framework"]
    list_filter = ["round", "framework", "delivery_unit__region"]
    list_select_related = ["delivery_unit", "region", "framework"]
    search_fields = ["key", "delivery_unit__name", "region__name"]
    autocomplete_fields = ["delivery_unit", "region"]

    def get_readonly_fields(self, request, obj=None):
        """The address of what was public once never changes."""
        was_public = obj is not None and obj.editions.filter(release__isnull=False).exists()
        return ["delivery_unit", "region", "round", "framework", "key"] if was_public else []


@admin.register(Edition)
class EditionAdmin(Helped, OffersDrafts, OfEdition, EditionThemes, DeletedEditions, EditionToldByDatabase):
    """An inspection on one page, reading like its report, with what is still to do and the steps that can be taken."""

    change_form_template = "admin/inspections/edition/change_form.html"
    formfield_overrides = SHORT_TEXTS
    save_on_top = True
    list_display = ["named", "state", "open_problems", "rating_as_told", "score_as_told", "release"]
    list_filter = [
        *("state", WithOpenProblems, "inspection__round", "inspection__delivery_unit__region"),
        *("inspection__framework", "overall_rating"),
    ]
    list_select_related = [
        *("inspection__delivery_unit", "inspection__region", "release"),
        *("overall_rating_citation__source", "score_citation__source"),
    ]
    search_fields = ["inspection__key", "inspection__delivery_unit__name", "inspection__region__name"]
    autocomplete_fields = ["inspection"]
    draft_by = "state"
    actions = taken_together()
    readonly_fields = [
        *("state", "release", "withdrawn_in", "report"),
        *("overall_rating_from", "score_from", "recommendation_count_from"),
    ]
    raw_id_fields = [
        "overall_rating_citation",
        "score_citation",
        "lead_inspector_citation",
        "isbn_citation",
        "recommendation_count_citation",
    ]
    fieldsets = [
        (None, {"fields": ["inspection", "number", ("state", "release", "withdrawn_in"), "report", "reason", "note"]}),
        (
            "Outcome",
            {
                "fields": [
                    ("overall_rating", "overall_rating_citation", "overall_rating_from"),
                    ("score", "max_score", "score_citation", "score_from"),
                    "is_score_queried",
                    ("recommendation_count", "recommendation_count_citation", "recommendation_count_from"),
                ],
                "description": "As published. A held value needs a citation, and a citation its value.",
            },
        ),
        (
            "The report",
            {"fields": [("lead_inspector", "lead_inspector_citation"), ("isbn", "isbn_citation")]},
        ),
    ]
    inlines = [
        ProblemInline,
        DateInline,
        SampleInline,
        StandardRatingInline,
        KeyQuestionInline,
        FindingInline,
        QuotationInline,
        RecommendationInline,
        MeasureInline,
        ApprovalInline,
    ]

    def get_readonly_fields(self, request, obj=None):
        """An edition stays with its inspection."""
        held = super().get_readonly_fields(request, obj)
        return [*held, "inspection", "number"] if obj else held

    def get_queryset(self, request):
        return super().get_queryset(request).with_open_problems()

    @admin.display(description="edition", ordering="inspection__key")
    def named(self, edition):
        """With its number: of an inspection there are several."""
        return f"{edition.inspection}, edition {edition.number}"

    @admin.display(description="overall rating", ordering="overall_rating")
    def rating_as_told(self, edition):
        return _with_origin(edition.overall_rating, edition.overall_rating_citation)

    @admin.display(description="score", ordering="score")
    def score_as_told(self, edition):
        printed = "" if edition.score is None else f"{edition.score}/{edition.max_score}"
        return _with_origin(printed, edition.score_citation)

    @admin.display(description="open problems", ordering="open_problem_count")
    def open_problems(self, edition):
        return edition.open_problem_count or ""

    @admin.display(description="rating from")
    def overall_rating_from(self, edition):
        return _told_by(edition.overall_rating_citation)

    @admin.display(description="score from")
    def score_from(self, edition):
        return _told_by(edition.score_citation)

    @admin.display(description="number from")
    def recommendation_count_from(self, edition):
        return _told_by(edition.recommendation_count_citation)

    def get_actions(self, request):
        """The steps that this person may take."""
        actions = super().get_actions(request).items()
        return {name: action for name, action in actions if name not in set(STEPS) or may(request.user, Verb(name))}

    def get_urls(self):
        page, asked = (self.admin_site.admin_view(view) for view in (step_page, asks_again(step_page)))
        steps = [
            path(
                f"{verb.value}/",
                asked if step.is_sensitive else page,
                {"model_admin": self, "verb": verb},
                name=f"edition_{verb.value}",
            )
            for verb, step in STEPS.items()
        ]
        return [*steps, *super().get_urls()]

    def render_change_form(self, request, context, **options):
        if obj := options["obj"]:
            tables = {table.opts.model._meta.model_name: table for table in context["inline_admin_formsets"]}
            tell_what_goes_with(tables.values())
            context |= {
                "show_save_and_add_another": False,
                "tables": tables,
                "parts": parts_of_report(tables.values(), obj.inspection.framework.standards.all()),
                "steps": steps_for(request.user, obj),
                "is_open": obj.state in OPEN_STATES,
                "may_decide_themes": may_decide_themes(request.user),
                "worked_on": wording.worked_on_by(who_worked_on(obj.pk)),
                "may_preview": may(request.user, Verb.PREVIEW),
                "others": obj.inspection.editions.exclude(pk=obj.pk).select_related("release"),
                **for_review(obj),
            }
        return super().render_change_form(request, context, **options)

    def save_model(self, request, obj, form, change):
        if change:
            enter_edition(obj, changed=form.changed_data)
        else:
            super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """The facts beside the edition: a changed one is a correction, like one made on its own page.

        What went with a deleted finding in the same save is not brought back by a change of its own.
        """
        formset.save(commit=False)
        for fact in formset.deleted_objects:
            fact.delete()
        held = formset.model.objects.in_bulk([fact.pk for fact, _ in formset.changed_objects])
        for fact, changed in formset.changed_objects:
            if fact.pk not in held:
                continue
            if isinstance(fact, Problem):
                answer(fact, by=request.user, words=fact.answer)
            else:
                enter(fact, changed=changed)
