"""Whether words stand in a text."""

import pytest

from inspections.publishing.verbatim import stands_in


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("It was safe.", "It was safe."),
        ("It was  safe", "In all, it was\nsafe; and well led."),
        ("‘People’s’ “views” – heard", "'People's' \"views\" - heard"),
        ("the re-offending rate", "the re- offending rate"),
        ("a rating of Good", "a rating² of Good"),
        ("the ofﬁce", "the office"),
        ("“Staff listen.”", "They said: Staff listen to us."),
        ("- • 29%", "| Is it safe? | 29% |"),
        ("Leaders listen … and act", "Leaders listen. 12 Inspection of Doncaster And act."),
        ("[...] and act", "Leaders listen and act"),
        ("Leaders … listen", "Leaders … listen"),
    ],
)
def test_the_same_words_typed_otherwise_stand_in_a_text(words, text):
    assert stands_in(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("It was not safe", "It was safe"),
        ("able to plan", "They were unable to plan"),
        ("3 of 41", "33 of 41"),
        ("and act … Leaders listen", "Leaders listen and act"),
        ("Leaders listen and act", "Leaders listen. 12 Inspection of Doncaster And act."),
        ("listen … listen", "They listen"),
        ("…", "Anything"),
        ("", "Anything"),
        ("Anything", ""),
    ],
)
def test_other_words_do_not(words, text):
    assert not stands_in(words, text)
