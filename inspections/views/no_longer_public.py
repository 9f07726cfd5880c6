"""The answer of an address that was public once: gone, since when and why. What was there is not shown."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections import wording
from inspections.queries.no_longer_public import removed_document, removed_fact, withdrawn_inspection
from inspections.rows import NoLongerPublic


def no_longer_public(request: HttpRequest) -> HttpResponse | None:
    """410 with the reason, None where nothing was ever public under the address. Asked when nothing was found."""
    match = request.resolver_match
    gone = _asked(match.kwargs) if match else None
    if gone is None:
        return None
    context = {
        "page_title": wording.no_longer_public_title(gone),
        "page_description": wording.no_longer_public_sentence(gone),
        "gone": gone,
    }
    return render(request, "inspections/no_longer_public.html", context, status=HTTPStatus.GONE)


def _asked(address: Mapping[str, object]) -> NoLongerPublic | None:
    if "key" in address:
        key = str(address["key"])
        return removed_fact(key) or removed_document(key)
    if "slug" in address and "round_label" in address:
        return withdrawn_inspection(str(address["slug"]), str(address["round_label"]))
    return None
