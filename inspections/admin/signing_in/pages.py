"""Two pages of allauth that do a little more here."""

from allauth.account.views import PasswordChangeView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import Http404

from inspections.admin.signing_in.asking import asks_again
from inspections.admin.signing_in.proof import note_enrolment


class SetUpView(ActivateTOTPView):
    def form_valid(self, form):
        """The code that was shown is used by that: allauth takes note of codes only when somebody signs in."""
        response = super().form_valid(form)
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        app.wrap().validate_code(form.cleaned_data["code"])
        note_enrolment(self.request)
        return response


activate_totp = SetUpView.as_view()


@asks_again
def password_change(request):
    """Not for accounts of a sign-in service: they have no password here."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        raise Http404
    return PasswordChangeView.as_view()(request)
