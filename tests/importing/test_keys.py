"""Printed addresses: a fact found again keeps its key, and no key ever comes to mean another fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.importing.recording.keys import KeyBook

FIRST = "Leaders had a clear vision for the delivery unit."
SECOND = "Staff valued regular supervision, and it helped them."
THIRD = "Workloads remained too high for 12 of the practitioners."
texts = st.lists(st.text("abcdefgh ", min_size=1, max_size=30), max_size=6)


def keys(known: dict[str, str], *said: str) -> list[str]:
    return KeyBook("marlow-2025", known).ordinals("leadership", prefix="f", texts=said)


def book(*said: str) -> dict[str, str]:
    return dict(zip(keys({}, *said), said, strict=True))


def test_keys_count_up_in_the_order_of_the_report():
    assert keys({}, FIRST, SECOND) == ["marlow-2025-leadership-f1", "marlow-2025-leadership-f2"]


def test_a_finding_put_in_the_middle_changes_no_other_key():
    assert keys(book(FIRST, SECOND), FIRST, THIRD, SECOND) == [f"marlow-2025-leadership-f{n}" for n in (1, 3, 2)]


def test_findings_that_change_places_take_their_keys_along():
    assert keys(book(FIRST, SECOND), SECOND, FIRST) == [f"marlow-2025-leadership-f{n}" for n in (2, 1)]


def test_a_mended_misprint_is_the_same_finding():
    assert keys(book(FIRST, "Staff valued regluar supervison, and it helped them."), FIRST, SECOND)[1].endswith("f2")


def test_a_corrected_number_is_another_finding():
    assert keys(book(THIRD), THIRD.replace("12", "21")) == ["marlow-2025-leadership-f2"]


def test_another_sentence_is_another_finding():
    assert keys(book(FIRST, SECOND), FIRST, "Partners spoke highly of the teams.")[1].endswith("f3")


def test_the_key_of_what_is_gone_is_never_given_again():
    known = book(FIRST, SECOND, THIRD)
    later = dict(known)  # what an edition without the third said adds nothing to it

    assert keys(known, FIRST, SECOND) == list(known)[:2]
    assert keys(later, FIRST, SECOND, "Partners spoke highly of the teams.")[2].endswith("f4")


def test_two_findings_of_the_same_words_have_two_keys():
    assert keys({}, FIRST, FIRST) == ["marlow-2025-leadership-f1", "marlow-2025-leadership-f2"]
    assert keys(book(FIRST, FIRST), FIRST, FIRST) == ["marlow-2025-leadership-f1", "marlow-2025-leadership-f2"]


def test_what_is_said_unchanged_comes_before_what_is_only_alike():
    alike = FIRST.replace("clear", "cleare")

    assert keys(book(FIRST), alike, FIRST) == ["marlow-2025-leadership-f2", "marlow-2025-leadership-f1"]


def test_keys_of_another_list_are_not_taken():
    known = {"marlow-2025-leadership-f7": FIRST, "marlow-2025-services-f1": SECOND}
    services = KeyBook("marlow-2025", known).ordinals("services", prefix="f", texts=[FIRST])

    assert services == ["marlow-2025-services-f2"]


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("score",), "marlow-2025-score"),
        (("Implementation and delivery", "q3"), "marlow-2025-implementation-and-delivery-q3"),
    ],
)
def test_a_fact_there_is_one_of_is_named(parts, key):
    assert KeyBook("marlow-2025", {}).named(*parts) == key


def test_a_second_fact_of_one_name_is_suffixed():
    names = KeyBook("marlow-2025", {})

    assert [names.named("rec", "1") for _ in range(3)] == [f"marlow-2025-rec-1{end}" for end in ("", "-2", "-3")]


@given(before=texts, after=texts)
def test_keys_are_single_and_steady(before, after):
    known = book(*before)
    given_keys = keys(known, *after)

    assert len(set(given_keys)) == len(after)
    assert keys(known, *before) == list(known)
    firsts = dict(zip(reversed(after), reversed(given_keys), strict=True))
    assert [known[firsts[said]] for said in firsts if said in before] == [said for said in firsts if said in before]
