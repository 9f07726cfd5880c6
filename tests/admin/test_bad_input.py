"""Whatever is sent to the admin, it answers: never with an error of its own, and with nothing lost in silence."""

import datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.urls import reverse

from inspections import models
from inspections.publishing.permissions import Verb
from tests import factories
from tests.admin.hostile import COUNTS, LONG, ROWS, SEEN, fields_of, fields_of_new_rows, values_for
from tests.admin.pages import filled_form
from tests.admin.test_pages import MODELS, NOT_ADDED, OURS, address, label

pytestmark = pytest.mark.django_db
EDITED = [model for model in OURS if label(model) not in ("release", "previewlink", "upload")]
ADDED = [model for model in EDITED if label(model) not in NOT_ADDED]
WITH_TABLES = [model for model in EDITED if admin.site.get_model_admin(model).inlines]
ASKED = (LONG, "-1", "a\0b", b"\xed\xa0\x80", "1.-99.x", "", str(2**63), "9999-99-99")
OF_LISTS = ("q", "p", "pk__in")  # and what each is filtered by
OF_ANY_LIST = ("o", "e", "id__exact", "_facets", "_popup", "_to_field", "all", "no_such_column", "text__regex")
NO_IDS = (LONG, "x", "-1", "9" * 19, "1_2F", "٣", "%20", "%00", " 1")


@pytest.fixture
def client(client):
    """Somebody who may edit everything, in three of the groups."""
    person = User.objects.create_user("editor", is_staff=True)
    person.groups.set(Group.objects.filter(name__in=["Inspector", "Data manager", "Reviewer"]))
    client.force_login(person)
    return client


@pytest.fixture
def draft():
    """A row of everything, on or beside one draft."""
    framework = factories.framework("Leadership", code="framework-1")
    standard = framework.standards.get()
    question = factories.key_question(standard)
    edition = factories.edition(factories.inspection(framework=framework))
    factories.edition_date(edition)
    factories.sample_count(edition)
    factories.standard_rating(edition, standard)
    factories.key_question_result(edition, question)
    factories.finding(edition)
    factories.quotation(edition)
    factories.figure(edition)
    factories.recommendation(edition)
    factories.comparator(factories.measure_value(edition))
    factories.paragraph()
    factories.recurring_theme()
    factories.policy_event()
    models.Problem.objects.create(edition=edition, level="confirm", type="two_values", message="Two.", position=1)
    models.RatingBand.objects.create(framework=framework, rating="Good", lower=50, upper=64, applies_to="percentage")
    models.PlaceAlias.objects.create(delivery_unit=edition.inspection.delivery_unit, name="Old", slug="old")
    models.Comparability.objects.create(earlier=factories.framework(), later=framework, source="A report.")
    return edition


def sent(client, page, data):
    """The answer to a form, which is undone; after a save with the page as it is then."""
    with transaction.atomic():
        answer = client.post(page, data)
        assert answer.status_code in (200, 302, 400, 409)
        if answer.status_code == 200:
            assert answer.context["errors"] or answer.context["meanwhile"], "shown again, and no word about why"
        then = client.get(page) if answer.status_code == 302 and "/change/" in page else None
        transaction.set_rollback(True)
    return then


@pytest.mark.parametrize("model", EDITED, ids=label)
def test_every_field_of_a_row(client, draft, model):
    page = address(model, "change", model.objects.latest("pk").pk)
    first = client.get(page)
    data = filled_form(first)
    for name, field in fields_of(first):
        for value in values_for(field):
            then = sent(client, page, data | {name: value})
            if then and isinstance(value, str) and name in filled_form(then):
                now = filled_form(then)[name].removesuffix(".0000")
                assert now in (value.strip(), data[name].removesuffix(".0000")), (name, value)


@pytest.mark.parametrize("model", EDITED, ids=label)
def test_every_field_of_a_new_row_beside_it(client, draft, model):
    page = address(model, "change", model.objects.latest("pk").pk)
    first = client.get(page)
    data = filled_form(first)
    for table, name, field in fields_of_new_rows(first):
        total = f"{table}-TOTAL_FORMS"
        for value in values_for(field):
            sent(client, page, data | {total: str(int(data[total]) + 1), name: value})


@pytest.mark.parametrize("model", ADDED, ids=label)
def test_every_field_of_a_page_to_add_a_row(client, draft, model):
    page = address(model, "add")
    first = client.get(page)
    data = filled_form(first)
    for name, field in fields_of(first):
        for value in values_for(field):
            sent(client, page, data | {name: value})


