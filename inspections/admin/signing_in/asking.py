"""Asking again who somebody is before they do something of consequence, without losing what they typed."""

from functools import wraps
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from inspections.admin.signing_in.proof import is_recent

# Key of the session: the form that was sent, until it is sent again.
KEPT = "asked_again_of"


def asks_again(view=None, *, methods=("GET", "POST")):
    """A view for which the second factor is asked again, or the password of those who have none.

    Not of those who have given it in the last minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT). A form that was sent too late
    is kept in the session and offered to be sent once more: never files, nor what is called a password.
    Of a method of a class: `@method_decorator(asks_again)`.
    """

    def decorate(view):
        @wraps(view)
        def asking(request, *args, **kwargs):
            if request.method not in methods or not request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if not is_recent(request):
                return _ask(request)
            if request.method == "POST":
                request.session.pop(KEPT, None)
            return view(request, *args, **kwargs)

        return asking

    return decorate(view) if view else decorate


def _ask(request):
    back = request.get_full_path()
    if request.method == "POST":
        request.session[KEPT] = {"address": back, "fields": _fields(request.POST)}
        back = reverse("account_carry_on")
    address = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    return redirect(f"{address}?{urlencode({'next': back})}")


def _fields(post):
    """Names and values, in their order. Sessions are stored as they are: no secret goes into one."""
    return [
        (name, value)
        for name, values in post.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]


@login_required
def carry_on(request):
    """The form that was kept, to be sent again. Its own page, so that loading it again loses nothing."""
    kept = request.session.get(KEPT)
    if kept is None:
        return redirect("admin:index")
    return render(request, "account/carry_on.html", kept)
