"""Finished pages are kept while the store stays as it is, and no longer.

A page is a function of its address, the store and the day (ages are in words). The key is made of these three, with the
version of the store read before the page is drawn: what changes meanwhile leaves the page under a version that nobody
will ask for again. So nothing is ever thrown away for being old, and nothing that is old is ever shown.

Kept are pages for everybody: nothing for those who are signed in, nothing that sets a cookie or depends on one. They
hold no token and no secret, so their size may be known. They are kept as they were drawn and compressed anew, with
another random length, for each visitor.
"""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers

from inspections.queries.data_version import data_version

CACHE = "pages"
# A region of 110 PDUs in four rounds is drawn anew. With MAX_ENTRIES of the settings this bounds what a process keeps.
MOST_BYTES = 1_000_000
METHODS = ("GET", "HEAD")

View = Callable[..., HttpResponse]


def asks_no_data(view: View) -> View:
    """A page that needs no database, and so must not ask for its version: it answers while the database is away."""
    view.asks_no_data = True  # type: ignore[attr-defined]
    return view


class PageCacheMiddleware:
    """Above the middleware of sessions, so that what that adds is seen; below what sets headers and compresses.

    Django's own cache of pages goes by age: there is no age here that is right.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            # To be kept by browsers and proxies, and never shown without asking whether it is still true.
            patch_cache_control(response, no_cache=True)
        if request.method == "GET" and isinstance(response, HttpResponse) and is_for_everybody(response):
            describe(response)
            key = getattr(request, "page_cache_key", None)
            if key and len(response.content) <= MOST_BYTES:
                caches[CACHE].set(key, response)
        return response

    def process_view(self, request: HttpRequest, view: View, _args: Any, _kwargs: Any) -> HttpResponseBase | None:
        """The page that is kept, if any. Where the database is away this raises what the view would have raised."""
        if not settings.PAGE_CACHE or not may_be_asked(request, view):
            return None
        version = data_version()
        if version is None:
            return None
        key = page_key(request, version)
        kept: HttpResponseBase | None = caches[CACHE].get(key)
        if kept is None:
            request.page_cache_key = key  # type: ignore[attr-defined]
        return kept


def may_be_asked(request: HttpRequest, view: View) -> bool:
    """Whether the same page may have been drawn for somebody else: a public one, for a visitor without a session."""
    is_public = request.resolver_match is not None and request.resolver_match.app_name == "inspections"
    is_stranger = settings.SESSION_COOKIE_NAME not in request.COOKIES
    return is_public and is_stranger and request.method in METHODS and not hasattr(view, "asks_no_data")


def is_for_everybody(response: HttpResponse) -> bool:
    """Whether a finished answer may be given to others who ask for the same address."""
    return (
        response.status_code == HTTPStatus.OK
        and not response.streaming
        and not response.cookies
        and not response.has_header("Vary")
        and response.get("Cache-Control") == "no-cache"
    )


def describe(response: HttpResponse) -> None:
    """What tells its next reader whether it has changed: the same in every process, because it is of the words alone.

    Weak, and with what it varies on, as compressing would make it: an answer of 304 is made before that, and says both.
    """
    response.headers["ETag"] = f'W/"{sha256(response.content).hexdigest()}"'
    patch_vary_headers(response, ["Accept-Encoding"])


def page_key(request: HttpRequest, version: str) -> str:
    """Of everything the page depends on: the store, the day, and the whole address with its scheme and host.

    Whoever draws a page from anything else of the request must name it here.
    """
    parts = [version, timezone.localdate().isoformat(), request.build_absolute_uri()]
    return sha256("\n".join(parts).encode()).hexdigest()
