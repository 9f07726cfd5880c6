"""The one write of an import: wholly or not at all, the same file once, a changed file as a change."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import Outcome, Recorded, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.models import Comparator, Edition, Source
from inspections.publishing.publish import publish_loaded
from tests.importing.recording import FACTS, TEXT, record, refusal
from tests.importing.report_text import Facts, Layout, expected_figures, render
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")


def told(recorded: Recorded) -> list[str]:
    return [str(difference) for difference in recorded.differences]


def keys_by_text(edition: Edition) -> dict[str, str]:
    return dict(edition.findings.values_list("text", "citation__key"))


def test_a_report_becomes_a_draft(marlow):
    recorded = record()

    assert (recorded.outcome, recorded.differences) == (Outcome.CREATED, ())
    assert (recorded.edition.state, recorded.edition.number, recorded.edition.release) == ("draft", 1, None)
    inspection = recorded.edition.inspection
    assert (inspection.delivery_unit, inspection.framework.code) == (marlow, "pdu-21")
    assert (inspection.round, inspection.key) == ("2025", "marlow-vale-2025")


def test_the_same_file_twice_changes_nothing_anywhere(marlow):
    first = record()
    before = row_counts()
    second = record()

    assert row_counts() == before
    assert (second.outcome, second.edition, second.differences) == (Outcome.UNCHANGED, first.edition, ())


def test_the_same_file_of_another_name_changes_nothing_either(marlow):
    record()
    before = row_counts()
    content = TEXT.encode()

    record_report(parse(extract(content)), ReportFile(name="copy.txt", content=content))
    assert row_counts() == before


@pytest.mark.parametrize("state", ["published", "in_review"])
def test_the_same_file_is_known_again_in_every_state_that_counts(marlow, state):
    first = record()
    if state == "published":
        publish_loaded([first.edition], title="First", reason="To try it.")
    else:
        Edition.objects.filter(pk=first.edition.pk).update(state=state)
    before = row_counts()

    assert record().outcome == Outcome.UNCHANGED
    assert row_counts() == before


def test_an_invented_unit_is_stored_with_its_own_numbers(marlow):
    edition = record().edition

    assert (edition.score, edition.max_score, edition.overall_rating) == (FACTS.score, 21, "Requires improvement")
    assert [rating.rating for rating in edition.standard_ratings.all()] == list(FACTS.ratings)
    assert [result.percentage for result in edition.key_question_results.all()] == list(FACTS.percentages)
    assert {result.denominator for result in edition.key_question_results.all()} == {FACTS.cases}
    assert [result.numerator * 2 for result in edition.key_question_results.all()] == list(FACTS.percentages)
    assert {count.count for count in edition.sample_counts.all()} == {30, 20, 50, 44, 58}
    assert {value.measure.slug: value.value for value in edition.measure_values.all()} == {
        "caseload": FACTS.caseload,
        "high-risk-caseload": FACTS.high_risk,
        "probation-reset-cases": FACTS.reset,
        "treated-fairly": 62,
    }
    assert [comparator.value for comparator in Comparator.objects.all()] == [FACTS.regional]
    figures = [(f.value, f.unit, f.numerator, f.denominator) for f in edition.figures.all()]
    assert figures == [figure[:4] for figure in expected_figures(FACTS)]


def test_nothing_of_the_shipped_report_gets_into_it(marlow):
    edition = record().edition
    texts = [citation.quote for citation in edition.citations.all()]

    assert [text for text in texts if "Doncaster" in text or "41" in text] == []
    assert Edition.objects.count() == 1


def test_a_changed_file_updates_the_draft_and_says_what_differs(marlow):
    first = record()
    second = record(TEXT.replace("train all staff", "train some of the staff").replace("| 80% |", "| 81% |"))

    assert (second.outcome, second.edition) == (Outcome.UPDATED, first.edition)
    assert told(second) == [
        "marlow-vale-2025-assessment-q1: was: 80%; now: 81%",
        "marlow-vale-2025-rec-3: was: train all staff; now: train some of the staff",
    ]
    assert Edition.objects.count() == 1
    assert second.edition.recommendations.get(number=3).text == "train some of the staff"


def test_only_the_text_a_draft_was_read_from_last_is_kept(marlow):
    record()
    record(TEXT.replace("train all staff", "train some of the staff"))
    [source] = Source.objects.all()

    assert source.key == "marlow-vale-2025-report"
    assert b"train some of the staff" in bytes(source.file.content)


def test_a_change_of_layout_differs_in_nothing(marlow):
    record()

    assert told(record(render(FACTS, Layout(bullet="• ", width=60, newline="\r\n", bom=True)).decode())) == []


def test_over_a_published_edition_a_new_draft_opens(marlow):
    published = record().edition
    publish_loaded([published], title="First", reason="To try it.")
    before = {model: count for model, count in row_counts().items() if model.endswith("Event")}
    held = keys_by_text(published)
    second = record(TEXT.replace("| 80% |", "| 82% |"))

    assert (second.outcome, second.edition.number, second.edition.state) == (Outcome.CREATED, 2, "draft")
    assert told(second) == ["marlow-vale-2025-assessment-q1: was: 80%; now: 82%"]
    assert keys_by_text(second.edition) == held
    published.refresh_from_db()
    assert published.state == "published"
    assert published.key_question_results.first().percentage == 80
    assert published.report.key == "marlow-vale-2025-report"
    assert second.edition.report.key == "marlow-vale-2025-report-2"
    assert set(Edition.objects.published()) == {published}
    assert row_counts()["FindingEvent"] == before["FindingEvent"] + second.edition.findings.count()


def test_an_edition_in_review_is_left_alone(marlow):
    draft = record().edition
    Edition.objects.filter(pk=draft.pk).update(state="in_review")

    assert "is in review" in refusal(TEXT.replace("| 80% |", "| 82% |"))


def test_a_finding_put_in_the_middle_moves_no_key(marlow):
    before = keys_by_text(record().edition)
    new = "A new finding stands between two that were there before."
    facts = Facts(strengths=(FACTS.strengths[0], new, *FACTS.strengths[1:]))
    after = keys_by_text(record(render(facts, Layout()).decode()).edition)

    assert {text: after[text] for text in before} == before
    assert set(after) - set(before) == {new}
    assert after[new] not in before.values()


def test_a_mended_misprint_keeps_its_key(marlow):
    misprint = TEXT.replace("Home visits were not carried out", "Home vists were not caried out")
    before = set(record(misprint).edition.citations.values_list("key", flat=True))
    second = record()

    assert set(second.edition.citations.values_list("key", flat=True)) == before
    assert len(second.differences) == 4  # it stands in the four standards of domain two
    assert not [difference for difference in second.differences if None in (difference.before, difference.after)]
