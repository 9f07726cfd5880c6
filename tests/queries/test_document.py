import pytest

from inspections.queries.document import document
from inspections.queries.published_edition import NotHeld
from tests import factories


def test_document_names_each_inspection_told_from_it_once(db):
    source = factories.source(key="a-release", title="A release")
    for name in ("Marlow Vale", "East Mere"):
        edition = factories.edition(factories.inspection(factories.delivery_unit(name)), state="published")
        factories.citation(edition, source=source)
        factories.citation(edition, source=source)

    row = document("a-release")

    assert row.title == "A release"
    assert [(unit.name, label) for unit, label in row.inspections] == [("East Mere", "2025"), ("Marlow Vale", "2025")]


def test_table_of_ratings_is_the_document_of_its_rows(db):
    table = factories.source(key="the-table", kind="table")
    factories.citation(factories.edition(state="published"), table=table, row=2)
    assert len(document("the-table").inspections) == 1


@pytest.mark.parametrize("key", ["unknown", "unused"])
def test_document_that_nothing_public_is_told_from_is_not_held(db, key):
    factories.source(key="unused")
    with pytest.raises(NotHeld):
        document(key)


@pytest.mark.parametrize("editions", [1, 30])
def test_three_statements_whatever_the_number_of_inspections(db, editions, django_assert_num_queries):
    source = factories.source(key="a-release")
    for _ in range(editions):
        factories.citation(factories.edition(state="published"), source=source)

    with django_assert_num_queries(3):
        assert len(document("a-release").inspections) == editions
