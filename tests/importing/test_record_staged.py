"""The last step: what was previewed and agreed to becomes a draft, with what people said of its problems."""

import pytest

from inspections.importing.recording.record import NotRecorded, Outcome
from inspections.importing.staging import NotAgreed, preview_recording, record_staged, staged_report
from inspections.models import Basis, DeliveryUnit, Edition, StagedFile, StagedState
from inspections.publishing.publish import publish_loaded
from inspections.rows import ProblemLevel
from tests.importing.number_notes import ON_NUMBERS
from tests.importing.report_text import Facts, Layout, render
from tests.importing.staged import say, somebody, staged
from tests.row_counts import row_counts

TEXT = render(Facts(), Layout()).decode()
CHANGED = TEXT.replace("| 80% |", "| 81% |")
WRONG = TEXT.replace("| 80% |", "| 180% |")

pytestmark = pytest.mark.usefixtures("reference", "db")


def record(file: StagedFile, agreed: str = ""):
    return record_staged(file, by=somebody(), agreed=agreed)


def refused(file: StagedFile, agreed: str = "") -> str:
    before = row_counts()
    with pytest.raises(NotRecorded) as error:
        record(file, agreed)
    assert row_counts() == before
    return str(error.value)


def told(differences) -> list[str]:
    return [str(difference) for difference in differences]


class TestRecording:
    def test_a_file_becomes_a_draft_that_it_links(self, marlow):
        file = staged(TEXT)
        recorded = record(file)
        file.refresh_from_db()

        assert (recorded.outcome, recorded.edition.state) == (Outcome.CREATED, "draft")
        assert (file.state, file.edition) == (StagedState.RECORDED, recorded.edition)
        assert recorded.edition.report.added_by == somebody()
        assert recorded.edition.report.file.sha256 == file.sha256

    def test_again_it_changes_nothing(self, marlow):
        file = staged(TEXT)
        edition = record(file).edition
        before = row_counts()

        assert record(file).edition == edition
        assert row_counts() == before

    def test_what_must_be_fixed_stops_it(self, marlow):
        file = staged(WRONG)

        assert refused(file) == preview_recording(file, by=somebody()).reason == "1 problem must be fixed first."

    def test_what_is_to_be_confirmed_stays_open_on_the_draft(self, marlow):
        file = staged(render(Facts(), Layout(areas_heading=False)))
        say(file, heading_lost="", by=somebody("ben"))
        problems = list(record(file).edition.problems.exclude(type__in=ON_NUMBERS))

        assert [problem.level for problem in problems] == ["confirm"] * 5
        assert [problem.answer for problem in problems] == ["Looked at: right as it was read", *[""] * 4]
        assert problems[0].answered_by == somebody("ben")
        assert problems[0].answered_at is not None
        assert problems[1].answered_by is None

    def test_confirmed_kinds_are_not_inferred_any_more(self, marlow):
        file = staged(render(Facts(), Layout(areas_heading=False)))
        say(file, heading_lost="")
        edition = record(file).edition

        inferred = {f.standard.name for f in edition.findings.filter(is_kind_inferred=True) if f.standard}
        assert inferred == {"Staffing", "Services"}

    def test_what_staff_entered_is_marked_and_keeps_the_words_of_its_line(self, marlow):
        file = staged(WRONG)
        say(file, percentage_out_of_range="percentage 80")
        edition = record(file).edition
        result = edition.key_question_results.get(citation__key="marlow-vale-2025-assessment-q1")
        problem = edition.problems.exclude(type__in=ON_NUMBERS).get()

        assert (result.percentage, result.citation.basis) == (80, Basis.STAFF)
        assert "180%" in result.citation.quote
        assert (problem.type, problem.answer) == ("percentage_out_of_range", "80%, entered by staff")
        assert edition.citations.filter(basis=Basis.STAFF).count() == 1

    def test_a_score_left_out_is_not_held_and_a_kept_one_is_as_published(self, marlow):
        text = TEXT.replace("Score 6/21", "Score 9/21")
        left_out, kept = staged(text), staged(text.replace("train all staff", "train everybody"))
        say(left_out, score_disagrees="leave-out")
        say(kept, score_disagrees="keep")
        before = preview_recording(left_out, by=somebody())
        edition = record(kept).edition

        assert before.reason == ""
        assert (edition.score, edition.score_citation.basis) == (9, Basis.PUBLISHED)
        assert edition.problems.exclude(type__in=ON_NUMBERS).get().answer == "Kept as the report prints it"

    def test_a_chosen_framework_is_the_inspections(self, marlow):
        file = staged(TEXT.replace("Score 6/21", "Score 6/30"))
        say(file, framework_unknown="framework pdu-21")
        edition = record(file).edition

        assert (edition.inspection.framework.code, edition.score) == ("pdu-21", None)


