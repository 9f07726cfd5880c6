"""A report that follows a table of ratings: what it does not say is kept with its source, what it says stands."""

import pytest

from inspections import models
from inspections.importing.recording.differences import facts_by_key
from inspections.models import Citation, Edition
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.ratings.files import LEEDS, table
from tests.importing.ratings.files import record as record_table
from tests.importing.recording import TEXT, record
from tests.past_the_rules import past_the_rules

pytestmark = pytest.mark.usefixtures("reference", "db")
PRESS = "https://press.example/marlow"
ROW = LEEDS | {
    "region": "Northern Fells",
    "pdu": "Marlow Vale",
    "published": "2025-05-22",
    "fieldwork_started": "2025-01",
    "overall_rating": "Good",
    "score": "7",
    "recommendations": "9",
    "leadership": "Outstanding",
    "staffing": "Outstanding",
    "press_fields": "published fieldwork_started score staffing",
    "press_url": PRESS,
}
NO_STAFFING = ("| P 1.2 | Staffing | Requires improvement |\n", "")
SILENT = TEXT
for words, instead in [
    (", May 2025", ""),
    (", beginning on 10 February 2025", ""),
    (" | Score 6/21", ""),
    ("| Overall rating | Requires improvement |\n", ""),
    NO_STAFFING,
]:
    assert words in SILENT
    SILENT = SILENT.replace(words, instead)
DATED = "HM Inspectorate of Probation, May 2025\n"
KEPT = {"published", "score", "overall-rating", "staffing-rating"}


@pytest.fixture
def rated(marlow) -> Edition:
    """The inspection as a table of ratings tells it, published."""
    [edition] = record_table(table(ROW))
    publish_loaded([edition], title="Ratings", reason="To try it.")
    return edition


def of_table(edition: Edition) -> dict[str, Citation]:
    """What an edition cites rows of a table for, by its name."""
    cited = edition.citations.exclude(table=None)
    return {citation.key.removeprefix("marlow-vale-2025-"): citation for citation in cited}


def test_what_the_report_says_stands_alone(rated):
    edition = record().edition

    assert of_table(edition) == {}
    assert (edition.number, edition.score, edition.overall_rating) == (2, 6, "Requires improvement")
    assert edition.recommendation_count is None  # the three are held themselves
    assert str(edition.dates.get(kind="published").date) == "2025-05-01"
    assert edition.standard_ratings.get(standard__theme__slug="staffing").rating == "Requires improvement"


def test_what_the_report_does_not_say_is_kept(rated):
    edition = record(SILENT).edition

    assert edition.inspection == rated.inspection
    assert edition.report is not None
    assert (edition.score, edition.max_score, edition.overall_rating) == (7, 21, "Good")
    published = edition.dates.get(kind="published")
    assert (str(published.date), published.date_precision) == ("2025-05-22", "day")
    ratings = dict(edition.standard_ratings.values_list("standard__theme__slug", "rating"))
    assert (len(ratings), ratings["staffing"], ratings["leadership"]) == (7, "Outstanding", "Good")


def test_a_start_of_the_press_gives_way_to_any_start_of_the_report(rated):
    starts = record(SILENT).edition.dates.exclude(kind="published")

    assert [(date.kind, date.label) for date in starts] == [("work_started", "Fieldwork started")]


def test_a_start_of_the_inspectorate_stands_beside_another_kind_of_start(marlow):
    record_table(table(ROW | {"press_fields": "", "press_url": ""}))

    assert of_table(record(SILENT).edition).keys() == KEPT | {"fieldwork-started"}


def test_a_start_of_the_press_is_kept_where_the_report_gives_none(rated):
    text = SILENT.replace("Fieldwork started February 2025", "").replace("HM Inspectorate of Probation\n", DATED, 1)

    assert of_table(record(text).edition).keys() == KEPT - {"published"} | {"fieldwork-started"}


