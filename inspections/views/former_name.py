"""Other names of a place: every address below one leads to the same below today's, and its page says so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from inspections.queries.published_edition import NotHeld
from inspections.queries.region_by_alias import region_by_alias
from inspections.queries.region_place import region_place
from inspections.queries.unit_by_alias import unit_by_alias
from inspections.queries.unit_place import unit_place
from inspections.rows import Place

ByAlias = Callable[[str], tuple[str, Place]]

# What an address of a place begins with, the question whether the place is held, and the one to which place a name led.
PLACES: dict[str, tuple[Callable[[str], object], ByAlias]] = {
    "regions/<slug:slug>": (region_place, region_by_alias),
    "pdus/<slug:slug>": (unit_place, unit_by_alias),
}
WITH_NOTICE = ("inspections:region", "inspections:pdu")


def at_name_of_today(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """The way on from an address below another name of a place, with its query; None where it is no such address.

    Asked when nothing was found. A name that is another place's today leads nowhere.
    """
    match = request.resolver_match
    asked = next((asked for start, asked in PLACES.items() if match and match.route.startswith(start)), None)
    if match is None or asked is None:
        return None
    slug, (is_held, by_alias) = match.kwargs["slug"], asked
    if _is_held(slug, is_held):
        return None
    try:
        _, place = by_alias(slug)
    except NotHeld:
        return None
    query = request.GET.copy()
    if match.view_name in WITH_NOTICE:
        query["formerly"] = slug
    return HttpResponsePermanentRedirect(
        reverse(match.view_name, kwargs=match.kwargs | {"slug": place.slug}, query=query or None)
    )


def former_name(request: HttpRequest, by_alias: ByAlias, place: Place) -> str:
    """The name that led here, as the store has it. Nothing else that the address says is repeated on the page."""
    slug = request.GET.get("formerly")
    if not slug:
        return ""
    try:
        name, named = by_alias(slug)
    except NotHeld:
        return ""
    return name if named == place else ""


def _is_held(slug: str, place: Callable[[str], object]) -> bool:
    try:
        place(slug)
    except NotHeld:
        return False
    return True
