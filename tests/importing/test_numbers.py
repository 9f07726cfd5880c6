import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.importing.reading.numbers import NUMBER, number_value
from tests.importing.report_text import in_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1,500", "1500"),
        ("308,000", "308000"),
        ("7.8", "7.8"),
        ("1.2 million", "1200000"),
        ("Thirty-eight", "38"),
        ("ninety four", "94"),
        ("a hundred", "100"),
        ("two hundred and five", "205"),
        ("three thousand, four hundred and one", "3401"),
        ("two million", "2000000"),
        ("two and a half", "2.5"),
        ("-5", "-5"),
    ],
)
def test_numbers_in_digits_and_words(text, value):
    assert number_value(text) == Decimal(value)


@given(st.integers(0, 9999))
def test_words_are_worth_what_they_say(number):
    words = in_words(number)
    assert re.fullmatch(NUMBER, words)
    assert number_value(words) == number


@pytest.mark.parametrize("text", ["CAS3", "1st", "one-to-one", "12-month", "24/7", "someone", "M3 ", "tension", "3FX"])
def test_parts_of_words_are_no_numbers(text):
    assert not re.search(NUMBER, text, re.IGNORECASE)
