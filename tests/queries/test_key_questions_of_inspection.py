from decimal import Decimal

import pytest

from inspections.models import Edition
from inspections.queries.key_questions_of_inspection import key_questions_of_inspection
from inspections.queries.published_edition import published_edition
from inspections.rows import Lowest
from tests import factories

STRANDS = ["engagement", "desistance", "keeping other people safe"]


def edition_with(standards: dict[str, list[int | None]]) -> Edition:
    """The percentages of the questions by standard; None is a question of the framework without a percentage."""
    framework = factories.framework(*standards)
    edition = factories.edition(factories.inspection(framework=framework), state="published")
    for standard in framework.standards.all():
        for number, (strand, percentage) in enumerate(zip(STRANDS, standards[standard.name], strict=False), start=1):
            question = factories.key_question(standard, number=number, strand=strand)
            if percentage is not None:
                factories.key_question_result(edition, question, percentage=percentage)
    return published_edition(edition.inspection.delivery_unit.slug)


@pytest.mark.parametrize("standards", [1, 12])
def test_one_statement_whatever_the_number_of_questions(db, standards, django_assert_num_queries):
    edition = edition_with({f"Standard {letter}": [10, 20, 30] for letter in "abcdefghijkl"[:standards]})

    with django_assert_num_queries(1):
        rows = key_questions_of_inspection(edition)

    assert len(rows) == 3 * standards


@pytest.mark.parametrize(
    ("percentages", "lowest"),
    [
        ([59, 44, 37], [None, None, Lowest.ALONE]),
        ([37, 59, 37], [Lowest.EQUAL, None, Lowest.EQUAL]),
        ([50, 50, 50], [Lowest.EQUAL, Lowest.EQUAL, Lowest.EQUAL]),
        ([0, 1, 2], [Lowest.ALONE, None, None]),
        ([40], [Lowest.ONLY]),
        # Of those held one is the lowest, but not known to be that of the standard.
        ([59, None, 37], [None, None]),
        ([None, 50, None], [None]),
    ],
)
def test_the_lowest_of_a_standard_is_marked_and_where_they_tie_each(db, percentages, lowest):
    edition = edition_with({"Assessment": percentages})
    assert [row.lowest for row in key_questions_of_inspection(edition)] == lowest


def test_the_lowest_is_the_lowest_of_its_own_standard(db):
    edition = edition_with({"Assessment": [90, 80, 70], "Planning": [10, 20, 30]})

    rows = key_questions_of_inspection(edition)

    assert [(row.standard, row.percentage) for row in rows if row.lowest] == [
        ("Assessment", Decimal(70)),
        ("Planning", Decimal(10)),
    ]
    assert [row.percentage for row in key_questions_of_inspection(edition, "planning")] == [10, 20, 30]


def test_counts_say_whether_they_are_published_or_worked_out(db):
    standard = factories.framework("Assessment").standards.get()
    edition = factories.edition(factories.inspection(framework=standard.framework), state="published")
    for number, origin in enumerate(["published", "inferred", ""]):
        counts = {"numerator": 18, "denominator": 41, "counts_origin": origin} if origin else {}
        question = factories.key_question(standard, number=number + 1, strand=STRANDS[number])
        factories.key_question_result(edition, question, percentage=44, **counts)

    found = key_questions_of_inspection(published_edition(edition.inspection.delivery_unit.slug))

    assert [(row.numerator, row.denominator, row.numerator_is_inferred) for row in found] == [
        (18, 41, False),
        (18, 41, True),
        (None, None, False),
    ]
