"""The answer where something failed: of a database that can't be reached it says what became of what was sent."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

SECONDS_UNTIL_TRIED_AGAIN = 30
# Of PostgreSQL: no connection, and a server that is stopped or starts.
GONE = ("08", "57P")
READING = ("GET", "HEAD", "OPTIONS")


def server_error(request: HttpRequest) -> HttpResponse:
    """The handler of errors, called while the error is handled. Its page asks nothing of the database."""
    if not _is_gone(sys.exception()):
        return defaults.server_error(request)
    response = render(None, "503.html", {"is_sent": request.method not in READING}, status=503)
    response["Retry-After"] = str(SECONDS_UNTIL_TRIED_AGAIN)
    response["Cache-Control"] = "no-store"
    return response


def _is_gone(error: BaseException | None) -> bool:
    """Whether there is no connection any more; another failure of the database, as a deadlock, has another SQLSTATE."""
    state = getattr(getattr(error, "__cause__", None), "sqlstate", None)
    return isinstance(error, OperationalError | InterfaceError) and (state is None or state.startswith(GONE))
