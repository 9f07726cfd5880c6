"""Colleagues are named, and the name is no link: accounts are open to administrators only."""

import pytest
from django.utils import timezone

from inspections.publishing.answer import answer
from tests import factories
from tests.admin.pages import address
from tests.pages import parsed
from tests.publishing.staff import draft, person, problem, public

pytestmark = pytest.mark.django_db


def answered_problem():
    return answer(problem(draft(), "confirm"), by=person("reviewer"), words="Right.")


def revoked_link():
    reviewer = person("reviewer")
    return factories.preview_link(made_by=reviewer, revoked_by=reviewer, revoked_at=timezone.now())


ROWS = {
    "problem": answered_problem,
    "edition": lambda: answered_problem().edition,
    "source": lambda: factories.source(added_by=person("reviewer")),
    "preview link": revoked_link,
    "release": lambda: public(draft()).release,
}


@pytest.mark.parametrize("make", ROWS.values(), ids=ROWS)
def test_who_did_it_is_named_without_a_link(admin_client, make):
    page = parsed(admin_client.get(address(make())).content.decode()).one("main")
    assert "reviewer" in page.text
    assert [link["href"] for link in page.all("a") if "/auth/user/" in link["href"]] == []


def test_nobody_is_no_name(admin_client):
    page = parsed(admin_client.get(address(factories.source(added_by=None))).content.decode())
    assert page.one("div", class_="field-added_by").one("div", class_="readonly").text.strip() in ("", "-")
