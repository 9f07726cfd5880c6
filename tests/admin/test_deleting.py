"""What is deleted with a fact is said beside the box that deletes it, and goes with it."""

import pytest
from django.contrib.auth.models import Permission

from inspections.models import Figure, Finding, MeasureValue, Quotation
from tests import factories
from tests.admin.pages import address, filled_form, form_of
from tests.pages import parsed
from tests.publishing.staff import Verb, draft, person, public

pytestmark = pytest.mark.django_db


def told(client, row) -> str:
    """What is said of a fact on the page of its edition; "" where nothing is."""
    page = parsed(client.get(address(row.edition)).content.decode())
    fact = page.one("div", id=f"{row._meta.model_name}-{row.pk}")
    return " ".join(" ".join(line.text for line in fact.all("p", class_="goes-with")).split())


@pytest.fixture
def finding():
    return draft().findings.get()


def test_all_that_goes_with_a_finding_is_named(admin_client, finding):
    edition = finding.edition
    first = factories.figure(edition, finding=finding, value=27)
    factories.figure(edition, finding=finding, value=3, unit="of", numerator=3, denominator=7)
    factories.figure(edition, value=99)
    factories.measure_value(edition, factories.measure("Caseload"), figure=first)
    factories.quotation(edition, finding=finding)

    assert told(admin_client, finding) == (
        "Deleting it deletes with it: figures 27% and 3 of 7; figure compared Caseload; "
        "quotation “My officer listens to me.”."
    )


def test_several_compared_figures_are_several(admin_client, finding):
    for name in ("Caseload", "Absence"):
        figure = factories.figure(finding.edition, finding=finding)
        factories.measure_value(finding.edition, factories.measure(name), figure=figure)

    assert "figures 27% and 27%; figures compared Caseload and Absence." in told(admin_client, finding)


def test_what_is_compared_with_a_value_goes_with_it(admin_client):
    value = factories.measure_value(factories.edition())
    factories.comparator(value)
    factories.comparator(value, kind="national average as published", place="Marlow")

    assert "comparisons with Marlow and with regional average as published." in told(admin_client, value)


def test_of_what_nothing_goes_with_nothing_is_said(admin_client, finding):
    finding.themes.add(factories.recurring_theme("Training"))
    assert told(admin_client, finding) == ""


def test_nor_where_nothing_can_be_deleted(admin_client, client, finding):
    factories.figure(finding.edition, finding=finding)
    assert told(admin_client, finding)
    reader = person("reader", Verb.EDIT)
    reader.user_permissions.add(Permission.objects.get(codename="view_finding"))
    client.force_login(reader)
    assert told(client, finding) == ""
    public(finding.edition)
    finding.edition.refresh_from_db()
    assert told(admin_client, finding) == ""


def test_what_went_with_a_finding_is_not_brought_back_by_its_own_change(admin_client, finding):
    edition = finding.edition
    figure = factories.figure(edition, finding=finding)
    gone, other = factories.quotation(edition, finding=finding), factories.quotation(edition)
    data = filled_form(admin_client.get(address(edition)))
    data[f"{form_of(data, 'findings', finding)}-DELETE"] = "on"
    for quotation in (gone, other):
        data[f"{form_of(data, 'quotations', quotation)}-text"] = "My officer hears me."

    response = admin_client.post(address(edition), data)

    assert response.status_code == 302, response.context["errors"]
    assert not Finding.objects.filter(pk=finding.pk).exists()
    assert not Figure.objects.filter(pk=figure.pk).exists()
    assert [quotation.text for quotation in Quotation.objects.all()] == ["My officer hears me."]
    assert not MeasureValue.objects.exists()
