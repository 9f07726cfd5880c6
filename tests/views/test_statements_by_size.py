"""The number of statements of a page is the same, whatever is held."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

STATEMENTS = {
    "/": 3,
    "/regions/": 1,
    "/regions/northern-fells/": 19,
    "/regions/northern-fells/themes/training/": 10,
    "/regions/northern-fells/themes/training.csv": 9,
    "/regions/northern-fells/standards/leadership/": 17,
    "/regions/northern-fells/standards/leadership.csv": 16,
    "/regions/northern-fells.csv": 7,
    "/pdus/marlow-0/": 34,
    "/pdus/marlow-0/inspections/2025/": 32,
    "/regions/northern-fells/key-questions/": 10,
    "/regions/northern-fells/key-questions.csv": 8,
    "/pdus/?size=all": 10,
    "/pdus.csv": 10,
    "/about/": 12,
    "/pdus/marlow-0.csv": 10,
    "/regions/northern-fells/measures/high-risk-caseload/": 10,
    "/regions/northern-fells/measures/high-risk-caseload.csv": 9,
    "/pdus/marlow-0/inspections/2025/standards/assessment/": 7,
    "/compare/": 2,
}
COMPARED = 13


def fill(*, units: int, facts: int) -> None:
    """So many units of a region, each inspected, with so many facts of every kind."""
    region = factories.region("Northern Fells")
    framework = factories.framework("Leadership", "Assessment")
    questions = [
        factories.key_question(standard, number=1) for standard in framework.standards.filter(name="Assessment")
    ]
    measure = factories.measure("Risk", slug="high-risk-caseload", is_headline=True)
    others = [factories.measure() for _ in range(facts)]
    theme = factories.recurring_theme("Training", slug="training")
    for number in range(units):
        unit = factories.delivery_unit(f"Marlow {number}", region=region)
        inspection = factories.inspection(unit, framework=framework)
        edition = factories.edition(inspection, state="published", report=factories.source())
        factories.score(edition, 3, rating="Inadequate")
        factories.edition_date(edition, kind="fieldwork_started")
        factories.edition_date(edition)
        factories.comparator(factories.measure_value(edition, measure))
        for standard in framework.standards.all():
            factories.standard_rating(edition, standard)
        for question in questions:
            factories.key_question_result(edition, question)
        factories.sample_count(edition)
        factories.sample_count(edition, kind="surveyed")
        for other in others:
            for kind in ("strength", "area_for_improvement", "finding"):
                factories.finding(edition, kind=kind).themes.add(theme)
            factories.finding(edition, standard=framework.standards.first())
            factories.quotation(edition)
            factories.recommendation(edition).themes.add(theme)
            factories.comparator(factories.measure_value(edition, other))


@pytest.mark.parametrize(("units", "facts"), [(1, 1), (100, 1), (1, 40)])
def test_statements_are_as_many_whatever_the_number_of_units_and_facts(client, django_assert_num_queries, units, facts):
    fill(units=units, facts=facts)
    for address, statements in STATEMENTS.items():
        with django_assert_num_queries(statements, info=address):
            response = client.get(address)
        assert response.status_code == 200
        assert (
            f"Marlow {units - 1}" in response.content.decode()
            or "marlow-0" in address
            or address in ("/about/", "/regions/")
        )


@pytest.mark.parametrize(("compared", "facts"), [(2, 1), (4, 1), (2, 40)])
def test_comparison_needs_as_many_whatever_the_number_of_units_and_facts(
    client, django_assert_num_queries, compared, facts
):
    fill(units=compared, facts=facts)
    query = "&".join(f"pdu=marlow-{number}" for number in range(compared))
    for address in (f"/compare/?{query}", f"/compare.csv?{query}"):
        with django_assert_num_queries(COMPARED, info=address):
            response = client.get(address)
        assert f"Marlow {compared - 1}" in response.content.decode()
