"""The judgements of an inspection: a rating for each standard, a percentage for each key question."""

from django.db import models

from inspections.models.facts import Fact
from inspections.models.framework import KeyQuestion, Standard
from inspections.models.history import tracked
from inspections.models.life import changed_in_drafts_only
from inspections.models.rules import (
    RATING_CHOICES,
    cited,
    cites_own_edition,
    one_of,
    part_of,
    refuse_unless,
    standard_in_framework,
    together,
    within,
)
from inspections.models.sources import Citation


@tracked()
class StandardRating(Fact):
    """The published rating of one standard, with the reason the report gives."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT)
    rating = models.CharField(max_length=20, choices=RATING_CHOICES)
    statement = models.TextField(blank=True, help_text="The standard's statement, as this report prints it.")
    summary = models.TextField(blank=True)
    summary_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="summary_of"
    )

    class Meta:
        ordering = ["edition_id", "standard__position"]
        default_related_name = "standard_ratings"
        verbose_name = "standard rating"
        constraints = [
            models.UniqueConstraint(fields=["edition", "standard"], name="standardrating_once"),
            one_of("standardrating", "rating", RATING_CHOICES),
            cited("standardrating", "summary"),
        ]
        triggers = [
            cites_own_edition("standardrating", also="summary_citation"),
            standard_in_framework("standardrating"),
            changed_in_drafts_only("standardrating"),
        ]

    def __str__(self) -> str:
        return f"{self.standard}: {self.rating}"


class CountsOrigin(models.TextChoices):
    """Where the counts behind a percentage come from."""

    PUBLISHED = "published", "published"
    INFERRED = "inferred", "inferred from the percentage"


@tracked()
class KeyQuestionResult(Fact):
    """In what percentage of the inspected cases the answer was yes, as published.

    The counts are the report's, or inferred: the only whole number of cases that rounds to the percentage.
    """

    key_question = models.ForeignKey(KeyQuestion, on_delete=models.PROTECT)
    percentage = models.DecimalField(max_digits=5, decimal_places=2)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    counts_origin = models.CharField(max_length=10, blank=True, choices=CountsOrigin.choices)

    class Meta:
        ordering = ["edition_id", "key_question__standard__position", "key_question__number"]
        default_related_name = "key_question_results"
        verbose_name = "key question result"
        constraints = [
            models.UniqueConstraint(fields=["edition", "key_question"], name="keyquestionresult_once"),
            within("keyquestionresult", "percentage", 0, 100),
            *part_of("keyquestionresult", "numerator", "denominator"),
            together("keyquestionresult", "denominator", "counts_origin", text=True),
            one_of("keyquestionresult", "counts_origin", CountsOrigin.choices, blank=True),
        ]
        triggers = [
            cites_own_edition("keyquestionresult"),
            changed_in_drafts_only("keyquestionresult"),
            refuse_unless(
                "keyquestionresult_question_in_framework",
                condition="""
                    EXISTS (
                        SELECT 1 FROM inspections_keyquestion question
                        JOIN inspections_standard standard ON standard.id = question.standard_id
                        JOIN inspections_inspection inspection ON inspection.framework_id = standard.framework_id
                        JOIN inspections_edition edition ON edition.inspection_id = inspection.id
                        WHERE question.id = NEW.key_question_id AND edition.id = NEW.edition_id)
                """,
                message="The key question is not one of the framework of this inspection",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key_question} {self.percentage}%"
