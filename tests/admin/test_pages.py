"""Every page of the admin answers, with the shipped data, for somebody who may do everything."""

import pytest
from django.contrib import admin
from django.urls import reverse

from inspections.models import Comparability, Framework, PreviewLink, Upload
from tests import factories

pytestmark = pytest.mark.django_db
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
OURS = [model for model in MODELS if model._meta.app_label == "inspections"]


# What the shipped data have none of.
MADE = {
    Upload: factories.upload,
    PreviewLink: factories.preview_link,
    Comparability: lambda: Comparability.objects.create(
        earlier=Framework.objects.earliest("used_from"), later=Framework.objects.latest("used_from"), source="A report."
    ),
}

NOT_ADDED = {"release", "problem", "previewlink", "accessattempt", "accesslog"}


def address(model, page: str, *arguments) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def label(model) -> str:
    return model._meta.model_name


@pytest.fixture
def staff(shipped_data, admin_client):
    return admin_client


def test_every_model_that_holds_facts_is_registered():
    from django.apps import apps

    missing = {
        model._meta.model_name
        for model in apps.get_app_config("inspections").get_models()
        if not hasattr(model, "pgh_tracked_model") and model not in OURS
    }
    # Those are edited on the pages of what they belong to; answers and staged files are worked on at their upload's;
    # an approval is on the page of its edition, and what a release changed on the release's public page.
    assert missing == {
        *("comparator", "domain", "keyquestion", "placealias", "sourcefile", "succession"),
        *("answer", "stagedfile"),
        *("findingtheme", "recommendationtheme"),
        *("approval", "releasedchange"),
    }


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_list_answers_and_can_be_searched(staff, model):
    page = address(model, "changelist")
    assert staff.get(page).status_code == 200
    assert staff.get(page, {"q": "don"}).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_page_to_add_answers_unless_rows_are_not_added_by_hand(staff, model):
    status = staff.get(address(model, "add")).status_code
    assert status == (403 if label(model) in NOT_ADDED else 200)


@pytest.mark.parametrize("model", OURS, ids=label)
def test_page_of_a_row_and_of_its_deletion_answer(staff, model):
    row = MADE[model]() if model in MADE else model.objects.order_by("pk").first()
    if row is None:
        pytest.fail(f"There is no {label(model)} in the shipped data.")
    assert staff.get(address(model, "change", row.pk)).status_code == 200
    assert staff.get(address(model, "history", row.pk)).status_code == 200
    assert staff.get(address(model, "delete", row.pk)).status_code in (200, 403)


@pytest.mark.parametrize("model", OURS, ids=label)
def test_every_filter_of_a_list_answers(staff, model):
    page = staff.get(address(model, "changelist"))
    for spec in page.context["cl"].filter_specs:
        for choice in list(spec.choices(page.context["cl"]))[:3]:
            assert staff.get(address(model, "changelist") + choice["query_string"]).status_code == 200


def test_start_page_names_the_topics_for_staff(staff):
    html = staff.get(reverse("admin:index")).content.decode()
    assert "Probation inspection findings: for inspection staff" in html


@pytest.mark.parametrize("model", OURS, ids=label)
def test_strangers_are_asked_to_sign_in(client, model):
    response = client.get(address(model, "changelist"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))
