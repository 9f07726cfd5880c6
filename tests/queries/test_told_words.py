"""Numbers of which parts may not be held, in words."""

import datetime

import pytest

from inspections.models import Figure
from inspections.queries.told_words import date_words, figure_words, number_words, queried_words, share_words


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [(12, 41, "12 of 41"), (0, 41, "0 of 41"), (None, 41, "of 41"), (12, None, "12"), (0, None, "0"), (None, None, "")],
)
def test_a_share(numerator, denominator, words):
    assert share_words(numerator, denominator) == words


@pytest.mark.parametrize(("value", "words"), [(1500, "1,500"), (0, "0"), (None, "")])
def test_a_number(value, words):
    assert number_words(value) == words


def test_a_date_or_none():
    assert date_words(datetime.date(2024, 10, 1), "month") == "October 2024"
    assert date_words(None, "") == ""


@pytest.mark.parametrize(("unit", "words"), [("%", "12%"), ("of", "12"), ("count", "12"), ("weeks", "12 weeks")])
def test_a_figure(unit, words):
    assert figure_words(Figure(value=12, unit=unit)) == words


def test_whether_something_is_queried():
    assert queried_words(is_queried=True) == "queried"
    assert queried_words(is_queried=False) == "not queried"
