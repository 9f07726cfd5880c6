"""Regions and delivery units, their earlier names, and what became of them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from inspections.models.history import tracked
from inspections.models.rules import PRECISION_CHOICES, check, one_of, precise_date, slug_stays, stays_once_published


@tracked()
class Region(models.Model):
    """A probation region, such as Yorkshire and the Humber."""

    name = models.CharField(max_length=100, unique=True, help_text="As the reports write it, with “and”, not “&”.")
    slug = models.SlugField(max_length=100, unique=True, help_text="The address of its page. Never changes.")

    class Meta:
        ordering = [Lower("name")]
        triggers = [slug_stays("region", instead=": give the other name as an alias")]

    def __str__(self) -> str:
        return self.name


@tracked()
class DeliveryUnit(models.Model):
    """A Probation Delivery Unit (PDU): the local body that is inspected.

    A unit that moves to another region is succeeded by a unit of that region, so that what was found of it stays where
    it was found.
    """

    name = models.CharField(max_length=100, help_text="Without “PDU”, with “and”, not “&”.")
    slug = models.SlugField(max_length=100, unique=True, help_text="The address of its page. Never changes.")
    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    successors = models.ManyToManyField(
        "self",
        through="Succession",
        through_fields=("predecessor", "successor"),
        symmetrical=False,
        related_name="predecessors",
    )

    class Meta:
        ordering = [Lower("name")]
        default_related_name = "delivery_units"
        verbose_name = "delivery unit"
        constraints = [models.UniqueConstraint(fields=["region", "name"], name="deliveryunit_name_once_in_region")]
        triggers = [
            slug_stays("deliveryunit", instead=": give the other name as an alias"),
            stays_once_published(
                "deliveryunit",
                "region_id",
                published="""
                    FROM inspections_edition edition
                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id
                    WHERE inspection.delivery_unit_id = NEW.id
                """,
                message="What was found of a unit stays in its region: one of another region is its successor",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class PlaceAlias(models.Model):
    """Another name of a region or a delivery unit, for as long as it was used: reports are found by it."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, blank=True)
    delivery_unit = models.ForeignKey(DeliveryUnit, on_delete=models.CASCADE, null=True, blank=True)
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, help_text="An address that leads to the place, with a notice.")
    used_from = models.DateField(null=True, blank=True)
    used_from_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    used_until = models.DateField(null=True, blank=True)
    used_until_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        default_related_name = "aliases"
        verbose_name = "alias"
        verbose_name_plural = "aliases"
        constraints = [
            check(
                "placealias_of_one_place",
                Q(region__isnull=True, delivery_unit__isnull=False)
                | Q(region__isnull=False, delivery_unit__isnull=True),
                "An alias names either a region or a delivery unit.",
            ),
            models.UniqueConstraint(fields=["region", "name"], name="placealias_once_for_region"),
            models.UniqueConstraint(fields=["delivery_unit", "name"], name="placealias_once_for_unit"),
            *precise_date("placealias", "used_from"),
            *precise_date("placealias", "used_until"),
            check(
                "placealias_used_in_order",
                Q(used_from__isnull=True) | Q(used_until__isnull=True) | Q(used_until__gte=F("used_from")),
                "A name is used from a date until a later one.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """What became of a unit."""

    MERGED = "merged", "merged with others"
    SPLIT = "split", "split"
    MOVED = "moved", "moved to another region"
    RENAMED = "renamed", "renamed"


@tracked()
class Succession(models.Model):
    """What became of a delivery unit: it can merge, split, be renamed or move to another region."""

    predecessor = models.ForeignKey(DeliveryUnit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(DeliveryUnit, on_delete=models.PROTECT, related_name="precessions")
    kind = models.CharField(max_length=10, choices=SuccessionKind.choices)
    happened = models.DateField(null=True, blank=True)
    happened_precision = models.CharField(max_length=5, blank=True, choices=PRECISION_CHOICES)
    note = models.TextField(blank=True, help_text="The source that says so.")

    class Meta:
        ordering = ["predecessor_id", "successor_id"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            check("succession_of_another", ~Q(predecessor=F("successor")), "A unit does not succeed itself."),
            one_of("succession", "kind", SuccessionKind.choices),
            *precise_date("succession", "happened"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} {self.kind}: {self.successor}"
