"""The way to a page under a region."""

from django.urls import reverse

from inspections.rows import Place
from inspections.views.context import Link


def crumbs(region: Place | None = None, unit: Place | None = None) -> list[Link]:
    """The way to a region, to what is under one, and to what is under a delivery unit of it."""
    steps = [Link(label="Regions", address=reverse("inspections:regions"))]
    if region:
        steps.append(Link(label=region.name, address=reverse("inspections:region", args=[region.slug])))
    if unit:
        steps.append(Link(label=f"{unit.name} PDU", address=reverse("inspections:pdu", args=[unit.slug])))
    return steps
