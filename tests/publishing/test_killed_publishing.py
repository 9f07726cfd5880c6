"""Who is killed while they publish has published nothing, and nothing is in the way of the next."""

import pytest

from inspections.models import Edition
from inspections.publishing.correct import begin_correction
from tests.importing.pausing import killed_on_the_way
from tests.publishing.staff import approved, draft, person, public, publish
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("stop", ["first", "last"])
def test_a_killed_release_leaves_what_was_public(stop):
    first = public(draft())
    correction = begin_correction(first, by=person("inspector"), reason="A slip.")
    correction.findings.update(text="It went badly.")
    approved(correction)
    before = row_counts()

    assert killed_on_the_way("tests.publishing.paused_publishing", stop) > 0

    assert row_counts() == before
    assert list(Edition.objects.order_by("number").values_list("state", flat=True)) == ["published", "in_review"]
    publish([correction], title="Corrected", reason="A slip.", by=person("reviewer"))
    assert list(Edition.objects.order_by("number").values_list("state", flat=True)) == ["superseded", "published"]
