"""The steps of an edition's life as pages: offered to whom may take them, and nothing lost where one is refused."""

import pytest
from django.urls import reverse

from inspections.models import Approval, Edition, EditionState, Release
from inspections.publishing.answer import answer
from inspections.publishing.approve import approve
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.permissions import Verb
from inspections.publishing.submit import submit
from inspections.publishing.withdraw import withdraw
from tests.admin.pages import address
from tests.admin.test_roles import in_role
from tests.pages import Node, parsed
from tests.publishing.staff import draft, person, problem, public

pytestmark = pytest.mark.django_db


def signed_in(client, name: str, *verbs: Verb):
    client.force_login(person(name, Verb.EDIT, *verbs))
    return client


def step(verb: Verb, *editions: Edition) -> str:
    return reverse(f"admin:edition_{verb.value}") + "?" + "&".join(f"edition={edition.pk}" for edition in editions)


def withdraw_public(edition: Edition) -> Edition:
    withdraw(edition, by=person("reviewer"), reason="The wrong unit.")
    edition.refresh_from_db()
    return edition


def state(edition: Edition) -> str:
    return Edition.objects.get(pk=edition.pk).state


def offered(client, edition: Edition) -> list[str]:
    html = client.get(address(edition)).content.decode()
    return [link.text for link in parsed(html).one("div", class_="steps").all("a", class_="button")]


def test_an_edition_goes_from_draft_to_public_and_is_corrected_by_pages_alone(client):
    edition = draft()
    inspector = signed_in(client, "inspector", Verb.SUBMIT, Verb.CORRECT)
    assert offered(inspector, edition) == ["Submit for review"]
    assert inspector.get(step(Verb.SUBMIT, edition)).status_code == 200
    assert state(edition) == EditionState.DRAFT
    response = inspector.post(step(Verb.SUBMIT, edition), {"note": "Ready."})
    assert response["Location"] == address(edition)
    assert state(edition) == EditionState.IN_REVIEW
    assert offered(inspector, edition) == []

    reviewer = signed_in(client, "reviewer", Verb.APPROVE, Verb.PUBLISH)
    assert offered(reviewer, edition) == ["Approve", "Publish"]
    page = parsed(reviewer.get(step(Verb.PUBLISH, edition)).content.decode())
    assert page.one("input", name="title")["value"] == str(edition.inspection).replace(",", "")
    reviewer.post(step(Verb.PUBLISH, edition), {"title": "A release", "reason": "It is out.", "approve": "on"})
    release = Release.objects.get()
    assert (state(edition), release.title, release.reason) == ("published", "A release", "It is out.")
    assert Approval.objects.get().approved_by.username == "reviewer"

    inspector = signed_in(client, "inspector", Verb.SUBMIT, Verb.CORRECT)
    assert offered(inspector, edition) == ["Begin a correction"]
    response = inspector.post(step(Verb.CORRECT, edition), {"reason": "It was misread."})
    correction = Edition.objects.get(state="draft")
    assert response["Location"] == address(correction)
    assert correction.reason == "It was misread."


def test_an_edition_that_is_not_ready_stays_a_draft_and_each_reason_leads_to_what_mends_it(client):
    edition = draft()
    found = problem(edition, "confirm")
    response = signed_in(client, "inspector", Verb.SUBMIT).post(step(Verb.SUBMIT, edition), {"note": "Quick."})

    assert (response.status_code, state(edition)) == (409, EditionState.DRAFT)
    html = response.content.decode()
    assert "Nothing is done." in html
    assert f"{address(edition)}#problem-{found.pk}" in html
    assert "Quick." in html


def test_own_work_is_approved_with_a_warning_and_not_published_by_it_alone(client):
    edition = draft()
    both = signed_in(client, "both", Verb.SUBMIT, Verb.APPROVE, Verb.PUBLISH)
    found = problem(edition, "confirm")
    answer(found, by=person("both"), words="Right.")
    both.post(step(Verb.SUBMIT, edition), {"note": ""})
    told = both.post(step(Verb.APPROVE, edition), {"note": ""}, follow=True).content.decode()
    assert "somebody else’s approval is needed" in told
    response = both.post(step(Verb.PUBLISH, edition), {"title": "A release", "reason": "It is out."})
    assert (response.status_code, state(edition)) == (409, EditionState.IN_REVIEW)
    assert "needs the approval of somebody who has not worked on it" in response.content.decode()
    assert "It is out." in response.content.decode()


def test_what_somebody_has_approved_is_not_offered_to_them_again(client):
    edition = submit(draft(), by=person("inspector"))
    reviewer = signed_in(client, "reviewer", Verb.APPROVE, Verb.PUBLISH)
    assert parsed(reviewer.get(step(Verb.PUBLISH, edition)).content.decode()).all("input", name="approve")
    reviewer.post(step(Verb.APPROVE, edition), {"note": ""})
    assert offered(reviewer, edition) == ["Publish"]
    assert not parsed(reviewer.get(step(Verb.PUBLISH, edition)).content.decode()).all("input", name="approve")
    assert offered(signed_in(client, "another", Verb.APPROVE), edition) == ["Approve"]


def yellow_box(client, row) -> Node:
    return parsed(client.get(address(row)).content.decode()).one("p", id="stays")


