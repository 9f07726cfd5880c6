"""What was public as of a release, once by SQL and once by telling the life of every edition."""

import random

import pytest

from inspections.models import Edition
from inspections.queries.editions_as_of import editions_as_of
from tests import factories
from tests.past_the_rules import made_past_the_rules

pytestmark = pytest.mark.django_db


def naive_editions_as_of(number: int) -> dict[int, int]:
    """Every edition in the order of the releases that published and withdrew it, each replacing what was public."""
    events = []
    for edition in Edition.objects.select_related("release", "withdrawn_in"):
        if edition.release:
            events.append((edition.release.number, edition.inspection_id, edition.pk))
        if edition.withdrawn_in:
            events.append((edition.withdrawn_in.number, edition.inspection_id, None))
    public: dict[int, int | None] = {}
    for release, inspection, edition in sorted(events, key=lambda event: event[0]):
        if release <= number:
            public[inspection] = edition
    return {inspection: edition for inspection, edition in public.items() if edition}


def lived(luck: random.Random, inspections: list) -> None:
    """Ten releases, in each of which something was published, corrected, withdrawn or published again."""
    for number in range(1, 11):
        _release(luck, inspections, number)
    factories.edition(inspections[0])


@made_past_the_rules
def _release(luck: random.Random, inspections: list, number: int) -> None:
    release = factories.release(number=number)
    for inspection in luck.sample(inspections, 2):
        last = inspection.editions.first()
        if last and last.state == "published" and luck.random() < 0.4:
            Edition.objects.filter(pk=last.pk).update(state="withdrawn", withdrawn_in=release)
            continue
        if last and last.state == "published":
            Edition.objects.filter(pk=last.pk).update(state="superseded")
        factories.edition(inspection, state="published", release=release)


@pytest.mark.parametrize("seed", range(5))
def test_both_ways_come_to_the_same_editions(seed):
    luck = random.Random(seed)
    lived(luck, [factories.inspection() for _ in range(4)])

    for number in range(12):
        found = {key: edition.pk for key, edition in editions_as_of(number).items()}
        assert found == naive_editions_as_of(number), number


def test_there_is_something_to_compare():
    lived(random.Random(1), [factories.inspection() for _ in range(4)])

    states = set(Edition.objects.values_list("state", flat=True))
    assert states == {"draft", "published", "superseded", "withdrawn"}


def test_as_of_the_newest_release_is_what_is_public(django_assert_num_queries):
    lived(random.Random(2), [factories.inspection() for _ in range(4)])

    with django_assert_num_queries(1):
        found = editions_as_of(10)
    assert {edition.pk for edition in found.values()} == set(Edition.objects.published().values_list("pk", flat=True))
