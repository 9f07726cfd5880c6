from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inspections import wording
from inspections.queries.document import document
from inspections.queries.fact_source import fact_source
from inspections.queries.published_edition import NotHeld
from inspections.rows import DocumentRow, FactRow, Sourced
from inspections.views.context import Link
from inspections.views.delivery_units import unit_crumbs
from inspections.views.errors import not_held_is_404


@not_held_is_404
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Where exactly a number or a statement comes from; or the document that several come from."""
    try:
        return _fact_page(request, fact_source(key))
    except NotHeld:
        return _document_page(request, document(key))


def _fact_page(request: HttpRequest, fact: FactRow) -> HttpResponse:
    mark = wording.origin_note(Sourced(key=fact.key, origin=fact.origin))
    said = f"{fact.label}: {fact.value}{mark}" if fact.value else f"{fact.label}{mark}"
    inspection = reverse("inspections:inspection", args=[fact.unit.slug, fact.round])
    return render(
        request,
        "inspections/source.html",
        {
            "page_title": f"Source: {said} ({fact.unit.name} PDU, {fact.round})",
            # Words of a person on probation never stand alone in a preview.
            "page_description": fact.asked or fact.quote or "The sentence is not held here.",
            "breadcrumbs": [
                *unit_crumbs(fact.region, fact.unit),
                Link(label=f"{fact.round} inspection", address=inspection),
            ],
            "fact": fact,
        },
    )


def _document_page(request: HttpRequest, row: DocumentRow) -> HttpResponse:
    return render(
        request,
        "inspections/document.html",
        {
            "page_title": f"Source: {row.title}",
            "page_description": f"{row.title}: a {row.kind}, and what is told from it here.",
            "document": row,
        },
    )
