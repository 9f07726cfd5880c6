"""A fact is added by hand: what can be known of it is filled in, and only drafts are offered to add it to."""

import pytest
from django.urls import reverse

from inspections.admin.proposed import LAST
from inspections.models import Finding
from tests import factories
from tests.admin.pages import address
from tests.pages import parsed
from tests.publishing.staff import draft

pytestmark = pytest.mark.django_db


def adding(model: str) -> str:
    return reverse(f"admin:inspections_{model}_add")


def filled(client, model: str, **query: object) -> dict[str, object]:
    return client.get(adding(model), query).context["adminform"].form.initial


def offered(client, *, of: str, field: str, term: str = "") -> list[str]:
    asked = {"app_label": "inspections", "model_name": of, "field_name": field, "term": term}
    return [choice["id"] for choice in client.get(reverse("admin:autocomplete"), asked).json()["results"]]


@pytest.mark.parametrize("model", ["finding", "quotation", "figure"])
def test_the_next_free_position_is_proposed(admin_client, model):
    edition = factories.edition()
    assert filled(admin_client, model, edition=edition.pk)["position"] == 1
    getattr(factories, model)(edition, position=7)
    getattr(factories, model)(factories.edition(), position=40)

    assert filled(admin_client, model, edition=edition.pk)["position"] == 8


def test_a_position_is_proposed_up_to_the_last_that_can_be_held(admin_client):
    edition = factories.edition()
    factories.finding(edition, position=LAST)

    assert filled(admin_client, "finding", edition=edition.pk)["position"] == LAST


@pytest.mark.parametrize("edition", ["", "0", "99999999999999999999"])
def test_for_an_edition_that_there_is_not_nothing_is_proposed(admin_client, edition):
    assert "position" not in filled(admin_client, "finding", edition=edition)
    assert "key" not in filled(admin_client, "citation", edition=edition)


def test_what_has_no_place_in_an_order_is_proposed_none(admin_client):
    assert "position" not in filled(admin_client, "samplecount", edition=factories.edition().pk)


@pytest.mark.parametrize(("typed", "held"), [("", 2), ("30", 30)])
def test_a_finding_without_a_position_is_the_last(admin_client, typed, held):
    edition = draft()
    values = {"text": "It is so.", "kind": "strength", "area": "outcomes", "position": typed}
    owned = {"edition": edition.pk, "citation": factories.citation(edition).pk}

    response = admin_client.post(adding("finding"), values | owned)

    assert response["Location"] == address(edition)
    assert Finding.objects.get(text="It is so.").position == held


def test_without_an_edition_the_form_asks_for_that_and_for_no_position(admin_client):
    errors = admin_client.post(adding("finding"), {"text": "It is so."}).context["adminform"].form.errors

    assert "edition" in errors
    assert "position" not in errors


def test_a_free_key_is_proposed(admin_client):
    edition = factories.edition()
    key = edition.inspection.key
    assert filled(admin_client, "citation", edition=edition.pk)["key"] == f"{key}-entered-1"
    for name in ("entered-2", "entered-9", "entered-too", "f12"):
        factories.citation(edition, key=f"{key}-{name}")
    later = factories.edition(edition.inspection, state="withdrawn")

    assert filled(admin_client, "citation", edition=later.pk)["key"] == f"{key}-entered-10"


def test_words_are_added_to_the_same_edition_and_its_report(admin_client):
    edition = factories.edition(report=factories.source())
    plain = factories.edition()

    def way(**query: object) -> str:
        page = parsed(admin_client.get(adding("finding"), query).content.decode())
        return page.one("a", id="add_id_citation")["href"]

    assert way(edition=edition.pk).endswith(f"&edition={edition.pk}&source={edition.report_id}")
    assert way(edition=plain.pk).endswith(f"&edition={plain.pk}")
    assert "edition" not in way()


def test_only_drafts_are_offered_to_add_to(admin_client):
    open_ones = [draft(), draft()]
    for state in ("in_review", "published", "superseded", "withdrawn"):
        factories.finding(factories.edition(state=state))
    newest_first = [str(edition.pk) for edition in reversed(open_ones)]
    citations = [str(edition.findings.get().citation_id) for edition in reversed(open_ones)]
    findings = [str(edition.findings.get().pk) for edition in reversed(open_ones)]

    assert offered(admin_client, of="finding", field="edition") == newest_first
    assert offered(admin_client, of="finding", field="citation") == citations
    assert offered(admin_client, of="quotation", field="finding") == findings
    assert offered(admin_client, of="finding", field="edition", term=open_ones[0].inspection.key) == newest_first[1:]


def test_lists_hold_what_is_no_draft_too(admin_client):
    edition = factories.edition(state="published")

    assert address(edition) in admin_client.get(reverse("admin:inspections_edition_changelist")).content.decode()


def test_key_and_position_are_explained(admin_client):
    assert "The fact’s public address" in admin_client.get(adding("citation")).content.decode()
    assert "Left empty, it is the last of its part" in admin_client.get(adding("finding")).content.decode()