@pytest.mark.parametrize("model", WITH_TABLES, ids=label)
def test_what_a_page_keeps_in_hidden_fields(client, draft, model):
    page = address(model, "change", model.objects.latest("pk").pk)
    data = filled_form(client.get(page))
    counts = [name for name in data if name.endswith("_FORMS")]
    for name in counts[:4]:  # of the first table: all are of the same kind
        for value in COUNTS:
            changed = {key: text for key, text in data.items() if key != name} | ({name: value} if value else {})
            sent(client, page, changed)
    for name in [name for name in data if name.endswith("-0-id")][:2]:
        for value in ROWS:
            sent(client, page, data | {name: value})
    for value in SEEN:
        sent(client, page, data | {"seen": value})


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_list(admin_client, draft, model):
    filters = [name for name in admin.site.get_model_admin(model).list_filter if isinstance(name, str)]
    for name in (*OF_LISTS, *filters):
        for value in ASKED:
            assert admin_client.get(address(model, "changelist"), {name: value}).status_code in (200, 302, 400)


@pytest.mark.parametrize("name", [*OF_ANY_LIST, "happened__year", "happened__gte"])
def test_what_any_list_can_be_asked(admin_client, draft, name):
    page = address(models.PolicyEvent, "changelist")
    for value in ASKED:
        assert admin_client.get(page, {name: value}).status_code in (200, 302, 400)


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_rows_that_there_are_not(admin_client, draft, model):
    for page in ("change", "delete", "history"):
        for pk in NO_IDS:
            assert admin_client.get(address(model, page, pk)).status_code in (200, 302, 403, 404)


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_bulk_actions_on_rows_that_there_are_not(admin_client, draft, model):
    for action in ("delete_selected", "submit", "no such action"):
        for pk in ROWS:
            chosen = {"action": action, "_selected_action": [pk], "post": "yes", "index": pk}
            assert admin_client.post(address(model, "changelist"), chosen).status_code in (200, 302, 400, 403)


@pytest.mark.parametrize("field", ["standard", "edition", "citation", "no such field"])
def test_search_for_what_to_choose(client, draft, field):
    for term in ASKED:
        for page in ("1", "-1", LONG):
            asked = {"app_label": "inspections", "model_name": "finding", "field_name": field}
            answer = client.get(reverse("admin:autocomplete"), asked | {"term": term, "page": page})
            assert answer.status_code in (200, 403, 404)


@pytest.mark.parametrize("verb", Verb)
def test_steps(admin_client, draft, verb):
    if verb in (Verb.EDIT, Verb.PREVIEW):
        return
    for value in ROWS:
        page = reverse(f"admin:edition_{verb.value}")
        assert admin_client.get(page, {"edition": value}).status_code in (302, 404)
        for text in ("a\0b", "x" * 100_000, b"\xed\xa0\x80"):
            typed = {"reason": text, "title": text, "note": text}
            assert admin_client.post(f"{page}?edition={draft.pk}", typed).status_code in (200, 302, 404, 409)


def test_themes_that_there_are_not(client, draft):
    page = reverse("admin:inspections_edition_themes", args=[draft.pk])
    name = f"finding-{draft.findings.get().pk}"
    for value in ROWS:
        answer = client.post(page, {f"seen-{name}": f"{value},{value}", name: value})
        assert answer.status_code == 302
    assert not draft.findings.get().themes.exists()


def test_releases_and_pages_that_there_are_not(client, draft):
    page = reverse("admin:inspections_release_compare")
    factories.release()
    for value in (*ROWS, *ASKED):
        for name in ("from", "to", "page"):
            assert client.get(page, {name: value}).status_code == 200
    history = address(models.Edition, "history", draft.pk)
    for value in ASKED:
        assert client.get(history, {"page": value}).status_code == 200


def test_ends_of_a_preview_that_there_are_not(client, draft):
    page = reverse("admin:inspections_previewlink_for", args=[draft.pk])
    for value in (LONG, "0000-00-00T00:00", "9999-12-31T23:59", "0001-01-01T00:00", "1\0"):
        assert client.post(page, {"reader": "Ada Example", "expires_at": value}).status_code == 200
    tomorrow = f"{datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=1):%Y-%m-%dT%H:%M}"
    for reader in ("a\0b", "x" * 100_000):
        assert client.post(page, {"reader": reader, "expires_at": tomorrow}).status_code == 200
    assert not models.PreviewLink.objects.exists()
