"""Accounts and groups: every change asks for the second factor again, and is in the history of the account."""

# By way of their admins, which register them when they are first imported.
from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from allauth.socialaccount.admin import SocialAccount, SocialApp, SocialToken
from axes.admin import AccessAttempt, AccessAttemptAdmin, AccessFailureLog, AccessLog, AccessLogAdmin
from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from inspections.admin.asked import ChecksWhatIsAsked
from inspections.admin.person_pages import PersonPages
from inspections.admin.signing_in import asks_again

# Replaced below, or of no use here: addresses are not verified, secrets are nobody's to read, services are configured,
# and failures are counted but not kept.
for model in (User, Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, AccessFailureLog):
    admin.site.unregister(model)
admin.site.unregister([AccessAttempt, AccessLog])

FOR_SUPERUSERS = ("is_superuser", "user_permissions")


@method_decorator(asks_again, name="add_view")
@method_decorator(asks_again, name="change_view")
@method_decorator(asks_again, name="delete_view")
@method_decorator(asks_again(methods=("POST",)), name="changelist_view")
class AskingAgain:
    """For an admin whose every change is of consequence. The list is only asked about when something is done in it."""

    def add_view(self, request, *args, **kwargs):
        return super().add_view(request, *args, **kwargs)

    def change_view(self, request, *args, **kwargs):
        return super().change_view(request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        return super().delete_view(request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        return super().changelist_view(request, *args, **kwargs)


@admin.register(AccessAttempt)
class OurAccessAttemptAdmin(ChecksWhatIsAsked, AccessAttemptAdmin):
    """Who has failed to sign in, and is locked out."""


@admin.register(AccessLog)
class OurAccessLogAdmin(ChecksWhatIsAsked, AccessLogAdmin):
    """Who has signed in."""


@admin.register(Group)
class OurGroupAdmin(AskingAgain, ChecksWhatIsAsked, GroupAdmin):
    pass


class NewPersonForm(forms.ModelForm):
    """An account without a password: its owner sets one, by a link."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "is_staff", "groups"]

    def clean_username(self):
        """Names are found whatever their case when somebody signs in."""
        name = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError("There is an account of that name.", code="unique")
        return name


class PersonForm(UserChangeForm):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        if "password" in self.fields:
            self.fields["password"].help_text = "Nobody can look it up. Its owner sets it, by a link that you make."


@admin.register(User)
class OurUserAdmin(PersonPages, AskingAgain, ChecksWhatIsAsked, UserAdmin):
    """Only a superuser makes one or touches the account of one. Administrators decide all groups, their own too."""

    list_display = ["username", "first_name", "last_name", "email", "is_active", "is_staff", "last_login"]
    form, add_form = PersonForm, NewPersonForm
    add_form_template = "admin/people/add.html"
    change_form_template = "admin/people/change.html"
    add_fieldsets = [(None, {"fields": NewPersonForm.Meta.fields})]

    def get_changeform_initial_data(self, request):
        return {"is_staff": True, **super().get_changeform_initial_data(request)}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """On to the link by which they set their password, unless the next account is to be made first."""
        if "_addanother" in request.POST or IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return redirect("admin:auth_user_password_change", obj.pk)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *FOR_SUPERUSERS)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    def construct_change_message(self, request, form, formsets, add=False):
        """Django says that groups were changed; the history of an account says from what to what."""
        message = super().construct_change_message(request, form, formsets, add)
        if add:
            message.append({"changed": {"fields": [f"Groups (now: {_names(form.cleaned_data['groups'])})"]}})
        elif "groups" in form.changed_data:
            before, now = _names(form.initial["groups"]), _names(form.cleaned_data["groups"])
            fields = message[0]["changed"]["fields"]
            fields[fields.index("Groups")] = f"Groups (before: {before}; now: {now})"
        return message


def _may_touch(request, person):
    return person is None or request.user.is_superuser or not person.is_superuser


def _names(groups):
    return ", ".join(sorted(group.name for group in groups)) or "none"
