"""Inspections and their editions, and the facts an inspection is known by: dates, sample, ratings, key questions."""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from inspections.models.edition_life import edition_life
from inspections.models.facts import Fact
from inspections.models.framework import Framework
from inspections.models.history import tracked
from inspections.models.life import changed_in_drafts_only
from inspections.models.places import DeliveryUnit, Region
from inspections.models.releases import Release
from inspections.models.rules import (
    PRECISION_CHOICES,
    RATING_CHOICES,
    check,
    cited,
    cites_own_edition,
    one_of,
    precise_date,
    refuse_unless,
    together,
)
from inspections.models.sources import Citation, Source
from inspections.rows import ProblemLevel


@tracked()
class Inspection(models.Model):
    """An inspection of one delivery unit, or of one region, in a round: an identity and an address, for ever.

    What was found hangs on its editions.
    """

    delivery_unit = models.ForeignKey(DeliveryUnit, on_delete=models.PROTECT, null=True, blank=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True)
    round = models.SlugField(max_length=20, help_text="A label such as 2024 or 2022-23, never recomputed.")
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT)
    key = models.SlugField(max_length=120, unique=True, help_text="Begins the keys of all its facts: doncaster-2024.")

    class Meta:
        ordering = ["delivery_unit__name", "region__name", "-round"]
        default_related_name = "inspections"
        constraints = [
            check(
                "inspection_of_one_subject",
                Q(region__isnull=True, delivery_unit__isnull=False)
                | Q(region__isnull=False, delivery_unit__isnull=True),
                "An inspection is of either a delivery unit or a region.",
            ),
            models.UniqueConstraint(fields=["delivery_unit", "round"], name="inspection_once_of_unit_in_round"),
            models.UniqueConstraint(fields=["region", "round"], name="inspection_once_of_region_in_round"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="inspection_stays_once_public",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("round", "key", "delivery_unit_id", "region_id"),
                func="""
                    IF (NEW.round, NEW.key, NEW.delivery_unit_id, NEW.region_id)
                        IS DISTINCT FROM (OLD.round, OLD.key, OLD.delivery_unit_id, OLD.region_id)
                        AND EXISTS (
                            SELECT 1 FROM inspections_edition
                            WHERE inspection_id = NEW.id AND release_id IS NOT NULL)
                    THEN
                        RAISE EXCEPTION USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'inspection_stays_once_public',
                            MESSAGE = 'The address of what was public once never changes';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="inspection_framework_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("framework_id"),
                condition=pgtrigger.Q(new__framework__df=pgtrigger.F("old__framework")),
                func="""
                    IF EXISTS (SELECT 1 FROM inspections_edition WHERE inspection_id = NEW.id) THEN
                        RAISE EXCEPTION USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'inspection_framework_stays',
                            MESSAGE = 'The framework of an inspection that has editions stays as it is';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delivery_unit or self.region}, {self.round}"


class EditionState(models.TextChoices):
    """Only a published edition is public; a draft or one in review is open to change."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    SUPERSEDED = "superseded", "superseded"
    WITHDRAWN = "withdrawn", "withdrawn"


OPEN_STATES = [EditionState.DRAFT, EditionState.IN_REVIEW]


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> Self:
        """The editions the public may see: at most one of each inspection."""
        return self.filter(state=EditionState.PUBLISHED)

    def open(self) -> Self:
        """The editions still being worked on: at most one of each inspection."""
        return self.filter(state__in=OPEN_STATES)

    def with_open_problems(self) -> Self:
        """With `open_problem_count`: how many problems somebody has still to answer. Notes need no answer."""
        still = Q(problems__answered_at=None) & ~Q(problems__level=ProblemLevel.NOTE)
        return self.annotate(open_problem_count=models.Count("problems", filter=still))


@tracked()
class Edition(models.Model):
    """What is held of an inspection, as of one release. Every fact hangs on one; only editions have a state."""

    dates_held: list["EditionDate"]  # where a query has read them, by queries.sourcing.WITH_DATES

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField(help_text="1 for the first edition of the inspection.")
    state = models.CharField(max_length=12, choices=EditionState.choices, default=EditionState.DRAFT)
    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, null=True, blank=True, help_text="The release that made it public."
    )
    report = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, help_text="Empty where the report is not held."
    )
    overall_rating = models.CharField(max_length=20, blank=True, choices=RATING_CHOICES)
    overall_rating_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="overall_rating_of"
    )
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    max_score = models.PositiveSmallIntegerField(null=True, blank=True, help_text="As printed beside the score.")
    is_score_queried = models.BooleanField(
        default=False,
        help_text="The points of the ratings do not come to the published score. Readers are told that it is queried.",
    )
    score_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="score_of"
    )
    lead_inspector = models.CharField(max_length=100, blank=True)
    lead_inspector_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="lead_inspector_of"
    )
    isbn = models.CharField(max_length=20, blank=True, verbose_name="ISBN")
    isbn_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="isbn_of"
    )
    recommendation_count = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="As stated by a source that does not give the recommendations themselves."
    )
    recommendation_count_citation = models.OneToOneField(
        Citation, on_delete=models.RESTRICT, null=True, blank=True, related_name="recommendation_count_of"
    )
    note = models.TextField(blank=True, help_text="For readers: what is not held, and why.")
    reason = models.TextField(
        blank=True, help_text="Of a correction, in words for the public: why what was published is not right."
    )
    withdrawn_in = models.ForeignKey(
        Release,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn_editions",
        help_text="The release that took it from the public.",
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        permissions = [
            ("submit_edition", "Can put an inspection in review"),
            ("take_back_edition", "Can take an inspection back from review"),
            ("approve_edition", "Can approve an inspection"),
            ("publish_edition", "Can publish inspections"),
            ("correct_edition", "Can begin the correction of a published inspection"),
            ("withdraw_edition", "Can withdraw a published inspection"),
            ("restore_edition", "Can restore an earlier edition as a draft"),
            ("preview_edition", "Can let an outside reader see a draft"),
        ]
        ordering = ["inspection_id", "-number"]
        default_related_name = "editions"
        constraints = [
            models.UniqueConstraint(fields=["inspection", "number"], name="edition_number_once"),
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(state="published"), name="edition_published_once"
            ),
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(state__in=["draft", "in_review"]), name="edition_open_once"
            ),
            one_of("edition", "state", EditionState.choices),
            check(
                "edition_public_with_release",
                Q(state__in=["draft", "in_review"], release__isnull=True)
                | Q(state__in=["published", "superseded", "withdrawn"], release__isnull=False),
                "An edition is public by a release, and only then.",
            ),
            check(
                "edition_withdrawn_in_release",
                Q(state="withdrawn", withdrawn_in__isnull=False) | ~Q(state="withdrawn") & Q(withdrawn_in__isnull=True),
                "An edition is withdrawn by a release, and only then.",
            ),
            one_of("edition", "overall_rating", RATING_CHOICES, blank=True),
            together("edition", "score", "max_score"),
            check(
                "edition_score_within_maximum",
                Q(score__isnull=True) | Q(score__gte=0, score__lte=F("max_score")),
                "The score is between 0 and its maximum.",
            ),
            cited("edition", "overall_rating"),
            cited("edition", "score", text=False),
            cited("edition", "lead_inspector"),
            cited("edition", "isbn"),
            cited("edition", "recommendation_count", text=False),
        ]
        triggers = [
            *edition_life(),
            refuse_unless(
                "edition_maximum_of_framework",
                condition="""
                    NEW.max_score IS NULL OR NEW.max_score = (
                        SELECT framework.max_score FROM inspections_framework framework
                        JOIN inspections_inspection inspection ON inspection.framework_id = framework.id
                        WHERE inspection.id = NEW.inspection_id)
                """,
                message="The maximum score is not the one of the framework of this inspection",
            ),
            refuse_unless(
                "edition_cites_itself",
                condition="""
                    NOT EXISTS (
                        SELECT 1 FROM inspections_citation citation
                        WHERE citation.edition_id <> NEW.id AND citation.id IN (
                            NEW.overall_rating_citation_id, NEW.score_citation_id, NEW.lead_inspector_citation_id,
                            NEW.isbn_citation_id, NEW.recommendation_count_citation_id))
                """,
                message="The citations of an edition are its own",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspection}, edition {self.number} ({self.get_state_display()})"


class DateKind(models.TextChoices):
    """What a date is the date of."""

    PUBLISHED = "published", "published"
    WORK_STARTED = "work_started", "work started"
    FIELDWORK_STARTED = "fieldwork_started", "fieldwork started"


@tracked()
class EditionDate(Fact):
    """A date the source states, with its precision and the label it has there.

    Two dates for what seems one thing are both kept, each with its label and marked as queried.
    """

    kind = models.CharField(max_length=20, choices=DateKind.choices)
    label = models.CharField(max_length=100, blank=True, help_text="As the source writes it, even where it is cut off.")
    date = models.DateField()
    date_precision = models.CharField(max_length=5, choices=PRECISION_CHOICES)
    is_queried = models.BooleanField(default=False, help_text="The source gives another date for the same thing.")

    class Meta:
        ordering = ["edition_id", "kind"]
        default_related_name = "dates"
        verbose_name = "date"
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="editiondate_kind_once"),
            one_of("editiondate", "kind", DateKind.choices),
            *precise_date("editiondate", "date"),
        ]
        triggers = [cites_own_edition("editiondate"), changed_in_drafts_only("editiondate")]

    def __str__(self) -> str:
        return self.get_kind_display()


class SampleKind(models.TextChoices):
    """What was counted."""

    COMMUNITY_ORDERS = "community_orders", "community orders"
    RELEASES_ON_LICENCE = "releases_on_licence", "releases on licence"
    CASES = "cases", "inspected cases"
    PRACTITIONER_INTERVIEWS = "practitioner_interviews", "interviews with probation practitioners"
    SURVEYED = "surveyed", "people on probation surveyed"


@tracked()
class SampleCount(Fact):
    """How many cases, interviews or replies an inspection rests on."""

    kind = models.CharField(max_length=30, choices=SampleKind.choices)
    count = models.PositiveIntegerField()
    counted_by = models.CharField(max_length=100, blank=True, help_text="Who asked, such as User Voice.")

    class Meta:
        ordering = ["edition_id", "kind"]
        default_related_name = "sample_counts"
        verbose_name = "sample count"
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="samplecount_kind_once"),
            one_of("samplecount", "kind", SampleKind.choices),
        ]
        triggers = [cites_own_edition("samplecount"), changed_in_drafts_only("samplecount")]

    def __str__(self) -> str:
        return f"{self.count} {self.get_kind_display()}"