def test_beside_an_open_draft_no_other_is_offered_and_the_draft_is_linked(client):
    withdrawn = withdraw_public(public(draft()))
    both = signed_in(client, "both", Verb.RESTORE, Verb.CORRECT, Verb.WITHDRAW)
    assert offered(both, withdrawn) == ["Restore as a draft"]
    restored = restore(withdrawn, by=person("both"), reason="It was right.")
    assert offered(both, withdrawn) == []
    box = yellow_box(both, withdrawn)
    assert "Edition 2 (draft) is open beside it." in box.text
    assert address(restored) in [link["href"] for link in box.all("a")]

    published = public(restored)
    assert offered(both, published) == ["Begin a correction", "Withdraw"]
    begin_correction(published, by=person("both"), reason="It was misread.")
    assert offered(both, published) == ["Withdraw"]
    client.force_login(in_role("Reviewer"))
    assert "Edition 3 (draft) is open beside it." in yellow_box(client, published.findings.get()).text


@pytest.mark.parametrize(
    ("make", "told", "others"),
    [
        (lambda: submit(draft(), by=person("one")), "Take it back to", "An inspector or a reviewer can take it back"),
        (lambda: public(draft()), "Begin a correction to", "An inspector can begin a correction to"),
        (lambda: withdraw_public(public(draft())), "Restore it as a draft to", "An inspector can restore it"),
    ],
)
def test_why_an_edition_stays_says_what_this_person_can_do_about_it(client, make, told, others):
    edition = make()
    for row in (edition, edition.findings.get()):
        for role, words, unsaid in [("Inspector", told, others), ("Data manager", others, told)]:
            client.force_login(in_role(role))
            box = yellow_box(client, row).text
            assert words in box
            assert unsaid not in box


def test_what_a_later_edition_has_replaced_leads_nowhere(client):
    edition = public(draft())
    correction = begin_correction(edition, by=person("both"), reason="It was misread.")
    correction.findings.update(text="It went badly.")
    public(correction)
    edition.refresh_from_db()
    box = yellow_box(signed_in(client, "one", *Verb), edition)
    assert box.text.strip() == "A later edition has taken its place. It stays as it was, for whoever quotes it."


def test_steps_need_their_permission_and_their_fields(client):
    edition = public(draft())
    for verb in (Verb.CORRECT, Verb.WITHDRAW):
        assert signed_in(client, "reader").get(step(verb, edition)).status_code == 403
        assert signed_in(client, "reader").post(step(verb, edition), {"reason": "So."}).status_code == 403
        response = signed_in(client, "one", verb).post(step(verb, edition), {"reason": " "})
        assert response.status_code == 200
        assert "This field is required" in response.content.decode()
    assert state(edition) == EditionState.PUBLISHED


def test_withdrawn_and_restored(client):
    edition = public(draft())
    one = signed_in(client, "one", Verb.WITHDRAW, Verb.RESTORE)
    told = one.post(step(Verb.WITHDRAW, edition), {"reason": "The wrong unit."}, follow=True).content.decode()
    assert "Withdrawn in" in told
    assert state(edition) == EditionState.WITHDRAWN
    assert offered(one, edition) == ["Restore as a draft"]
    page = parsed(one.get(step(Verb.RESTORE, edition)).content.decode())
    assert page.one("textarea", name="reason").text == ""
    one.post(step(Verb.RESTORE, edition), {"reason": "It was the right one."})
    assert Edition.objects.get(state="draft").number == 2


def test_several_are_submitted_together_or_none_at_all(client):
    ready, unready = draft(), draft()
    problem(unready, "must_fix")
    inspector = signed_in(client, "inspector", Verb.SUBMIT)
    listed = reverse("admin:inspections_edition_changelist")
    chosen = {"action": "submit", "_selected_action": [ready.pk, unready.pk]}
    response = inspector.post(listed, chosen)
    assert sorted(response["Location"].split("?")[1].split("&")) == [f"edition={ready.pk}", f"edition={unready.pk}"]
    assert inspector.post(response["Location"], {"note": ""}).status_code == 409
    assert (state(ready), state(unready)) == (EditionState.DRAFT, EditionState.DRAFT)
    inspector.post(step(Verb.SUBMIT, ready), {"note": ""})
    assert state(ready) == EditionState.IN_REVIEW


def test_a_list_offers_the_steps_that_a_person_may_take(client):
    draft()
    html = signed_in(client, "inspector", Verb.SUBMIT).get(reverse("admin:inspections_edition_changelist")).content
    options = [option["value"] for option in parsed(html.decode()).one("select", name="action").all("option")]
    assert options == ["", "submit"]


def test_approved_ones_are_published_in_one_release(client):
    editions = [draft(reason="An old reason."), draft()]
    for edition in editions:
        submit(edition, by=person("inspector"))
        approve(edition, by=person("second"))
    reviewer = signed_in(client, "reviewer", Verb.PUBLISH)
    page = parsed(reviewer.get(step(Verb.PUBLISH, *editions)).content.decode())
    assert page.one("input", name="title")["value"] == "2 inspections"
    assert page.one("textarea", name="reason").text == ""
    page = parsed(reviewer.get(step(Verb.PUBLISH, editions[0])).content.decode())
    assert page.one("textarea", name="reason").text == "An old reason."
    assert not page.all("input", name="approve")
    reviewer.post(step(Verb.PUBLISH, *editions), {"title": "Two", "reason": "They are out."})
    assert {edition.release.number for edition in Edition.objects.all()} == {Release.objects.get().number}


@pytest.mark.parametrize("asked", ["", "?edition=999999", "?edition=x", "?edition=99999999999999999999"])
def test_no_such_edition_is_no_page(client, asked):
    assert signed_in(client, "one", Verb.SUBMIT).get(reverse("admin:edition_submit") + asked).status_code == 404


def test_one_at_a_time_where_a_step_is_of_one(client):
    first, second = public(draft()), public(draft())
    assert signed_in(client, "one", Verb.CORRECT).get(step(Verb.CORRECT, first, second)).status_code == 404
