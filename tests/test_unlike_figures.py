"""What is of another base, of another date, or only a limit is never set against anything, pooled or ranked."""

from dataclasses import replace

import pytest

from inspections import wording
from inspections.comparison import NotPooled, case_count, case_interval, have_one_base, may_rank, pool
from inspections.rows import Sourced
from tests.example_comparison import compared, comparison, measure
from tests.example_rows import DONCASTER, LEEDS, YORK, missing, sampled

OF_RELEASES = {"base": "releases on licence"}


def test_one_base_is_told_by_its_words_and_not_by_its_size():
    here = replace(sampled(50), base="the caseload, approximately 1,500")
    assert have_one_base([here, replace(here, base="the caseload, 900", unit=LEEDS)])
    assert not have_one_base([here, replace(here, base="releases on licence", unit=LEEDS)])
    assert not have_one_base([here, replace(here, is_case_sample=False)])


def test_shares_of_different_things_are_not_ranked():
    rows = [sampled(50, n=60), sampled(70, n=60, unit=LEEDS)]
    assert may_rank(rows)
    assert not may_rank([rows[0], replace(rows[1], **OF_RELEASES)])


@pytest.mark.parametrize("qualifier", ["less than", "more than", "at least"])
def test_a_limit_has_no_count_no_interval_and_is_not_pooled(qualifier):
    row = replace(sampled(50, n=40), qualifier=qualifier)
    assert case_count(replace(row, numerator=20)) is case_count(row) is case_interval(row) is None
    assert pool([row, sampled(50, n=40, unit=LEEDS)]) is NotPooled.NO_BASE
    assert case_count(replace(row, qualifier="approximately")) == 20


def test_a_place_is_not_set_against_cases_of_another_kind():
    own, other = sampled(50, n=40), sampled(25, n=40, unit=LEEDS)
    assert "against their cases pooled (25%, 10 of 40)" in wording.place_sentence(own, [own, other])
    assert "pooled" not in wording.place_sentence(own, [own, replace(other, **OF_RELEASES)])


def test_an_earlier_value_of_the_same_report_is_not_set_beside_other_units():
    newest, other = replace(sampled(50), source=Sourced(key="now")), sampled(25, unit=LEEDS)
    earlier = replace(newest, source=Sourced(key="then"), as_of_words="in April")
    sentence = wording.place_sentence(earlier, [newest, other])
    assert sentence.endswith("not set beside other PDUs' figures, which are of another date or group")
    assert wording.other_rows(earlier, [newest, other]) == []


def test_two_units_are_told_apart_only_where_their_figures_are_of_one_kind():
    two = comparison(compared(DONCASTER), compared(LEEDS))
    own, other = sampled(80, n=70), sampled(40, n=80, unit=LEEDS)
    assert "higher in Doncaster" in wording.measure_together(measure(own, other), two)
    for unlike in (OF_RELEASES, {"qualifier": "less than"}, {"cohort": "officers"}):
        assert wording.measure_together(measure(own, replace(other, **unlike)), two) == ""


def test_one_unit_of_several_has_no_each():
    rows = [sampled(40), sampled(50, n=8, unit=LEEDS), missing(unit=YORK)]
    assert "each of" not in wording.region_sentence(rows)
