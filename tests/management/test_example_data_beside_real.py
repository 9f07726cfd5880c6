"""Example data is never made up beside what is real."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.row_counts import row_counts


def test_a_store_with_the_shipped_data_is_refused_and_left_as_it_is(shipped_data, db, settings):
    settings.EXAMPLE_DATA = True
    before = row_counts()
    for arguments in ([], ["--replace"]):
        with pytest.raises(CommandError) as refused:
            call_command("make_example_data", *arguments, stdout=StringIO())

        assert str(refused.value).startswith("This store holds regions that are not example data")
        assert "\n" not in str(refused.value)
    assert row_counts() == before
