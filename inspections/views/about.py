"""What the data are and how they are shown, counted from the store; and how accessible the pages are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inspections import wording
from inspections.queries.latest_release import latest_release
from inspections.queries.reference_facts import reference_facts
from inspections.queries.what_is_held import what_is_held
from inspections.tables import OriginsTable, RoundsTable
from inspections.views.context import Link
from inspections.views.page_cache import asks_no_data

# The parts of the page in its order: the anchor and the heading.
PARTS = (
    ("held", "What is held here"),
    ("sources", "Where the numbers come from"),
    ("scales", "Ratings, scores and frameworks"),
    ("comparability", "What may be compared"),
    ("bases", "Percentages and what they are of"),
    ("averages", "The two averages"),
    ("intervals", "Intervals and small numbers"),
    ("themes", "Themes"),
    ("policy-events", "Policy events"),
    ("missing", "What is not here"),
    ("sharing", "How to cite and share"),
    ("mistakes", "Report a mistake"),
    ("accessibility", "Accessibility"),
)


def about(request: HttpRequest) -> HttpResponse:
    held = what_is_held()
    sentence = wording.holdings_sentence(held)
    return render(
        request,
        "inspections/about.html",
        {
            "page_title": "About the data",
            "share_title": f"About the data: {sentence}",
            "page_description": f"{sentence}. Where the findings come from, what they rest on, what is missing.",
            "sentence": sentence,
            "release": latest_release(),
            "contents": [{"id": anchor, "text": text} for anchor, text in PARTS],
            "held": held,
            "facts": reference_facts(),
            "rounds": RoundsTable(held),
            "origins": OriginsTable(held),
        },
    )


@asks_no_data
def accessibility(request: HttpRequest) -> HttpResponse:
    """Static: no database."""
    return render(
        request,
        "inspections/accessibility.html",
        {
            "page_title": "Accessibility statement",
            "page_description": "What everybody should be able to do here, how that was tested, and what falls short.",
            "breadcrumbs": [Link(label="About the data", address=reverse("inspections:about"))],
        },
    )
