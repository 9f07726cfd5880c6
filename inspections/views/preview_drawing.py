"""A page as it will be: drawn by its own view, in a store in which the edition is published for that long."""

from collections.abc import Callable
from copy import copy
from http import HTTPStatus

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.views.defaults import page_not_found

from inspections.models import Edition
from inspections.publishing.preview import NotPreviewed, as_published
from inspections.publishing.preview_links import LinkState
from inspections.publishing.refusals import NotOpen
from inspections.views.preview_closed import busy, closed
from inspections.views.preview_notice import PREVIEW, PreviewNotice, previewing

BANNER = b'id="preview-banner"'  # of components/preview_banner.html
Scope = Callable[[ResolverMatch, Edition], bool]


class NotMarked(Exception):
    """A page that does not say that it is a preview: a mistake of ours, and never shown."""


def answered(edition: Edition, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """What is drawn; where the draft is none any more, the public page that took its place."""
    try:
        return draw()
    except NotOpen:
        if Edition.objects.published().filter(inspection=edition.inspection_id).exists():
            return redirect(inspection_page(edition))
        return closed(LinkState.OVER)
    except NotPreviewed as error:
        return busy(str(error))


def draw(
    request: HttpRequest, edition: Edition, notice: PreviewNotice, rest: str, *, by: User, scope: Scope
) -> HttpResponse:
    """The page at that address of the site. What is not in the scope leads out, to where the public finds it."""
    inner = copy(request)
    inner.path_info, inner.path = f"/{rest}", notice.prefix + rest
    inner.resolver_match = match = _match(inner.path_info)
    with previewing(notice), as_published(edition, by=by) as shown:
        if match is None or scope(match, shown):
            return _marked(_page(inner))
    return redirect(reverse(match.view_name, args=match.args, kwargs=match.kwargs, query=request.GET or None))


def inspection_page(edition: Edition) -> str:
    """The page of an inspection; the home page, of one of a region, which has none."""
    inspection = edition.inspection
    if inspection.delivery_unit is None:
        return reverse("inspections:home")
    return reverse("inspections:inspection", args=[inspection.delivery_unit.slug, inspection.round])


def _match(path: str) -> ResolverMatch | None:
    """The public page at a path. Nothing else of the site is previewed."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match if match.app_name == "inspections" else None


def _page(request: HttpRequest) -> HttpResponse:
    match = request.resolver_match
    if match is None:
        return page_not_found(request, Http404())
    try:
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Http404 as error:
        return page_not_found(request, error)
    return response


def _marked(response: HttpResponse) -> HttpResponse:
    """The response, if it says what it is or says nothing. Raises NotMarked."""
    is_elsewhere = HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
    is_marked_file = f'filename="{PREVIEW}-' in response.get("Content-Disposition", "")
    if is_elsewhere or is_marked_file or BANNER in response.content:
        return response
    raise NotMarked
