"""The page of a theme in a region, what a region's page says of what recurs, and their files."""

import csv
import io
from dataclasses import replace

import pytest

from inspections import models
from inspections.rows import Place
from inspections.views.recurring import recurring
from tests import factories
from tests.pages import contents, parsed

pytestmark = pytest.mark.django_db
YORKSHIRE = Place(name="Yorkshire and the Humber", slug="yorkshire-and-the-humber")
ADDRESS = "/regions/yorkshire-and-the-humber/themes/training-and-development"


def get(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return parsed(response.content.decode())


def lines(client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_a_theme_shows_what_the_report_says_on_it_and_whose_it_is(shipped_data, client):
    page = get(client, f"{ADDRESS}/")
    main = page.one("main")

    assert contents(page)["og:title"] == (
        "Training and development in Yorkshire and the Humber: 1 recommendation, 4 strengths and 2 areas for "
        "improvement"
    )
    assert "Themes are our grouping of what the reports say, not the inspectorate's." in main.text
    assert "Doncaster PDU should: provide all staff with the necessary training to undertake their roles" in main.text
    assert [heading.text for heading in main.all("h2")] == [
        "Contents",
        "Recommendations",
        "Strengths",
        "Areas for improvement",
    ]
    assert [heading.text for heading in main.all("h4")] == ["Staffing", "Staffing", "Diversity and inclusion"]
    assert main.all("a", href="/sources/doncaster-2024-rec-4/")
    assert "inspected from 8 July 2024" in main.text
    assert main.all("nav", class_="app-rounds") == []


def test_its_file_holds_the_same_statements_with_their_sources(shipped_data, client):
    page = get(client, f"{ADDRESS}/").one("main")
    rows = lines(client, f"{ADDRESS}.csv")

    assert [row["measure id"] for row in rows[:2]] == ["rec-4", "staffing-f2"]
    assert len(rows) == 7
    for row in rows:
        assert row["value"] in page.text
        assert page.all("a", href=row["source link"].removeprefix("http://testserver"))
    assert "attachment" in client.get(f"{ADDRESS}.xlsx")["Content-Disposition"]


def test_no_quotation_is_in_the_file_of_any_theme(shipped_data, client):
    for theme in models.Theme.objects.all():
        content = client.get(f"/regions/{YORKSHIRE.slug}/themes/{theme.slug}.csv").content.decode("utf-8-sig")
        for quotation in models.Quotation.objects.published():
            assert quotation.text[:40] not in content


@pytest.mark.parametrize("address", ["themes/tea/", "themes/tea.csv"])
def test_a_theme_that_is_on_no_list_is_not_found(shipped_data, client, address):
    assert client.get(f"/regions/yorkshire-and-the-humber/{address}").status_code == 404
    assert client.get(f"/regions/atlantis/{address}").status_code == 404


@pytest.fixture
def training():
    """A region with two PDUs, in one of which two rounds, and in one of which one, recommend training."""
    region = factories.region("Northern Fells")
    theme = factories.recurring_theme("Training")
    for name, rounds in [("Marlow", ["2030", "2031"]), ("Calder", ["2031"])]:
        unit = factories.delivery_unit(name, region=region)
        for label in rounds:
            edition = factories.edition(factories.inspection(unit, round=label), state="published")
            text = f"train staff of {name} in {label}"
            factories.recommendation(edition, text=text, addressed_to="").themes.add(theme)
    return theme


def said(page) -> list[str]:
    return [item.text.removesuffix(" Source of recommendation 1") for item in page.all("li", value="1")]


def test_statements_stand_newest_round_first_then_by_name(training, client):
    page = get(client, "/regions/northern-fells/themes/training/")

    assert said(page) == [
        "train staff of Calder in 2031",
        "train staff of Marlow in 2031",
        "train staff of Marlow in 2030",
    ]
    assert [link.text for link in page.one("nav", class_="app-rounds").all("a")] == ["All rounds", "2031", "2030"]


def test_one_round_can_be_asked_for_on_the_page_and_in_the_file(training, client):
    address = "/regions/northern-fells/themes/training"
    page = get(client, f"{address}/?round=2030&other=1")

    assert said(page) == ["train staff of Marlow in 2030"]
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{address}/?round=2030"
    assert "Training in Northern Fells, 2030: 1 recommendation" in page.one("title").text
    assert page.one(
        "a", **{"aria-current": "page", "class": "govuk-link govuk-link--no-visited-state app-rounds__link"}
    )
    (file,) = [link["href"] for link in page.all("a") if ".csv" in link["href"]]
    assert file == f"{address}.csv?round=2030"
    assert [row["value"] for row in lines(client, file)] == ["train staff of Marlow in 2030"]
    response = client.get(file)
    assert response["Content-Disposition"] == 'attachment; filename="northern-fells-training-2030.csv"'


def test_a_theme_of_nothing_says_so_and_offers_no_file(training, client):
    factories.recurring_theme("Tea")
    page = get(client, "/regions/northern-fells/themes/tea/")

    assert "No recommendation or finding held here for this region has this theme." in page.one("main").text
    assert [link for link in page.all("a") if ".csv" in link["href"]] == []


def test_of_a_single_report_nothing_recurs(shipped_data):
    found = recurring(YORKSHIRE, "2024")

    assert "nothing can be said yet about what recurs" in found.sentence
    assert "not the inspectorate's" in found.note
    assert len(found.themes) == 11  # quality of casework is neither recommended nor a strength
    assert {count.reports for count in found.themes} == {1}


def test_what_most_reports_recommend_stands_first_then_the_order_of_the_list():
    region = factories.region("Northern Fells")
    names = ["Wellbeing", "Training", "Oversight", "Voice", "Tea"]
    themes = {name: factories.recurring_theme(name) for name in names}
    for given in [["Training", "Voice"], ["Training", "Oversight"]]:
        unit = factories.delivery_unit(region=region)
        edition = factories.edition(factories.inspection(unit), state="published")
        factories.recommendation(edition).themes.set([themes[name] for name in given])
        factories.finding(edition).themes.add(themes["Wellbeing"])
        factories.finding(edition, kind="finding").themes.add(themes["Tea"])
    found = recurring(Place(name=region.name, slug=region.slug), "2025")

    assert [count.theme.name for count in found.themes] == ["Training", "Oversight", "Voice", "Wellbeing"]
    assert "Training is recommended in 2 of the 2 reports" in found.sentence
    assert replace(found, themes=()) != found
