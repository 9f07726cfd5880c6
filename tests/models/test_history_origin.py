"""Where a change came from is recorded by the database, for every change: by a page, a command, the shell, raw SQL."""

import os
import subprocess
import sys
from pathlib import Path

import pghistory
import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import Value
from django.db.models.functions import Concat

from inspections.importing.reference import load_reference
from inspections.models import Region
from inspections.publishing.acting import acting
from tests import factories
from tests.models.example import EVENTS, one_of_each

ROOT = Path(__file__).parents[2]
REGIONS = EVENTS[Region].objects.select_related("pgh_context")
committed = pytest.mark.django_db(transaction=True)


def execute(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def told(name: str) -> dict[str, object]:
    """What is recorded of the last change that gave a region this name."""
    return REGIONS.filter(name=name).latest("pgh_id").pgh_context.metadata


def role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        return cursor.fetchone()[0]


@pytest.fixture
def beside():
    """A connection that knows nothing of Django, as psql is."""
    parameters = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    given = {name: parameters[name] for name in names if parameters.get(name)}
    with psycopg.connect(**given, application_name="psql", autocommit=True) as made:
        yield made


@committed
def test_raw_sql_is_told_by_the_role_of_the_database(beside):
    region = factories.region("Northern Fells")

    beside.execute("UPDATE inspections_region SET name = 'Southern Fells' WHERE id = %s", [region.pk])

    assert told("Southern Fells") == {"database_role": role(), "application": "psql"}


@committed
def test_raw_sql_under_another_role_is_told_by_both(beside):
    region = factories.region("Northern Fells")
    with beside.transaction(force_rollback=True):
        beside.execute("CREATE ROLE fells_editor")
        beside.execute("GRANT SELECT, UPDATE ON inspections_region TO fells_editor")
        for table, rights in (("inspections_regionevent", "INSERT"), ("pghistory_context", "INSERT, SELECT")):
            beside.execute(f"GRANT {rights} ON {table} TO fells_editor")
        beside.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO fells_editor")
        beside.execute("SET LOCAL ROLE fells_editor")
        beside.execute("UPDATE inspections_region SET name = 'Southern Fells' WHERE id = %s", [region.pk])
        beside.execute("RESET ROLE")
        [metadata] = beside.execute(
            "SELECT metadata FROM inspections_regionevent event JOIN pghistory_context context "
            "ON context.id = event.pgh_context_id WHERE name = 'Southern Fells'"
        ).fetchone()

    assert metadata == {"database_role": role(), "acting_role": "fells_editor", "application": "psql"}


@committed
def test_what_one_transaction_changes_is_one_act_and_what_the_next_does_another(beside):
    region = factories.region("Northern Fells")
    for name in ("A", "B"):
        with beside.transaction():
            for half in (1, 2):
                change = "UPDATE inspections_region SET name = %s WHERE id = %s"
                beside.execute(change, [f"{name}{half}", region.pk])

    acts = dict(REGIONS.filter(name__in=["A1", "A2", "B1", "B2"]).values_list("name", "pgh_context_id"))
    assert acts["A1"] == acts["A2"] != acts["B1"] == acts["B2"]


@committed
def test_nobody_passes_for_another_place(beside):
    """Who may write to the database can claim to be any person, but not another role or address."""
    region = factories.region("Northern Fells")
    with beside.transaction():
        beside.execute(
            "SELECT set_config('pghistory.context_id', 'x', true), set_config('pghistory.context_metadata', "
            """'{"user": 5, "database_role": "nobody", "client": "10.0.0.1", "acting_role": "other"}', true)"""
        )
        beside.execute("UPDATE inspections_region SET name = 'Southern Fells' WHERE id = %s", [region.pk])

    assert told("Southern Fells") == {"user": 5, "database_role": role(), "application": "psql"}


def manage(*arguments: str) -> None:
    """A command in a process of its own, on the store of the test."""
    parameters = connection.get_connection_params()
    host, user, password = (parameters.get(name) or "" for name in ("host", "user", "password"))
    address = f"postgresql:///{parameters['dbname']}?host={host}&port={parameters.get('port') or ''}&user={user}"
    variables = os.environ | {"DATABASE_URL": address, "PGPASSWORD": password}
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True)


@committed
def test_the_shell_is_named():
    factories.region("Northern Fells")
    code = "from inspections.models import Region; Region.objects.update(name='Southern Fells')"

    manage("shell", "--no-imports", "--command", code)

    assert told("Southern Fells")["application"].startswith("manage.py shell (")


@committed
def test_a_command_is_named_with_what_it_says_itself():
    load_reference()

    manage("import_report", "inspections/reference/doncaster-2024.txt")

    finding = EVENTS[factories.models.Finding].objects.select_related("pgh_context").first()
    metadata = finding.pgh_context.metadata
    assert metadata["application"].startswith("manage.py import_report (")
    assert metadata["import_report"] == "doncaster-2024.txt"


@pytest.mark.django_db
def test_every_change_of_every_model_has_its_origin():
    one_of_each()

    without = [
        event for event in EVENTS.values() if event.objects.exclude(pgh_context__metadata__has_key="database_role")
    ]
    assert all(event.objects.exists() for event in EVENTS.values())
    assert without == []


@pytest.mark.django_db
def test_a_change_in_bulk_is_one_act():
    for number in range(3):
        factories.region(f"Fells {number}")

    with transaction.atomic():
        Region.objects.update(name=Concat("name", Value(" and Dales")))

    changed = REGIONS.filter(name__endswith=" and Dales").values_list("pgh_context_id", flat=True)
    assert (len(changed), len(set(changed))) == (3, 1)


@pytest.mark.django_db
def test_who_comes_later_in_a_context_does_not_rewrite_who_came_before():
    with pghistory.context(url="/"):
        region = factories.region("A")
        for name in ("B", "C"):
            with acting(User.objects.create(username=name), step=name):
                Region.objects.filter(pk=region.pk).update(name=name)
        Region.objects.filter(pk=region.pk).update(name="D")

    people = {name: (told(name).get("user"), told(name).get("step")) for name in "ABCD"}
    ids = {person.username: person.pk for person in User.objects.all()}
    assert people == {"A": (None, None), "B": (ids["B"], "B"), "C": (ids["C"], "C"), "D": (None, None)}


@pytest.mark.django_db
def test_what_comes_after_an_act_is_not_told_as_a_part_of_it():
    with acting(User.objects.create(username="a"), step="publish"):
        region = factories.region("A")
    Region.objects.filter(pk=region.pk).update(name="B")

    assert set(told("B")) == {"database_role", "application"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    ["UPDATE pghistory_context SET metadata = '{}'", "DELETE FROM pghistory_context", "TRUNCATE pghistory_context"],
)
def test_an_origin_stays_as_it_was_recorded(change):
    factories.region()

    with pytest.raises(IntegrityError, match="stays as it was recorded"), transaction.atomic():
        execute(change)


@pytest.mark.django_db
def test_no_table_with_a_history_is_emptied_at_once_nor_any_history():
    tables = [model._meta for tracked in EVENTS.items() for model in tracked]
    refused = {}
    for meta in tables:
        with pytest.raises(IntegrityError) as error, transaction.atomic():
            execute(f"TRUNCATE {meta.db_table} CASCADE")
        refused[meta.model_name] = error.value.__cause__.diag.constraint_name

    assert all(name.endswith("_is_not_emptied") for name in refused.values())
    assert len(refused) == 2 * len(EVENTS)
