"""Pages as they will be: for staff the whole site, for an outside reader with a signed link those of one inspection.

A page is drawn by its own view, in a store in which the edition is published for that long.
"""

from collections.abc import Callable
from copy import copy
from functools import partial, wraps
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve, reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found

from inspections.models import Edition, PreviewLink
from inspections.publishing.preview import NotPreviewed, as_published
from inspections.publishing.preview_links import LinkState, NoSuchLink, link_of, link_state
from inspections.publishing.refusals import NotOpen
from inspections.views.preview_closed import busy, closed, unknown
from inspections.views.preview_notice import PREVIEW, PreviewNotice, previewing
from inspections.views.preview_scope import is_about, is_page

WITH_SUBJECT = ("inspection__delivery_unit", "inspection__region")
BANNER = b'id="preview-banner"'  # of components/preview_banner.html
View = Callable[..., HttpResponse]
Scope = Callable[[ResolverMatch, Edition], bool]


class NotMarked(Exception):
    """A page that does not say that it is a preview: a mistake of ours, and never shown."""


def for_one_reader(view: View) -> View:
    """Whatever is answered is kept by nobody, found by no search engine, and its address told to no other page."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: object) -> HttpResponse:
        response = view(request, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return answer


@for_one_reader
@require_safe
def staff_preview(request: HttpRequest, pk: int, rest: str) -> HttpResponse:
    """Any page of the site as it will be with an edition. The admin has seen to it that this is a member of staff."""
    edition = _seen_by_staff(request, pk)
    draw = partial(_draw, request, edition, by=request.user, scope=is_page)
    return _answered(edition, lambda: draw(_staff_notice(edition), rest))


@for_one_reader
@require_safe
def staff_preview_start(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the inspection, where looking begins."""
    edition = _seen_by_staff(request, pk)
    return redirect(_start(edition, _staff_notice(edition)))


@for_one_reader
@require_safe
def outside_preview(request: HttpRequest, token: str, rest: str) -> HttpResponse:
    """A page about the one inspection that a signed link is for. Whoever has the link needs no account."""
    try:
        link = link_of(token)
    except NoSuchLink:
        return unknown()
    state = link_state(link)
    if state in (LinkState.REVOKED, LinkState.EXPIRED):
        return closed(state)
    notice = _outside_notice(link, token)
    if not rest:
        return redirect(_start(link.edition, notice))
    draw = partial(_draw, request, link.edition, by=link.made_by, scope=is_about)
    return _answered(link.edition, lambda: draw(notice, rest))


def _seen_by_staff(request: HttpRequest, pk: int) -> Edition:
    if not request.user.has_perm("inspections.view_edition"):
        raise PermissionDenied
    return get_object_or_404(Edition.objects.select_related(*WITH_SUBJECT), pk=pk)


def _staff_notice(edition: Edition) -> PreviewNotice:
    return _notice(edition, prefix=reverse("staff_preview_home", args=[edition.pk]))


def _outside_notice(link: PreviewLink, token: str) -> PreviewNotice:
    prefix = reverse("outside_preview_start", args=[token])
    return _notice(link.edition, prefix=prefix, reader=link.reader, until=link.expires_at)


def _notice(edition: Edition, **more: object) -> PreviewNotice:
    return PreviewNotice(
        edition=f"Edition {edition.number} of {edition.inspection}",
        state=edition.get_state_display(),
        public=get_script_prefix(),
        **more,
    )


def _start(edition: Edition, notice: PreviewNotice) -> str:
    """The page of the inspection inside the preview; the home page, for an inspection that has none."""
    unit = edition.inspection.delivery_unit
    with previewing(notice):
        return _inspection_page(edition) if unit else reverse("inspections:home")


def _inspection_page(edition: Edition) -> str:
    inspection = edition.inspection
    return reverse("inspections:inspection", args=[inspection.delivery_unit.slug, inspection.round])


def _answered(edition: Edition, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """What is drawn; where the draft is none any more, the public page that took its place."""
    try:
        return draw()
    except NotOpen:
        if Edition.objects.published().filter(inspection=edition.inspection_id).exists():
            return redirect(_inspection_page(edition))
        return closed(LinkState.OVER)
    except NotPreviewed as error:
        return busy(str(error))


def _draw(
    request: HttpRequest, edition: Edition, notice: PreviewNotice, rest: str, *, by: object, scope: Scope
) -> HttpResponse:
    """The page at that address of the site. What is not in the scope leads out, to where the public finds it."""
    inner = copy(request)
    inner.path_info, inner.path = f"/{rest}", notice.prefix + rest
    inner.resolver_match = match = _match(inner.path_info)
    with previewing(notice), as_published(edition, by=by) as shown:
        if match is None or scope(match, shown):
            return _marked(_page(inner))
    return redirect(reverse(match.view_name, args=match.args, kwargs=match.kwargs, query=request.GET or None))


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
        return match.func(request, *match.args, **match.kwargs)
    except Http404 as error:
        return page_not_found(request, error)


def _marked(response: HttpResponse) -> HttpResponse:
    """The response, if it says what it is or says nothing. Raises NotMarked."""
    is_elsewhere = HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
    is_marked_file = f'filename="{PREVIEW}-' in response.get("Content-Disposition", "")
    if is_elsewhere or is_marked_file or BANNER in response.content:
        return response
    raise NotMarked
