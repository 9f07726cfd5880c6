"""Pages and files are compressed for those who say that they can read it, the admin's too."""

import gzip
import re

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db
COMPRESSED = {"accept-encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("address", ["/", "/pdus/", "/about/", "/pdus.csv", "/accounts/login/", "/nowhere/"])
def test_answer_is_compressed_and_says_on_what_that_depends(shipped_data, client, address):
    """With data: a file of one line, lengthened at random, can be longer compressed, and is then left as it is."""
    plain, compressed = client.get(address), client.get(address, headers=COMPRESSED)
    assert not plain.has_header("Content-Encoding")
    assert compressed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in compressed["Vary"]
    assert len(compressed.content) < len(plain.content)
    assert int(compressed["Content-Length"]) == len(compressed.content)
    assert without_tokens(gzip.decompress(compressed.content)) == without_tokens(plain.content)


def without_tokens(content: bytes) -> bytes:
    return re.sub(rb'csrfmiddlewaretoken" value="\w+"', b"", content)


def test_pages_of_strangers_depend_on_nothing_else(client):
    assert client.get("/pdus/", headers=COMPRESSED)["Vary"] == "Accept-Encoding"


def test_size_of_one_page_is_not_always_the_same(client):
    sizes = {len(client.get("/about/", headers=COMPRESSED).content) for _ in range(8)}
    assert len(sizes) > 1


def test_workbook_is_whole_whether_compressed_or_not(client):
    plain, answer = client.get("/pdus.xlsx"), client.get("/pdus.xlsx", headers=COMPRESSED)
    content = gzip.decompress(answer.content) if answer.has_header("Content-Encoding") else answer.content
    assert content[:2] == plain.content[:2] == b"PK"


def test_a_form_of_the_admin_that_came_compressed_can_be_sent(client):
    User.objects.create_superuser("amina", password="only for this test")
    page = gzip.decompress(client.get("/accounts/login/?next=/admin/", headers=COMPRESSED).content).decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page).group(1)
    sent = {"csrfmiddlewaretoken": token, "login": "amina", "password": "only for this test", "next": "/admin/"}
    strict = type(client)(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = strict.post("/accounts/login/", sent, headers=COMPRESSED)
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert gzip.decompress(strict.get("/admin/", headers=COMPRESSED).content).startswith(b"<!DOCTYPE html>")
