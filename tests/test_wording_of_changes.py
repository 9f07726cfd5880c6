"""A rating beside the one before: every branch, with the words a reader would see."""

import datetime
from dataclasses import replace

import pytest

from inspections import wording
from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    DateRow,
    EarlierRatings,
    InspectionRow,
    Origin,
    Place,
    Precision,
    RatingCell,
    RoundRatings,
    Sourced,
)
from inspections.wording.changes import earlier_phrase
from inspections.wording.values import number_word
from tests.example_rows import DONCASTER, LEEDS, SOURCE, YORK, day

MISSING = RatingCell(absence=Absence.REPORT_NOT_HELD)
PRESS = Sourced(key="x", origin=Origin.PRESS)
GOOD, INADEQUATE = Rating.GOOD, Rating.INADEQUATE


def cell(rating, source=SOURCE):
    return RatingCell(rating=rating, source=source) if rating else MISSING


def before(rating=GOOD, *, source=SOURCE, is_comparable=True, comparability="", **standards):
    return EarlierRatings(
        round="2022-23",
        framework="Nine standards",
        overall=cell(rating, source),
        standards={slug: cell(value) for slug, value in standards.items()},
        is_comparable=is_comparable,
        comparability=comparability,
    )


def row(rating=GOOD, earlier=None, unit=DONCASTER, **standards):
    cells = {slug: cell(value) for slug, value in standards.items()}
    return InspectionRow(unit=unit, round="2024", overall=cell(rating), standards=cells, earlier=earlier)


@pytest.mark.parametrize(
    ("now", "earlier", "phrase", "sentence"),
    [
        (GOOD, before(INADEQUATE), "better than in 2022-23", "2022-23: Inadequate; better than in 2022-23"),
        (INADEQUATE, before(GOOD), "worse than in 2022-23", "2022-23: Good; worse than in 2022-23"),
        (GOOD, before(GOOD), "the same as in 2022-23", "2022-23: Good; the same as in 2022-23"),
        (
            GOOD,
            before(INADEQUATE, comparability="Standards 2024, page 3"),
            "better than in 2022-23 (frameworks comparable by Standards 2024, page 3)",
            "2022-23: Inadequate; better than in 2022-23 (frameworks comparable by Standards 2024, page 3)",
        ),
        (
            GOOD,
            before(GOOD, is_comparable=False),
            "not comparable: framework changed",
            "2022-23: Good; not comparable: framework changed",
        ),
        (
            GOOD,
            before(GOOD, source=PRESS),
            "the same as in 2022-23",
            "2022-23: Good (from a press report, not the inspectorate); the same as in 2022-23",
        ),
        (GOOD, None, "no earlier inspection held here", "no earlier inspection held here"),
        (None, None, "no earlier inspection held here", "no earlier inspection held here"),
        (
            None,
            before(GOOD),
            "not known: no rating of 2024 is held here",
            "2022-23: Good; not known: no rating of 2024 is held here",
        ),
        (
            GOOD,
            before(None),
            "not known: no rating of 2022-23 is held here",
            "not known: no rating of 2022-23 is held here",
        ),
        (
            None,
            before(None, is_comparable=False),
            "not known: no rating of 2022-23 or 2024 is held here",
            "not known: no rating of 2022-23 or 2024 is held here",
        ),
    ],
)
def test_change_of_the_overall_rating(now, earlier, phrase, sentence):
    assert wording.change_phrase(row(now, earlier)) == phrase
    assert wording.change_sentence(row(now, earlier)) == sentence


@pytest.mark.parametrize(
    ("theme", "sentence"),
    [
        ("staffing", "2022-23: Good; worse than in 2022-23"),
        ("services", "not known: no rating of 2022-23 is held here"),
        ("court-work", "2022-23: Good; not known: no rating of 2024 is held here"),
        ("reviewing", "not known: no rating of 2022-23 is held here"),
    ],
)
def test_change_of_a_standard_is_its_own_and_not_that_of_the_overall_rating(theme, sentence):
    earlier = before(INADEQUATE, **{"staffing": GOOD, "services": None, "court-work": GOOD})
    now = row(GOOD, earlier, staffing=INADEQUATE, services=GOOD, reviewing=GOOD)
    assert wording.change_sentence(now, theme) == sentence


def test_earlier_words_are_there_only_where_a_rating_is():
    assert earlier_phrase(before(INADEQUATE)) == "2022-23: Inadequate"
    assert earlier_phrase(before(staffing=GOOD), "staffing") == "2022-23: Good"
    assert earlier_phrase(before(None)) == ""
    assert earlier_phrase(before(), "staffing") == ""
    assert earlier_phrase(None) == ""
    assert wording.earlier_cell(None, "staffing") is None


