from decimal import Decimal

import pytest

from inspections.models import Edition, KeyQuestion
from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.rounds_with_key_questions import rounds_with_key_questions
from inspections.rows import Absence, Lowest, Strand
from tests import factories

STRANDS = list(Strand)


def framework_with_questions(*standards: str, **fields):
    framework = factories.framework(*standards, **fields)
    for standard in framework.standards.all():
        for number, strand in enumerate(STRANDS, start=1):
            factories.key_question(standard, number=number, strand=strand)
    return framework


def inspected(name: str, framework, region, percentages=(), **fields) -> Edition:
    """A published edition with a percentage for each question, standard by standard."""
    unit = factories.delivery_unit(name, region=region)
    inspection = factories.inspection(unit, framework=framework, round=fields.pop("round", "2025"))
    edition = factories.edition(inspection, **{"state": "published", "report": factories.source()} | fields)
    factories.edition_date(edition, kind="fieldwork_started")
    questions = KeyQuestion.objects.filter(standard__framework=framework).order_by("standard__position", "number")
    for question, percentage in zip(questions, percentages, strict=False):
        factories.key_question_result(edition, question, percentage=percentage)
    return edition


@pytest.fixture
def region(db):
    return factories.region("Northern Fells")


@pytest.mark.parametrize(("units", "standards"), [(1, 1), (1, 12), (40, 1)])
def test_five_statements_whatever_the_number_of_units_and_questions(
    region, units, standards, django_assert_num_queries
):
    framework = framework_with_questions(*(f"Standard {letter}" for letter in "abcdefghijkl"[:standards]))
    for number in range(units):
        inspected(f"Marlow {number}", framework, region, [50] * 3 * standards)

    with django_assert_num_queries(5):
        rows = key_questions_in_region("northern-fells", "2025")

    assert len(rows) == 3 * units * standards
    assert {row.percentage for row in rows} == {Decimal(50)}


def test_rows_are_by_strand_then_standard_then_name(region):
    framework = framework_with_questions("Planning", "Assessment")
    factories.key_question(framework.standards.get(name="Planning"), number=4, strand="")
    for name in ["Zell", "upper Mere", "Upper Fells"]:
        inspected(name, framework, region, [10, 20, 30, 40, 50, 60, 70])

    rows = key_questions_in_region("northern-fells", "2025")

    asked = list(dict.fromkeys((row.strand, row.standard) for row in rows))
    assert asked == [*((strand, name) for strand in STRANDS for name in ("Planning", "Assessment")), (None, "Planning")]
    assert [row.unit.name for row in rows] == ["Upper Fells", "upper Mere", "Zell"] * 7
    assert [row.percentage for row in rows[::3]] == [10, 50, 20, 60, 30, 70, 40]


def test_each_absence_is_said_only_where_it_is_known(region):
    framework = framework_with_questions("Assessment")
    factories.delivery_unit("A none", region=region)
    inspected("B not held", framework, region, report=None)
    inspected("C held", framework, region)
    inspected("D with one", framework, region, [0])

    rows = key_questions_in_region("northern-fells", "2025")

    assert [row.absence for row in rows[:4]] == [
        Absence.NO_INSPECTION_RECORDED,
        Absence.REPORT_NOT_HELD,
        Absence.NOT_IN_REPORT,
        None,
    ]
    assert [row.percentage for row in rows[:4]] == [None, None, None, Decimal(0)]
    assert {(row.source, row.edition) for row in rows if row.percentage is None} == {(None, None)}
    assert rows[7].absence == Absence.NOT_IN_REPORT


def test_the_lowest_is_that_of_its_standard_in_the_inspection_of_the_unit(region):
    framework = framework_with_questions("Assessment", "Planning")
    inspected("Avon", framework, region, [59, 78, 37, 41, 41, 59])
    inspected("Brent", framework, region, [10, 20, 30])

    rows = key_questions_in_region("northern-fells", "2025")

    assert [(row.unit.name, row.standard, str(row.strand)) for row in rows if row.lowest] == [
        ("Brent", "Assessment", "engagement"),
        ("Avon", "Planning", "engagement"),
        ("Avon", "Planning", "desistance"),
        ("Avon", "Assessment", "keeping other people safe"),
    ]


def test_without_every_percentage_of_a_standard_its_lowest_is_not_known(region):
    framework = framework_with_questions("Assessment", "Planning")
    inspected("Avon", framework, region, [59, 78])
    inspected("Brent", framework, region, [10, 20, 30, 40])

    rows = key_questions_in_region("northern-fells", "2025")

    assert [(row.unit.name, row.standard, row.lowest) for row in rows if row.lowest] == [
        ("Brent", "Assessment", Lowest.ALONE)
    ]


def test_questions_of_two_frameworks_in_one_round_never_mix(region):
    old = framework_with_questions("Assessment", code="points-27", name="Old")
    new = framework_with_questions("Assessment", code="points-9", name="New")
    inspected("Avon", old, region, [10, 20, 30])
    inspected("Brent", new, region, [40, 50, 60])
    factories.delivery_unit("Calder", region=region)

    rows = key_questions_in_region("northern-fells", "2025")

    assert [(row.framework, row.unit.name, row.percentage) for row in rows if row.strand is Strand.ENGAGEMENT] == [
        ("New", "Brent", 40),
        ("New", "Calder", None),
        ("Old", "Avon", 10),
        ("Old", "Calder", None),
    ]
    assert [row.framework for row in rows] == ["New"] * 6 + ["Old"] * 6


def test_a_framework_without_questions_and_a_round_without_inspections_have_no_rows(region):
    inspected("Avon", factories.framework("Assessment"), region)
    assert key_questions_in_region("northern-fells", "2025") == ()
    assert key_questions_in_region("northern-fells", "1999") == ()
    assert key_questions_in_region("no-such-region", "2025") == ()


def test_rounds_with_a_result_newest_first(region, django_assert_num_queries):
    framework = framework_with_questions("Assessment")
    inspected("Avon", framework, region, [10], round="2022-23")
    inspected("Brent", framework, region, [10], round="2024")
    inspected("Calder", framework, region, [10], round="2024")
    inspected("Dove", framework, region, round="2025")
    inspected("Exe", framework, region, [10], round="2026", state="draft")
    inspected("Fal", framework, factories.region("Southern Fells"), [10], round="2027")

    with django_assert_num_queries(1):
        assert rounds_with_key_questions("northern-fells") == ("2024", "2022-23")
