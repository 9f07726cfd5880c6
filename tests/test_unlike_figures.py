"""What is of another base, of another date, or only a limit is never set against anything, pooled or ranked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections import wording
from inspections.comparison import (
    NotPooled,
    averages_by_kind,
    case_count,
    case_interval,
    have_one_base,
    kinds_of_value,
    may_rank,
    pool,
)
from tests.example_comparison import compared, comparison, measure
from tests.example_rows import DONCASTER, LEEDS, UNITS, YORK, average, edition, missing, sampled

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
    newest, other = sampled(50), sampled(25, unit=LEEDS)
    earlier = replace(newest, as_of_words="in April", is_earlier=True)
    rows = [newest, earlier, other, replace(other, as_of_words="in May", is_earlier=True)]
    sentence = wording.place_sentence(earlier, rows)
    assert sentence.endswith("not set beside other PDUs' figures, because the report gives a newer one")
    assert wording.other_rows(earlier, rows) == []
    assert wording.other_rows(newest, rows) == [other]
    assert "(1 of 1)" in wording.place_sentence(newest, rows)


def test_another_unit_with_several_groups_is_one_unit_that_is_not_compared():
    groups = [sampled(25, unit=LEEDS, cohort=cohort) for cohort in ("officers", "managers")]
    assert wording.place_sentence(sampled(50), [sampled(50), *groups]) == (
        "50%; 1 with a figure of another framework or group, not compared"
    )


def test_earlier_figures_are_neither_pooled_nor_ranked_nor_one_kind_with_newer_ones():
    newest = [sampled(62, n=50, numerator=31), sampled(70, n=70, numerator=49, unit=LEEDS)]
    earlier = [replace(row, is_earlier=True) for row in newest]
    assert pool(earlier) is NotPooled.EARLIER
    assert may_rank(newest)
    assert not may_rank([*newest, earlier[0]])
    assert kinds_of_value([earlier[0], *newest]) == [newest, earlier[:1]]


@pytest.mark.parametrize(
    ("others", "names"),
    [
        ([{"edition": edition("27 points")}], ["21 points", "27 points"]),
        ([{"cohort": "officers"}], ["Whole PDU", "Officers"]),
        ([{"is_earlier": True}], ["Newest figures", "Earlier figures"]),
        ([{"edition": edition("27 points"), "cohort": "officers"}], ["21 points", "27 points, officers"]),
        (
            [{"cohort": "officers"}, {"is_earlier": True}],
            ["Whole PDU", "Officers", "Whole PDU, earlier figures"],
        ),
    ],
)
def test_kinds_are_named_by_what_tells_them_apart(others, names):
    rows = [sampled(50, edition=edition("21 points"))]
    rows += [replace(rows[0], unit=LEEDS, **fields) for fields in others]
    kinds = kinds_of_value(rows)
    assert [wording.kind_name(kind[0], kinds) for kind in kinds] == names
    assert wording.of_kind("Yes.", kinds[0], kinds) == f"{names[0]}: Yes."
    assert wording.of_kind("Yes.", kinds[0], kinds[:1]) == "Yes."


def test_a_framework_called_by_an_abbreviation_keeps_its_capitals_in_a_title():
    rows = [sampled(50, edition=edition("PDU standards")), sampled(60, unit=LEEDS, edition=edition("Older ones"))]
    assert wording.named(rows[0].measure, wording.region_sentence(rows, has_averages=False)).startswith(
        "Sufficient management oversight: PDU standards: 50% of 41 inspected cases in Doncaster; Older ones: 60%"
    )


def test_averages_are_of_one_framework_each_and_count_all_the_regions_units():
    rows = [
        sampled(62, average(50), n=50, numerator=31, edition=edition("21 points")),
        sampled(70, n=70, numerator=49, unit=LEEDS, edition=edition("21 points")),
        sampled(40, average(45), n=50, numerator=20, unit=YORK, edition=edition("27 points")),
        missing(unit=UNITS[0]),
    ]
    (new, of_new), (old, of_old) = averages_by_kind(rows)
    assert ([row.value for row in new], [row.value for row in old]) == ([62, 70], [40])
    assert (of_new.pooled.value, of_new.pooled.held, of_new.pooled.of) == (67, 2, 4)
    assert of_old.pooled is NotPooled.TOO_FEW_PDUS
    assert ([each.value for each in of_new.published], [each.value for each in of_old.published]) == ([50], [45])
    assert "an average of 67% of the 2 of 4 PDUs held here" in wording.region_sentence(rows)
    assert averages_by_kind([missing()]) == []


def test_a_title_leaves_earlier_figures_to_the_page():
    newest = sampled(50)
    rows = [newest, replace(newest, value=Decimal(40), as_of_words="in April", is_earlier=True)]
    assert wording.region_sentence(rows) == (
        "50% of 41 inspected cases in Doncaster; 40% of 41 inspected cases in Doncaster (in April)"
    )
    assert wording.region_sentence(rows, has_averages=False) == "50% of 41 inspected cases in Doncaster"
    both = [*rows, sampled(60, unit=LEEDS)]
    assert "Earlier figures: 40% of 41 inspected cases in Doncaster (in April)" in wording.region_sentence(both)
    assert "arlier" not in wording.region_sentence(both, has_averages=False)


def test_two_units_are_told_apart_only_where_their_figures_are_of_one_kind():
    two = comparison(compared(DONCASTER), compared(LEEDS))
    own, other = sampled(80, n=70), sampled(40, n=80, unit=LEEDS)
    assert "higher in Doncaster" in wording.measure_together(measure(own, other), two)
    for unlike in (OF_RELEASES, {"qualifier": "less than"}, {"cohort": "officers"}):
        assert wording.measure_together(measure(own, replace(other, **unlike)), two) == ""


def test_one_unit_of_several_has_no_each():
    rows = [sampled(40), sampled(50, n=8, unit=LEEDS), missing(unit=YORK)]
    assert "each of" not in wording.region_sentence(rows)