def test_better_and_worse_are_never_said_of_frameworks_that_changed():
    for now in Rating:
        for then in Rating:
            words = wording.change_sentence(row(now, before(then, is_comparable=False)))
            assert not any(word in words for word in ("better", "worse", "same"))


def test_no_change_claims_a_first_inspection():
    assert "first" not in wording.change_sentence(row())


# --- Age


@pytest.mark.parametrize(
    ("date", "today", "words"),
    [
        (day(2024, 7, 8), (2024, 7, 8), "less than a month ago"),
        (day(2024, 7, 8), (2024, 8, 7), "less than a month ago"),
        (day(2024, 7, 8), (2024, 8, 8), "1 month ago"),
        (day(2024, 7, 8), (2025, 7, 7), "11 months ago"),
        (day(2024, 7, 8), (2026, 7, 7), "23 months ago"),
        (day(2024, 7, 8), (2026, 7, 8), "2 years ago"),
        (day(2024, 7, 8), (2027, 7, 7), "2 years ago"),
        (day(2024, 7, 8), (2024, 7, 7), ""),
        (day(2024, 7, precision=Precision.MONTH), (2024, 7, 31), "this month"),
        (day(2024, 7, precision=Precision.MONTH), (2024, 8, 1), "last month"),
        (day(2024, 7, precision=Precision.MONTH), (2025, 11, 25), "16 months ago"),
        (day(2024, 7, precision=Precision.MONTH), (2026, 7, 1), "2 years ago"),
        (day(2024, 7, precision=Precision.MONTH), (2024, 6, 30), ""),
        (day(2024, precision=Precision.YEAR), (2024, 12, 31), "this year"),
        (day(2024, precision=Precision.YEAR), (2025, 1, 1), "last year"),
        (day(2024, precision=Precision.YEAR), (2026, 11, 25), "about 2 years ago"),
        (day(2024, precision=Precision.YEAR), (2023, 12, 31), ""),
    ],
)
def test_age_is_never_more_exact_than_the_date(date, today, words):
    assert wording.age(date, datetime.date(*today)) == words


# --- What is held of a round


def unit(number):
    return Place(name=f"Unit {number}", slug=f"unit-{number}")


def grid(*rows, framework="Seven standards"):
    return RoundRatings(round="2024", framework=framework, max_score=21, themes=(), rows=rows)


@pytest.mark.parametrize(
    ("origins", "press"),
    [
        ([None, None], "0 of 2 overall ratings held for 2024"),
        ([Origin.REPORT, None], "1 of 2 overall ratings held for 2024"),
        ([Origin.PRESS, None], "1 of 2 overall ratings held for 2024, from the press"),
        ([Origin.PRESS, Origin.STAFF], "2 of 2 overall ratings held for 2024, one of them from the press"),
        ([Origin.PRESS, Origin.PRESS], "2 of 2 overall ratings held for 2024, all of them from the press"),
        (
            [Origin.PRESS_RELEASE, *[Origin.PRESS] * 9],
            "10 of 10 overall ratings held for 2024, nine of them from the press",
        ),
        (
            [Origin.PRESS_RELEASE, *[Origin.PRESS] * 12],
            "13 of 13 overall ratings held for 2024, 12 of them from the press",
        ),
    ],
)
def test_region_held_sentence(origins, press):
    rows = [
        InspectionRow(
            unit=unit(number),
            round="2024",
            overall=cell(GOOD, Sourced(key="x", origin=origin)) if origin else MISSING,
            is_report_held=origin is Origin.REPORT,
        )
        for number, origin in enumerate(origins)
    ]
    reports = f"{origins.count(Origin.REPORT)} of {len(origins)} full reports"
    assert wording.region_held_sentence([grid(*rows)]) == f"{reports} and {press}"


def began(date, origin=Origin.REPORT):
    held = DateRow(meaning="", label="", date=date, is_queried=False, source=Sourced(key="x", origin=origin))
    return replace(row(), inspected=held)


JULY, SEPTEMBER = (day(2024, month, precision=Precision.MONTH) for month in (7, 9))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([row()], "Dates of inspection not held here for 2024"),
        ([began(day(2024, 7, 8))], "Inspected from 8 July 2024"),
        (
            [began(JULY, Origin.PRESS), row()],
            "Inspected from July 2024, by the dates held for 1 of 2 PDUs, from the press",
        ),
        ([began(SEPTEMBER), began(JULY)], "Inspections begun July 2024 to September 2024"),
        (
            [began(day(2024, 7, 8)), began(SEPTEMBER, Origin.PRESS), began(JULY, Origin.PRESS), row()],
            "Inspections begun July 2024 to September 2024, by the dates held for 3 of 4 PDUs, "
            "two of them from the press",
        ),
    ],
)
def test_region_inspected_sentence(rows, sentence):
    of_units = [replace(row, unit=unit(number)) for number, row in enumerate(rows)]
    assert wording.region_inspected_sentence([grid(*of_units)]) == sentence
    assert wording.region_inspected_sentence([grid(of_units[0]), grid(*of_units[1:])]) == sentence


