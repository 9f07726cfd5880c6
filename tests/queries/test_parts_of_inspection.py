"""Quotations, recommendations, the sample and the standards of one inspection."""

import pytest

from inspections.queries.quotations_of_inspection import quotations_of_inspection
from inspections.queries.recommendations_of_inspection import recommendations_of_inspection
from inspections.queries.sample_of_inspection import sample_of_inspection
from inspections.queries.standards_of_inspection import standards_of_inspection
from tests import factories


@pytest.mark.parametrize("number", [1, 40])
def test_statements_whatever_the_number_of_rows(db, number, django_assert_num_queries):
    edition = factories.edition(state="published")
    for _ in range(number):
        factories.quotation(edition)
        factories.recommendation(edition)

    with django_assert_num_queries(2):
        assert len(quotations_of_inspection(edition)) == number
    with django_assert_num_queries(1):
        assert len(recommendations_of_inspection(edition)) == number


def test_sample_is_one_statement_and_standards_are_two(db, django_assert_num_queries):
    framework = factories.framework("Leadership", "Staffing")
    edition = factories.edition(factories.inspection(framework=framework), state="published")
    factories.sample_count(edition)
    factories.sample_count(edition, kind="surveyed", count=65)
    factories.standard_rating(edition, framework.standards.first())

    with django_assert_num_queries(1):
        assert [row.count for row in sample_of_inspection(edition)] == [50, 65]
    with django_assert_num_queries(2):
        rows = standards_of_inspection(edition)

    assert [(row.name, row.cell.rating) for row in rows] == [("Leadership", "Good"), ("Staffing", None)]


def test_quotations_say_how_many_were_asked_where_that_is_held(db):
    edition = factories.edition(state="published")
    factories.quotation(edition)
    factories.sample_count(edition, kind="cases", count=41)
    assert [row.asked for row in quotations_of_inspection(edition)] == [None]

    factories.sample_count(edition, kind="surveyed", count=65)
    assert [row.asked for row in quotations_of_inspection(edition)] == [65]


def test_the_statement_a_report_prints_goes_before_that_of_the_framework(db):
    framework = factories.framework()
    for position, name in enumerate(["Leadership", "Staffing"], start=1):
        factories.standard(framework, name=name, position=position, statement="Of the framework.")
    edition = factories.edition(factories.inspection(framework=framework), state="published")
    factories.standard_rating(edition, framework.standards.get(name="Staffing"), statement="As printed.")

    assert [row.statement for row in standards_of_inspection(edition)] == ["Of the framework.", "As printed."]
