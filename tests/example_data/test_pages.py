"""Every page of a store of example data says that it is made up, without a statement more."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from inspections import models
from inspections.views.context import EXAMPLE_MARK, EXAMPLE_NOTICE
from inspections.views.files import file_response
from tests.pages import Node, contents, parsed
from tests.views.test_statements_by_size import STATEMENTS

OF_A_KIND = 4


@pytest.fixture(scope="module")
def site(example_data, django_db_blocker) -> dict[str, Node]:
    """Some pages of every kind that links lead to."""
    client, visited, waiting, kinds = Client(), {}, ["/"], Counter()
    with django_db_blocker.unblock():
        while waiting:
            address = waiting.pop()
            visited[address] = fetched(client, address)
            for path in paths(visited[address]):
                kind = resolve(path).view_name
                if path not in visited and path not in waiting and kinds[kind] < OF_A_KIND:
                    kinds[kind] += 1
                    waiting.append(path)
    return visited


def fetched(client: Client, address: str) -> Node:
    response = client.get(address)
    assert response.status_code == 200, address
    return parsed(response.content.decode())


def paths(page: Node) -> list[str]:
    """The pages of ours that a page links to, each once."""
    found = [urlsplit(link["href"]) for link in page.all("a")]
    return list(dict.fromkeys(to.path for to in found if to.path.endswith("/") and not to.netloc and not to.scheme))


def test_every_page_has_the_banner_the_mark_and_no_place_in_search_engines(site):
    kinds = {resolve(address).url_name for address in site}
    assert kinds >= {"home", "regions", "region", "pdus", "pdu", "inspection", "standard", "source", "about"}
    for address, page in site.items():
        banner = page.one("div", class_="govuk-notification-banner", **{"aria-labelledby": "example-data"})
        meta = contents(page)
        assert EXAMPLE_NOTICE in banner.text, address
        assert page.one("head").one("title").text.endswith(EXAMPLE_MARK), address
        assert meta["robots"] == "noindex", address
        assert meta["og:site_name"].endswith(EXAMPLE_MARK), address
        assert meta["og:title"].endswith(EXAMPLE_MARK), address
        assert meta["twitter:title"] == meta["og:title"], address


def test_the_banner_comes_before_the_content_and_ids_are_there_once(site):
    for address, page in site.items():
        ids = [node["id"] for node in page.all() if "id" in node.attributes]
        assert len(ids) == len(set(ids)), address
        assert ids.index("example-data") < ids.index("main-content"), address


def test_nothing_is_said_of_none(site):
    assert [address for address, page in site.items() if " None" in page.text or "{%" in page.text] == []


in_the_example_store = pytest.mark.usefixtures("example_data", "db")


@in_the_example_store
def test_a_page_that_is_not_there_has_the_banner_too(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert EXAMPLE_NOTICE in response.content.decode()


@in_the_example_store
def test_the_admin_has_it_too(client):
    pages = [client.get("/accounts/login/")]
    client.force_login(User.objects.create_superuser("staff"))
    pages += [client.get(address) for address in ("/admin/", "/admin/inspections/region/")]
    for page in pages:
        html = page.content.decode()
        assert EXAMPLE_NOTICE in html
        assert f"{EXAMPLE_MARK}</title>" in html


@in_the_example_store
def test_files_are_named_for_it(rf):
    response = file_response([], form="csv", name="quesselwick")
    assert response["Content-Disposition"] == 'attachment; filename="example-data-quesselwick.csv"'
    assert response["X-Robots-Tag"] == "noindex"


@in_the_example_store
def test_the_pages_need_as_many_statements_as_those_of_real_data(client):
    edition = models.Edition.objects.exclude(report=None).filter(inspection__round="2025").first()
    unit = edition.inspection.delivery_unit
    for address, statements in STATEMENTS.items():
        here = address.replace("northern-fells", unit.region.slug).replace("marlow-0", unit.slug)
        here = here.replace("training", "training-and-development")
        with CaptureQueriesContext(connection) as taken:
            assert client.get(here).status_code == 200
        assert len(taken) <= statements, here


def test_no_made_up_report_is_said_to_be_published_by_the_inspectorate(site):
    assert any("(made up)" in page.text for page in site.values())
    for address, page in site.items():
        assert "(made up), HM Inspectorate" not in page.text, address
        kind = resolve(address).url_name
        assert kind == "about" or "s published in the inspectorate's" not in page.one("main").text, address
