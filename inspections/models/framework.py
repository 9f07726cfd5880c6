"""Frameworks: the dated sets of standards by which units are inspected."""

from django.db import models
from django.db.models import F, Q

from inspections.models.history import tracked
from inspections.models.rules import (
    PRECISION_CHOICES,
    RATING_CHOICES,
    check,
    choices_of,
    one_of,
    precise_date,
    refuse_unless,
    slug_stays,
    stays_once_published,
)
from inspections.rows import Strand

STRAND_CHOICES = choices_of(Strand)


@tracked()
class Framework(models.Model):
    """A set of standards with a maximum score. Scores of two frameworks are never compared."""

    code = models.SlugField(max_length=20, unique=True, help_text="For example pdu-21.")
    name = models.CharField(max_length=100)
    max_score = models.PositiveSmallIntegerField()
    used_from = models.DateField(null=True, blank=True)
    used_from_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    used_until = models.DateField(null=True, blank=True)
    used_until_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    source = models.TextField(blank=True, help_text="Where this is said.")

    class Meta:
        ordering = ["-used_from", "code"]
        constraints = [
            *precise_date("framework", "used_from"),
            *precise_date("framework", "used_until"),
            check(
                "framework_used_in_order",
                Q(used_from__isnull=True) | Q(used_until__isnull=True) | Q(used_until__gte=F("used_from")),
                "A framework is used from a date until a later one.",
            ),
            check("framework_max_score_is_positive", Q(max_score__gt=0), "The maximum score is above zero."),
        ]
        triggers = [
            stays_once_published(
                "framework",
                "max_score",
                published="""
                    FROM inspections_edition edition
                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id
                    WHERE inspection.framework_id = NEW.id
                """,
                message="Published scores are out of this: another maximum is another framework",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Comparability(models.Model):
    """That the rating words of two frameworks may be compared, with who says so.

    Without such a row they are not comparable: the framework changed. Scores of two frameworks never are.
    """

    earlier = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="comparable_later")
    later = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="comparable_earlier")
    source = models.TextField(help_text="Where it is said that ratings of the two may be compared.")

    class Meta:
        ordering = ["earlier_id", "later_id"]
        verbose_name_plural = "comparabilities"
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="comparability_once"),
            check("comparability_of_two", ~Q(earlier=F("later")), "One framework is comparable with itself anyway."),
            check("comparability_with_source", ~Q(source=""), "Comparability needs its source."),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} and {self.later}"


@tracked()
class Domain(models.Model):
    """A part of a framework: 1 Organisational arrangements and activity, 2 Service delivery."""

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["framework_id", "number"]
        default_related_name = "domains"
        constraints = [models.UniqueConstraint(fields=["framework", "number"], name="domain_number_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


@tracked()
class StandardTheme(models.Model):
    """What a standard is about, joining the standards of several frameworks by name and never by code."""

    slug = models.SlugField(max_length=50, unique=True, help_text="The address of its page. Never changes.")
    name = models.CharField(max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]
        verbose_name = "standard theme"
        triggers = [slug_stays("standardtheme")]

    def __str__(self) -> str:
        return self.name


@tracked()
class Standard(models.Model):
    """One standard of a framework. Code, statement and domain are empty where only its name is sourced."""

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT)
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, null=True, blank=True)
    theme = models.ForeignKey(StandardTheme, on_delete=models.PROTECT)
    code = models.CharField(max_length=10, blank=True, help_text="For example P 1.1.")
    name = models.CharField(max_length=100)
    statement = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["framework_id", "position"]
        default_related_name = "standards"
        constraints = [
            models.UniqueConstraint(fields=["framework", "theme"], name="standard_theme_once"),
            models.UniqueConstraint(fields=["framework", "position"], name="standard_position_once"),
            models.UniqueConstraint(fields=["framework", "code"], name="standard_code_once", condition=~Q(code="")),
        ]
        triggers = [
            refuse_unless(
                "standard_domain_of_framework",
                condition="""
                    NEW.domain_id IS NULL OR EXISTS (
                        SELECT 1 FROM inspections_domain domain
                        WHERE domain.id = NEW.domain_id AND domain.framework_id = NEW.framework_id)
                """,
                message="The domain of a standard is one of its framework",
            ),
            stays_once_published(
                "standard",
                "framework_id",
                published="""
                    FROM inspections_edition edition
                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id
                    WHERE inspection.framework_id = OLD.framework_id
                """,
                message="Published ratings are by this standard of this framework",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


@tracked()
class KeyQuestion(models.Model):
    """A question that domain two asks of every case. `strand` is its place on an axis common to all standards.

    It is empty for a question that is on none, such as the one on court work.
    """

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    strand = models.CharField(max_length=30, choices=STRAND_CHOICES, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["standard_id", "number"]
        default_related_name = "key_questions"
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="keyquestion_number_once"),
            models.UniqueConstraint(
                fields=["standard", "strand"], name="keyquestion_strand_once", condition=~Q(strand="")
            ),
            one_of("keyquestion", "strand", STRAND_CHOICES, blank=True),
        ]
        triggers = [
            stays_once_published(
                "keyquestion",
                "standard_id",
                "number",
                "strand",
                published="""
                    FROM inspections_edition edition
                    JOIN inspections_keyquestionresult result ON result.edition_id = edition.id
                    WHERE result.key_question_id = NEW.id
                """,
                message="Published percentages are of this question of this standard",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class BandScale(models.TextChoices):
    """What a band is a band of."""

    PERCENTAGE = "percentage", "the lowest key question's percentage"
    SCORE = "score", "the score"


class BandStatus(models.TextChoices):
    """Whether a person has found where the band is stated."""

    UNVERIFIED = "unverified", "unverified"
    VERIFIED = "verified", "verified"


@tracked()
class RatingBand(models.Model):
    """What percentage, or what score, is believed to give which rating.

    Nothing worked out from a band is public or checked against until an editor has marked the band verified and said
    where it is stated.
    """

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT)
    applies_to = models.CharField(max_length=10, choices=BandScale.choices)
    rating = models.CharField(max_length=20, choices=RATING_CHOICES)
    lower = models.PositiveSmallIntegerField(help_text="The lowest value of the band.")
    upper = models.PositiveSmallIntegerField(help_text="The highest value of the band.")
    status = models.CharField(max_length=10, choices=BandStatus.choices, default=BandStatus.UNVERIFIED)
    source = models.TextField(blank=True, help_text="Where the band is stated. Needed before it is verified.")

    class Meta:
        ordering = ["framework_id", "applies_to", "lower"]
        default_related_name = "rating_bands"
        verbose_name = "rating band"
        constraints = [
            models.UniqueConstraint(fields=["framework", "applies_to", "rating"], name="ratingband_once"),
            one_of("ratingband", "applies_to", BandScale.choices),
            one_of("ratingband", "rating", RATING_CHOICES),
            one_of("ratingband", "status", BandStatus.choices),
            check("ratingband_in_order", Q(lower__lte=F("upper")), "The lower end is not above the upper."),
            check(
                "ratingband_verified_with_source",
                Q(status=BandStatus.UNVERIFIED) | ~Q(source=""),
                "A verified band says where it is stated.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating}: {self.lower} to {self.upper} ({self.status})"
