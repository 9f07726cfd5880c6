"""The reference data: what it says, and that loading it again changes nothing that people have changed since."""

import datetime
import json
import shutil

import pytest
from django.db import IntegrityError

from inspections.importing.precise_dates import precise_date
from inspections.importing.reference import REFERENCE_DIR, load_reference
from inspections.models import (
    DeliveryUnit,
    Framework,
    KeyQuestion,
    Measure,
    PlaceAlias,
    RatingBand,
    Region,
    Standard,
    StandardTheme,
    Theme,
)
from inspections.rows import Precision
from tests import factories
from tests.row_counts import row_counts

STRANDS = ["engagement", "desistance", "keeping other people safe"]


def read(name: str):
    return json.loads((REFERENCE_DIR / name).read_text(encoding="utf-8"))


def test_loading_twice_changes_nothing(reference, db):
    before = row_counts()

    assert load_reference() == 0
    assert row_counts() == before


def test_what_people_have_changed_stays(reference, db):
    RatingBand.objects.filter(applies_to="score", rating="Good").update(status="verified", source="The rules, page 3")
    Region.objects.update(name="Yorkshire")
    Measure.objects.filter(slug="caseload").update(name="People supervised")
    Framework.objects.filter(code="pdu-21").update(used_until=None, used_until_precision="")

    assert load_reference() == 0
    assert RatingBand.objects.filter(status="verified").count() == 1
    assert [region.name for region in Region.objects.all()] == ["Yorkshire"]
    assert Measure.objects.get(slug="caseload").name == "People supervised"
    assert Framework.objects.get(code="pdu-21").used_until is None


def test_what_people_have_removed_or_renamed_stays_away(reference, db):
    PlaceAlias.objects.all().delete()
    RatingBand.objects.filter(rating="Good").delete()
    Theme.objects.filter(slug="partnerships").update(name="Working together")
    before = row_counts()

    assert load_reference() == 0
    assert row_counts() == before


