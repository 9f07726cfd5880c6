"""The sentences of releases and corrections."""

import datetime
from dataclasses import replace

import pytest

from inspections import wording
from inspections.rows import (
    SOURCE,
    Correction,
    FieldChange,
    NoLongerPublic,
    Place,
    Released,
    ReleasedInspection,
    ReleaseEntry,
)

DAY = datetime.date(2026, 5, 4)
UNITS = [Place(name=name, slug=name.lower()) for name in ("Doncaster", "Leeds", "York", "Hull")]
REGION = Place(name="Yorkshire", slug="yorkshire")


def inspection(unit: Place, what: Released) -> ReleasedInspection:
    return ReleasedInspection(unit=unit, region=REGION, round="2024", what=what)


def release(*inspections: ReleasedInspection) -> ReleaseEntry:
    at = datetime.datetime(2026, 5, 4, 10, tzinfo=datetime.UTC)
    return ReleaseEntry(
        number=3, title="A title", reason="Why.", published_at=at, assurance="two people", inspections=inspections
    )


def change(before: str = "37%", after: str = "29%") -> FieldChange:
    return FieldChange(key="k", label="Assessment, question 3", field="percentage", before=before, after=after)


def source(before: str, after: str) -> FieldChange:
    return replace(change(before=before, after=after), field=SOURCE)


@pytest.mark.parametrize(
    ("inspections", "title"),
    [
        ([], "Release 3: nothing of a delivery unit"),
        ([(0, Released.PUBLISHED)], "Release 3: Doncaster 2024 published"),
        (
            [(0, Released.CORRECTED), (1, Released.PUBLISHED), (2, Released.PUBLISHED)],
            "Release 3: Doncaster 2024 corrected; Leeds 2024 and York 2024 published",
        ),
        (
            [(0, Released.PUBLISHED), (1, Released.PUBLISHED_AGAIN)],
            "Release 3: Leeds 2024 published again; Doncaster 2024 published",
        ),
        ([(each, Released.WITHDRAWN) for each in range(4)], "Release 3: four inspections withdrawn"),
    ],
)
def test_title_of_a_release(inspections, title):
    assert wording.release_title(release(*(inspection(UNITS[unit], what) for unit, what in inspections))) == title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Doncaster, 2024", ""),
        ("Doncaster 2024 Corrected", ""),
        (" Autumn corrections", "Autumn corrections"),
        ("", ""),
    ],
)
def test_what_staff_call_a_release_is_said_where_it_says_more(title, name):
    entry = replace(release(inspection(UNITS[0], Released.CORRECTED)), title=title)
    assert wording.release_name(entry) == name


def test_date_of_a_release():
    assert wording.release_date(release()) == "4 May 2026"


@pytest.mark.parametrize(("count", "words"), [(0, "no changes"), (1, "one change"), (12, "12 changes")])
def test_count_of_changes(count, words):
    assert wording.changes_count(count) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (change(), "percentage: 29%, was 37%"),
        (change(before=""), "percentage: 29%, was not held here"),
        (change(after=""), "percentage: no longer held here, was 37%"),
    ],
)
def test_a_changed_field(told, words):
    assert wording.field_change(told) == words


@pytest.mark.parametrize(
    ("told", "standing", "is_held"),
    [
        ((source("The report.", "The report."), change()), "", True),
        ((change(),), "", True),
        ((change(after=""),), "", True),
        ((change(before=""), source("", "The report.")), "not held here before", True),
        ((change(after=""), source("The report.", "")), "no longer held here", False),
        ((replace(change(), is_cited=False),), "", False),
    ],
)
def test_whether_a_fact_was_and_is_held(told, standing, is_held):
    assert wording.fact_standing(told) == standing
    assert wording.is_still_held(told) is is_held


def test_sentences_stand_in_quotation_marks():
    text = replace(change(before="It went well.", after="It went badly."), field="text")
    assert wording.field_change(text) == "text: “It went badly.”, was “It went well.”"
    assert wording.field_change(replace(text, before="")) == "text: “It went badly.”, was not held here"


