"""Two pages about an account, each of which asks for the second factor: a link for a password, and a factor lost."""

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from inspections.admin.forms import tall_text
from inspections.admin.signing_in import asks_again
from inspections.admin.signing_in.password_link import link_ends, make_link

PAGE = [require_http_methods(["GET", "POST"]), never_cache, asks_again]


class TakeAwayForm(forms.Form):
    """Why, for whoever reads the history of the account."""

    reason = forms.CharField(
        max_length=500,
        widget=tall_text(3),
        help_text="What was lost, and how you know that it is them: by voice, not by e-mail. It stays in the history.",
    )


class PersonPages:
    """For the admin of accounts."""

    def get_urls(self):
        page = self.admin_site.admin_view(self.second_factor_view)
        return [path("<pk>/second-factor/", page, name="auth_user_second_factor"), *super().get_urls()]

    @method_decorator(PAGE)
    def user_change_password(self, request, id, form_url=""):  # noqa: A002 Django's name
        """In the place of Django's page, on which an administrator types somebody else's password."""
        person = self._person(request, id)
        if person == request.user:
            return redirect("account_change_password")
        context = {"person": person, "ends": link_ends(), "is_new": not person.last_login}
        if request.method == "POST" and person.is_active:
            with transaction.atomic():
                context["address"] = make_link(person, request=request)
                self.log_change(request, person, f"Made a link to set a password, until {_minute(context['ends'])}.")
        return self._answer(request, "admin/people/password_link.html", "A link to set a password", context)

    @method_decorator(PAGE)
    def second_factor_view(self, request, pk):
        """For somebody who has lost it: they are signed out everywhere and set up another one."""
        person = self._person(request, pk)
        has_one = Authenticator.objects.filter(user=person).exists()
        form = TakeAwayForm(request.POST or None)
        if has_one and form.is_valid():
            with transaction.atomic():
                Authenticator.objects.filter(user=person).delete()
                _sign_out(person)
                reason = form.cleaned_data["reason"]
                self.log_change(request, person, f"Took away the second factor and signed out. {reason}")
            messages.success(request, f"{person} has no second factor now and was signed out.")
            return redirect("admin:auth_user_change", person.pk)
        context = {"person": person, "form": form, "has_one": has_one}
        return self._answer(request, "admin/people/second_factor.html", "Take away the second factor", context)

    def _person(self, request, pk):
        person = self.get_object(request, pk)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        if person is None:
            raise Http404
        return person

    def _answer(self, request, template, title, context):
        common = self.admin_site.each_context(request) | {"opts": User._meta, "title": title}
        return TemplateResponse(request, template, common | context)


def _minute(moment):
    return f"{timezone.localtime(moment):%d.%m.%Y, %H:%M}"


def _sign_out(person):
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()
