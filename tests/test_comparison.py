"""The arithmetic, against published worked examples and against properties that hold for every sample."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.comparison import (
    Interval,
    count_for_percentage,
    difference,
    interval_of_percentage,
    is_count_only,
    is_rankable,
    newcombe_difference,
    too_few_to_tell,
)
from inspections.comparison.intervals import ImpossibleCountError, too_few_to_tell_from, wilson_interval


@st.composite
def samples(draw, largest=400):
    n = draw(st.integers(1, largest))
    return draw(st.integers(0, n)), n


# --- Wilson


@pytest.mark.parametrize(
    ("count", "n", "lower", "upper"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 857-872, Table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_agrees_with_published_examples(count, n, lower, upper):
    interval = wilson_interval(count, n)

    assert interval.lower == pytest.approx(100 * lower, abs=0.005)
    assert interval.upper == pytest.approx(100 * upper, abs=0.005)


def test_eighteen_of_forty_one_is_thirty_to_fifty_nine():
    interval = wilson_interval(18, 41)

    assert (round(interval.lower), round(interval.upper)) == (30, 59)


@given(samples())
def test_wilson_interval_holds_the_share_and_stays_within_bounds(sample):
    count, n = sample
    interval = wilson_interval(count, n)

    assert 0 <= interval.lower <= 100 * count / n + 1e-9
    assert 100 * count / n - 1e-9 <= interval.upper <= 100


@given(samples())
def test_wilson_interval_of_the_others_is_the_mirror_image(sample):
    count, n = sample
    interval, mirrored = wilson_interval(count, n), wilson_interval(n - count, n)

    assert mirrored.lower == pytest.approx(100 - interval.upper)
    assert mirrored.upper == pytest.approx(100 - interval.lower)


@given(samples(largest=100))
def test_more_cases_of_the_same_share_say_more(sample):
    count, n = sample
    few, many = wilson_interval(count, n), wilson_interval(4 * count, 4 * n)

    assert many.upper - many.lower < few.upper - few.lower


@given(samples())
def test_more_confidence_is_wider(sample):
    sure, surer = wilson_interval(*sample), wilson_interval(*sample, confidence=0.99)

    assert surer.lower <= sure.lower
    assert sure.upper <= surer.upper


@pytest.mark.parametrize(("count", "n"), [(1, 0), (-1, 5), (6, 5), (0, -1)])
def test_impossible_counts_are_refused(count, n):
    with pytest.raises(ImpossibleCountError, match="not possible"):
        wilson_interval(count, n)


# --- Newcombe


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 873-890, Table II, method 10.
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_difference_agrees_with_published_examples(first, second, lower, upper):
    interval = newcombe_difference(*first, *second)

    assert interval.lower == pytest.approx(100 * lower, abs=0.005)
    assert interval.upper == pytest.approx(100 * upper, abs=0.005)


@given(samples(), samples())
def test_newcombe_difference_the_other_way_round_is_negated(first, second):
    there, back = newcombe_difference(*first, *second), newcombe_difference(*second, *first)

    assert there.lower == pytest.approx(-back.upper)
    assert there.upper == pytest.approx(-back.lower)


@given(samples())
def test_a_sample_never_differs_from_itself(sample):
    assert too_few_to_tell(*sample, *sample)


@given(samples(), samples())
def test_intervals_apart_can_be_told_apart(first, second):
    one, other = wilson_interval(*first), wilson_interval(*second)

    if one.upper < other.lower or other.upper < one.lower:
        assert not too_few_to_tell(*first, *second)


def test_overlapping_intervals_alone_decide_nothing():
    one, other = wilson_interval(56, 70), wilson_interval(48, 80)

    assert one.lower < other.upper
    assert not too_few_to_tell(56, 70, 48, 80)


def test_twenty_points_are_too_few_to_tell_in_forty_one_cases_and_not_in_four_hundred():
    assert too_few_to_tell(18, 41, 26, 41)
    assert not too_few_to_tell(180, 410, 260, 410)


def test_against_a_published_figure_of_unknown_base():
    assert too_few_to_tell_from(Decimal(50), count=18, n=41)
    assert not too_few_to_tell_from(Decimal(60), count=18, n=41)


@given(samples(), samples())
def test_taking_the_other_figure_as_exact_is_the_mildest_test(sample, other):
    """What is too few with an exact comparator is too few with one that comes from a sample of any size."""
    count, n = sample
    exact = 100 * other[0] / other[1]
    interval = wilson_interval(count, n)

    if interval.lower + 1e-6 < exact < interval.upper - 1e-6:
        assert too_few_to_tell(count, n, *other)


# --- From a percentage to a count


DONCASTER = {59: 24, 78: 32, 37: 15, 41: 17, 68: 28, 49: 20, 27: 11, 44: 18}


@pytest.mark.parametrize(("percentage", "count"), DONCASTER.items())
def test_every_key_question_of_doncaster_is_a_whole_number_of_forty_one(percentage, count):
    assert count_for_percentage(Decimal(percentage), 41) == count


@given(samples(largest=100), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_up_to_a_hundred_cases_the_count_comes_back(sample, rounding):
    count, n = sample
    published = (Decimal(100 * count) / n).quantize(Decimal(1), rounding)

    assert count_for_percentage(published, n) == count


@given(st.integers(0, 100), st.integers(1, 3000))
def test_agrees_with_trying_every_count(percentage, n):
    matching = [
        count
        for count in range(n + 1)
        if Decimal(percentage)
        in {(Decimal(100 * count) / n).quantize(Decimal(1), rule) for rule in (ROUND_HALF_UP, ROUND_HALF_EVEN)}
    ]

    assert count_for_percentage(Decimal(percentage), n) == (matching[0] if len(matching) == 1 else None)


@pytest.mark.parametrize(
    ("percentage", "n", "count"),
    [
        ("45", 41, None),  # 18 of 41 is 44 and 19 of 41 is 46: another base
        ("38", 1500, None),  # fifteen numbers of 1,500 round to 38
        ("43.9", 41, 18),
        ("44.0000", 41, 18),  # as a numeric column stores it
        ("12", 8, 1),  # 12.5, rounded to the even digit
        ("13", 8, 1),
        ("0", 27, 0),
        ("100", 27, 27),
    ],
)
def test_count_for_percentage(percentage, n, count):
    assert count_for_percentage(Decimal(percentage), n) == count


def test_count_for_percentage_refuses_what_is_no_base():
    with pytest.raises(ImpossibleCountError):
        count_for_percentage(Decimal(44), 0)
    with pytest.raises(ImpossibleCountError):
        count_for_percentage(Decimal("NaN"), 41)


def test_interval_of_percentage_needs_a_count():
    assert interval_of_percentage(Decimal(44), 41) == wilson_interval(18, 41)
    assert interval_of_percentage(Decimal(44), 41, 19) == wilson_interval(19, 41)
    assert interval_of_percentage(Decimal(44), None) is None
    assert interval_of_percentage(Decimal(45), 41) is None


# --- Differences and small samples


def test_difference_says_whether_it_is_approximate():
    assert difference(Decimal(38), Decimal(32), are_rounded=True).amount == 6
    assert difference(Decimal(38), Decimal(32), are_rounded=True).is_approximate
    assert not difference(Decimal(5), Decimal(8), are_rounded=False).is_approximate


@pytest.mark.parametrize(
    ("n", "count_only", "rankable"),
    [
        (None, False, False),
        (8, True, False),
        (9, True, False),
        (10, False, False),
        (49, False, False),
        (50, False, True),
    ],
)
def test_small_samples(n, count_only, rankable):
    assert is_count_only(n) is count_only
    assert is_rankable(n) is rankable


def test_an_interval_includes_its_own_limits():
    assert Interval(lower=30, upper=59).includes(Decimal(30))
    assert not Interval(lower=30, upper=59).includes(29.9)
