"""Pages as they will be: for staff the whole site, for an outside reader with a signed link those of one inspection.

Each page is drawn as `preview_drawing` says.
"""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import get_script_prefix, reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from inspections.models import Edition, PreviewLink
from inspections.publishing.preview_links import LinkState, NoSuchLink, link_of, link_state
from inspections.views.preview_closed import closed, unknown
from inspections.views.preview_drawing import answered, draw, inspection_page
from inspections.views.preview_notice import PreviewNotice, previewing
from inspections.views.preview_scope import is_about, is_page

WITH_SUBJECT = ("inspection__delivery_unit", "inspection__region")
View = Callable[..., HttpResponse]


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
    by, notice = cast("User", request.user), _staff_notice(edition)
    return answered(edition, lambda: draw(request, edition, notice, rest, by=by, scope=is_page))


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
    edition, by = link.edition, link.made_by
    return answered(edition, lambda: draw(request, edition, notice, rest, by=by, scope=is_about))


def _seen_by_staff(request: HttpRequest, pk: int) -> Edition:
    if not request.user.has_perm("inspections.view_edition"):
        raise PermissionDenied
    return get_object_or_404(Edition.objects.select_related(*WITH_SUBJECT), pk=pk)


def _staff_notice(edition: Edition) -> PreviewNotice:
    back = reverse("admin:inspections_edition_change", args=[edition.pk])
    return _notice(edition, prefix=reverse("staff_preview_home", args=[edition.pk]), back=back)


def _outside_notice(link: PreviewLink, token: str) -> PreviewNotice:
    prefix = reverse("outside_preview_start", args=[token])
    return _notice(link.edition, prefix=prefix, reader=link.reader, until=link.expires_at)


def _notice(
    edition: Edition, *, prefix: str, back: str = "", reader: str = "", until: datetime.datetime | None = None
) -> PreviewNotice:
    return PreviewNotice(
        edition=f"Edition {edition.number} of {edition.inspection}",
        state=edition.get_state_display(),
        prefix=prefix,
        public=get_script_prefix(),
        back=back,
        reader=reader,
        until=until,
    )


def _start(edition: Edition, notice: PreviewNotice) -> str:
    """Where looking begins, inside the preview."""
    with previewing(notice):
        return inspection_page(edition)