@pytest.mark.parametrize("told", [change(before=""), change(before="29%", after="")])
def test_a_field_of_what_is_new_or_gone(told):
    assert wording.field_words(told) == "percentage: 29%"


def test_a_correction():
    correction = Correction(release=3, published=DAY, reason="It was misread.", change_count=2, changes=())
    assert wording.correction_sentence(correction) == (
        "Corrected on 4 May 2026 (release 3), two changes: It was misread."
    )


def test_what_is_published_again():
    correction = Correction(release=5, published=DAY, reason="It is right.", change_count=0, changes=(), withdrawn_in=4)
    assert wording.correction_sentence(correction) == (
        "Published again on 4 May 2026 (release 5), after it was withdrawn (release 4), no changes: It is right."
    )


@pytest.mark.parametrize(
    ("is_withdrawn", "title", "what"),
    [
        (True, "Doncaster PDU, 2024: withdrawn", "withdrawn"),
        (False, "Doncaster PDU, 2024: a document that nothing is told from", "corrected"),
    ],
)
def test_a_document_that_nothing_is_told_from(is_withdrawn, title, what):
    gone = NoLongerPublic(
        unit=UNITS[0],
        round="2024",
        release=3,
        published=DAY,
        reason="Why.",
        is_withdrawn=is_withdrawn,
        is_document=True,
    )
    assert wording.no_longer_public_title(gone) == title
    assert wording.no_longer_public_sentence(gone) == (
        "Nothing is told from this document here since the inspection of Doncaster PDU in the 2024 round "
        f"was {what} on 4 May 2026, by release 3."
    )


@pytest.mark.parametrize(
    ("rounds", "title", "sentence"),
    [
        (
            [],
            "Leeds PDU: no inspection recorded here",
            "No inspection of Leeds PDU is recorded here. That does not mean there was none.",
        ),
        (
            ["2025", "2024"],
            "Leeds PDU: inspections of 2025 and 2024 withdrawn",
            "No inspection of Leeds PDU is public here today.",
        ),
    ],
)
def test_a_unit_without_inspection(rounds, title, sentence):
    gone = [
        NoLongerPublic(unit=UNITS[1], round=each, release=3, published=DAY, reason="Why.", is_withdrawn=True)
        for each in rounds
    ]
    assert wording.unit_without_inspection_title(UNITS[1], gone) == title
    assert wording.unit_without_inspection_sentence(UNITS[1], gone) == sentence


@pytest.mark.parametrize(
    ("is_withdrawn", "title", "sentence"),
    [
        (
            True,
            "Doncaster PDU, 2024: withdrawn",
            "The inspection of Doncaster PDU in the 2024 round was withdrawn here on 4 May 2026, by release 3.",
        ),
        (
            False,
            "Doncaster PDU, 2024: a statement that is no longer held here",
            "This statement of the inspection of Doncaster PDU in the 2024 round was taken back here on 4 May 2026, "
            "by release 3.",
        ),
    ],
)
def test_what_is_no_longer_public(is_withdrawn, title, sentence):
    gone = NoLongerPublic(
        unit=UNITS[0], round="2024", release=3, published=DAY, reason="Why.", is_withdrawn=is_withdrawn
    )
    assert (wording.no_longer_public_title(gone), wording.no_longer_public_sentence(gone)) == (title, sentence)


def test_a_feed_reader_is_told_the_first_changes_and_how_many_more():
    corrected = replace(
        inspection(UNITS[0], Released.CORRECTED), changes=(change(), change("1", "2"), change("3", "4"))
    )
    first = "Doncaster 2024, Assessment, question 3, percentage: 29%, was 37%"
    entry = release(corrected, inspection(UNITS[1], Released.PUBLISHED))

    assert wording.release_changes(entry, at_most=3)[0] == first
    assert len(wording.release_changes(entry, at_most=3)) == 3
    assert wording.release_changes(entry, at_most=1) == [first, "two more"]
    assert wording.release_changes(release(), at_most=1) == []
