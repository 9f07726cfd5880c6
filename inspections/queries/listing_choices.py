"""What the list of inspections can be filtered by."""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Lower

from inspections.models import DeliveryUnit, Edition, Framework, Region, StandardTheme, Theme
from inspections.rows import ListingChoices, Place


def listing_choices() -> ListingChoices:
    """Every place and every theme, and of rounds, frameworks and standards those that were used. Six statements."""
    rounds = list(
        Edition.objects.published()
        .filter(inspection__delivery_unit__isnull=False)
        .values_list("inspection__round", "inspection__framework")
    )
    used = {framework for _, framework in rounds}
    return ListingChoices(
        regions=_places(Region.objects.order_by(Lower("name")), "slug"),
        units=_places(DeliveryUnit.objects.order_by(Lower("name"), "slug"), "slug"),
        rounds=tuple(sorted({label for label, _ in rounds}, reverse=True)),
        frameworks=_places(
            Framework.objects.filter(pk__in=used).order_by(F("used_from").desc(nulls_last=True), "code"), "code"
        ),
        standards=_places(StandardTheme.objects.filter(standards__framework__in=used).distinct(), "slug"),
        themes=_places(Theme.objects.all(), "slug"),
        inspections=len(rounds),
    )


def _places(named: "QuerySet[Any]", slug: str) -> tuple[Place, ...]:
    return tuple(Place(name=name, slug=value) for name, value in named.values_list("name", slug))
