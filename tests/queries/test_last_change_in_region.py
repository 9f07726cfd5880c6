import datetime
from zoneinfo import ZoneInfo

import pytest

from inspections import models
from inspections.queries.last_change_in_region import last_change_in_region
from inspections.rows import LastChange
from tests import factories
from tests.queries import naive, world

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
        assert last_change_in_region("northern-fells", ["2025"]) == LastChange(changed=NEXT_DAY_IN_LONDON, release=7002)


def test_other_rounds_regions_and_drafts_do_not_count(region):
    edition(region, 7001)
    edition(region, 7002, days=1, round="2026")
    edition(factories.region("Southern Fells"), 7003, days=1)
    edition(region, 7004, days=1, state="withdrawn")

    assert last_change_in_region("northern-fells", ["2025"]) == LastChange(changed=NEXT_DAY_IN_LONDON, release=7001)
    assert last_change_in_region("northern-fells", ["1999"]) is None


@pytest.mark.parametrize("seed", range(3))
def test_against_a_naive_second_version(seed, db):
    world.build(seed)
    store, dated = naive.Store(), set()
    for region in store.rows(models.Region):
        for rounds in (None, [], *([label] for label in world.ROUNDS), world.ROUNDS[:2]):
            found = last_change_in_region(region.slug, rounds)
            assert found == naive_last_change(store, region, rounds)
            dated.add(found)
    assert len(dated) > 3


def naive_last_change(store: naive.Store, region, rounds) -> LastChange | None:
    editions = [
        edition
        for unit in store.rows(models.DeliveryUnit)
        if unit.region_id == region.id
        for edition, inspection in naive.published(store, unit)
        if rounds is None or inspection.round in rounds
    ]
    releases = [store.row(models.Release, edition.release_id) for edition in editions]
    changes = [release.published_at for release in releases]
    if not editions:
        return None
    return LastChange(
        changed=max(changes).astimezone(ZoneInfo("Europe/London")).date(),
        release=max(release.number for release in releases),
    )
