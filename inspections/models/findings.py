"""What was found, in the report's words: findings, quotations, figures."""

from django.db import models
from django.db.models import Q

from inspections.models.facts import Fact
from inspections.models.framework import Standard
from inspections.models.history import tracked
from inspections.models.life import changed_in_drafts_only
from inspections.models.rules import check, choices_of, cites_own_edition, one_of, standard_in_framework
from inspections.rows import FindingKind

FINDING_CHOICES = choices_of(FindingKind)


class Area(models.TextChoices):
    """The part of a report a finding or quotation belongs to, where it is not a standard."""

    STANDARD = "standard", "a standard"
    FEEDBACK = "feedback", "feedback from people on probation"
    DIVERSITY = "diversity", "diversity and inclusion"
    OUTCOMES = "outcomes", "outcomes"
    OTHER = "other", "another section"


@tracked()
class Finding(Fact):
    """A strength, an area for improvement, or (in domain two and the feedback) a plain finding."""

    area = models.CharField(max_length=10, choices=Area.choices)
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, null=True, blank=True)
    kind = models.CharField(max_length=20, choices=FINDING_CHOICES)
    position = models.PositiveSmallIntegerField(help_text="Its order in the report.")
    text = models.TextField()
    is_kind_inferred = models.BooleanField(
        default=False, help_text="The heading of its list is lost in the file: the kind is to be confirmed."
    )
    themes = models.ManyToManyField("inspections.Theme", through="inspections.FindingTheme")

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "findings"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"],
                name="finding_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            one_of("finding", "area", Area.choices),
            one_of("finding", "kind", FINDING_CHOICES),
            check(
                "finding_area_with_standard",
                Q(area="standard", standard__isnull=False) | ~Q(area="standard") & Q(standard__isnull=True),
                "A finding on a standard names it, and no other does.",
            ),
        ]
        triggers = [
            cites_own_edition("finding"),
            standard_in_framework("finding"),
            changed_in_drafts_only("finding"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


@tracked()
class Quotation(Fact):
    """Words of a person on probation. Never shown without who asked, how many were asked, and that it was selected."""

    area = models.CharField(max_length=10, choices=Area.choices)
    finding = models.ForeignKey(
        Finding, on_delete=models.CASCADE, null=True, blank=True, help_text="The finding it follows in the report."
    )
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    asked_by = models.CharField(max_length=100, blank=True, help_text="Such as User Voice.")

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "quotations"
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="quotation_position_once"),
            one_of("quotation", "area", Area.choices),
        ]
        triggers = [cites_own_edition("quotation"), changed_in_drafts_only("quotation")]

    def __str__(self) -> str:
        return self.text[:80]


@tracked()
class Figure(Fact):
    """A number of the report's prose, with the sentence that states it."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=4)
    unit = models.CharField(max_length=50, help_text="“%”, “count”, “of”, or the report's words.")
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "figures"
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="figure_position_once"),
            check("figure_value_is_not_negative", Q(value__gte=0), "A figure is not below zero."),
            check(
                "figure_numerator_not_above_denominator",
                Q(numerator__isnull=True) | Q(denominator__isnull=True) | Q(numerator__lte=models.F("denominator")),
                "The numerator is not above the denominator.",
            ),
        ]
        triggers = [cites_own_edition("figure"), changed_in_drafts_only("figure")]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}"
