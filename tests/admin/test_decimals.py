"""Decimals are shown as their source prints them, to be changed and only to be looked at, on pages and in lists."""

from decimal import Decimal

import pytest
from django.urls import reverse

from inspections.admin.decimals import as_printed
from tests import factories
from tests.admin.pages import address, filled_form, form_of
from tests.pages import parsed
from tests.publishing.staff import draft, public

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("held", "words"), [("38.00", "38"), ("37.50", "37.5"), ("100.00", "100"), ("0.0000", "0"), (None, "")]
)
def test_without_the_zeros_that_fill_the_column(held, words):
    assert as_printed(held and Decimal(held)) == words


@pytest.fixture
def edition():
    edition = draft()
    standard = factories.standard(edition.inspection.framework)
    factories.key_question_result(edition, factories.key_question(standard), percentage=Decimal("38.00"))
    factories.comparator(factories.measure_value(edition, value=Decimal("3.1000")), value=Decimal("40.0000"))
    return edition


def values(client, row) -> dict[str, str]:
    """What the fields of a page hold, or where it is only looked at, what it shows, by the ends of their names."""
    page = parsed(client.get(address(row)).content.decode())
    names = ("percentage", "value")
    typed = {
        field["name"].split("-")[-1]: field.attributes.get("value", "") for field in page.all("input", type="number")
    }
    shown = {
        name: box.all("div", class_="readonly")[0].text
        for name in names
        for box in page.all("div", class_=f"field-{name}")
        if len(box.all("div", class_="readonly")) == 1
    }
    return {name: value for name, value in (typed | shown).items() if name in names}


def test_on_the_pages_of_a_draft_and_of_what_is_published(admin_client, edition):
    result, value = edition.key_question_results.get(), edition.measure_values.get()
    for _ in ("draft", "published"):
        on_page = values(admin_client, edition)
        assert (on_page["percentage"], on_page["value"]) == ("38", "3.1")
        assert values(admin_client, result)["percentage"] == "38"
        assert "40.0000" not in admin_client.get(address(value)).content.decode()
        if edition.state == "draft":
            public(edition)


def test_in_lists(admin_client, edition):
    for name, words in [("keyquestionresult", "38"), ("measurevalue", "3.1")]:
        page = parsed(admin_client.get(reverse(f"admin:inspections_{name}_changelist")).content.decode())
        column = "percentage" if name == "keyquestionresult" else "value"
        assert [cell.text for cell in page.all("td", "th", class_=f"field-{column}")] == [words]


def test_saved_as_it_was_shown_nothing_is_changed_and_what_is_refused_stays_as_typed(admin_client, edition):
    result = edition.key_question_results.get()
    data = filled_form(admin_client.get(address(edition)))
    field = f"{form_of(data, 'key_question_results', result)}-percentage"
    assert data[field] == "38"
    assert admin_client.post(address(edition), data).status_code == 302
    result.refresh_from_db()
    assert result.citation.basis == "published"

    page = admin_client.post(address(edition), data | {field: "many"}).content.decode()
    assert parsed(page).one("input", name=field)["value"] == "many"
