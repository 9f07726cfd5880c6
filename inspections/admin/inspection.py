from django.contrib import admin

from inspections import wording
from inspections.admin.edition_history import EditionToldByDatabase
from inspections.admin.edition_themes import EditionThemes
from inspections.admin.forms import TriedForm
from inspections.admin.history import ToldByDatabase
from inspections.admin.inlines import (
    DateInline,
    KeyQuestionInline,
    ProblemInline,
    RecommendationInline,
    SampleInline,
    StandardRatingInline,
)
from inspections.models import OPEN_STATES, Edition, Inspection
from inspections.publishing.enter import enter, enter_edition


def _told_by(citation):
    """Whose a value is: staff see the press marked as readers do."""
    return wording.origin(citation.origin) if citation else None


@admin.register(Inspection)
class InspectionAdmin(ToldByDatabase):
    list_display = ["key", "delivery_unit", "region", "round", "framework"]
    list_filter = ["round", "framework", "delivery_unit__region"]
    list_select_related = ["delivery_unit", "region", "framework"]
    search_fields = ["key", "delivery_unit__name", "region__name"]
    autocomplete_fields = ["delivery_unit", "region"]
    form = TriedForm


@admin.register(Edition)
class EditionAdmin(EditionThemes, EditionToldByDatabase):
    """An inspection on one page, reading like its report."""

    form = TriedForm
    list_display = [
        *("inspection", "number", "state", "overall_rating", "overall_rating_from"),
        *("score", "max_score", "score_from", "release"),
    ]
    list_filter = ["state", "inspection__round", "inspection__delivery_unit__region", "overall_rating"]
    list_select_related = [
        *("inspection__delivery_unit", "inspection__region", "release"),
        *("overall_rating_citation__source", "score_citation__source"),
    ]
    search_fields = ["inspection__key", "inspection__delivery_unit__name"]
    autocomplete_fields = ["inspection"]
    readonly_fields = ["state", "release", "report", "overall_rating_from", "score_from", "recommendation_count_from"]
    raw_id_fields = [
        "overall_rating_citation",
        "score_citation",
        "lead_inspector_citation",
        "isbn_citation",
        "recommendation_count_citation",
    ]
    fieldsets = [
        (None, {"fields": ["inspection", "number", "state", "release", "report", "note"]}),
        (
            "Outcome",
            {
                "fields": [
                    ("overall_rating", "overall_rating_citation", "overall_rating_from"),
                    ("score", "max_score", "score_citation", "score_from"),
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
        RecommendationInline,
    ]

    @admin.display(description="rating from")
    def overall_rating_from(self, edition):
        return _told_by(edition.overall_rating_citation)

    @admin.display(description="score from")
    def score_from(self, edition):
        return _told_by(edition.score_citation)

    @admin.display(description="number from")
    def recommendation_count_from(self, edition):
        return _told_by(edition.recommendation_count_citation)

    def save_model(self, request, obj, form, change):
        if change:
            enter_edition(obj, changed=form.changed_data)
        else:
            super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """The facts beside the edition: a changed one is a correction, like one made on its own page."""
        formset.save(commit=False)
        for fact in formset.deleted_objects:
            fact.delete()
        for fact, changed in formset.changed_objects:
            enter(fact, changed=changed)

    def has_delete_permission(self, request, obj=None):
        """What was public once stays, with its history; a draft may go."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.state in OPEN_STATES)

    def get_actions(self, request):
        """Without the bulk delete, which asks for no edition's state."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}