@pytest.fixture
def shipped(monkeypatch, tmp_path):
    """A later version of the project: a function that puts a first entry into a file of the reference data."""
    folder = shutil.copytree(REFERENCE_DIR, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr("inspections.importing.reference.REFERENCE_DIR", folder)

    def ship(file: str, **entry) -> None:
        first, *others = read(file)
        (folder / file).write_text(json.dumps([first | entry, first, *others]))

    return ship


@pytest.mark.parametrize(
    ("name", "model"),
    [("measures.json", Measure), ("recurring-themes.json", Theme), ("themes.json", StandardTheme)],
)
def test_what_a_later_version_ships_reaches_an_older_store(reference, db, shipped, name, model):
    """In the middle of the list too, where its position is taken: then it comes last."""
    before = list(model.objects.values_list("slug", "position"))
    shipped(name, slug="new", name="New")

    assert load_reference() == 1
    assert list(model.objects.values_list("slug", "position")) == [*before, ("new", before[-1][1] + 1)]
    assert load_reference() == 0


def test_a_new_framework_comes_with_its_standards_and_questions(reference, db, shipped):
    shipped("frameworks.json", code="pdu-99", name="The next one")

    first = read("frameworks.json")[0]
    assert load_reference() > len(first["standards"])
    framework = Framework.objects.get(code="pdu-99")
    assert [standard.name for standard in framework.standards.all()] == [row["name"] for row in first["standards"]]


def test_what_people_have_made_in_its_place_stays(reference, db, shipped):
    """By another address: the site must start all the same."""
    factories.measure("New")
    before = row_counts()
    shipped("measures.json", slug="shipped-as-new", name="New")

    assert load_reference() == 0
    assert row_counts() == before


def test_a_file_with_a_mistake_loads_nothing(reference, db, monkeypatch, tmp_path):
    shutil.copytree(REFERENCE_DIR, tmp_path, dirs_exist_ok=True)
    themes, measures = tmp_path / "themes.json", tmp_path / "measures.json"
    themes.write_text(json.dumps([*read("themes.json"), {"slug": "victims", "name": "Victims"}]))
    measures.write_text(measures.read_text().replace("lower is better", "down").replace('"slug": "', '"slug": "new-'))
    monkeypatch.setattr("inspections.importing.reference.REFERENCE_DIR", tmp_path)
    before = row_counts()

    with pytest.raises(IntegrityError):
        load_reference()
    assert row_counts() == before


def test_the_framework_of_21_points(reference, db):
    framework = Framework.objects.get(code="pdu-21")

    assert (framework.max_score, framework.standards.count()) == (21, 7)
    assert (framework.used_from, framework.used_until) == (datetime.date(2023, 10, 1), datetime.date(2025, 10, 1))
    assert [(s.code, s.domain.number) for s in framework.standards.all()] == [
        *(("P 1.1", 1), ("P 1.2", 1), ("P 1.3", 1)),
        *(("P 2.1", 2), ("P 2.2", 2), ("P 2.3", 2), ("P 2.4", 2)),
    ]
    assert all(standard.statement for standard in framework.standards.all())
    questions = {
        s.theme.slug: [q.strand for q in s.key_questions.all()] for s in framework.standards.filter(domain__number=2)
    }
    assert questions == dict.fromkeys(["assessment", "planning", "implementation-and-delivery", "reviewing"], STRANDS)
    assert KeyQuestion.objects.count() == 12


def test_of_the_framework_of_27_points_only_names_are_held(reference, db):
    framework = Framework.objects.get(code="pdu-27")

    assert (framework.max_score, framework.standards.count()) == (27, 9)
    assert set(framework.standards.values_list("code", "statement", "domain")) == {("", "", None)}
    assert framework.domains.count() == 0
    assert framework.rating_bands.count() == 0


def test_standards_of_two_frameworks_share_a_theme_by_name(reference, db):
    frameworks = {
        theme.name: {standard.framework.code for standard in theme.standards.all()}
        for theme in StandardTheme.objects.prefetch_related("standards__framework")
    }

    assert [name for name, codes in frameworks.items() if codes == {"pdu-27"}] == [
        "Information and facilities",
        "Court work",
    ]
    assert len([name for name, codes in frameworks.items() if codes == {"pdu-21", "pdu-27"}]) == 7
    assert [s for s in Standard.objects.select_related("theme") if s.name != s.theme.name] == []


def test_no_band_is_verified(reference, db):
    bands = RatingBand.objects.filter(framework__code="pdu-21")

    assert set(RatingBand.objects.values_list("status", flat=True)) == {"unverified"}
    for scale, top in (("percentage", 100), ("score", 21)):
        limits = [(band.lower, band.upper) for band in bands.filter(applies_to=scale)]
        covered = [number for lower, upper in limits for number in range(lower, upper + 1)]
        assert covered == list(range(top + 1))


def test_the_region_has_its_eleven_units(reference, db):
    assert sorted(DeliveryUnit.objects.values_list("name", flat=True)) == [
        "Barnsley and Rotherham",
        "Bradford and Calderdale",
        "Doncaster",
        "Hull and East Riding",
        "Kirklees",
        "Leeds",
        "North Yorkshire",
        "North and North East Lincolnshire",
        "Sheffield",
        "Wakefield",
        "York",
    ]
    assert set(DeliveryUnit.objects.values_list("region__slug", flat=True)) == {"yorkshire-and-the-humber"}


@pytest.mark.parametrize("name", ["themes.json", "frameworks.json", "regions.json", "measures.json"])
def test_no_entry_stands_twice(name):
    entries = [entry.get("slug") or entry["code"] for entry in read(name)]

    assert len(entries) == len(set(entries))


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("2024", datetime.date(2024, 1, 1), Precision.YEAR),
        ("2024-10", datetime.date(2024, 10, 1), Precision.MONTH),
        ("2024-10-24", datetime.date(2024, 10, 24), Precision.DAY),
    ],
)
def test_dates_are_as_precise_as_they_are_written(text, date, precision):
    found = precise_date(text)

    assert (found.date, found.precision) == (date, precision)


@pytest.mark.parametrize("text", ["October 2024", "24", "2024-1", "2024-13", "20241024", "2024-02-30", ""])
def test_other_ways_to_write_a_date_are_refused(text):
    with pytest.raises(ValueError, match=r"date|month|day"):
        precise_date(text)
