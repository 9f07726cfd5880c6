import datetime

import pytest

from inspections.queries.last_change_in_round import last_change_in_round
from inspections.rows import LastChange
from tests import factories

RELEASED = datetime.datetime(2025, 6, 1, 23, 30, tzinfo=datetime.UTC)
NEXT_DAY_IN_LONDON = datetime.date(2025, 6, 2)


@pytest.fixture
def region(db):
    return factories.region("Northern Fells")


def edition(region, number, *, days=0, **fields):
    release = factories.release(number=number, published_at=RELEASED + datetime.timedelta(days=days))
    inspection = factories.inspection(factories.delivery_unit(region=region), round=fields.pop("round", "2025"))
    return factories.edition(inspection, **{"state": "published", "release": release} | fields)


def test_newest_release_and_its_day(region, django_assert_num_queries):
    edition(region, 7001)
    edition(region, 7002, days=-1)

    with django_assert_num_queries(1):
        assert last_change_in_round("northern-fells", "2025") == LastChange(changed=NEXT_DAY_IN_LONDON, release=7002)


def test_other_rounds_regions_and_drafts_do_not_count(region):
    edition(region, 7001)
    edition(region, 7002, days=1, round="2026")
    edition(factories.region("Southern Fells"), 7003, days=1)
    edition(region, 7004, days=1, state="withdrawn")

    assert last_change_in_round("northern-fells", "2025") == LastChange(changed=NEXT_DAY_IN_LONDON, release=7001)
    assert last_change_in_round("northern-fells", "1999") is None
