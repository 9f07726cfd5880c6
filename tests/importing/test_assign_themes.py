"""Themes from a file: what fits is assigned once, what does not is refused whole and says why."""

import json
import re

import pytest

from inspections.importing.assign_themes import NotAssigned, assign_themes, had_themes, read_themes
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Edition, FindingTheme, RecommendationTheme, Theme
from tests import factories
from tests.row_counts import row_counts

SHIPPED = "doncaster-2024-themes.json"


@pytest.fixture
def edition(db) -> Edition:
    """With one recommendation and one finding, and two themes to give them."""
    factories.recurring_theme("Training")
    factories.recurring_theme("Wellbeing")
    made = factories.edition()
    factories.recommendation(made, text="train all staff", citation=factories.citation(made, key="marlow-rec-1"))
    factories.finding(made, text="Staff were well.", citation=factories.citation(made, key="marlow-staffing-f1"))
    return made


TRAIN = {"words": "train all", "themes": ["training", "wellbeing"]}
WELL = {"words": "Staff were well.", "themes": ["wellbeing"]}


def test_facts_get_their_themes(edition):
    assert not had_themes(edition.inspection)
    assert assign_themes(edition, {"marlow-rec-1": TRAIN, "marlow-staffing-f1": WELL}) == 2
    assert had_themes(edition.inspection)
    assert [theme.slug for theme in edition.recommendations.get().themes.all()] == ["training", "wellbeing"]
    assert [theme.slug for theme in edition.findings.get().themes.all()] == ["wellbeing"]


def test_a_second_time_changes_nothing(edition):
    assign_themes(edition, {"marlow-rec-1": TRAIN, "marlow-staffing-f1": WELL})
    before = row_counts()
    assign_themes(edition, {"marlow-rec-1": TRAIN, "marlow-staffing-f1": WELL})

    assert row_counts() == before


@pytest.mark.parametrize(
    ("key", "each", "why"),
    [
        ("marlow-rec-2", TRAIN, "marlow-rec-2: no recommendation or finding has this key"),
        ("marlow-rec-1", WELL, "marlow-rec-1 begins “train all staff”, and not “Staff were well.”"),
        ("marlow-rec-1", TRAIN | {"words": ""}, "marlow-rec-1 begins “train all staff”, and not “”"),
        ("marlow-rec-1", TRAIN | {"themes": ["training", "tea"]}, "marlow-rec-1: no theme is called tea"),
    ],
)
def test_what_does_not_fit_is_refused_whole(edition, key, each, why):
    with pytest.raises(NotAssigned, match=re.escape(why)):
        assign_themes(edition, {"marlow-staffing-f1": WELL, key: each})
    assert not had_themes(edition.inspection)


@pytest.mark.parametrize(("key", "each"), [("marlow-rec-1", TRAIN), ("marlow-staffing-f1", WELL)])
def test_themes_that_were_taken_away_are_remembered_and_those_of_others_do_not_count(edition, key, each):
    assign_themes(edition, {key: each})
    for model in (RecommendationTheme, FindingTheme):
        model.objects.all().delete()

    assert had_themes(edition.inspection)
    assert not had_themes(factories.inspection())


def test_every_mistake_is_named(edition):
    with pytest.raises(NotAssigned, match="a: no recommendation or finding has this key; b: no"):
        assign_themes(edition, {"a": TRAIN, "b": TRAIN})


def test_of_the_shipped_report_every_recommendation_had_themes_and_every_theme_is_met(shipped_data, db):
    edition = Edition.objects.published().get(inspection__key="doncaster-2024")
    given = RecommendationTheme.objects.count() + FindingTheme.objects.count()

    assert given == sum(len(each["themes"]) for each in read_themes(SHIPPED).values())
    assert not edition.recommendations.filter(themes=None).exists()
    assert not Theme.objects.filter(recommendation_themes=None, finding_themes=None).exists()
    assert set(edition.findings.filter(themes=None).values_list("area", flat=True)) == {"feedback", "outcomes"}


def test_no_key_of_the_shipped_file_stands_there_twice():
    pairs = json.loads((REFERENCE_DIR / SHIPPED).read_text(encoding="utf-8"), object_pairs_hook=list)
    keys = [pair[0] for pair in pairs if isinstance(pair[1], list)]

    assert len(keys) > 70
    assert len(keys) == len(set(keys))
