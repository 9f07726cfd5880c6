"""The page of one standard across a region: who does it well."""

import csv
import io

import pytest

from inspections import models
from tests import factories
from tests.pages import contents, parsed, table_rows

pytestmark = pytest.mark.django_db
REGION = "/regions/yorkshire-and-the-humber/standards"


def get(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return parsed(response.content.decode())


def test_every_pdu_is_there_by_name_with_its_rating_or_why_there_is_none(shipped_data, client):
    page = get(client, f"{REGION}/leadership/")
    rows = table_rows(page.one("table"))

    assert [row[0] for row in rows] == sorted((row[0] for row in rows), key=str.casefold)
    assert len(rows) == 11
    ratings = {row[0]: row[1] for row in rows}
    assert ratings["Doncaster"].startswith("Requires improvement")
    assert ratings["Bradford and Calderdale"].startswith("Inadequate from the press")
    assert ratings["Leeds"] == "Inspected, report not held here"
    assert page.all("a", href="/pdus/leeds/inspections/2024/standards/leadership/")
    assert contents(page)["og:title"] == (
        "Leadership, Yorkshire and the Humber, 2024: Requires improvement 1, Inadequate 1, not held 9, 1 of them from "
        "the press"
    )
    assert "Findings on it are held here for 1 of 11 PDUs: Doncaster." in contents(page)["og:description"]


def test_the_round_before_stands_beneath_the_rating_on_the_page_and_in_the_file(shipped_data, client):
    page = get(client, f"{REGION}/leadership/")
    ratings = {row[0]: row[1] for row in table_rows(page.one("table"))}
    unit = "North and North East Lincolnshire"
    assert ratings[unit].startswith("Inspected, report not held here 2022-23: Requires improvement")
    assert "comparable" not in ratings[unit], "without a rating of now there is nothing to compare"
    assert ratings["Doncaster"].startswith("Requires improvement Source")
    assert "Beneath a rating stands the one of the round before" in page.one("caption").text

    rows = csv.DictReader(io.StringIO(client.get(f"{REGION}/leadership.csv").content.decode("utf-8-sig")))
    notes = {row["PDU"]: row["note"] for row in rows if row["measure id"] == "rating-leadership"}
    assert "2022-23: Requires improvement (from a press report, not the inspectorate)" in notes[unit]

    assert "Beneath a rating" not in get(client, f"{REGION}/leadership/?round=2022-23").one("table").text


def test_better_or_worse_is_said_only_where_comparability_is_recorded(client):
    region = factories.region("Northern Fells")
    older, newer = (factories.framework("Leadership", name=name) for name in ("Older", "Newer"))
    unit = factories.delivery_unit("Aire", region=region)
    for label, framework, rating in (("2029", older, "Inadequate"), ("2031", newer, "Good")):
        edition = factories.edition(factories.inspection(unit, framework=framework, round=label), state="published")
        factories.standard_rating(edition, framework.standards.get(), rating=rating)
    address = f"/regions/{region.slug}/standards/{newer.standards.get().theme.slug}/"

    assert "2029: Inadequate" in get(client, address).one("table").text
    assert "Not comparable: framework changed" in get(client, address).one("table").text

    models.Comparability.objects.create(earlier=older, later=newer, source="A rule")
    assert "Better than in 2029 (frameworks comparable by A rule)" in get(client, address).one("table").text


def test_strengths_come_before_areas_with_the_rating_beside_the_name(shipped_data, client):
    main = get(client, f"{REGION}/leadership/").one("main")

    assert [heading.text for heading in main.all("h2")] == [
        "Contents",
        "Ratings",
        "Why it was rated so",
        "Strengths",
        "Areas for improvement",
        "Whose findings are not held",
    ]
    assert [heading.text for heading in main.all("h3")] == [
        "Doncaster: why this rating",
        "Doncaster: strengths",
        "Doncaster: areas for improvement",
    ]
    assert "strengths Requires improvement" in main.text.replace("Link to Doncaster: ", "")
    assert "nothing here is a ranking" in main.text
    assert "It was inspected in this round, but the report is not held here." in main.text


def test_findings_of_service_delivery_are_from_the_inspected_cases(shipped_data, client):
    main = get(client, f"{REGION}/assessment/").one("main")
    assert [heading.text for heading in main.all("h3")] == ["Doncaster: why this rating", "Doncaster: findings"]
    assert "only 46 per cent of risk assessments" in main.text


def test_another_round_can_be_asked_for_on_the_page_and_in_the_file(shipped_data, client):
    page = get(client, f"{REGION}/planning/?round=2022-23&other=1")

    assert page.one("link", rel="canonical")["href"] == f"http://testserver{REGION}/planning/?round=2022-23"
    assert "2022-23: Inadequate in the 1 PDU with a rating held (of 11), from the press" in page.one("main").text
    assert "2022-23: Inadequate in the 1 PDU with a rating held (of 11), from the press" in page.one("title").text
    assert "No inspection is recorded here for this round." in page.one("main").text
    assert [link.text for link in page.one("nav", class_="app-rounds").all("a")] == ["2024", "2022-23"]
    (file,) = [link["href"] for link in page.all("a") if ".csv" in link["href"]]
    assert file == f"{REGION}/planning.csv?round=2022-23"
    rows = list(csv.DictReader(io.StringIO(client.get(file).content.decode("utf-8-sig"))))
    assert len(rows) == 11
    assert {row["round"] for row in rows} == {"2022-23"}
    assert [row["PDU"] for row in rows if row["value"] == "Inadequate"] == ["Kirklees"]


def test_a_standard_only_of_an_earlier_framework_shows_the_round_that_has_it(shipped_data, client):
    page = get(client, f"{REGION}/court-work/")
    assert "2022-23: no rating held here for any of the 11 PDUs" in page.one("main").text


def test_ratings_sort_by_rank_with_what_is_not_held_last(shipped_data, client):
    for sort, first in [("cell", "Bradford and Calderdale"), ("-cell", "Doncaster")]:
        rows = table_rows(get(client, f"{REGION}/leadership/?standard-sort={sort}").one("table"))
        assert rows[0][0] == first
        assert all(row[1].startswith("Inspected, report not held here") for row in rows[2:])


@pytest.mark.parametrize("address", ["tea/", "tea.csv", "leadership/?round=1999", "leadership.csv?round=1999"])
def test_what_is_not_held_is_not_found(shipped_data, client, address):
    assert client.get(f"{REGION}/{address}").status_code == 404
    assert client.get(f"/regions/atlantis/standards/{address}").status_code == 404


def test_the_page_of_one_inspection_leads_here(shipped_data, client):
    page = get(client, "/pdus/doncaster/inspections/2024/standards/leadership/")
    (link,) = page.all("a", href=f"{REGION}/leadership/")
    assert link.text == "Leadership across Yorkshire and the Humber"


def test_a_region_without_an_inspection_says_so(client):
    factories.delivery_unit("Marlow", region=factories.region("Northern Fells"))
    factories.theme("Leadership")
    page = get(client, "/regions/northern-fells/standards/leadership/")

    assert page.all("table") == []
    assert "No inspection of a PDU of this region that rated this standard is recorded here." in page.one("main").text
    assert [link for link in page.all("a") if ".csv" in link["href"]] == []


def test_a_unit_inspected_by_a_framework_without_the_standard_is_said_to_be_and_has_no_link(client):
    region = factories.region("Northern Fells")
    for name, standard in [("Marlow", "Leadership"), ("Calder", "Court work")]:
        unit = factories.delivery_unit(name, region=region)
        framework = factories.framework(standard)
        factories.edition(factories.inspection(unit, framework=framework), state="published")
    page = get(client, "/regions/northern-fells/standards/leadership/")

    rows = {row[0]: row for row in table_rows(page.one("table"))}
    assert rows["Calder"][1] == "Inspected by a framework without this standard"
    assert rows["Calder"][3] == ""
    assert rows["Marlow"][3] == "Leadership in Marlow"
