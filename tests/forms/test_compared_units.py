"""What an address asks to compare, and what is said where it can't be answered."""

import pytest

from inspections.forms import Choice, read_choice
from tests.example_rows import UNITS


def read(*slugs: str, label: str = "") -> Choice:
    return read_choice(slugs, label, units=UNITS, rounds=("2024", "2022-23"))


def problems(choice: Choice) -> list[tuple[str, str]]:
    return [(problem.id, problem.text) for problem in choice.problems]


def values(choice: Choice) -> list[str]:
    return [select.value for select in choice.selects]


def test_nothing_asked_is_no_mistake():
    choice = read()
    assert (choice.units, choice.problems, choice.is_comparable) == ((), (), False)
    assert values(choice) == [""] * 4


def test_one_unit_in_a_link_is_an_invitation():
    choice = read("doncaster")
    assert (choice.slugs, choice.problems, choice.is_comparable) == (["doncaster"], (), False)
    assert values(choice) == ["doncaster", "", "", ""]


@pytest.mark.parametrize("slugs", [("doncaster", "leeds"), ("doncaster", "leeds", "", ""), ("", "doncaster", "leeds")])
def test_two_units_can_be_compared_and_empty_lists_do_not_matter(slugs):
    choice = read(*slugs, label="2024")
    assert (choice.slugs, choice.round, choice.problems) == (["doncaster", "leeds"], "2024", ())
    assert choice.is_comparable
    assert values(choice) == ["doncaster", "leeds", "", ""]


def test_order_is_kept():
    assert read("york", "doncaster", "leeds", "kirklees").slugs == ["york", "doncaster", "leeds", "kirklees"]


def test_form_sent_with_one_unit_asks_for_a_second():
    choice = read("doncaster", "", "", "")
    assert problems(choice) == [("pdu-2", "Choose a PDU to compare Doncaster with")]
    assert choice.selects[1].problem == "Choose a PDU to compare Doncaster with"
    assert values(choice) == ["doncaster", "", "", ""]


def test_form_sent_empty_asks_for_two():
    assert problems(read("", "", "", "")) == [("pdu-1", "Choose at least two PDUs")]


def test_unit_chosen_twice_is_said_where_it_stands_and_the_choice_is_kept():
    choice = read("doncaster", "doncaster", "", "")
    assert problems(choice) == [("pdu-2", "Doncaster is chosen twice: choose another PDU")]
    assert values(choice) == ["doncaster", "doncaster", "", ""]
    assert not choice.is_comparable


def test_what_is_left_of_a_double_choice_is_compared():
    choice = read("doncaster", "leeds", "doncaster")
    assert problems(choice) == [("pdu-3", "Doncaster is chosen twice: choose another PDU")]
    assert choice.slugs == ["doncaster", "leeds"]


def test_unknown_unit_is_said_without_repeating_the_address():
    choice = read("doncaster", "call-0800-123", "leeds")
    assert problems(choice) == [("pdu-2", "Choose a PDU from the list: the one in the address is not held here")]
    assert (choice.slugs, choice.unknown) == (["doncaster", "leeds"], ("call-0800-123",))
    assert values(choice) == ["doncaster", "", "leeds", ""]


def test_more_than_four_are_named_and_left_out():
    choice = read("york", "leeds", "sheffield", "wakefield", "doncaster", "kirklees")
    assert problems(choice) == [
        ("pdu-1", "At most four PDUs can be compared, so Doncaster and Kirklees cannot be shown")
    ]
    assert choice.slugs == values(choice) == ["york", "leeds", "sheffield", "wakefield"]


def test_of_more_than_four_every_mistake_is_said_at_the_first_list():
    choice = read("york", "leeds", "york", "nowhere", "doncaster")
    assert {problem.id for problem in choice.problems} == {"pdu-1"}
    assert len(choice.problems) == 2
    assert choice.slugs == ["york", "leeds", "doncaster"]
    assert values(choice) == ["york", "leeds", "doncaster", ""]


def test_round_of_which_nothing_is_held_is_said_and_the_newest_compared():
    choice = read("doncaster", "leeds", label="1999")
    assert problems(choice) == [("round", "Choose a round of which an inspection is held here")]
    assert choice.round_problem == "Choose a round of which an inspection is held here"
    assert (choice.round, choice.is_comparable) == ("", True)
    assert read("doncaster", "leeds").round_problem == ""
