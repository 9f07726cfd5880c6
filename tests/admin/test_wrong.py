"""What was refused of a long page stands at its head, each with the way to its field."""

import pytest
from django.contrib.auth.models import User

from tests import factories
from tests.admin.pages import address, filled_form
from tests.pages import parsed

pytestmark = pytest.mark.django_db


def told(client, page: str, **changed: str) -> list[tuple[str, str]]:
    data = filled_form(client.get(page))
    answer = client.post(page, data | changed)
    assert answer.status_code == 200
    shown = parsed(answer.content.decode())
    (note,) = shown.all("div", class_="wrong")
    links = [(link.text, link["href"].removeprefix("#")) for link in note.all("a")]
    assert [anchor for _, anchor in links if not shown.all(id=anchor)] == [], "leads nowhere"
    return [(name, item.text.partition(": ")[2]) for (name, _), item in zip(links, note.all("li"), strict=True)]


@pytest.fixture
def client(client):
    client.force_login(User.objects.create_superuser("editor"))
    return client


def test_fields_of_the_page_and_of_its_rows(client):
    edition = factories.edition()
    question = factories.key_question(factories.standard(edition.inspection.framework))
    result = factories.key_question_result(edition, question)
    page = address(edition)

    for typed, name in (("x", "Key question result: Percentage"), ("140", f"{question.text} 140%")):
        found = told(client, page, score="x", **{"key_question_results-0-percentage": typed})
        assert [name for name, _ in found] == ["Score", name]
        assert all(words for _, words in found)
    result.refresh_from_db()
    assert result.percentage != 140


def test_a_page_that_is_saved_has_no_such_list(client):
    finding = factories.finding(factories.edition())
    page = address(finding)
    assert "errornote wrong" not in client.get(page).content.decode()
    assert [name for name, _ in told(client, page, kind="nothing of the kind")] == ["Kind"]
