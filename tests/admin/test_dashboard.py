"""The start page: what waits for whoever is signed in, in a fixed number of statements."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.publishing.acting import acting
from inspections.publishing.approve import approve
from inspections.publishing.permissions import Verb
from inspections.publishing.submit import submit
from tests import factories
from tests.admin.pages import address
from tests.admin.test_pages import OURS
from tests.pages import parsed
from tests.publishing.staff import draft, person, problem, public

pytestmark = pytest.mark.django_db
START = "/admin/"


def by(user: User, **fields):
    """A draft that somebody has worked on."""
    with acting(user):
        return draft(**fields)


def boxes(client) -> dict[str, list[str]]:
    html = client.get(START).content.decode()
    sections = parsed(html).one("div", class_="dashboard").all("section")
    return {box.one("h2").text: [item.text for item in box.all("li")] for box in sections}


def test_each_sees_their_own_drafts_and_what_they_can_review(client):
    anna, ben = person("anna"), person("ben")
    annas, bens, waiting = by(anna), by(ben), by(anna)
    problem(bens, "confirm")
    problem(bens, "note")
    submit(waiting, by=anna)
    public(by(anna))
    approver = person("approver", Verb.APPROVE)
    approver.user_permissions.add(Permission.objects.get(codename="view_edition"))

    client.force_login(anna)
    assert boxes(client)["My drafts"] == [str(annas.inspection)]
    assert boxes(client)["My work in review"] == [f"{waiting.inspection}, in review"]
    assert boxes(client)["Waiting for my review"] == ["None."]
    assert boxes(client)["Drafts with open problems"] == [f"{bens.inspection}, 1 open problem"]
    assert boxes(client)["Last releases"][0].startswith("Release 1: A release")
    client.force_login(ben)
    assert boxes(client)["My drafts"] == [f"{bens.inspection}, 1 open problem"]
    assert boxes(client)["Waiting for my review"] == [f"{waiting.inspection}, in review"]
    client.force_login(person("clara", Verb.EDIT))
    assert list(boxes(client)) == ["My drafts", "My work in review", "Drafts with open problems", "Last releases"]
    client.force_login(approver)
    assert list(boxes(client)) == ["Waiting for my review", "Drafts with open problems", "Last releases"]


def test_who_has_worked_on_something_finds_it_also_where_they_may_edit_no_more(client):
    anna = person("anna")
    edition = by(anna)
    anna = person("anna", Verb.APPROVE)
    anna.user_permissions.add(Permission.objects.get(codename="view_edition"))
    client.force_login(anna)
    assert boxes(client)["My drafts"] == [str(edition.inspection)]
    assert "My work in review" not in boxes(client)


def test_what_is_approved_says_so_to_whoever_submitted_it(client):
    anna, ben = person("anna"), person("ben")
    edition = by(anna)
    submit(edition, by=anna)
    approve(edition, by=anna)
    client.force_login(anna)
    assert boxes(client)["My work in review"] == [f"{edition.inspection}, in review"], "own work needs another's"
    approve(edition, by=ben)
    assert boxes(client)["My work in review"] == [f"{edition.inspection}, approved"]
    client.force_login(ben)
    assert boxes(client)["Waiting for my review"] == [f"{edition.inspection}, approved"]


def test_long_lists_say_how_much_is_left_out(client):
    anna = person("anna")
    for _ in range(12):
        by(anna)
    client.force_login(anna)
    assert len(boxes(client)["My drafts"]) == 11
    assert boxes(client)["My drafts"][-1] == "2 more"


def test_who_may_see_no_inspections_sees_no_work(client):
    client.force_login(User.objects.create(username="nobody", is_staff=True))
    assert not parsed(client.get(START).content.decode()).all("div", class_="dashboard")


def test_topics_hold_every_list_once(admin_client):
    page = parsed(admin_client.get(START).content.decode())
    links = [link["href"] for row in page.all("tr") for link in row.all("th")[0].all("a")]
    ours = [link for link in links if link.startswith("/admin/inspections/")]
    assert sorted(ours) == sorted(reverse(f"admin:inspections_{model._meta.model_name}_changelist") for model in OURS)


def test_as_many_statements_with_many_editions_as_with_one(admin_client):
    def statements() -> int:
        admin_client.get(START)
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(START).status_code == 200
        return len(captured)

    by(person("anna"))
    one = statements()
    for _ in range(20):
        problem(by(person("anna")), "confirm")
        factories.release()
    assert statements() == one == 5


def test_the_way_to_an_edition_is_one_link(client):
    anna = person("anna")
    edition = by(anna)
    client.force_login(anna)
    assert f'href="{address(edition)}"' in client.get(START).content.decode()
