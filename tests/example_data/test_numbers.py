"""Made-up numbers: bounds, shares, ratings."""

from decimal import Decimal
from random import Random

import pytest

from inspections.comparison import count_for_percentage
from inspections.example_data import numbers
from inspections.example_data.numbers import Share
from inspections.example_data.rounds import ROUNDS, Held, held_of_units, latest_rounds
from inspections.example_data.size import ImpossibleSize, Size
from inspections.ratings import Rating


def test_every_count_can_be_told_from_its_percentage():
    shares = [Share(count=count, n=n) for n in range(8, 76) for count in range(n + 1)]

    assert all(count_for_percentage(share.percentage, share.n) == share.count for share in shares)


def test_a_half_is_rounded_up():
    assert Share(count=1, n=8).percentage == Decimal(13)


@pytest.mark.parametrize("around", [-40, 50, 160])
def test_a_share_is_never_below_none_or_above_all(around):
    assert all(0 <= numbers.share(Random(seed), 9, around).count <= 9 for seed in range(200))


def test_samples_are_small_middling_large_and_not_stated():
    sizes = {numbers.cases(Random(1), place) for place in range(14)}
    stated = sizes - {None}

    assert None in sizes
    assert min(stated) in (8, 9)
    assert any(10 <= size < 50 for size in stated)
    assert any(50 <= size <= 75 for size in stated)


@pytest.mark.parametrize(("per_cent", "rating"), [(0, "Inadequate"), (44, "Inadequate"), (45, "Requires improvement")])
def test_a_percentage_is_rated(per_cent, rating):
    assert numbers.rating(per_cent) == rating


@pytest.mark.parametrize(("each", "overall"), [(each, each) for each in Rating])
def test_seven_equal_ratings_have_the_same_overall(each, overall):
    assert numbers.overall([each] * 7, of=21) == overall


def test_about_an_eighth_is_not_inspected_and_of_a_quarter_only_ratings_are_held():
    held = list(held_of_units(Random(1), [str(number) for number in range(110)]).values())

    assert [held.count(kind) for kind in (Held.NOTHING, Held.RATINGS, Held.REPORT)] == [14, 28, 68]
    assert list(held_of_units(Random(1), ["one"]).values()) == [Held.REPORT]


def test_rounds_are_the_last_and_within_the_use_of_their_framework():
    assert [round_.label for round_ in latest_rounds(2)] == ["2024", "2025"]
    assert latest_rounds(4) == ROUNDS
    assert [round_.framework for round_ in ROUNDS] == ["pdu-27", "pdu-27", "pdu-21", "pdu-21"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"regions": 0}, "--regions is from 1 to 30, not 0"),
        ({"pdus": 301}, "--pdus is from 1 to 300, not 301"),
        ({"rounds": 5}, "--rounds is from 1 to 4, not 5"),
        ({"regions": 12, "pdus": 11}, "--pdus is at least 12, not 11"),
    ],
)
def test_a_size_out_of_bounds_is_refused(changed, words):
    with pytest.raises(ImpossibleSize, match=words):
        Size(**{"regions": 2, "pdus": 6, "rounds": 2, "seed": 1} | changed)
