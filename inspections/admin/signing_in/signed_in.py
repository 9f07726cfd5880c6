"""Who is signed in: nobody after the end of a session, and nobody who has not shown a second factor yet.

Asked only where a page asks for `request.user`, so pages for everybody need no statement and depend on no cookie.
"""

import time

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from inspections.admin.signing_in.proof import SIGNED_IN_AT, USED_AT, enrolled_at, has_proved_second_factor

ACCOUNTS = "/accounts/"
# Using a session lengthens it, which is a write: not more often than this.
SECONDS_BETWEEN_WRITES = 60
# What answers those who have not shown a second factor: what they need for it, and the way out.
OPEN = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password_from_key",
    "mfa_activate_totp",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "admin:logout",
}


class SignedInMiddleware:
    """Directly below Django's, which says whom the session names."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        named = request.user
        request.signed_in = SimpleLazyObject(lambda: _in_time(request, named))
        request.user = SimpleLazyObject(lambda: _known(request))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        is_for_staff = match.route.startswith("admin/") or _is_account_page(request)
        if not settings.SECOND_FACTOR_REQUIRED or not is_for_staff or match.view_name in OPEN:
            return None
        if not request.signed_in.is_authenticated or _has_proved(request):
            return None
        if enrolled_at(request.signed_in) is None:
            return redirect("mfa_activate_totp")
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")


def _in_time(request, named):
    """Sessions end some hours after signing in, and after an hour without use (by SESSION_COOKIE_AGE)."""
    if not named.is_authenticated:
        return named
    now, session = time.time(), request.session
    if now - session.get(SIGNED_IN_AT, 0) > settings.SESSION_ENDS_AFTER:
        session.flush()
        return AnonymousUser()
    if now - session.get(USED_AT, 0) > SECONDS_BETWEEN_WRITES:
        session[USED_AT] = now
    return named


def _known(request):
    """A stranger everywhere but on the pages of accounts, until the second factor is shown."""
    person = request.signed_in
    if not settings.SECOND_FACTOR_REQUIRED or not person.is_authenticated or _is_account_page(request):
        return person
    return person if has_proved_second_factor(request, person) else AnonymousUser()


def _has_proved(request) -> bool:
    """One statement, on a page of the admin the one that `request.user` needs anyway."""
    if _is_account_page(request):
        return has_proved_second_factor(request, request.signed_in)
    return request.user.is_authenticated


def _is_account_page(request) -> bool:
    return request.path_info.startswith(ACCOUNTS)
