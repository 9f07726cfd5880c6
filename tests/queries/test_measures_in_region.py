import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from inspections.queries.measures_in_region import measures_in_region
from inspections.queries.rounds_of_measure import rounds_of_measure
from inspections.rows import Absence
from tests import factories


@pytest.mark.parametrize(("units", "measures"), [(1, 1), (100, 1), (1, 40)])
def test_all_measures_in_six_statements_whatever_their_number(db, units, measures, django_assert_num_queries):
    region, known = factories.region("Northern Fells"), [factories.measure() for _ in range(measures)]
    for _ in range(units):
        edition = factories.edition(factories.inspection(factories.delivery_unit(region=region)), state="published")
        factories.edition_date(edition, kind="fieldwork_started")
        for measure in known:
            factories.comparator(factories.measure_value(edition, measure))

    with django_assert_num_queries(6):
        rows = measures_in_region("northern-fells", "2025")

    assert list(rows) == [measure.slug for measure in known]
    assert {len(of_measure) for of_measure in rows.values()} == {units}


def test_a_row_says_by_which_framework_and_when_it_last_changed(db):
    region, measure = factories.region("Northern Fells"), factories.measure("Caseload")
    for name in ("21 points", "27 points"):
        inspection = factories.inspection(
            factories.delivery_unit(name, region=region), framework=factories.framework(name=name)
        )
        factories.measure_value(factories.edition(inspection, state="published"), measure)

    rows = measures_in_region("northern-fells", "2025")["caseload"]

    assert [row.framework for row in rows] == ["21 points", "27 points"]
    assert {row.edition.changed for row in rows} == {timezone.localdate()}


def test_rounds_of_a_measure_in_one_statement(db, django_assert_num_queries):
    region, measure = factories.region("Northern Fells"), factories.measure("Caseload")
    for label, values in (("2022", 2), ("2023", 0), ("2024", 1)):
        unit = factories.delivery_unit(region=region)
        edition = factories.edition(factories.inspection(unit, round=label), state="published")
        for cohort in ["", "officers"][:values]:
            factories.measure_value(edition, measure, cohort=cohort)

    with django_assert_num_queries(1):
        assert rounds_of_measure("northern-fells", "caseload") == {"2024": 1, "2022": 1}


def test_each_absence_is_said_only_where_it_is_known(db):
    region = factories.region("Northern Fells")
    factories.measure("Caseload")
    factories.delivery_unit("A none", region=region)
    for name, report in [("B not held", None), ("C held", factories.source())]:
        inspection = factories.inspection(factories.delivery_unit(name, region=region))
        factories.edition(inspection, state="published", report=report)

    assert [row.absence for row in measures_in_region("northern-fells", "2025")["caseload"]] == [
        Absence.NO_INSPECTION_RECORDED,
        Absence.REPORT_NOT_HELD,
        Absence.NOT_IN_REPORT,
    ]


def test_zero_is_a_value(db):
    edition = factories.edition(state="published")
    factories.measure_value(edition, factories.measure("Vacancies"), value=0)

    (row,) = measures_in_region(edition.inspection.delivery_unit.region.slug, "2025")["vacancies"]

    assert (row.value, row.absence) == (Decimal(0), None)


def test_the_newest_value_comes_first_and_one_without_a_date_is_newer_than_all(db):
    edition = factories.edition(state="published")
    measure = factories.measure("Workload")
    region = edition.inspection.delivery_unit.region.slug
    for value, year in [(134, 2023), (169, 2024)]:
        date = datetime.date(year, 4, 1)
        factories.measure_value(edition, measure, value=value, as_of=date, as_of_precision="month")
    rows = measures_in_region(region, "2025")["workload"]
    assert [(row.value, row.is_earlier) for row in rows] == [(Decimal(169), False), (Decimal(134), True)]

    factories.measure_value(edition, measure, value=150)
    rows = measures_in_region(region, "2025")["workload"]
    assert [(row.value, row.is_earlier) for row in rows] == [(150, False), (169, True), (134, True)]


def test_a_unit_has_a_row_for_each_group_its_own_first(db):
    edition = factories.edition(state="published")
    measure = factories.measure("Workload")
    for cohort, value in [("officers", 1), ("", 2), ("assistants", 3)]:
        factories.measure_value(edition, measure, cohort=cohort, value=value)

    rows = measures_in_region(edition.inspection.delivery_unit.region.slug, "2025")["workload"]

    assert [(row.cohort, row.value) for row in rows] == [("", 2), ("assistants", 3), ("officers", 1)]
    assert not any(row.is_earlier for row in rows)
