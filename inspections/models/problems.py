"""What a reading of a report was unsure of, or found to disagree, kept until a person has settled it."""

from typing import Self

from django.conf import settings
from django.db import models

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.life import changed_in_drafts_only
from inspections.models.rules import choices_of, one_of, together
from inspections.rows import ProblemLevel

LEVEL_CHOICES = choices_of(ProblemLevel)


class ProblemQuerySet(models.QuerySet["Problem"]):
    def open(self) -> Self:
        """The problems that nobody has answered."""
        return self.filter(answered_at__isnull=True)


@tracked()
class Problem(models.Model):
    """A named problem of an edition, with the place in the file and the words concerned."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    type = models.SlugField(max_length=50)
    level = models.CharField(max_length=10, choices=LEVEL_CHOICES)
    section = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    message = models.TextField()
    text = models.TextField(blank=True)
    answer = models.TextField(blank=True, help_text="What was decided about it, in words.")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="answered_problems"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "problems"
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="problem_position_once"),
            one_of("problem", "level", LEVEL_CHOICES),
            together("problem", "answered_by", "answered_at"),
            together("problem", "answered_at", "answer", text=True),
        ]
        triggers = [changed_in_drafts_only("problem")]

    def __str__(self) -> str:
        return self.message
