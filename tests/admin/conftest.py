import pytest

from tests.importing.conftest import marlow

__all__ = ["marlow"]


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Every test signs somebody in: a slow hash for each would be most of the time they take."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
