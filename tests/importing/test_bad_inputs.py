"""Each bad input is refused with one line and nothing written, or accepted with a problem that names what is wrong."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import NotRecorded, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.models import Problem
from tests.importing.bad_inputs import BAD_INPUTS, MOST_MEGABYTES, MOST_SECONDS, measured, read
from tests.row_counts import row_counts

REFUSED = [name for name, bad in BAD_INPUTS.items() if bad.refused]
ACCEPTED = [name for name, bad in BAD_INPUTS.items() if bad.problem]
LARGE = ("200 MB", "a million lines", "forty thousand paragraphs", "a hundred thousand numbers")


def test_there_are_many():
    assert len(BAD_INPUTS) >= 40


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line(name: str):
    reason = read(BAD_INPUTS[name].make()).reason
    assert BAD_INPUTS[name].refused in reason
    assert "\n" not in reason


@pytest.mark.parametrize("name", ACCEPTED)
def test_it_is_accepted_with_a_named_problem(name: str):
    outcome = read(BAD_INPUTS[name].make())
    assert outcome.reason == ""
    assert BAD_INPUTS[name].problem in outcome.problems


@pytest.mark.usefixtures("marlow")
@pytest.mark.parametrize("name", ACCEPTED)
def test_it_is_recorded_with_its_problem_or_not_at_all(name: str):
    content = BAD_INPUTS[name].make()
    before = row_counts()
    try:
        edition = record_report(parse(extract(content)), ReportFile(name="bad.txt", content=content)).edition
    except NotRecorded:
        assert row_counts() == before
    else:
        assert Problem.objects.filter(edition=edition, type=BAD_INPUTS[name].problem).exists()


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_take_little_time_and_memory(name: str):
    _, seconds, megabytes = measured(name)
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
