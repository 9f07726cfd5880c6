from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.queries.region_sizes import region_sizes


def regions(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "inspections/regions.html",
        {
            "page_title": "Regions",
            "page_description": "The probation regions held here, with their PDUs.",
            "regions": region_sizes(),
        },
    )
