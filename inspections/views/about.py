"""What the data are, how they are shown, how accessible the pages are. Static: no database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def about(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "inspections/about.html",
        {
            "page_title": "About the data",
            "page_description": (
                "Where the findings come from, what the numbers rest on, what is not held here, "
                "and how accessible these pages are."
            ),
        },
    )
