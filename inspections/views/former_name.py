"""The notice on a page to which another name of its place has led."""

from collections.abc import Callable

from django.http import HttpRequest

from inspections.queries.published_edition import NotHeld
from inspections.rows import Place


def former_name(request: HttpRequest, by_alias: Callable[[str], tuple[str, Place]], place: Place) -> str:
    """The name that led here, as the store has it. Nothing else that the address says is repeated on the page."""
    slug = request.GET.get("formerly")
    if not slug:
        return ""
    try:
        name, named = by_alias(slug)
    except NotHeld:
        return ""
    return name if named == place else ""
