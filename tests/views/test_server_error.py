"""A database that is gone is said to be, and what became of what was sent."""

import psycopg
import pytest
from django.db import InterfaceError, OperationalError

from inspections.views.server_error import server_error


def answer(request, error):
    try:
        raise error
    except type(error):
        return server_error(request)


@pytest.mark.parametrize("error", [OperationalError(), InterfaceError()])
def test_what_was_sent_was_not_saved(rf, error):
    response = answer(rf.post("/admin/"), error)
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "30", "no-store")
    assert "What you sent was not saved" in response.content.decode()


def test_who_only_reads_is_told_to_come_back(rf):
    page = answer(rf.get("/"), OperationalError()).content.decode()
    assert "Try again in a few minutes" in page
    assert "saved" not in page


@pytest.mark.parametrize(
    ("cause", "status"),
    [(psycopg.errors.AdminShutdown(), 503), (psycopg.errors.DeadlockDetected(), 500), (psycopg.errors.DiskFull(), 500)],
)
def test_only_a_database_that_is_gone_is_said_to_be(rf, cause, status):
    error = OperationalError()
    error.__cause__ = cause
    assert answer(rf.post("/admin/"), error).status_code == status


def test_other_errors_are_told_as_before(rf):
    assert answer(rf.post("/"), ValueError()).status_code == 500
