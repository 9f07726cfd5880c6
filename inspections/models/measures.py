"""Measures: named quantities, their published values, and what the report sets beside them."""

from django.db import models
from django.db.models import Q

from inspections.models.facts import Fact
from inspections.models.findings import Figure
from inspections.models.history import tracked
from inspections.models.life import OF_COMPARATOR, changed_in_drafts_only
from inspections.models.places import Region
from inspections.models.rules import (
    PRECISION_CHOICES,
    check,
    choices_of,
    cites_own_edition,
    one_of,
    part_of,
    precise_date,
    refuse_unless,
    slug_stays,
    stays_once_published,
)
from inspections.models.sources import Citation
from inspections.rows import ComparatorKind, Direction

DIRECTION_CHOICES = choices_of(Direction)
COMPARATOR_CHOICES = choices_of(ComparatorKind)


@tracked()
class Measure(models.Model):
    """A named quantity. Its direction says what a higher value means, or that it means nothing about performance."""

    slug = models.SlugField(max_length=80, unique=True, help_text="The address of its page. Never changes.")
    name = models.CharField(max_length=150, unique=True)
    unit = models.CharField(max_length=50, help_text="“%”, “count”, or words such as “full-time equivalent”.")
    direction = models.CharField(max_length=30, choices=DIRECTION_CHOICES)
    description = models.TextField(blank=True)
    is_headline = models.BooleanField(default=False, help_text="Shown first on the page of a delivery unit.")
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]
        constraints = [one_of("measure", "direction", DIRECTION_CHOICES)]
        triggers = [
            slug_stays("measure"),
            stays_once_published(
                "measure",
                "unit",
                published="""
                    FROM inspections_edition edition
                    JOIN inspections_measurevalue value ON value.edition_id = edition.id
                    WHERE value.measure_id = NEW.id
                """,
                message="Published values are in this unit: make another measure for another unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Qualifier(models.TextChoices):
    """How exact the report says a value is."""

    APPROXIMATELY = "approximately", "approximately"
    LESS_THAN = "less than", "less than"
    MORE_THAN = "more than", "more than"
    AT_LEAST = "at least", "at least"


@tracked()
class MeasureValue(Fact):
    """One published value of a measure: with its base, and the date it is of where the report gives one."""

    comparators_held: list["Comparator"]  # where a query has read them, by queries.measure_rows.with_everything

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT)
    figure = models.OneToOneField(
        Figure,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="measure_value",
        help_text="The figure of the report it was read from.",
    )
    value = models.DecimalField(max_digits=14, decimal_places=4)
    qualifier = models.CharField(max_length=15, blank=True, choices=Qualifier.choices)
    base = models.CharField(max_length=200, blank=True, help_text="In words, such as “inspected cases”.")
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True, verbose_name="n")
    is_denominator_elsewhere = models.BooleanField(
        default=False,
        help_text="The report states n in another sentence than the value.",
        verbose_name="n is elsewhere",
    )
    is_case_sample = models.BooleanField(
        default=False, help_text="A share of the inspected cases, so that an interval belongs to it."
    )
    cohort = models.CharField(max_length=100, blank=True, help_text="Grade or group, such as probation officers.")
    as_of = models.DateField(null=True, blank=True)
    as_of_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    as_of_words = models.CharField(max_length=100, blank=True, help_text="How the report dates it, in its words.")

    class Meta:
        ordering = ["edition_id", "measure__position", "-as_of"]
        default_related_name = "measure_values"
        verbose_name = "measure value"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "measure", "cohort", "as_of"], name="measurevalue_once", nulls_distinct=False
            ),
            check("measurevalue_is_not_negative", Q(value__gte=0), "A value is not below zero."),
            one_of("measurevalue", "qualifier", Qualifier.choices, blank=True),
            *part_of("measurevalue", "numerator", "denominator")[1:],
            check(
                "measurevalue_numerator_not_above_denominator",
                Q(numerator__isnull=True) | Q(denominator__isnull=True) | Q(numerator__lte=models.F("denominator")),
                "The numerator is not above the denominator.",
            ),
            *precise_date("measurevalue", "as_of"),
        ]
        triggers = [cites_own_edition("measurevalue"), changed_in_drafts_only("measurevalue")]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value.normalize():f}"


@tracked()
class Comparator(models.Model):
    """What a report sets beside a value, as published. Never an average of what is held here."""

    measure_value = models.ForeignKey(MeasureValue, on_delete=models.CASCADE)
    citation = models.OneToOneField(Citation, on_delete=models.RESTRICT, related_name="comparator")
    kind = models.CharField(max_length=40, choices=COMPARATOR_CHOICES)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True)
    place = models.CharField(max_length=100, blank=True, help_text="In the report's words, where it is no region.")
    value = models.DecimalField(max_digits=14, decimal_places=4)
    as_of = models.DateField(null=True, blank=True)
    as_of_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)

    class Meta:
        ordering = ["measure_value_id", "kind"]
        default_related_name = "comparators"
        constraints = [
            models.UniqueConstraint(
                fields=["measure_value", "kind", "place", "as_of"], name="comparator_once", nulls_distinct=False
            ),
            one_of("comparator", "kind", COMPARATOR_CHOICES),
            check("comparator_is_not_negative", Q(value__gte=0), "A value is not below zero."),
            *precise_date("comparator", "as_of"),
        ]
        triggers = [
            changed_in_drafts_only("comparator", of=OF_COMPARATOR),
            refuse_unless(
                "comparator_cites_own_edition",
                condition="""
                    EXISTS (
                        SELECT 1 FROM inspections_citation citation
                        JOIN inspections_measurevalue value ON value.edition_id = citation.edition_id
                        WHERE citation.id = NEW.citation_id AND value.id = NEW.measure_value_id)
                """,
                message="The citation of a comparator is of the edition of its value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value.normalize():f}"
