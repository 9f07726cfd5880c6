"""The list of editions: which edition a row is, and whose each value is."""

import pytest
from django.urls import reverse

from inspections.models import Citation
from tests import factories
from tests.pages import parsed

pytestmark = pytest.mark.django_db
LIST = reverse("admin:inspections_edition_changelist")


def row(client) -> dict[str, str]:
    """The only row of the list, by the names of its columns."""
    (found,) = parsed(client.get(LIST).content.decode()).one("table", id="result_list").one("tbody").all("tr")
    cells = {cell["class"].removeprefix("field-").split()[0]: cell.text for cell in found.all("td", "th")}
    return {name: text for name, text in cells.items() if name != "action-checkbox"}


def test_a_row_names_its_edition_and_has_the_score_with_its_maximum(admin_client):
    edition = factories.score(factories.edition(state="published"), 3, rating="Good")
    assert row(admin_client) == {
        "named": f"{edition.inspection}, edition 1",
        "state": "published",
        "open_problems": "-",
        "rating_as_told": "Good",
        "score_as_told": "3/21",
        "release": str(edition.release),
    }


def test_what_is_not_held_is_a_dash_and_nought_is_a_score(admin_client):
    edition = factories.edition()
    assert (row(admin_client)["rating_as_told"], row(admin_client)["score_as_told"]) == ("-", "-")
    factories.score(edition, 0, rating="Inadequate")
    assert row(admin_client)["score_as_told"] == "0/21"


def test_a_value_that_is_not_the_reports_says_whose_it_is(admin_client):
    factories.score(factories.edition(), 3, rating="Good")
    Citation.objects.update(basis="staff")
    assert row(admin_client)["rating_as_told"] == "Good, entered by staff"
    assert row(admin_client)["score_as_told"] == "3/21, entered by staff"


def test_each_part_of_an_edition_leads_back_to_the_contents(admin_client):
    edition = factories.edition()
    page = parsed(admin_client.get(reverse("admin:inspections_edition_change", args=[edition.pk])).content.decode())
    parts = page.all("section", class_="part")
    assert page.one("nav", id="contents").all("a")
    assert [part.one("a", class_="to-contents")["href"] for part in parts] == ["#contents"] * len(parts)
