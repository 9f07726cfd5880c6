from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator

from inspections import wording
from inspections.queries.corrections import corrections_of_fact
from inspections.queries.document import document
from inspections.queries.fact_source import fact_source
from inspections.queries.published_edition import NotHeld
from inspections.rows import DocumentRow, FactRow, Sourced
from inspections.views.context import Link
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404

WORDS_OF_TITLE = (8, 7, 6, 5, 4, 3)
LONGEST_LABEL = 32


@not_held_is_404
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Where exactly a number or a statement comes from; or the document that several come from."""
    try:
        return _fact_page(request, fact_source(key))
    except NotHeld:
        return _document_page(request, document(key))


def _fact_page(request: HttpRequest, fact: FactRow) -> HttpResponse:
    inspection = reverse("inspections:inspection", args=[fact.unit.slug, fact.round])
    return render(
        request,
        "inspections/source.html",
        {
            "page_title": _title(fact),
            # Words of a person on probation never stand alone in a preview.
            "page_description": fact.asked or _described(fact),
            "breadcrumbs": [
                *crumbs(fact.region, fact.unit),
                Link(label=f"{fact.round} inspection", address=inspection),
            ],
            "fact": fact,
            "corrections": corrections_of_fact(fact.key),
        },
    )


def _title(fact: FactRow) -> str:
    """The fact, whose it is, and that it is not the inspectorate's: in fewer words where they are too many."""
    source, where = Sourced(key=fact.key, origin=fact.origin), f" ({fact.unit.name} PDU, {fact.round})"
    marks = (wording.origin_note(source), wording.short_origin_note(source))
    named = [_named(fact, words=words) for words in WORDS_OF_TITLE]
    forms = [f"{words}{mark}" for mark in marks for words in named]
    cut = Truncator(fact.short_label or fact.label).chars(LONGEST_LABEL)
    forms.append(": ".join(filter(None, [cut, fact.value])) + marks[-1])
    return wording.fitting_title(*(f"Source: {form}{where}" for form in forms))


def _named(fact: FactRow, *, words: int) -> str:
    """The fact in a few words, which tell its page from those of the others of an inspection."""
    if fact.value:
        return f"{fact.short_label or fact.label}: {fact.value}"
    if fact.asked:
        return f"{fact.label}, line {fact.line}" if fact.line else fact.label
    return f"{fact.label}: {Truncator(fact.quote).words(words)}" if fact.quote else fact.label


def _described(fact: FactRow) -> str:
    """The sentence, with the base of a percentage before it."""
    words = f"“{fact.quote}”" if fact.quote else "The sentence is not held here."
    return f"{fact.value} {fact.base}. {words}" if fact.value and fact.base else words


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
