import pytest

from inspections.queries.published_edition import NotHeld
from inspections.queries.region_by_alias import region_by_alias
from tests import factories


def test_region_by_another_name(db, django_assert_num_queries):
    factories.region("Northern Fells").aliases.create(name="The Fells", slug="the-fells")
    with django_assert_num_queries(1):
        name, place = region_by_alias("the-fells")
    assert (name, place.slug) == ("The Fells", "northern-fells")


def test_alias_of_a_unit_is_no_alias_of_a_region(db):
    factories.delivery_unit().aliases.create(name="A vale", slug="a-vale")
    for slug in ("a-vale", "nowhere"):
        with pytest.raises(NotHeld):
            region_by_alias(slug)
