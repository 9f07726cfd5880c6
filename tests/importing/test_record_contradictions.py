"""What can't be, or is told twice, stays a problem for a person: the rest of the report is recorded."""

import pytest

from inspections.models import Finding
from tests.importing.recording import TEXT, record

pytestmark = pytest.mark.usefixtures("reference", "db")
FINDINGS = 3 * 6 + 4 * 2 + 1 + 6 + 6  # domain one, domain two, feedback, diversity, outcomes


@pytest.mark.parametrize(
    ("said", "instead", "problem"),
    [
        ("| 80% |", "| 140% |", "percentage_out_of_range"),
        ("Score 6/21", "Score 22/21", "score_out_of_range"),
        ("9 of the 50 cases", "90 of the 50 cases", "count_above_base"),
        ("30 community orders and 20", "0 community orders and 0", "sample_disagrees"),
        ("| P 1.2 | Staffing | Requires improvement |\n", "", "standard_missing"),
        (
            "| P 1.2 | Staffing | Requires improvement |",
            "| P 1.2 | Staffing | Requires improvement |\n| P 1.2 | Staffing | Good |",
            "standard_doubled",
        ),
        (
            "on reducing reoffending and supporting desistance?",
            "on engaging the person on probation?",
            "question_doubled",
        ),
    ],
)
def test_a_report_at_odds_with_itself_is_recorded_with_the_problem(marlow, said, instead, problem):
    assert said in TEXT
    edition = record(TEXT.replace(said, instead)).edition

    assert problem in set(edition.problems.values_list("type", flat=True))
    assert edition.findings.count() == FINDINGS


def test_of_a_standard_rated_twice_the_first_rating_is_kept(marlow):
    row = "| P 1.2 | Staffing | Requires improvement |"
    edition = record(TEXT.replace(row, f"{row}\n| P 1.2 | Staffing | Good |")).edition

    assert edition.standard_ratings.get(standard__theme__slug="staffing").rating == "Requires improvement"


def test_a_score_that_can_not_be_is_not_held(marlow):
    edition = record(TEXT.replace("Score 6/21", "Score 22/21")).edition

    assert (edition.score, edition.max_score, edition.score_citation) == (None, None, None)


def test_counts_that_can_not_be_are_not_held(marlow):
    edition = record(TEXT.replace("9 of the 50 cases", "90 of the 50 cases")).edition
    figure = edition.figures.get(citation__quote__startswith="90 of the 50")

    assert (figure.value, figure.unit, figure.numerator, figure.denominator) == (90, "of", None, None)


def test_each_addressee_may_have_recommendations_from_one(marlow):
    text = TEXT.replace("- 2. reduce", "\nHM Prison Service should:\n\n- 1. reduce").replace("3. train", "2. train")
    recommendations = record(text).edition.recommendations.all()

    assert [(r.number, r.addressed_to, r.citation.key.removeprefix("marlow-vale-2025-")) for r in recommendations] == [
        (1, "Marlow Vale PDU", "rec-1"),
        (1, "HM Prison Service", "rec-1-2"),
        (2, "HM Prison Service", "rec-2"),
    ]


def test_a_standard_the_framework_lacks_leaves_the_others(marlow):
    edition = record(TEXT.replace("Staffing", "Court work")).edition

    assert edition.standard_ratings.count() == 6
    assert "standard_unknown" in set(edition.problems.values_list("type", flat=True))
    assert Finding.objects.filter(edition=edition, standard__code="P 1.2").count() == 0
