"""What the store refuses is a line on the form, and what staff change is theirs from then on."""

import pytest
from django.urls import reverse

from inspections.models import Basis, Citation, Edition, KeyQuestionResult
from tests.admin.test_correcting import filled_form, form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(shipped_data):
    return Edition.objects.published().get(inspection__key="doncaster-2024")


def change_page(row) -> str:
    return reverse(f"admin:inspections_{row._meta.model_name}_change", args=[row.pk])


def test_a_corrected_percentage_loses_the_count_worked_out_from_the_old_one(edition, admin_client, client):
    result = KeyQuestionResult.objects.get(citation__key="doncaster-2024-assessment-q3")
    data = filled_form(admin_client.get(change_page(edition)))
    data[f"{form_of(data, 'key_question_results', result)}-percentage"] = "29"
    assert admin_client.post(change_page(edition), data).status_code == 302

    result.refresh_from_db()
    assert (result.percentage, result.numerator, result.denominator) == (29, None, None)
    source = client.get(reverse("inspections:source", args=["doncaster-2024-assessment-q3"])).content.decode()
    assert "29%" in source
    assert "Entered by staff" in source
    assert "only whole number" not in source


def test_the_row_of_a_table_is_saved_without_a_sentence(edition, admin_client):
    citation = Citation.objects.filter(row__isnull=False).first()
    data = filled_form_without_tables(admin_client.get(change_page(citation))) | {"basis": Basis.STAFF}

    assert admin_client.post(change_page(citation), data).status_code == 302
    citation.refresh_from_db()
    assert (citation.quote, citation.basis) == (None, Basis.STAFF)


def test_the_maximum_of_another_framework_is_a_line_on_the_form(edition, admin_client):
    data = filled_form(admin_client.get(change_page(edition))) | {"max_score": "27"}
    response = admin_client.post(change_page(edition), data)

    assert response.status_code == 200
    assert "The maximum score is not the one of the framework of this inspection." in response.content.decode()
    assert Edition.objects.get(pk=edition.pk).max_score == 21


def test_a_deleted_fact_leaves_no_public_page_behind(edition, client):
    edition.recommendations.get(number=3).delete()

    assert client.get(reverse("inspections:source", args=["doncaster-2024-rec-3"])).status_code == 404


def filled_form_without_tables(response) -> dict[str, str]:
    form = response.context["adminform"].form
    return {bound.html_name: str(bound.value()) for bound in form if bound.value() not in (None, False)}
