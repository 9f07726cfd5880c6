"""Every branch of the sentences on what recurs and on one standard, with the words a reader would see."""

import pytest

from inspections import wording
from inspections.ratings import Rating
from inspections.rows import Absence, FindingKind, Origin
from inspections.wording.themes import short_list
from tests.theme_rows import (
    CALDER,
    FELLS,
    count,
    finding,
    of_unit,
    recommendation,
    recurring,
    standard,
    statements,
)

GOOD, INADEQUATE = Rating.GOOD, Rating.INADEQUATE


# --- What recurs


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            recurring(count("Training")),
            "nothing can be said yet about what recurs, because no report is held here",
        ),
        (
            recurring(count("Training"), without="A"),
            "nothing can be said yet about what recurs, because 1 report is held here without themes (A)",
        ),
        (
            recurring(count("Training"), without="AB"),
            "nothing can be said yet about what recurs, because 2 reports are held here without themes (A and B)",
        ),
        (
            recurring(count("Training", "A", reports=1), reports="A", without="B"),
            "nothing can be said yet about what recurs, because only the report on A is held here with themes",
        ),
        (
            recurring(count("Training", "A"), count("Staffing", "B"), reports="ABCD"),
            "no theme is recommended in more than 1 of the 4 reports held here with themes",
        ),
        (
            recurring(count("Training", "", "ABCD"), reports="ABCD"),
            "no theme is recommended in more than 1 of the 4 reports held here with themes",
        ),
        (
            recurring(count("Training", "ABC"), count("Staffing", "AB"), reports="ABCD"),
            "Training is recommended in 3 of the 4 reports held here with themes",
        ),
        (
            recurring(count("Training", "ABC"), count("Staffing", "ABD"), reports="ABCD"),
            "Training and Staffing are each recommended in 3 of the 4 reports held here with themes",
        ),
        (
            recurring(*[count(name, "AB") for name in ("Training", "Staffing", "Voice", "Data")], reports="ABCD"),
            "4 themes are each recommended in 2 of the 4 reports held here with themes",
        ),
    ],
)
def test_recurring_sentence(found, sentence):
    assert wording.recurring_sentence(found, FELLS) == f"Northern Fells, 2031: {sentence}"


OURS = "Themes are our grouping of what the reports say, not the inspectorate's."
ORDER = "By the number of reports that recommend it, then in the order of our list."


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (recurring(without="B"), OURS),
        (recurring(reports="A"), f"{OURS} Counted in 1 report held here with themes (A). {ORDER}"),
        (
            recurring(reports="ABCDE", without="F"),
            f"{OURS} Counted in 5 reports held here with themes (A, B, C and 2 others). "
            f"1 report is held here without themes (F): what is said there is not counted. {ORDER}",
        ),
    ],
)
def test_recurring_note(found, note):
    assert wording.recurring_note(found) == note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            count("Training", "A", reports=1),
            "recommended in the only report held with themes (A), not a strength there",
        ),
        (
            count("Training", "A", "A", reports=1),
            "recommended in the only report held with themes (A), and a strength there",
        ),
        (
            count("Training", "", "A", reports=1),
            "a strength in the only report held with themes (A), not recommended there",
        ),
        (
            count("Training", "", reports=1),
            "not recommended in the only report held with themes, nor a strength",
        ),
        (
            count("Training", "AB", "C"),
            "recommended in 2 of 4 reports held with themes (A and B), a strength in 1 of 4 (C)",
        ),
        (count("Training", "", "C"), "recommended in none of 4 reports held with themes, a strength in 1 of 4 (C)"),
    ],
)
def test_theme_count(found, words):
    assert wording.theme_count_words(found) == words


@pytest.mark.parametrize(
    ("names", "words"), [("", ""), ("A", "A"), ("ABC", "A, B and C"), ("ABCD", "A, B, C and 1 other")]
)
def test_short_list(names, words):
    assert short_list(names) == words


@pytest.mark.parametrize(
    ("found", "label", "sentence"),
    [
        (statements(rounds=()), "", "Training in Northern Fells: nothing that is held here has this theme"),
        (statements(), "junk", "Training in Northern Fells: nothing of the round asked for has this theme"),
        (
            statements(recommendations=[recommendation()]),
            "",
            "Training in Northern Fells: 1 recommendation in 1 report held here",
        ),
        (
            statements(findings=[finding(), finding("a"), finding("f")]),
            "2031",
            "Training in Northern Fells, 2031: 1 strength, 1 area for improvement and 1 other finding "
            "in 1 report held here",
        ),
        (
            statements(
                recommendations=[recommendation(), recommendation(CALDER)],
                findings=[finding(kind, label=label) for kind in "saf" for label in ("2031", "2030")],
            ),
            "",
            "Training in Northern Fells: 2 recommendations, 2 strengths, 2 areas for improvement and 2 other findings "
            "in 3 reports held here",
        ),
    ],
)
def test_theme_sentence(found, label, sentence):
    assert wording.theme_sentence(found, FELLS, label) == sentence


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (FindingKind.STRENGTH, "Strength: Staffing"),
        (FindingKind.AREA_FOR_IMPROVEMENT, "Area for improvement: Staffing"),
        (FindingKind.FINDING, "Finding: Staffing"),
    ],
)
def test_finding_label(kind, label):
    assert wording.finding_label(kind, "Staffing") == label


# --- One standard


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (standard(label=""), ": no inspection of this standard is recorded here"),
        (standard(of_unit("A"), of_unit("B")), ", 2031: no rating held here for any of the 2 PDUs"),
        (standard(of_unit("A", GOOD)), ", 2031: Good in the 1 PDU with a rating held"),
        (
            standard(of_unit("A", GOOD), of_unit("B", GOOD), of_unit("C")),
            ", 2031: Good in the 2 PDUs with a rating held (of 3)",
        ),
        (
            standard(of_unit("A", INADEQUATE), of_unit("B", GOOD), of_unit("C", Rating.OUTSTANDING)),
            ", 2031: Outstanding in 1, Good in 1 and Inadequate in 1 of the 3 PDUs with a rating held",
        ),
        (
            standard(of_unit("A", INADEQUATE, origin=Origin.PRESS), of_unit("B", GOOD)),
            ", 2031: Good in 1 and Inadequate in 1 of the 2 PDUs with a rating held, 1 of them from the press",
        ),
        (
            standard(of_unit("A", INADEQUATE, origin=Origin.PRESS)),
            ", 2031: Inadequate in the 1 PDU with a rating held, from the press",
        ),
    ],
)
def test_standard_sentence(found, sentence):
    assert wording.standard_sentence(found, FELLS) == f"Leadership in Northern Fells{sentence}"


def test_standard_held_sentence():
    rows = [of_unit("A", GOOD, kinds="s"), of_unit("B"), of_unit("C", GOOD, kinds="f")]
    assert wording.standard_held_sentence(standard(*rows)) == "Findings on it are held here for 2 of 3 PDUs: A and C"
    assert wording.standard_held_sentence(standard(rows[1])) == "Findings on it are held here for none of the 1 PDU"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Absence.NO_INSPECTION_RECORDED, "No inspection is recorded here for this round. That does not mean"),
        (Absence.NOT_IN_FRAMEWORK, "It was inspected in this round by a framework that does not have this standard."),
        (Absence.REPORT_NOT_HELD, "It was inspected in this round, but the report is not held here."),
        (Absence.NOT_IN_REPORT, "The report is held here, but gives no findings on this standard."),
    ],
)
def test_findings_absence(why, words):
    assert wording.findings_absence(of_unit("A", why)).startswith(words)
