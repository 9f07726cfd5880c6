"""Where allauth asks us: nobody makes an account for themselves, by whatever way."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.models import User
from django.shortcuts import render, resolve_url

from inspections.admin.signing_in.proof import is_recent


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "The username or the password is not right.",
        "too_many_login_attempts": "Too many wrong codes. Wait 15 minutes, then try again.",
        "incorrect_password": "This is not your password.",
    }

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """Failed passwords are counted by django-axes, for name and address together.

        allauth would count them for the name alone, so that any stranger could keep its owner out.
        """

    def get_reauthentication_methods(self, user):
        """Who has a second factor is asked for it: the password alone would prove less than signing in did."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"] == "mfa_reauthenticate"] or methods

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not right after signing in."""
        return super().is_reauthentication_required(app=app, **kwargs) and not is_recent(context.request)

    def get_password_change_redirect_url(self, request):
        return resolve_url("admin:index")


class ServiceAdapter(DefaultSocialAccountAdapter):
    """For a sign-in service (OpenID Connect): it says who somebody is; who works here an administrator has said."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        """Signs in whoever is known already, or the one account that has the e-mail address the service vouches for."""
        if sociallogin.state.get("process") == "connect":
            raise ImmediateHttpResponse(_refused(request))
        if sociallogin.is_existing:
            return
        people = _people_of(sociallogin.email_addresses)
        if len(people) != 1:
            raise ImmediateHttpResponse(_refused(request))
        sociallogin.connect(request, people[0])


def _people_of(addresses):
    """Accounts with an address that is verified. Only `True` is: some services send other words."""
    verified = [address.email for address in addresses if address.verified is True]
    return [person for email in verified for person in User.objects.filter(email__iexact=email, is_active=True)[:2]]


def _refused(request):
    return render(request, "socialaccount/refused.html", status=403)
