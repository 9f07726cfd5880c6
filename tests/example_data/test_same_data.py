"""The same size and seed give the same data; a store of real data says nothing of it."""

import pytest
from django.db import transaction
from django.test import override_settings

from inspections import models
from inspections.example_data.size import Size
from inspections.management.example_store import fill

pytestmark = pytest.mark.django_db


def test_real_data_has_neither_banner_nor_mark(client):
    html = client.get("/").content.decode()
    assert "noindex" not in html
    assert "example" not in html.casefold()


def test_the_same_size_and_seed_give_the_same_pages(client):
    with override_settings(EXAMPLE_DATA=True):
        first, again, other = (pages(client, seed) for seed in (5, 5, 6))
    assert len(first) == 7
    assert first == again
    assert first.keys().isdisjoint(other.keys() - {"/pdus/"})
    assert first["/pdus/"] != other["/pdus/"]


def pages(client, seed: int) -> dict[str, str]:
    """Some pages of each kind of a store that is then forgotten."""
    with transaction.atomic():
        fill(Size(regions=1, pdus=2, rounds=2, seed=seed))
        edition = models.Edition.objects.exclude(report=None).earliest("pk")
        unit, label = edition.inspection.delivery_unit, edition.inspection.round
        addresses = [
            "/pdus/",
            f"/regions/{unit.region.slug}/",
            f"/pdus/{unit.slug}/",
            f"/pdus/{unit.slug}/inspections/{label}/",
            f"/pdus/{unit.slug}/inspections/{label}/standards/assessment/",
            f"/sources/{unit.slug}-{label}-score/",
            f"/sources/{unit.slug}-{label}-report/",
        ]
        found = {address: client.get(address).content.decode() for address in addresses}
        transaction.set_rollback(True)
    return found
