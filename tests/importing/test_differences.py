"""How two tellings of an inspection differ, fact by fact."""

from inspections.importing.recording.differences import Difference, differences


def test_what_is_gone_is_told_first_then_what_changed_then_what_is_new():
    before = {"m-score": "3", "m-rec-1": "train staff", "m-z": "gone too", "m-f1": "same", "m-b": "1"}
    after = {"m-score": "4", "m-rec-2": "train all staff", "m-a": "new too", "m-f1": "same", "m-b": "2"}

    assert [str(difference) for difference in differences(before, after)] == [
        "m-rec-1: gone: train staff",
        "m-z: gone: gone too",
        "m-b: was: 1; now: 2",
        "m-score: was: 3; now: 4",
        "m-a: new: new too",
        "m-rec-2: new: train all staff",
    ]


def test_the_same_twice_is_no_difference():
    assert differences({"m-score": "3"}, {"m-score": "3"}) == ()


def test_an_empty_text_is_a_change_and_not_an_absence():
    assert differences({"m-note": ""}, {"m-note": "x"}) == (Difference(key="m-note", before="", after="x"),)
