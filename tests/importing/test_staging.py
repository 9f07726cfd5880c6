"""Files on their way into the store: kept, read, answered. Nothing of an inspection is in the store meanwhile."""

import datetime
import hashlib

import pytest

from inspections.importing.extract import Document, Line, extract
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.staging import NotStaged, answer, clean_name, read_staged, stage, staged_report
from inspections.importing.staging import files as files_module
from inspections.importing.staging.answering import Said, stamp
from inspections.importing.staging.lines import as_document, as_lines
from inspections.models import Answer, Edition, Inspection, Source, StagedFile, StagedState, Upload
from inspections.rows import FileForm, ProblemLevel
from tests.importing.report_text import Facts, Layout, render
from tests.importing.staged import key_of, say, somebody, staged
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
TEXT = render(Facts(), Layout())
LOST = render(Facts(), Layout(areas_heading=False))


def file(name: str = "a.txt", content: bytes = TEXT) -> ReportFile:
    return ReportFile(name=name, content=content)


# --- Kept -------------------------------------------------------------------------------------------------------------


def test_files_are_kept_as_they_came_with_who_and_when():
    upload = stage([file("one.txt"), file("two.txt", b"\x00\xff")], by=somebody())
    one, two = upload.staged_files.all()

    assert (one.name, one.size, one.position, one.state) == ("one.txt", len(TEXT), 1, StagedState.WAITING)
    assert (bytes(one.content), one.sha256) == (TEXT, hashlib.sha256(TEXT).hexdigest())
    assert bytes(two.content) == b"\x00\xff"
    assert (upload.uploaded_by, upload.uploaded_at is None) == (somebody(), False)


def test_too_many_too_large_and_none_are_refused_and_nothing_is_kept(monkeypatch):
    monkeypatch.setattr(files_module, "MAX_FILE_BYTES", 10)
    by = somebody()
    before = row_counts()
    for files, words in (
        ([], "no file"),
        ([file(content=b"x")] * 21, "More than 20"),
        ([file(content=b"x"), file("b.txt", b"x" * 11)], "b.txt is larger"),
    ):
        with pytest.raises(NotStaged, match=words):
            stage(files, by=by)
    assert row_counts() == before


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\reports\\a.txt", "a.txt"),
        ("a\x00b\nc\x7f.txt", "a b c .txt"),
        ("exe\u202etxt.pdf", "exe txt.pdf"),
        ("x" * 300, "x" * 255),
        ("", "file"),
        ("///", "file"),
        ("Überblick – 2024.txt", "Überblick – 2024.txt"),
    ],
)
def test_a_name_is_a_label_and_nothing_else(name, kept):
    assert clean_name(name) == kept
    assert stage([file(name)], by=somebody()).staged_files.get().name == kept


# --- Read -------------------------------------------------------------------------------------------------------------


def test_a_read_file_keeps_its_lines_and_no_inspection_is_there(marlow):
    before = [model.objects.count() for model in (Inspection, Edition, Source)]
    read = staged(LOST)
    read.refresh_from_db()

    assert (read.state, read.form, read.reason, read.about) == ("read", "text", "", "Marlow Vale")
    assert (read.must_fix, read.to_confirm, read.notes) == (0, 5, 3)
    assert as_document(read.lines) == extract(LOST)
    assert [model.objects.count() for model in (Inspection, Edition, Source)] == before


def test_reading_twice_does_nothing_new():
    read = staged(TEXT)
    before = row_counts()

    assert read_staged(read).read_at == StagedFile.objects.get().read_at == read.read_at
    assert row_counts() == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01", "binary"),
        (b"A shopping list.\n", "report"),
        (b"PK\x03\x04 zip", "damaged zip file or workbook"),
        (b"pdu,round,framework,overall_rating\n", "column"),
        (b"\xd0\xcf\x11\xe0 old", "old office document"),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_reason_in_one_line(content, reason):
    read = staged(content, name="report.txt")

    assert read.state == StagedState.REFUSED
    assert reason in read.reason
    assert "\n" not in read.reason
    assert read.lines is None


