"""The two averages, who may be ordered by value, and how a value stands to an average: numbers worked by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections.comparison import (
    AverageKind,
    NotPooled,
    Standing,
    averages,
    case_count,
    kinds_of_value,
    may_rank,
    pool,
    standing,
    standing_to_pooled,
)
from inspections.rows import question_as_measure
from tests.example_rows import (
    CASELOAD,
    DONCASTER,
    HIGH_RISK,
    LEEDS,
    UNITS,
    YORK,
    asked,
    average,
    day,
    edition,
    measured,
    missing,
    sampled,
    surveyed,
)

# --- Published


def test_a_published_average_has_the_reports_that_quote_it():
    (found,) = averages([measured(38, average(32)), measured(28, average(32), unit=LEEDS)]).published

    assert (found.kind, found.value, found.label) == (AverageKind.PUBLISHED, 32, "regional average")
    assert found.reports == (DONCASTER, LEEDS)


def test_two_published_averages_that_differ_are_both_kept_each_with_its_report():
    rows = [measured(38, average(32)), measured(28, average(30), unit=LEEDS), missing(unit=YORK)]

    assert [(found.value, found.reports) for found in averages(rows).published] == [(32, (DONCASTER,)), (30, (LEEDS,))]


def test_one_value_of_two_dates_or_two_names_is_two_averages():
    rows = [measured(38, average(32), average(32, as_of=day(2024)), average(32, "national average"))]

    assert len(averages(rows).published) == 3


def test_a_report_that_quotes_an_average_twice_is_one_report():
    rows = [measured(134, average(120)), measured(169, average(120), cohort="officers")]

    assert averages(rows).published[0].reports == (DONCASTER,)


def test_without_a_comparator_nothing_is_published():
    assert averages([measured(38), missing()]).published == ()


# --- Pooled


def test_pooled_by_cases_and_never_a_mean_of_percentages():
    """18 of 41 and 9 of 10: 27 of 51 is 53 per cent; the mean of 44 and 90 would be 67."""
    found = pool([sampled(44, numerator=18), sampled(90, n=10, numerator=9, unit=LEEDS), missing(unit=YORK)])

    assert (found.kind, found.value) == (AverageKind.POOLED, Decimal(53))
    assert (found.numerator, found.n, found.base) == (27, 51, "inspected cases")
    assert (found.held, found.of, found.is_inferred) == (2, 3, False)


def test_halves_are_rounded_up():
    """1 of 4 and 0 of 4 are 1 of 8, 12.5 per cent."""
    found = pool([sampled(25, n=4, numerator=1), sampled(0, n=4, numerator=0, unit=LEEDS)])

    assert found.value == 13


def test_a_count_worked_out_from_its_percentage_is_marked():
    assert pool([sampled(44), sampled(59, unit=LEEDS, numerator=24)]).is_inferred


def test_nought_of_all_cases_is_an_average():
    assert pool([sampled(0, numerator=0), sampled(0, numerator=0, unit=LEEDS)]).value == 0


def test_bases_of_one_kind_may_differ_in_size():
    rows = [
        measured(38, n=1500, numerator=570, base="the PDU's caseload, approximately 1,500"),
        measured(30, n=1000, numerator=300, base="the PDU's caseload, 1,000", unit=LEEDS),
    ]

    assert (pool(rows).value, pool(rows).base) == (35, "the PDU's caseload")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], NotPooled.TOO_FEW_PDUS),
        ([missing()], NotPooled.TOO_FEW_PDUS),
        ([sampled(44)], NotPooled.TOO_FEW_PDUS),
        ([sampled(44), sampled(59)], NotPooled.TOO_FEW_PDUS),
        (
            [measured(1500, measure=CASELOAD), measured(900, measure=CASELOAD, unit=LEEDS)],
            NotPooled.NOT_A_PERCENTAGE,
        ),
        (
            [sampled(44, edition=edition("21 points")), sampled(59, unit=LEEDS, edition=edition("27 points"))],
            NotPooled.DIFFERENT_FRAMEWORKS,
        ),
        ([measured(38), measured(28, unit=LEEDS)], NotPooled.NO_BASE),
        ([measured(38, n=1500), measured(28, unit=LEEDS, n=100, numerator=28)], NotPooled.NO_BASE),
        ([sampled(44), sampled(45, unit=LEEDS)], NotPooled.NO_BASE),
        ([sampled(44), sampled(59, unit=LEEDS, cohort="men")], NotPooled.DIFFERENT_BASES),
        ([sampled(44), replace(sampled(59, unit=LEEDS), base="plans")], NotPooled.DIFFERENT_BASES),
        (
            [sampled(44), replace(sampled(59, unit=LEEDS, numerator=24), is_case_sample=False)],
            NotPooled.DIFFERENT_BASES,
        ),
    ],
)
def test_why_nothing_is_pooled(rows, why):
    assert averages(rows).pooled is why


def test_others_may_be_pooled_from_one_pdu_on():
    assert pool([sampled(44)], at_least=1).n == 41


# --- Counts


def test_a_count_is_as_published_or_the_only_one_that_rounds_to_the_percentage():
    assert case_count(sampled(44)) == 18
    assert case_count(sampled(44, numerator=17)) == 17
    assert case_count(sampled(45)) is None
    assert case_count(measured(38, n=100)) is None
    assert case_count(missing()) is None


# --- Who may be ordered by value


def test_ordering_needs_a_direction_and_fifty_cases_everywhere():
    fifty = [sampled(44, n=50), sampled(60, n=90, unit=LEEDS)]

    assert may_rank(fifty)
    assert may_rank([*fifty, missing(unit=YORK)])
    assert not may_rank([*fifty, sampled(50, n=49, unit=YORK)])
    assert not may_rank([*fifty, sampled(50, n=None, unit=YORK)])


def test_those_who_answered_a_survey_have_no_order():
    assert not may_rank([surveyed(86), surveyed(70, unit=LEEDS)])
    assert may_rank([replace(surveyed(86), base="the PDU's caseload"), surveyed(70, base="the PDU's caseload")])


def test_context_is_never_ordered():
    rows = [measured(value, n=1500, unit=unit) for value, unit in ((38, DONCASTER), (28, LEEDS))]

    assert rows[0].measure is HIGH_RISK
    assert not may_rank(rows)


def test_one_value_a_limit_or_two_kinds_of_value_have_no_order():
    fifty = [sampled(44, n=50), sampled(60, n=50, unit=LEEDS)]

    assert not may_rank(fifty[:1])
    assert not may_rank([fifty[0], replace(fifty[1], qualifier="less than")])
    assert not may_rank([replace(row, measure=replace(row.measure, unit="count")) for row in fifty])
    assert not may_rank([fifty[0], replace(fifty[1], cohort="men")])
    assert not may_rank([fifty[0], replace(fifty[1], edition=edition("27 points"))])


def test_kinds_of_value_in_the_order_they_are_met():
    rows = [sampled(44), missing(unit=LEEDS), sampled(50, cohort="men", unit=YORK), sampled(60, unit=UNITS[0])]

    assert [[row.unit.name for row in kind] for kind in kinds_of_value(rows)] == [
        ["Doncaster", "Barnsley and Rotherham"],
        ["York"],
    ]


# --- How a value stands


@pytest.mark.parametrize(
    ("row", "published", "how"),
    [
        (measured(38), 32, Standing.HIGHER),
        (measured(31), 32, Standing.LOWER),
        (measured(32), 32, Standing.SAME),
        (sampled(44), 50, Standing.TOO_FEW_TO_TELL),
        (sampled(44), 70, Standing.LOWER),
        # No number of 41 cases is 45%, a sample of unknown size, a count out of a sample: there is nothing to test by.
        (sampled(45), 50, Standing.UNTOLD),
        (sampled(44, n=None), 50, Standing.UNTOLD),
        (sampled(44, n=None), 44, Standing.UNTOLD),
        (replace(sampled(12, numerator=12), measure=CASELOAD), 10, Standing.UNTOLD),
        # Those who answered were selected, whatever their number; of a base that is not known nothing is told either.
        (surveyed(86), 70, Standing.UNTOLD),
        (surveyed(86), 86, Standing.UNTOLD),
        (surveyed(75, n=8, numerator=6), 70, Standing.UNTOLD),
        (surveyed(86, n=None), 70, Standing.UNTOLD),
        (
            measured(97, base="interviews with probation practitioners about the inspected cases", n=37),
            80,
            Standing.UNTOLD,
        ),
        (measured(38, base="a sample of the caseload"), 32, Standing.UNTOLD),
        (measured(38, base=""), 32, Standing.UNTOLD),
        (measured(134, base="a full workload on the workload measurement tool"), 120, Standing.HIGHER),
        (measured(93, base="residents of the area, 308,000"), 90, Standing.HIGHER),
        (measured(1500, measure=CASELOAD), 1400, Standing.HIGHER),
        (measured(50, measure=CASELOAD, base="people surveyed, or those of them who had one"), 40, Standing.UNTOLD),
        (sampled(63, n=8, numerator=5), 50, Standing.TOO_FEW),
        (measured(5, qualifier="less than"), 32, Standing.UNTOLD),
        (missing(), 32, Standing.UNTOLD),
    ],
)
def test_standing_to_a_published_average(row, published, how):
    assert standing(row, Decimal(published)) is how


@pytest.mark.parametrize(
    ("row", "numerator", "n", "how"),
    [
        # 18 of 41 less 26 of 41: -19.5 points, interval -39 to 2 (Newcombe).
        (sampled(44), 26, 41, Standing.TOO_FEW_TO_TELL),
        # 18 of 41 less 260 of 410: -19.5 points, interval -34 to -4.
        (sampled(44), 260, 410, Standing.LOWER),
        (sampled(90), 260, 410, Standing.HIGHER),
        (sampled(45), 260, 410, Standing.UNTOLD),
        (sampled(63, n=8, numerator=5), 260, 410, Standing.TOO_FEW),
        (measured(63, n=1500, numerator=945), 260, 410, Standing.SAME),
        (missing(), 260, 410, Standing.UNTOLD),
        (surveyed(86, numerator=56), 100, 200, Standing.UNTOLD),
        (surveyed(86), 100, 200, Standing.UNTOLD),
        (surveyed(75, n=8, numerator=6), 100, 200, Standing.UNTOLD),
        # The others are too few
        (sampled(44), 5, 8, Standing.TOO_FEW),
    ],
)
def test_standing_to_the_cases_of_others_by_the_interval_of_the_difference(row, numerator, n, how):
    pooled = (Decimal(100 * numerator) / n).quantize(Decimal(1))

    assert standing_to_pooled(row, pooled, numerator=numerator, n=n) is how


# --- Key questions are measured alike


def test_a_key_question_is_a_share_of_inspected_cases_with_its_count_inferred_again():
    row = question_as_measure(asked(44, numerator=18), DONCASTER)

    assert (row.measure.name, row.measure.slug) == ("Assessment, keeping other people safe", "assessment-q3")
    assert (row.value, row.n, row.numerator, case_count(row)) == (44, 41, None, 18)
    assert question_as_measure(asked(44, numerator=17, numerator_is_inferred=False), DONCASTER).numerator == 17
    assert question_as_measure(replace(asked(44), strand=None), DONCASTER).measure.name == "Assessment, question 3"
