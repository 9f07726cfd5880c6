"""The page on which staff decide what recommendations and findings are about."""

import pytest
from django.urls import reverse

from inspections.models import FindingTheme
from tests import factories
from tests.admin.test_statements import statements
from tests.publishing.staff import Verb, person

pytestmark = pytest.mark.django_db


def page_of(edition) -> str:
    return reverse("admin:inspections_edition_themes", args=[edition.pk])


@pytest.fixture
def finding():
    return factories.finding(factories.edition(state="published"), text="Vacancies delayed the training.")


@pytest.fixture
def training():
    return factories.recurring_theme("Training", suggested_by="training")


def test_a_suggestion_says_why_and_is_not_chosen(admin_client, finding, training):
    staffing = factories.recurring_theme("Staffing")
    shown = " ".join(admin_client.get(page_of(finding.edition)).content.decode().split())

    box = f'<input type="checkbox" name="finding-{finding.pk}" value='
    assert f'{box}"{training.pk}"> Training <span class="history-from">(suggested: says “training”)</span>' in shown
    assert shown.index("<summary>Other themes") < shown.index(f'{box}"{staffing.pk}"> Staffing')
    assert "checked" not in shown


def test_what_is_chosen_is_saved_and_stands_when_the_page_is_opened_again(admin_client, finding, training):
    sent = {f"seen-finding-{finding.pk}": "", f"finding-{finding.pk}": [str(training.pk), "x", "10000000000000000000"]}

    response = admin_client.post(page_of(finding.edition), sent, follow=True)

    assert FindingTheme.objects.get().theme == training
    shown = " ".join(response.content.decode().split())
    assert "Themes assigned: 1. Themes taken away: 0." in shown
    assert f'value="{training.pk}" checked> Training <span class="history-from">(says “training”)' in shown
    assert f'name="seen-finding-{finding.pk}" value="{training.pk}"' in shown


def test_what_is_unchecked_is_taken_away_and_what_was_not_seen_stays(admin_client, finding, training):
    seen, unseen = factories.recurring_theme("Seen"), training
    for theme in (seen, unseen):
        FindingTheme.objects.create(finding=finding, theme=theme)

    admin_client.post(page_of(finding.edition), {f"seen-finding-{finding.pk}": str(seen.pk)})

    assert FindingTheme.objects.get().theme == unseen


def test_an_edition_that_says_nothing_has_nothing_to_decide(admin_client):
    shown = admin_client.get(page_of(factories.edition())).content.decode()

    assert "No recommendation and no finding is held" in shown
    assert "Save what was decided" not in shown


def test_an_edition_that_there_is_not_is_not_found(admin_client):
    assert admin_client.get(reverse("admin:inspections_edition_themes", args=[987])).status_code == 404


def test_it_is_for_who_may_decide_themes(client, finding):
    assert client.get(page_of(finding.edition))["Location"].startswith(reverse("admin:login"))
    client.force_login(person("reader", Verb.EDIT))
    assert client.get(page_of(finding.edition)).status_code == 403
    assert client.post(page_of(finding.edition), {}).status_code == 403


def test_many_facts_need_as_many_statements_as_few(admin_client, finding, training):
    few = statements(admin_client, page_of(finding.edition))
    for _ in range(20):
        FindingTheme.objects.create(finding=factories.finding(finding.edition), theme=training)

    assert statements(admin_client, page_of(finding.edition)) == few
