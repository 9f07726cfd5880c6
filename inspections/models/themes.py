"""Themes: what recommendations and findings are about, as a small controlled list of ours."""

from django.db import models

from inspections.models.findings import Finding
from inspections.models.history import tracked
from inspections.models.recommendations import Recommendation
from inspections.models.rules import slug_stays


@tracked()
class Theme(models.Model):
    """What a recommendation or a finding is about, such as training. Ours, not the inspectorate's.

    Not to be taken for a `StandardTheme`, which joins the standards of several frameworks.
    """

    slug = models.SlugField(max_length=50, unique=True, help_text="The address of its page. Never changes.")
    name = models.CharField(max_length=100, unique=True)
    description = models.TextField(help_text="What belongs to it, and what does not.")
    position = models.PositiveSmallIntegerField(unique=True)
    suggested_by = models.TextField(
        blank=True,
        help_text="One word or phrase on a line. A recommendation or finding that says it is suggested for this theme, "
        "and staff decide. An asterisk at the end stands for any ending: vacanc*.",
    )

    class Meta:
        ordering = ["position"]
        triggers = [slug_stays("theme")]

    def __str__(self) -> str:
        return self.name


@tracked()
class RecommendationTheme(models.Model):
    """A theme of a recommendation. It can have several."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT)

    class Meta:
        ordering = ["recommendation_id", "theme__position"]
        default_related_name = "recommendation_themes"
        verbose_name = "theme of a recommendation"
        verbose_name_plural = "themes of recommendations"
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "theme"], name="recommendationtheme_once"),
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.recommendation}"


@tracked()
class FindingTheme(models.Model):
    """A theme of a finding. It can have several."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT)

    class Meta:
        ordering = ["finding_id", "theme__position"]
        default_related_name = "finding_themes"
        verbose_name = "theme of a finding"
        verbose_name_plural = "themes of findings"
        constraints = [models.UniqueConstraint(fields=["finding", "theme"], name="findingtheme_once")]

    def __str__(self) -> str:
        return f"{self.theme}: {self.finding}"
