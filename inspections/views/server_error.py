"""The answer where something failed: of a database that can't be reached it says what became of what was sent."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

SECONDS_UNTIL_TRIED_AGAIN = 30
READING = ("GET", "HEAD", "OPTIONS")


def server_error(request: HttpRequest) -> HttpResponse:
    """The handler of errors, called while the error is handled. Its page asks nothing of the database."""
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return defaults.server_error(request)
    response = render(None, "503.html", {"is_sent": request.method not in READING}, status=503)
    response["Retry-After"] = str(SECONDS_UNTIL_TRIED_AGAIN)
    response["Cache-Control"] = "no-store"
    return response