def test_lines_come_back_as_they_were():
    document = Document(
        lines=(
            Line(number=1, page=None, text="Curly “quotes” – and\ttabs"),
            Line(number=2, page=3, text="", anchor="back", is_furniture=True),
        ),
        form=FileForm.HTML,
        address="https://example.org/",
    )
    assert as_document(as_lines(document)) == document


def test_a_kept_name_of_a_unit_that_is_held_meanwhile_is_known_at_the_next_look(marlow):
    assert staged_report(staged(TEXT)).open(ProblemLevel.MUST_FIX) == ()


# --- Answered ---------------------------------------------------------------------------------------------------------


def test_an_answer_says_who_and_when_and_is_there_at_the_next_reading(marlow):
    read = staged(LOST)
    say(read, heading_lost="areas-nowhere", by=somebody("ben"))
    given = Answer.objects.get()
    found = staged_report(StagedFile.objects.get())

    assert (given.value, given.is_confirmed, given.answered_by) == ("areas-nowhere", False, somebody("ben"))
    assert len(found.open(ProblemLevel.CONFIRM)) == 4
    assert {finding.kind for finding in found.report.standards[0].findings} == {"strength"}


def test_confirming_is_an_answer(marlow):
    read = staged(LOST)
    say(read, heading_lost="")
    given = Answer.objects.get()

    assert (given.value, given.is_confirmed) == ("", True)


def test_an_answer_is_taken_back(marlow):
    read = staged(LOST)
    say(read, heading_lost="")
    key = key_of(read, "heading_lost")
    given = Answer.objects.get()

    assert answer(read, {key: Said(value=None, seen=stamp(given))}, by=somebody()) == {}
    assert Answer.objects.count() == 0
    assert len(staged_report(read).open(ProblemLevel.CONFIRM)) == 5


def test_what_somebody_else_said_meanwhile_is_not_overwritten_unseen(marlow):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    say(read, heading_lost="", by=somebody("ben"))
    theirs = Answer.objects.get()

    conflicts = answer(read, {key: Said(value="areas-nowhere", seen="")}, by=somebody())
    assert (conflicts[key].theirs, conflicts[key].mine) == (theirs, "areas-nowhere")
    assert Answer.objects.get().value == ""

    assert answer(read, {key: Said(value="areas-nowhere", seen=stamp(theirs))}, by=somebody()) == {}
    assert (Answer.objects.get().value, Answer.objects.get().answered_by) == ("areas-nowhere", somebody())


def test_an_answer_taken_back_meanwhile_is_a_conflict_too(marlow):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    say(read, heading_lost="")
    seen = stamp(Answer.objects.get())
    Answer.objects.all().delete()

    conflicts = answer(read, {key: Said(value="areas-nowhere", seen=seen)}, by=somebody())
    assert conflicts[key].theirs is None
    assert Answer.objects.count() == 0


def test_the_same_answer_of_two_people_is_none(marlow):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    say(read, heading_lost="", by=somebody("ben"))
    before = row_counts()

    assert answer(read, {key: Said(value="", seen="")}, by=somebody()) == {}
    assert row_counts() == before


def test_every_answer_stays_in_the_history(marlow):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    say(read, heading_lost="")
    answer(read, {key: Said(value="areas-nowhere", seen=stamp(Answer.objects.get()))}, by=somebody("ben"))
    events = Answer.pgh_event_model.objects.order_by("pgh_id")

    assert list(events.values_list("pgh_label", "value", "answered_by__username")) == [
        ("insert", "", "amina"),
        ("update", "areas-nowhere", "ben"),
    ]


def test_an_upload_says_what_it_is():
    upload = stage([file()], by=somebody())
    upload.uploaded_at = datetime.datetime(2026, 7, 3, 23, 30, tzinfo=datetime.UTC)
    assert str(upload) == "Upload of 4 July 2026, 00:30", "the time of London"
    assert Upload.objects.get().staged_files.get().is_to_check is False
