"""What becomes of bad tables: refused as a whole in one line, or row by row with the reason, and soon."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.importing.extract import NotReadable
from inspections.importing.ratings.reading import read_ratings, table_form
from inspections.importing.ratings.rows import BadTable
from inspections.importing.ratings.sheet import read_workbook
from tests.importing.ratings.bad_tables import BAD_TABLES, GOOD
from tests.importing.ratings.files import table, with_part, workbook

MOST_SECONDS = 10


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_bad_table_is_refused_in_one_line_or_its_row_is(name):
    bad = BAD_TABLES[name]
    content = bad.make()
    begun = time.monotonic()
    table_form(content)  # never raises
    if bad.row is None:
        with pytest.raises((NotReadable, BadTable)) as refused:
            read_ratings(content)
        assert str(refused.value).startswith(bad.says)
        assert "\n" not in str(refused.value)
    else:
        told = {row.number: row.complaints for row in read_ratings(content).rows}
        assert told.pop(bad.row) == (bad.says,)
        assert set(told.values()) <= {()}
    assert time.monotonic() - begun < MOST_SECONDS


@pytest.mark.parametrize("make", [table, workbook])
def test_a_good_one_has_no_complaint(make):
    [row] = read_ratings(make(GOOD).content).rows

    assert row.complaints == ()


@pytest.mark.parametrize(
    ("read", "content"),
    [(read_ratings, table(GOOD).content), (read_workbook, workbook(GOOD).content)],
    ids=["csv", "xlsx"],
)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_damage_raises_anything_but_the_named_errors(read, content, data):
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NotReadable, BadTable):
        read(bytes(damaged[: data.draw(st.integers(len(damaged) // 2, len(damaged)))]))


@settings(max_examples=150, deadline=None)
@given(xml=st.binary(max_size=200), name=st.sampled_from(["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]))
def test_no_part_raises_anything_but_the_named_errors(xml, name):
    with contextlib.suppress(NotReadable, BadTable):
        read_workbook(with_part(workbook(GOOD).content, name, xml))
