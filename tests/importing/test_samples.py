"""Every sample in tests/reports: read as expected, every line accounted for, and never less of it than before."""

import json
from pathlib import Path

import pytest

from inspections.importing.as_json import as_json
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from tests.importing.account import lost_lines
from tests.reports.samples import RATCHET, counts, expected, samples

SAMPLES = samples()
HELD = json.loads(RATCHET.read_text(encoding="utf-8"))
RAISE = "put `python -m tests.reports.samples` into tests/reports/ratchet.json"

by_sample = pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])


@by_sample
def test_it_is_read_as_expected(sample: Path):
    read = json.loads(json.dumps(as_json(parse(extract(sample.read_bytes())))))
    wanted = expected(sample)
    assert {key: value for key, value in read.items() if key != "problems"} == {
        key: value for key, value in wanted.items() if key != "problems"
    }


@by_sample
def test_every_line_is_accounted_for(sample: Path):
    document = extract(sample.read_bytes())
    assert lost_lines(document, parse(document)) == []


@by_sample
def test_nothing_less_is_read_than_before(sample: Path):
    held, now = HELD[sample.name], counts(parse(extract(sample.read_bytes())))
    less = {
        name: (was, now["read"].get(name, 0)) for name, was in held["read"].items() if now["read"].get(name, 0) < was
    }
    assert less == {}, "fewer are read than before (before, now)"
    assert now == held, f"more is read, or other problems are named: if that is right, {RAISE}"


def test_the_ratchet_holds_every_sample_and_no_other():
    assert set(HELD) == {sample.name for sample in SAMPLES}
