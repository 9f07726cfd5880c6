from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.queries.regions_with_units import regions_with_units


def regions(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "inspections/regions.html",
        {
            "page_title": "Regions",
            "page_description": "The probation regions held here, with their PDUs.",
            "regions": regions_with_units(),
        },
    )
