from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.queries.latest_release import latest_release
from inspections.queries.regions_with_units import regions_with_units


def home(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "inspections/home.html",
        {
            "page_title": "What inspectors found in each Probation Delivery Unit",
            "page_description": "Ratings, percentages, findings and recommendations of HM Inspectorate of Probation, "
            "PDU by PDU, each with the sentence of the report it comes from.",
            "regions": regions_with_units(),
            "release": latest_release(),
        },
    )
