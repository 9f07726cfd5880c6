"""Links by which somebody sets a password that nobody else ever knows. They are handed over, not sent by e-mail.

Whether a link holds is read from the account as it is: setting a password, making another link, signing in by a sign-in
service, another e-mail address and the end of PASSWORD_RESET_TIMEOUT each end it. So nothing is stored of it.
"""

import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.account.views import PasswordResetFromKeyView
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse, reverse_lazy
from django.utils import timezone

GONE = 410


def make_link(person, *, request):
    """The address for somebody to set a password at. What they signed in with before is no password from now on.

    That ends their sessions, and every link made earlier: each of both holds to the password as it is stored, and what
    Django stores in the place of none is another each time.
    """
    person.set_unusable_password()
    person.save(update_fields=["password"])
    names = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=names))


def link_ends():
    """Until when a link that is made now can be used."""
    return timezone.now() + datetime.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


class SetPasswordView(PasswordResetFromKeyView):
    """allauth's: it keeps the key in the session and leads to an address without it. Nobody is signed in by it."""

    success_url = reverse_lazy("account_login")

    def dispatch(self, request, uidb36, key, **kwargs):
        response = super().dispatch(request, uidb36, key, **kwargs)
        if key != self.reset_url_key:
            response["Referrer-Policy"] = "no-referrer"
        return response

    def render_to_response(self, context, **options):
        return super().render_to_response(context, status=GONE if context.get("token_fail") else 200, **options)

    def form_valid(self, form):
        """Once, also where two send it at the same moment: the second finds the link used."""
        with transaction.atomic():
            person = User.objects.select_for_update().get(pk=self.reset_user.pk)
            if not default_token_generator.check_token(person, self.key):
                return self.render_to_response(self.get_context_data(token_fail=True))
            LogEntry.objects.log_actions(
                person.pk, [person], CHANGE, "Set a password, by a link of an administrator.", single_object=True
            )
            return super().form_valid(form)
