"""Accounts and groups: every change asks for the second factor again, and is in the history of the account."""

# By way of their admins, which register them when they are first imported.
from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from allauth.socialaccount.admin import SocialAccount, SocialApp, SocialToken
from axes.admin import AccessFailureLog
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.decorators import method_decorator

from inspections.admin.signing_in import asks_again

# Replaced below, or of no use here: addresses are not verified, secrets are nobody's to read, services are configured,
# and failures are counted but not kept.
for model in (User, Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, AccessFailureLog):
    admin.site.unregister(model)

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


@admin.register(Group)
class OurGroupAdmin(AskingAgain, GroupAdmin):
    pass


@admin.register(User)
class OurUserAdmin(AskingAgain, UserAdmin):
    """Only a superuser makes one or touches the account of one. Administrators decide all groups, their own too."""

    list_display = ["username", "first_name", "last_name", "email", "is_active", "is_staff", "last_login"]
    actions = ["take_away_second_factor"]

    @method_decorator(asks_again)
    def user_change_password(self, request, *args, **kwargs):
        return super().user_change_password(request, *args, **kwargs)

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
        if not add and "groups" in form.changed_data:
            before, now = _names(form.initial["groups"]), _names(form.cleaned_data["groups"])
            fields = message[0]["changed"]["fields"]
            fields[fields.index("Groups")] = f"Groups (before: {before}; now: {now})"
        return message

    @admin.action(description="Take away the second factor of selected users", permissions=["change"])
    def take_away_second_factor(self, request, queryset):
        """For somebody who has lost it: they are signed out everywhere and set up another one."""
        for person in queryset:
            if not self.has_change_permission(request, person):
                self.message_user(request, f"{person} is a superuser: only another one may do this.", messages.ERROR)
            elif Authenticator.objects.filter(user=person).delete()[0]:
                _sign_out(person)
                self.log_change(request, person, "Took away the second factor and signed out.")
                self.message_user(request, f"{person} has no second factor now and was signed out.", messages.SUCCESS)
            else:
                self.message_user(request, f"{person} had no second factor.", messages.WARNING)


def _may_touch(request, person):
    return person is None or request.user.is_superuser or not person.is_superuser


def _names(groups):
    return ", ".join(sorted(group.name for group in groups)) or "none"


def _sign_out(person):
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()
