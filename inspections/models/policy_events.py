"""Policy events: what changed for every delivery unit at once, as context of what was found."""

from django.db import models
from django.db.models import Q

from inspections.models.history import tracked
from inspections.models.rules import PRECISION_CHOICES, check, precise_date


@tracked()
class PolicyEvent(models.Model):
    """Something national that inspections before and after it have to be read with, such as Probation Reset."""

    slug = models.SlugField(max_length=50, unique=True)
    name = models.CharField(max_length=100, unique=True)
    happened = models.DateField(help_text="From when it was in force.")
    happened_precision = models.CharField(max_length=5, choices=PRECISION_CHOICES)
    description = models.TextField(help_text="What it is, for readers.")
    source = models.TextField(help_text="Where this is said: title, publisher, date, section.")
    quote = models.TextField(help_text="The sentence that gives the date.")

    class Meta:
        ordering = ["happened", "slug"]
        verbose_name = "policy event"
        constraints = [
            *precise_date("policyevent", "happened"),
            check("policyevent_with_source", ~Q(source="") & ~Q(quote=""), "An event says where it is stated."),
        ]

    def __str__(self) -> str:
        return self.name
