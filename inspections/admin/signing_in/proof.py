"""What somebody has proved in a session: kept in it by allauth, with the time of each proof."""

import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

# Keys of the session, in seconds since 1970.
SIGNED_IN_AT = "signed_in_at"
USED_AT = "used_at"


@receiver(user_logged_in)
def note_sign_in(request, **_):
    request.session[SIGNED_IN_AT] = request.session[USED_AT] = time.time()


def note_enrolment(request):
    """Who has set up an app has just shown one of its codes."""
    record_authentication(request, request.user, "mfa", type=Authenticator.Type.TOTP, reauthenticated=True)


def enrolled_at(user):
    """When somebody's second factor was set up, in seconds, or None. One statement."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).values_list("created_at", flat=True)
    return next((created.timestamp() for created in found), None)


def has_proved_second_factor(request, user) -> bool:
    """In this session, and the one that is set up today: after it was taken away, old sessions have proved nothing."""
    since = enrolled_at(user)
    return since is not None and _last_proof(request, user, "mfa") >= since


def is_recent(request) -> bool:
    """Whether somebody has just shown who they are: by the second factor if they have one, else by any way.

    Who has nothing that could be asked for (an account of a sign-in service, where no second factor is required) is
    not asked.
    """
    user = request.user
    if not get_adapter().get_reauthentication_methods(user):
        return user.is_authenticated
    if enrolled_at(user) is not None:
        proved = _last_proof(request, user, "mfa")
    else:
        proved = max(_last_proof(request, user), request.session.get(SIGNED_IN_AT, 0))
    return time.time() - proved < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _last_proof(request, user, method=None):
    """When it was last proved who somebody is, in seconds; 0 where it was not."""
    records = get_authentication_records(request, user)
    return max((record["at"] for record in records if method in (None, record["method"])), default=0)