class TestPlaces:
    def test_nothing_is_created_before_the_last_step(self):
        file = staged(TEXT)
        say(file, pdu_unknown="create")
        preview = preview_recording(file, by=somebody())

        assert preview.places == ("the delivery unit Marlow Vale in Northern Fells", "the region Northern Fells")
        assert not DeliveryUnit.objects.filter(name="Marlow Vale").exists()
        edition = record(file).edition
        assert (edition.inspection.delivery_unit.name, edition.inspection.delivery_unit.region.name) == (
            "Marlow Vale",
            "Northern Fells",
        )

    def test_a_new_unit_of_a_held_region_is_created_in_it(self, marlow):
        file = staged(render(Facts(pdu="Ashcombe"), Layout()))
        say(file, pdu_unknown="create")

        assert "create" in staged_report(file).asked[0].ask.values
        assert record(file).edition.inspection.delivery_unit.region == marlow.region

    def test_a_close_name_is_offered_and_nothing_created(self, marlow):
        file = staged(render(Facts(pdu="Marlow Vael"), Layout()))
        [asked] = staged_report(file).open(ProblemLevel.MUST_FIX)

        assert asked.ask.options[0].value == "unit Marlow Vale"
        assert not [value for value in asked.ask.values if value.startswith("create")]
        say(file, pdu_unknown="unit Marlow Vale")
        assert record(file).edition.inspection.delivery_unit == marlow

    def test_the_preview_leaves_no_trace(self):
        file = staged(TEXT)
        say(file, pdu_unknown="create")
        before = row_counts()

        assert preview_recording(file, by=somebody()).outcome == Outcome.CREATED
        assert row_counts() == before

    def test_an_unknown_place_stops_it(self):
        assert refused(staged(TEXT)) == "2 problems must be fixed first."

    def test_a_chosen_unit_and_region_are_the_ones_recorded(self):
        file = staged(TEXT)
        say(file, pdu_unknown="unit Sheffield", region_unknown="region Yorkshire and the Humber")
        edition = record(file).edition

        assert edition.inspection.delivery_unit.name == "Sheffield"
        assert edition.report.title == "An inspection of probation services in Marlow Vale"


class TestTheSameAndTheChanged:
    def test_the_same_file_links_the_draft(self, marlow):
        edition = record(staged(TEXT)).edition
        again = staged(TEXT, name="copy.txt", by=somebody("ben"))
        preview = preview_recording(again, by=somebody("ben"))
        recorded = record(again)
        again.refresh_from_db()

        assert (preview.outcome, preview.held, preview.differences) == (Outcome.UNCHANGED, edition, ())
        assert (recorded.outcome, again.edition, Edition.objects.count()) == (Outcome.UNCHANGED, edition, 1)

    def test_a_changed_file_updates_the_draft_only_after_a_yes(self, marlow):
        edition = record(staged(TEXT)).edition
        changed = staged(CHANGED)
        preview = preview_recording(changed, by=somebody())

        assert preview.needs_yes
        assert told(preview.differences) == ["marlow-vale-2025-assessment-q1: was: 80%; now: 81%"]
        assert "changed since" in refused(changed)
        recorded = record(changed, preview.digest)
        assert (recorded.outcome, recorded.edition) == (Outcome.UPDATED, edition)
        assert edition.key_question_results.order_by("pk").first().percentage == 81

    def test_a_yes_to_something_else_is_none(self, marlow):
        edition = record(staged(TEXT)).edition
        changed = staged(CHANGED)
        agreed = preview_recording(changed, by=somebody()).digest
        edition.recommendations.filter(number=3).update(text="train nobody")

        with pytest.raises(NotAgreed):
            record(changed, agreed)
        assert edition.recommendations.get(number=3).text == "train nobody"

    def test_an_answer_given_after_the_preview_makes_it_be_looked_at_again(self, marlow):
        file = staged(render(Facts(), Layout(areas_heading=False)))
        agreed = preview_recording(file, by=somebody()).digest
        say(file, heading_lost="areas-nowhere", by=somebody("ben"))

        with pytest.raises(NotAgreed):
            record(file, agreed)
        assert Edition.objects.count() == 0

    def test_over_a_published_edition_a_new_draft_opens(self, marlow):
        published = record(staged(TEXT)).edition
        publish_loaded([published], title="First", reason="To try it.")
        changed = staged(CHANGED)
        preview = preview_recording(changed, by=somebody())

        assert (preview.needs_yes, len(preview.differences)) == (False, 1)
        assert record(changed, preview.digest).edition.number == 2

    def test_a_file_whose_draft_was_deleted_can_be_recorded_again(self, marlow):
        file = staged(TEXT)
        record(file).edition.delete()
        file.refresh_from_db()

        assert file.is_to_check
        assert record(file).outcome == Outcome.CREATED

    def test_a_file_that_was_not_read_is_not_recorded(self):
        assert refused(staged(b"A shopping list.")) == "The file has not been read."
