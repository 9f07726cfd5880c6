"""How two tellings of an inspection differ, fact by fact."""

from inspections.importing.differences import Difference, differences


def test_changed_new_and_gone_are_told_by_key_in_order():
    before = {"m-score": "3", "m-rec-1": "train staff", "m-f1": "same"}
    after = {"m-score": "4", "m-rec-2": "train all staff", "m-f1": "same"}

    assert [str(difference) for difference in differences(before, after)] == [
        "m-rec-1: gone: train staff",
        "m-rec-2: new: train all staff",
        "m-score: was: 3; now: 4",
    ]


def test_the_same_twice_is_no_difference():
    assert differences({"m-score": "3"}, {"m-score": "3"}) == ()


def test_an_empty_text_is_a_change_and_not_an_absence():
    assert differences({"m-note": ""}, {"m-note": "x"}) == (Difference(key="m-note", before="", after="x"),)
