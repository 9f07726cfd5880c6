"""Facts in another order: what was moved is told, and not what others were put before."""

from itertools import permutations

import pytest

from inspections.publishing.reordered import reordered

NAMES = {key: f"“{key}”" for key in "abcdefxy"}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", {}),
        ("abc", "xabc", {}),
        ("abc", "bc", {}),
        ("abcde", "bcdea", {"a": ("1st", "5th")}),
        ("abcde", "eabcd", {"e": ("5th", "1st")}),
        ("abcde", "exabcd", {"e": ("5th", "1st")}),
        ("abcd", "xacbd", {"c": ("3rd, after “b”", "3rd, after “a”")}),
        ("", "ab", {}),
    ],
)
def test_what_was_moved(before, after, told):
    assert reordered(before, after, names=NAMES) == told


def test_of_what_is_the_second_again_the_one_before_it_is_named():
    assert reordered("abc", "cba", names=NAMES) == {"b": ("2nd, after “a”", "2nd, after “c”"), "c": ("3rd", "1st")}


def test_what_only_followed_the_one_before_it_is_not_told():
    assert "d" not in reordered("abcdef", "efcdab", names=NAMES)


def test_what_is_not_told_stands_in_the_order_it_had():
    for after in permutations("abcde"):
        told = reordered("abcde", after, names=NAMES)
        assert [key for key in after if key not in told] == sorted(set("abcde") - told.keys())
        assert bool(told) is (after != tuple("abcde"))
