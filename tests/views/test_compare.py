import pytest

pytestmark = pytest.mark.django_db


def test_x(shipped_data, client):
    client.get("/compare/?pdu=doncaster&pdu=leeds")