def test_a_round_of_two_frameworks_is_counted_as_a_whole_and_each_unit_once():
    """One unit is without an inspection, and so in both grids."""
    nothing = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
    none, first, second, third = (
        InspectionRow(unit=unit(number), round="2024", overall=overall, is_report_held=number == 2)
        for number, overall in enumerate([nothing, cell(GOOD), cell(GOOD), MISSING])
    )
    grids = [grid(none, first), grid(none, second, third, framework="Nine standards")]
    assert wording.region_held_sentence(grids) == (
        "1 of 4 full reports and 2 of 4 overall ratings held for 2024; inspected by two frameworks, “Seven standards” "
        "and “Nine standards”"
    )
    assert wording.region_inspected_sentence(grids) == "Dates of inspection not held here for 2024"


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        ([], ""),
        ([("Seven", "Avon"), ("Seven", "Brent")], ""),
        (
            [("Seven", "Avon"), ("Nine", "Brent"), ("Seven", "Calder")],
            "Inspected in the 2024 round by “Seven”: Avon, Calder; by “Nine”: Brent. ",
        ),
        (
            [("Seven", "Avon"), ("Nine", "Brent"), ("Nine", "Calder"), ("Ten", "Dove")],
            "Inspected in the 2024 round by “Seven”: Avon; by “Nine”: Brent, Calder; by “Ten”: Dove. ",
        ),
    ],
)
def test_which_units_were_inspected_by_which_framework(units, sentence):
    never = "Figures of different frameworks are never put into one average or one order."
    assert wording.frameworks_of_round("2024", units) == (sentence + never if sentence else "")


@pytest.mark.parametrize(("number", "word"), [(0, "none"), (1, "one"), (9, "nine"), (10, "10"), (1200, "1,200")])
def test_numbers_under_ten_are_words(number, word):
    assert number_word(number) == word


def test_what_is_not_held_is_told_by_its_reason():
    rows = [
        row(GOOD, unit=DONCASTER),
        row(None, unit=LEEDS),
        row(None, unit=YORK),
        InspectionRow(unit=YORK, round="2024", overall=cell(GOOD), is_report_held=True),
    ]
    assert wording.what_is_not_held(grid(*rows)) == {
        "The overall rating is held here, the report is not: what is shown comes from the sources linked.": [
            "Doncaster"
        ],
        "It was inspected in this round, but the report is not held here.": ["Leeds", "York"],
    }


# --- Several frameworks


def test_rounds_of_one_framework_need_no_word():
    assert wording.frameworks_sentence([]) == ""
    assert wording.frameworks_sentence([grid(row()), grid(row())]) == ""


def test_rounds_of_several_frameworks_say_why_only_words_stand_side_by_side():
    sentence = wording.frameworks_sentence([grid(row()), grid(framework="Nine standards")])
    assert sentence.startswith("These ratings are by two frameworks: “Seven standards” and “Nine standards”. Their")
    assert "stand side by side: the scores are not comparable." in sentence
    assert sentence.endswith("that two frameworks may be compared. Nothing of the kind is recorded yet")


def test_the_framework_of_the_round_before_counts_though_that_round_is_not_shown():
    sentence = wording.frameworks_sentence([grid(row(GOOD, before(is_comparable=False)))])
    assert "two frameworks: “Seven standards” and “Nine standards”" in sentence


def test_recorded_comparability_is_named_with_its_source():
    sentence = wording.frameworks_sentence([grid(row(GOOD, before(comparability="Standards 2024, page 3")))])
    assert sentence.endswith(". That is recorded of Nine standards and Seven standards (Standards 2024, page 3)")


# --- The outcome of one inspection


def test_outcome_phrase():
    assert wording.outcome_phrase(cell(INADEQUATE), 3, 21) == "rated Inadequate, 3 out of 21"
    assert wording.outcome_phrase(cell(INADEQUATE), 0, 21) == "rated Inadequate, 0 out of 21"
    assert wording.outcome_phrase(cell(INADEQUATE)) == "rated Inadequate"
    assert wording.outcome_phrase(MISSING) == "inspected, rating not held here"
    assert wording.outcome_phrase(RatingCell(absence=Absence.NO_INSPECTION_RECORDED)) == (
        "rating not held here (no inspection recorded here for this round)"
    )
    assert wording.outcome_phrase(RatingCell()) == "rating not held here"
    assert wording.outcome_phrase(cell(GOOD, PRESS), 9, 21, score_source=PRESS) == (
        "rated Good (from a press report, not the inspectorate), 9 out of 21 "
        "(from a press report, not the inspectorate)"
    )
