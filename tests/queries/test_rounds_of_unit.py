import pytest

from inspections.queries.rounds_of_unit import rounds_of_unit
from tests import factories


@pytest.mark.parametrize("rounds", [1, 20])
def test_five_statements_whatever_the_number_of_rounds(db, rounds, django_assert_num_queries):
    unit = factories.delivery_unit()
    for number in range(rounds):
        edition = factories.edition(factories.inspection(unit, round=str(2000 + number)), state="published")
        factories.score(edition, 1, rating="Good")
        factories.edition_date(edition)

    with django_assert_num_queries(5):
        rows = rounds_of_unit(unit.slug)

    assert [row.round for row in rows] == [str(2000 + number) for number in reversed(range(rounds))]
