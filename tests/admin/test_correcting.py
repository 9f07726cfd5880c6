"""A value corrected in the admin is public at once where its edition is, and the history says who did it."""

import re

import pytest
from django.urls import reverse

from inspections.models import (
    Edition,
    EditionDate,
    KeyQuestionResult,
    Recommendation,
    SampleCount,
    Source,
    StandardRating,
)
from tests.pages import parsed

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 40


def event_of(model):
    """The model of its history."""
    return model.pgh_event_model


def filled_form(response) -> dict[str, str]:
    """What a browser would send back from a page of the admin, unchanged."""
    data = {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is True:
                data[bound.html_name] = "on"
            elif value not in (None, False):
                data[bound.html_name] = str(value)
    return data


def form_of(data: dict[str, str], table: str, row) -> str:
    """The prefix of the form of a row of a table."""
    (name,) = [name for name, value in data.items() if re.fullmatch(rf"{table}-\d+-id", name) and value == str(row.pk)]
    return name.removesuffix("-id")


@pytest.fixture
def edition(shipped_data):
    return Edition.objects.published().get(inspection__key="doncaster-2024")


def page_of(edition: Edition) -> str:
    return reverse("admin:inspections_edition_change", args=[edition.pk])


def test_page_of_doncaster_reads_like_its_report_in_a_bounded_number_of_statements(
    edition, admin_client, django_assert_max_num_queries
):
    admin_client.get(page_of(edition))
    with django_assert_max_num_queries(MOST_STATEMENTS):
        html = admin_client.get(page_of(edition)).content.decode()
    headings = [heading.text for heading in parsed(html).one("main").all("h2")]
    wanted = ["Outcome", "The report", "Problems", "Standard ratings", "Key question results", "Recommendations"]
    assert [heading for heading in headings if heading in wanted] == wanted


def test_page_saved_as_it_is_changes_nothing(edition, admin_client):
    facts = (Edition, StandardRating, KeyQuestionResult, Recommendation, EditionDate, SampleCount)
    before = {model: list(model.objects.order_by("pk").values()) for model in facts}
    response = admin_client.post(page_of(edition), filled_form(admin_client.get(page_of(edition))))
    assert response.status_code == 302, response.context["errors"]
    assert {model: list(model.objects.order_by("pk").values()) for model in facts} == before


def test_corrected_value_is_public_and_its_history_names_who_did_it(edition, admin_client, admin_user, client):
    result = edition.key_question_results.order_by("pk").first()
    rating = edition.standard_ratings.get(standard__name="Leadership")
    data = filled_form(admin_client.get(page_of(edition)))
    data[f"{form_of(data, 'key_question_results', result)}-percentage"] = "60"
    data[f"{form_of(data, 'standard_ratings', rating)}-rating"] = "Good"

    response = admin_client.post(page_of(edition), data)

    assert response.status_code == 302, response.context["errors"]
    result.refresh_from_db()
    assert result.percentage == 60
    for model, pk in [(KeyQuestionResult, result.pk), (StandardRating, rating.pk)]:
        event = event_of(model).objects.filter(pgh_obj_id=pk).order_by("pgh_id").last()
        assert event.pgh_label == "update"
        assert event.pgh_context.metadata["user"] == admin_user.pk
        assert event.pgh_context.metadata["url"] == page_of(edition)
    assert "60%" in client.get("/pdus/doncaster/").content.decode()


def test_what_the_store_refuses_is_said_on_the_form(edition, admin_client):
    data = filled_form(admin_client.get(page_of(edition))) | {"score": "22"}
    response = admin_client.post(page_of(edition), data)
    assert response.status_code == 200
    assert "The score is between 0 and its maximum." in response.content.decode()
    assert Edition.objects.get(pk=edition.pk).score == 3


def test_state_release_and_report_are_not_changed_by_hand(edition, admin_client):
    data = filled_form(admin_client.get(page_of(edition)))
    assert {"state", "release", "report"}.isdisjoint(data)
    admin_client.post(page_of(edition), data | {"state": "draft"})
    assert Edition.objects.get(pk=edition.pk).state == "published"


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


def test_release_is_only_read(edition, admin_client):
    page = reverse("admin:inspections_release_delete", args=[edition.release_id])
    assert admin_client.get(page).status_code == 403
