"""The two commands that fill a new store, and do nothing to any other."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inspections.models import Edition, Inspection, Release
from tests import factories
from tests.row_counts import row_counts

pytestmark = pytest.mark.django_db


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_a_new_store_is_filled_once():
    reference = run("load_reference")
    made = sum(count for name, count in row_counts().items() if not name.endswith("Event"))

    assert reference == f"Reference data: {made} rows created.\n"
    assert run("load_shipped") == "Shipped data: 15 inspections published in release 1.\n"
    assert Release.objects.get().number == 1
    assert Counter(Edition.objects.values_list("state", "release__number")) == {("published", 1): 15}
    assert Inspection.objects.count() == 15
    assert [e.inspection.key for e in Edition.objects.exclude(report=None)] == ["doncaster-2024"]

    before = row_counts()
    assert run("load_reference") == "Reference data: nothing to do.\n"
    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_a_store_with_data_of_its_own_is_left_alone():
    run("load_reference")
    factories.edition()
    before = row_counts()

    assert run("load_shipped") == "Shipped data: the store has data, nothing to do.\n"
    assert row_counts() == before


def test_without_reference_data_nothing_is_loaded():
    before = row_counts()
    with pytest.raises(CommandError, match="load_reference"):
        run("load_shipped")

    assert row_counts() == before
