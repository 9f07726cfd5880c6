"""Recommendations: numbered, and addressed to somebody."""

from django.db import models
from django.db.models import Q

from inspections.models.facts import Fact
from inspections.models.history import tracked
from inspections.models.life import changed_in_drafts_only
from inspections.models.rules import check, cites_own_edition


@tracked()
class Recommendation(Fact):
    """What the inspectorate recommends, and to whom ("Doncaster PDU should: ...")."""

    number = models.PositiveSmallIntegerField()
    addressed_to = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    themes = models.ManyToManyField("inspections.Theme", through="inspections.RecommendationTheme")

    class Meta:
        ordering = ["edition_id", "id"]  # as the report lists them: it may number anew for each addressee
        default_related_name = "recommendations"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "addressed_to", "number"], name="recommendation_number_once_for_addressee"
            ),
            check("recommendation_number_from_one", Q(number__gte=1), "Recommendations are numbered from 1."),
        ]
        triggers = [cites_own_edition("recommendation"), changed_in_drafts_only("recommendation")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:80]}"
