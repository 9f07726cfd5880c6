"""What the store refuses is a line on the form, and what staff change is theirs from then on."""

import pytest
from django.urls import reverse

from inspections.models import Basis, Edition
from inspections.publishing.answer import answer
from inspections.publishing.correct import begin_correction
from tests import factories
from tests.admin.pages import address, filled_form, form_of
from tests.publishing.staff import person, says_now
from tests.publishing.staff import public as made_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(shipped_data):
    """A correction of the shipped report that was begun."""
    held = Edition.objects.published().get(inspection__key="doncaster-2024")
    return begin_correction(held, by=person("inspector"), reason="It was misread.")


def test_a_corrected_percentage_loses_the_count_worked_out_from_the_old_one(edition, admin_client, client):
    result = edition.key_question_results.get(citation__key="doncaster-2024-assessment-q3")
    data = filled_form(admin_client.get(address(edition)))
    data[f"{form_of(data, 'key_question_results', result)}-percentage"] = "29"
    assert admin_client.post(address(edition), data).status_code == 302

    result.refresh_from_db()
    assert (result.percentage, result.numerator, result.denominator) == (29, None, None)
    settled(edition)
    source = client.get(reverse("inspections:source", args=["doncaster-2024-assessment-q3"])).content.decode()
    assert "29%" in source
    assert "Entered by staff" in source
    assert "only whole number" not in source


def test_the_row_of_a_table_is_saved_without_a_sentence(edition, admin_client):
    citation = factories.citation(edition, table=factories.source(kind="table"), row=2)
    data = filled_form(admin_client.get(address(citation))) | {"row": "3"}

    assert admin_client.post(address(citation), data).status_code == 302
    citation.refresh_from_db()
    assert (citation.quote, citation.row, citation.basis) == (None, 3, Basis.STAFF)


def test_the_maximum_of_another_framework_is_a_line_on_the_form(edition, admin_client):
    data = filled_form(admin_client.get(address(edition))) | {"max_score": "27"}
    response = admin_client.post(address(edition), data)

    assert response.status_code == 200
    assert "The maximum score is not the one of the framework of this inspection." in response.content.decode()
    assert Edition.objects.get(pk=edition.pk).max_score == 21


def test_a_deleted_fact_leaves_no_public_page_behind(edition, client):
    edition.recommendations.get(citation__key="doncaster-2024-rec-6").delete()
    settled(edition)

    assert client.get(reverse("inspections:source", args=["doncaster-2024-rec-6"])).status_code == 410


def settled(edition: Edition) -> None:
    """Its problems answered, and published by two people."""
    says_now(edition, "doncaster-2024-assessment-q3", "Keeping other people safe? | 29%")
    for problem in edition.problems.open():
        answer(problem, by=person("inspector"), words="Looked at, and right.")
    made_public(edition)


def test_a_problem_is_answered_and_never_deleted(edition, admin_client):
    problem = edition.problems.open().first()

    assert admin_client.post(address(problem, "delete"), {"post": "yes"}).status_code == 403
    assert edition.problems.filter(pk=problem.pk).exists()
    assert admin_client.get(address(edition, "delete")).status_code == 200


def test_no_box_says_that_staffs_words_are_the_inspectorates(edition, admin_client):
    citation = edition.citations.exclude(quote=None).first()
    data = filled_form(admin_client.get(address(citation))) | {"quote": "Other words.", "basis": "published"}

    assert admin_client.post(address(citation), data).status_code == 302
    citation.refresh_from_db()
    assert (citation.quote, citation.basis) == ("Other words.", Basis.STAFF)
