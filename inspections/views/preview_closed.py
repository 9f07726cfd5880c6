"""Where a link shows nothing: a plain page each, which says what to do and has nothing of the draft in it."""

from http import HTTPStatus

from django.http import HttpResponse
from django.template.loader import render_to_string

from inspections.publishing.preview_links import LinkState

ASK_AGAIN = "Ask the person who sent you the address if you still need to see the draft."
CLOSED = {
    LinkState.REVOKED: ("This preview has been closed", f"Inspection staff have closed it. {ASK_AGAIN}"),
    LinkState.EXPIRED: ("This preview has ended", f"The time in which it could be seen has passed. {ASK_AGAIN}"),
    LinkState.OVER: ("This draft is not shown any more", f"It is no draft any more, nor is it public. {ASK_AGAIN}"),
}
SECONDS = 5


def closed(state: LinkState) -> HttpResponse:
    """What was there once."""
    title, text = CLOSED[state]
    return _plain(title, text, HTTPStatus.GONE)


def unknown() -> HttpResponse:
    """What never was there, or only in part of its address."""
    text = (
        "Check that you have copied the whole address, up to its last character. "
        "If it still does not work, ask the person who sent it to you."
    )
    return _plain("This preview address does not work", text, HTTPStatus.NOT_FOUND)


def busy(reason: str) -> HttpResponse:
    """What is there, and can't be drawn now."""
    response = _plain("The preview can’t be shown just now", reason, HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(SECONDS)
    return response


def _plain(title: str, text: str, status: HTTPStatus) -> HttpResponse:
    page = render_to_string("inspections/preview_closed.html", {"title": title, "text": text})
    return HttpResponse(page, status=status)
