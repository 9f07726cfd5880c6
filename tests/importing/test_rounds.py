"""Labels of rounds, and which of them are of one round."""

import pytest

from inspections.importing.recording.rounds import is_same_round


@pytest.mark.parametrize(
    ("held", "label"),
    [
        *(("2024", "2024"), ("2022-23", "2022"), ("2022-23", "2023"), ("2022", "2022-23"), ("2023", "2022-23")),
        *(
            ("2022-2023", "2022-23"),
            ("2025-b", "2025"),
            ("2025-b", "2025-b"),
            ("2024-spring", "2024"),
            ("first", "first"),
        ),
    ],
)
def test_labels_of_one_round(held, label):
    assert is_same_round(held, label)


@pytest.mark.parametrize(
    ("held", "label"),
    [
        *(("2024", "2025"), ("2022-23", "2023-24"), ("2022-23", "2024"), ("2022-2023", "2020"), ("first", "2024")),
        *(("2025", "2025-b"), ("2025-b", "2025-c"), ("first", "second")),
    ],
)
def test_labels_of_two_rounds(held, label):
    assert not is_same_round(held, label)
