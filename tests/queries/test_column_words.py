"""The value of a column in the words of the history."""

import datetime
from decimal import Decimal

import pytest

from inspections.queries.column_words import AT_MOST, column_words, names_of, shortened
from tests import factories
from tests.models.example import EVENTS


def words(row, name: str, names=None) -> str:
    return column_words(row._meta.get_field(name), row, names or {})


@pytest.mark.parametrize(
    ("model", "values", "name", "said"),
    [
        ("Edition", {"note": ""}, "note", ""),
        ("Edition", {"score": None}, "score", ""),
        ("Edition", {"score": 0}, "score", "0"),
        ("Edition", {"state": "in_review"}, "state", "in review"),
        ("Edition", {"state": "no longer a choice"}, "state", "no longer a choice"),
        ("Edition", {"is_score_queried": True}, "is_score_queried", "yes"),
        ("Edition", {"is_score_queried": False}, "is_score_queried", "no"),
        ("KeyQuestionResult", {"percentage": Decimal("37.00")}, "percentage", "37"),
        ("EditionDate", {"date": datetime.date(2026, 5, 4)}, "date", "4 May 2026"),
        (
            "Problem",
            {"answered_at": datetime.datetime(2026, 5, 4, 13, 5, tzinfo=datetime.UTC)},
            "answered_at",
            "4 May 2026, 14:05",
        ),
        ("Finding", {"edition_id": 7}, "edition", "no. 7"),
        ("Citation", {"corrected_in_id": 3}, "corrected_in", "3"),
    ],
)
def test_a_value_is_told_as_a_person_would_say_it(model, values, name, said):
    assert words(EVENTS[getattr(factories.models, model)](**values), name) == said


@pytest.mark.django_db
def test_a_row_that_is_pointed_to_is_called_what_it_was_last_called():
    theme, kept = factories.recurring_theme("Training"), factories.recurring_theme("Staffing")
    factories.models.Theme.objects.filter(pk=theme.pk).update(name="Training and more")
    theme.delete()

    gone = EVENTS[type(kept)].objects.get(pgh_label="delete").pgh_obj_id
    names = names_of([(type(kept), gone), (type(kept), kept.pk)])
    assert names[type(kept), gone] == "Training and more"
    assert names[type(kept), kept.pk] == "Staffing"


def test_a_long_text_is_called_by_its_first_words():
    assert shortened("a" * AT_MOST) == "a" * AT_MOST
    assert shortened("a" * (AT_MOST + 1)) == "a" * (AT_MOST - 1) + "…"
