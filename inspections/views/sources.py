from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.queries.fact_source import fact_source
from inspections.views.delivery_units import unit_crumbs
from inspections.views.errors import not_held_is_404


@not_held_is_404
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Where exactly a number or a statement comes from."""
    fact = fact_source(key)
    said = f"{fact.label}: {fact.value}" if fact.value else fact.label
    return render(
        request,
        "inspections/source.html",
        {
            "page_title": f"Source: {said} ({fact.unit.name} PDU, {fact.round})",
            # Words of a person on probation never stand alone in a preview.
            "page_description": fact.asked or fact.quote or "The sentence is not held here.",
            "breadcrumbs": [*unit_crumbs(fact.region, fact.unit)],
            "fact": fact,
        },
    )
