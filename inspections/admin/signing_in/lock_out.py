"""Lock-out: whose attempts are counted together (django-axes counts them), and what the page says."""

from allauth.account.adapter import get_adapter
from allauth.mfa.signals import authentication_failed
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.shortcuts import render


def name_tried(request, credentials):
    """Names are found whatever their case, so they are counted whatever their case."""
    return ((credentials or {}).get("username") or "").strip().casefold()


def address_of(request):
    """Of the visitor and not of the proxy in front (ALLAUTH_TRUSTED_PROXY_COUNT); None where no visitor asks."""
    return get_adapter().get_client_ip(request) if "REMOTE_ADDR" in request.META else None


@receiver(authentication_failed)
def count_wrong_code(request, user, **_):
    """A wrong code counts as a wrong password does."""
    user_login_failed.send(sender=__name__, credentials={"username": user.get_username()}, request=request)


def locked_out(request, response, credentials):
    """The answer in the place of `response`, from the attempt that is one too many."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "429.html", {"minutes": minutes}, status=429)
