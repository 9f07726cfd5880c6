"""What every fact of an edition has: its edition, and the citation that says where it stands."""

from typing import Self, TypeVar

from django.db import models

FactT_co = TypeVar("FactT_co", bound=models.Model, covariant=True)


class FactQuerySet(models.QuerySet[FactT_co]):
    def published(self) -> Self:
        """The facts of published editions: all that public queries know."""
        return self.filter(edition__state="published")


class Fact(models.Model):
    """A fact has exactly one citation, and goes when its edition goes."""

    edition = models.ForeignKey("inspections.Edition", on_delete=models.CASCADE)
    citation = models.OneToOneField("inspections.Citation", on_delete=models.RESTRICT, related_name="%(class)s")

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
