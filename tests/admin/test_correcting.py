"""A published value is corrected in the admin by a new edition, and the history says who did what."""

import pytest
from django.urls import reverse

from inspections.admin.forms import ProblemForm
from inspections.models import (
    Edition,
    EditionDate,
    KeyQuestionResult,
    Recommendation,
    SampleCount,
    Source,
    StandardRating,
)
from inspections.publishing.answer import answer
from inspections.publishing.correct import begin_correction
from inspections.publishing.publish import publish
from tests.admin.pages import address, filled_form, form_of
from tests.pages import parsed
from tests.publishing.staff import approved, person

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 70
MOST_STATEMENTS_OF_A_SAVE = 250


def event_of(model):
    """The model of its history."""
    return model.pgh_event_model


@pytest.fixture
def public(shipped_data):
    return Edition.objects.published().get(inspection__key="doncaster-2024")


@pytest.fixture
def edition(public):
    """A correction that was begun."""
    return begin_correction(public, by=person("inspector"), reason="The report was misread.")


def page_of(edition: Edition) -> str:
    return address(edition)


def test_page_of_doncaster_reads_like_its_report_in_a_bounded_number_of_statements(
    edition, admin_client, django_assert_max_num_queries
):
    admin_client.get(page_of(edition))
    with django_assert_max_num_queries(MOST_STATEMENTS):
        html = admin_client.get(page_of(edition)).content.decode()
    headings = [heading.text for heading in parsed(html).one("main").all("h2")]
    wanted = ["Outcome", "The report", "Problems", "P 1.1 Leadership", "P 1.2 Staffing", "Recommendations", "Approvals"]
    assert [heading for heading in headings if heading in wanted] == wanted


def test_every_check_leads_to_a_place_on_the_page(edition, admin_client):
    html = parsed(admin_client.get(page_of(edition)).content.decode())
    links = [link["href"].removeprefix("#") for link in html.one("section", class_="checks").all("a")]
    assert len(links) >= 5
    held = {node["id"] for node in html.all() if "id" in node.attributes}
    assert set(links) <= held


def test_page_saved_as_it_is_changes_nothing(edition, admin_client, django_assert_max_num_queries):
    facts = (Edition, StandardRating, KeyQuestionResult, Recommendation, EditionDate, SampleCount)
    before = {model: list(model.objects.order_by("pk").values()) for model in facts}
    form = filled_form(admin_client.get(page_of(edition)))
    with django_assert_max_num_queries(MOST_STATEMENTS_OF_A_SAVE):
        response = admin_client.post(page_of(edition), form)
    assert response.status_code == 302, response.context["errors"]
    assert {model: list(model.objects.order_by("pk").values()) for model in facts} == before


def test_a_corrected_value_is_public_once_published_and_its_history_names_who_did_it(
    edition, admin_client, admin_user, client
):
    question = edition.key_question_results.get(citation__key="doncaster-2024-assessment-q3")
    rating = edition.standard_ratings.get(standard__name="Leadership")
    data = filled_form(admin_client.get(page_of(edition)))
    data[f"{form_of(data, 'key_question_results', question)}-percentage"] = "61"
    data[f"{form_of(data, 'standard_ratings', rating)}-rating"] = "Good"
    data["is_score_queried"] = "on"

    response = admin_client.post(page_of(edition), data)

    assert response.status_code == 302, response.context["errors"]
    question.refresh_from_db()
    assert question.percentage == 61
    for model, pk in [(KeyQuestionResult, question.pk), (StandardRating, rating.pk)]:
        event = event_of(model).objects.filter(pgh_obj_id=pk).order_by("pgh_id").last()
        assert event.pgh_label == "update"
        assert event.pgh_context.metadata["user"] == admin_user.pk
        assert event.pgh_context.metadata["url"] == page_of(edition)
    assert "61%" not in client.get("/pdus/doncaster/").content.decode()
    for problem in edition.problems.open():
        answer(problem, by=person("inspector"), words="Looked at, and right.")
    edition.citations.filter(key="doncaster-2024-assessment-q3").update(quote="Keeping other people safe? | 61%")
    edition.citations.filter(key="doncaster-2024-leadership-rating").update(quote="Leadership | Good")
    publish([approved(edition)], title="Doncaster 2024", reason="To correct it.", by=person("reviewer"))
    assert "61%" in client.get("/pdus/doncaster/").content.decode()


def test_a_problem_looked_at_and_right_is_one_box_to_tick(edition, admin_client, admin_user):
    problem = edition.problems.open().first()
    data = filled_form(admin_client.get(page_of(edition)))
    data[f"{form_of(data, 'problems', problem)}-is_right"] = "on"

    assert admin_client.post(page_of(edition), data).status_code == 302
    problem.refresh_from_db()
    assert (problem.answer, problem.answered_by) == (ProblemForm.RIGHT, admin_user)


def test_an_answer_typed_on_the_page_is_kept_with_the_name_of_who_typed_it(edition, admin_client, admin_user):
    problem = edition.problems.open().first()
    data = filled_form(admin_client.get(page_of(edition)))
    data[f"{form_of(data, 'problems', problem)}-answer"] = "Looked at, and right."

    assert admin_client.post(page_of(edition), data).status_code == 302
    problem.refresh_from_db()
    assert (problem.answer, problem.answered_by) == ("Looked at, and right.", admin_user)


def test_what_the_store_refuses_is_said_on_the_form(edition, admin_client):
    data = filled_form(admin_client.get(page_of(edition))) | {"score": "22"}
    response = admin_client.post(page_of(edition), data)
    assert response.status_code == 200
    assert "The score is between 0 and its maximum." in response.content.decode()
    assert Edition.objects.get(pk=edition.pk).score == 3


def test_state_release_and_report_are_not_changed_by_hand(edition, admin_client):
    data = filled_form(admin_client.get(page_of(edition)))
    assert {"state", "release", "report"}.isdisjoint(data)
    admin_client.post(page_of(edition), data | {"state": "published"})
    assert Edition.objects.get(pk=edition.pk).state == "draft"


def test_source_added_by_hand_says_by_whom(admin_client, admin_user):
    data = {"key": "a-page", "kind": "page", "title": "A page", "url": "https://example.org/"}
    empty = {"file-TOTAL_FORMS": 0, "file-INITIAL_FORMS": 0, "sections-TOTAL_FORMS": 0, "sections-INITIAL_FORMS": 0}
    response = admin_client.post(reverse("admin:inspections_source_add"), data | empty)
    assert response.status_code == 302
    assert Source.objects.get(key="a-page").added_by == admin_user


def test_file_of_a_source_is_not_read_to_show_its_page(edition, admin_client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as captured:
        admin_client.get(reverse("admin:inspections_source_change", args=[edition.report_id]))
    assert not [query for query in captured.captured_queries if '"content"' in query["sql"]]


def test_release_is_only_read(public, admin_client):
    page = reverse("admin:inspections_release_delete", args=[public.release_id])
    assert admin_client.get(page).status_code == 403
