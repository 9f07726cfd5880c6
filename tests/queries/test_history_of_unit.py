"""Where a policy event stands among the inspections of a delivery unit."""

import datetime

import pytest

from inspections.queries.history_of_unit import history_of_unit
from tests import factories


@pytest.fixture
def unit(db):
    return factories.delivery_unit("Marlow Vale")


def inspected(unit, label, date=None, *, kind="fieldwork_started", precision="day"):
    edition = factories.edition(factories.inspection(unit, round=label), state="published")
    if date:
        factories.edition_date(edition, kind=kind, date=datetime.date(*date), date_precision=precision)


def happened(*dates):
    for number, date in enumerate(dates, start=1):
        factories.policy_event(f"Event {number}", happened=datetime.date(*date))


def history(unit):
    return [entry.event.name if entry.event else entry.inspection.round for entry in history_of_unit(unit.slug)]


def test_event_stands_between_the_inspections_before_and_after_it(unit):
    inspected(unit, "2022-23", (2022, 11, 7))
    inspected(unit, "2024", (2024, 7, 8))
    happened((2024, 7, 1), (2023, 1, 1), (2021, 1, 1))
    assert history(unit) == ["2024", "Event 1", "Event 2", "2022-23", "Event 3"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [((2024, 12, 31), ["Event 1", "2024"]), ((2025, 1, 1), ["2024"]), ((2024, 7, 8), ["2024", "Event 1"])],
)
def test_event_after_the_year_of_the_latest_inspection_is_left_out(unit, date, expected):
    inspected(unit, "2024", (2024, 7, 8))
    happened(date)
    assert history(unit) == expected


def test_inspection_without_a_date_stands_by_its_report_or_else_by_its_round(unit):
    inspected(unit, "2021", (2022, 3, 1), kind="published", precision="month")
    inspected(unit, "2024")
    happened((2024, 7, 1), (2022, 2, 1), (2022, 3, 2))
    assert history(unit) == ["2024", "Event 1", "Event 3", "2021", "Event 2"]


def test_round_that_names_no_year_keeps_its_place(unit):
    inspected(unit, "pilot")
    happened((2024, 7, 1))
    assert history(unit) == ["pilot"]
    inspected(unit, "2025", (2025, 7, 1))
    assert history(unit) == ["pilot", "2025", "Event 1"]


def test_unit_without_inspection_has_no_history(unit):
    happened((2024, 7, 1))
    assert history(unit) == []


@pytest.mark.parametrize("rounds", [1, 20])
def test_six_statements_whatever_the_number_of_rounds_and_events(unit, rounds, django_assert_num_queries):
    for number in range(rounds):
        inspected(unit, str(2000 + number), (2000 + number, 5, 1))
        factories.policy_event()
    with django_assert_num_queries(6):
        history_of_unit(unit.slug)
