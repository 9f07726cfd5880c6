"""Releases: the numbered versions of what is public."""

from django.conf import settings
from django.db import models

from inspections.models.history import tracked


@tracked()
class Release(models.Model):
    """A numbered set of editions made public together. Its number is the version of the data."""

    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    reason = models.TextField(help_text="Why it was made, in words for the public.")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="releases"
    )

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"Release {self.number}: {self.title}"
