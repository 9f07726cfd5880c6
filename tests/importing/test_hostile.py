"""Texts written to take long end in time, by being read or by a refusal of the reader's own."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from tests.importing.bad_inputs import MOST_SECONDS
from tests.importing.hostile import IN_A_LINE, KINDS, REPORT, START, hostile

SIZE = 60_000  # of a megabyte: the whole is `tools/bench_reading.py`
PIECES = (
    *IN_A_LINE.values(),
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "| ",
    "\t",
    "P 2.1. ",
    "Good",
    "%",
    "?",
    "Strengths:",
    "²",
    "“",
)


@pytest.mark.parametrize("kind", KINDS)
def test_it_ends_in_time(kind: str):
    """Coarse: a twentieth of the most that is read, in a fifth of the time that may be taken for all of it."""
    content = hostile(kind, SIZE)
    start = time.perf_counter()
    with suppress(NotReadable, NotAReport):
        parse(extract(content))
    assert time.perf_counter() - start < MOST_SECONDS / 2


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=120).map("".join))
def test_nothing_inside_a_report_raises_anything_else(text: str):
    with suppress(NotReadable, NotAReport):
        parse(extract((REPORT[:START] + text + "\n\n" + REPORT[START:]).encode(errors="replace")))
