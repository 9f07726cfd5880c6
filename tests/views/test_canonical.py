"""The canonical address of a page has what is asked and means something: in one order, each once."""

import pytest

from tests.pages import parsed
from tests.views.test_listing_of_many import many  # noqa: F401

pytestmark = pytest.mark.django_db
REGION = "/regions/yorkshire-and-the-humber"


@pytest.fixture
def canonical(client):
    def address(asked: str) -> str:
        response = client.get(asked)
        assert response.status_code == 200
        return parsed(response.content.decode()).one("link", rel="canonical")["href"].removeprefix("http://testserver")

    return address


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/?x=1", "/"),
        ("/regions/?round=2024", "/regions/"),
        (f"{REGION}/?x=1&round=2024&round=2024&round-2024-sort=unit", f"{REGION}/?round=2024"),
        (f"{REGION}/?round=&formerly=x", f"{REGION}/"),
        (f"{REGION}/themes/risk-of-harm/?round=2024&round=2024&page=2", f"{REGION}/themes/risk-of-harm/?round=2024"),
        (f"{REGION}/standards/leadership/?sort=unit&round=2024", f"{REGION}/standards/leadership/?round=2024"),
        (f"{REGION}/standards/leadership/?round=", f"{REGION}/standards/leadership/"),
        (
            f"{REGION}/measures/caseload/?sort=unit&round=2024&round=2024",
            f"{REGION}/measures/caseload/?round=2024",
        ),
        (
            f"{REGION}/key-questions/?question=planning-q2&question=planning-q2&x=y&round=2024",
            f"{REGION}/key-questions/?round=2024&question=planning-q2",
        ),
        ("/pdus/doncaster/?formerly=x&round=2024", "/pdus/doncaster/"),
        ("/compare/?pdu=leeds&pdu=nowhere&x=1", "/compare/"),
        (
            "/compare/?round=2024&pdu=leeds&pdu=&pdu=doncaster&pdu=leeds&pdu=nowhere",
            "/compare/?pdu=leeds&pdu=doncaster&round=2024",
        ),
        ("/compare/?pdu=leeds&pdu=doncaster&round=1999", "/compare/?pdu=leeds&pdu=doncaster"),
        ("/about/?page=2", "/about/"),
        ("/sources/doncaster-2024-score/?x=1", "/sources/doncaster-2024-score/"),
    ],
)
def test_of_a_page(shipped_data, canonical, asked, expected):
    assert canonical(asked) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ""),
        ("show=latest&size=25&page=1&sort=", ""),
        ("show=all&show=latest", ""),
        ("show=latest&show=all", "?show=all"),
        ("rating=Good&region=northern-fells", "?region=northern-fells&rating=Good"),
        ("region=northern-fells&region=northern-fells", "?region=northern-fells"),
        ("region=nowhere&round=zzz&theme=x", ""),
        ("sort=-unit&size=50", ""),
        ("page=2&x=y", "?page=2"),
        ("page=2&page=2", "?page=2"),
        ("page=999", "?page=2"),
        ("page=zzz", ""),
        ("page=-1", "?page=2"),
        ("page=2&size=nine&sort=score", "?page=2"),
        ("page=2&size=all", ""),
        ("page=2&size=50&sort=unit", ""),
        ("page=2&size=25&sort=-unit", "?sort=-unit&page=2"),
        ("sort=-unit&sort=-unit&sort=score&page=2&region=northern-fells", "?region=northern-fells&sort=-unit&page=2"),
    ],
)
def test_of_the_list(many, canonical, query, expected):  # noqa: F811
    assert canonical(f"/pdus/?{query}") == f"/pdus/{expected}"