def test_what_is_kept_has_a_copy_of_its_citation(rated):
    before, after = of_table(rated), of_table(record(SILENT).edition)

    assert after.keys() == KEPT
    for name, citation in after.items():
        held = before[name]
        assert citation.pk != held.pk
        for column in ("key", "basis", "source", "table", "row", "quote", "line", "page"):
            assert getattr(citation, column) == getattr(held, column)
    assert {n for n, c in after.items() if c.source.kind == "press"} == {"published", "score", "staffing-rating"}
    assert of_table(rated).keys() == before.keys()


def test_the_published_edition_stays_as_it_is(rated):
    said = facts_by_key(rated)
    record(SILENT)
    rated.refresh_from_db()

    assert (rated.state, facts_by_key(rated)) == ("published", said)


def test_what_gives_way_is_told_as_gone_and_nothing_else(rated):
    gone = {difference.key for difference in record(SILENT).differences if difference.after is None}

    assert gone == {"marlow-vale-2025-fieldwork-started", "marlow-vale-2025-recommendation-count"}


def test_a_number_of_recommendations_is_kept_where_the_report_has_none(rated):
    start, end = TEXT.index("Marlow Vale PDU should:"), TEXT.index("Background\n\nWe conducted")
    edition = record(TEXT[:start] + TEXT[end:]).edition

    assert edition.recommendations.count() == 0
    assert edition.recommendation_count == 9
    assert of_table(edition).keys() == {"recommendation-count"}


def test_a_score_that_can_not_be_is_said_all_the_same(rated):
    assert record(TEXT.replace("Score 6/21", "Score 22/21")).edition.score is None


def test_another_file_of_the_report_keeps_it_again(rated):
    first = record(SILENT)
    second = record(SILENT.replace("train all staff", "train some of the staff"))

    assert second.edition == first.edition
    assert [difference.key for difference in second.differences] == ["marlow-vale-2025-rec-3"]
    assert of_table(second.edition).keys() == KEPT


def test_what_a_first_file_said_and_a_second_does_not_is_told_by_the_table_again(rated):
    first = record()
    second = record(TEXT.replace(*NO_STAFFING))

    assert second.edition == first.edition
    assert second.edition.standard_ratings.get(standard__theme__slug="staffing").rating == "Outstanding"
    assert of_table(second.edition).keys() == {"staffing-rating"}


def test_what_was_kept_is_silent_once_a_file_says_it(rated):
    record(TEXT.replace(*NO_STAFFING))
    edition = record().edition

    assert of_table(edition) == {}
    assert edition.standard_ratings.get(standard__theme__slug="staffing").rating == "Requires improvement"


def test_ratings_that_were_not_published_yet_are_kept_too(marlow):
    [draft] = record_table(table(ROW))
    first = record(SILENT)
    assert (first.edition, of_table(first.edition).keys() == KEPT) == (draft, True)

    assert of_table(record(SILENT.replace("train all", "train some")).edition).keys() == KEPT


def test_what_was_kept_is_kept_from_report_to_report_and_an_older_report_is_not(rated):
    first = record(SILENT).edition
    first.problems.all().delete()
    publish_loaded([first], title="The report", reason="To try it.")
    second = record(SILENT.replace("| P 1.1 | Leadership | Good |\n", "")).edition

    assert second.number == 3
    assert of_table(second).keys() == KEPT
    assert not second.standard_ratings.filter(standard__theme__slug="leadership").exists()


def test_a_corrected_value_is_kept_as_it_was_corrected(rated):
    rated.score = 8
    with past_the_rules():
        rated.save()
        Citation.objects.filter(pk=rated.score_citation_id).update(basis="staff")
    edition = record(SILENT).edition

    assert (edition.score, edition.score_citation.basis) == (8, "staff")


def test_an_inspection_that_only_took_place_leaves_nothing(marlow):
    edition = factories.edition(factories.inspection(marlow, framework=models.Framework.objects.get(code="pdu-21")))
    factories.citation(edition, key="marlow-vale-2025-inspection")

    assert not record().edition.citations.filter(key="marlow-vale-2025-inspection").exists()
