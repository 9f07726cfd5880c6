"""Reading a report again keeps the themes that people gave to what it still says."""

import pytest

from inspections.models import Edition, FindingTheme, RecommendationTheme
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.recording import TEXT, record

pytestmark = pytest.mark.usefixtures("reference", "db")
RECOMMENDATION, OTHER = "train all staff", "close the office"
assert RECOMMENDATION in TEXT


def themes(edition: Edition) -> dict[str, list[str]]:
    """The themes of an edition by the key of the fact, where it has any."""
    facts = [*edition.recommendations.all(), *edition.findings.all()]
    held = {fact.citation.key: [theme.name for theme in fact.themes.all()] for fact in facts}
    return {key: names for key, names in held.items() if names}


@pytest.fixture
def themed(marlow) -> Edition:
    """The report of Marlow Vale as a draft, every recommendation and finding with a theme of its own number."""
    edition = record().edition
    for number, recommendation in enumerate(edition.recommendations.all()):
        RecommendationTheme.objects.create(
            recommendation=recommendation, theme=factories.recurring_theme(f"Recommended {number}")
        )
    for number, finding in enumerate(edition.findings.all()):
        FindingTheme.objects.create(finding=finding, theme=factories.recurring_theme(f"Found {number}"))
    return edition


def public(edition: Edition) -> Edition:
    edition.problems.all().delete()
    publish_loaded([edition], title="The report", reason="To try it.")
    return edition


def test_a_draft_that_is_rewritten_keeps_them(themed):
    before = themes(themed)
    again = record(TEXT + "\nOne more line.\n").edition

    assert again == themed
    assert themes(again) == before != {}


def test_a_new_edition_has_those_of_the_published_one(themed):
    before = themes(public(themed))
    again = record(TEXT + "\nOne more line.\n").edition

    assert again != themed
    assert themes(again) == themes(themed) == before


def test_a_recommendation_that_says_something_else_under_its_number_loses_them(themed):
    key = themed.recommendations.get(text__startswith=RECOMMENDATION).citation.key
    before = themes(themed)
    again = record(TEXT.replace(RECOMMENDATION, OTHER)).edition

    assert again.recommendations.get(text__startswith=OTHER).citation.key == key
    assert themes(again) == {held: names for held, names in before.items() if held != key}


def test_a_mended_misprint_changes_nothing(themed):
    before = themes(themed)
    text = themed.recommendations.get(text__startswith=RECOMMENDATION).text
    again = record(TEXT.replace(RECOMMENDATION, "train all staf")).edition

    assert not again.recommendations.filter(text=text).exists()
    assert themes(again) == before


def test_a_theme_taken_away_in_a_draft_stays_away(themed):
    public(themed)
    draft = record(TEXT + "\nOne more line.\n").edition
    RecommendationTheme.objects.filter(recommendation__edition=draft).delete()
    again = record(TEXT + "\nTwo more lines.\n").edition

    assert again == draft
    assert RecommendationTheme.objects.filter(recommendation__edition=again).count() == 0
    assert FindingTheme.objects.filter(finding__edition=again).count() > 0


def test_what_a_draft_left_out_has_its_themes_again_when_it_is_back(themed):
    before = themes(public(themed))
    assert themes(record(TEXT.replace(RECOMMENDATION, OTHER)).edition) != before

    assert themes(record(TEXT + "\nOne more line.\n").edition) == before
