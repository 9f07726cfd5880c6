import datetime
import time

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.admin.accounts import NAME, PASSWORD, enrol, sign_in
from tests.importing.conftest import marlow

__all__ = ["marlow"]


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Every test signs somebody in: a slow hash for each would be most of the time they take."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def amina():
    return User.objects.create_superuser(NAME, password=PASSWORD)


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def secret(client, amina, required):
    """Signed in with a second factor that was just set up: what the app knows."""
    sign_in(client)
    return enrol(client)


@pytest.fixture
def clock(monkeypatch):
    """Moves the time that sessions, codes and limits go by, by seconds."""
    ahead = 0.0
    seconds, now = time.time, timezone.now

    def later():
        return now() + datetime.timedelta(seconds=ahead)

    def forward(by):
        nonlocal ahead
        ahead += by

    monkeypatch.setattr(time, "time", lambda: seconds() + ahead)
    monkeypatch.setattr(timezone, "now", later)
    monkeypatch.setattr("axes.handlers.proxy.now", later)
    return forward
