"""The command that makes up data: in a database of its own, never beside what is real."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from config.example_database import CannotMakeDatabase, remake_database
from inspections import models
from inspections.example_data.held import holds_real
from inspections.example_data.size import Size
from inspections.importing.example_store import REFUSAL
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.importing.staging import NotStaged, stage
from inspections.management.example_store import NotFilled, fill
from tests import factories
from tests.row_counts import row_counts

ROOT = Path(__file__).resolve().parents[2]
SIZE = Size(regions=1, pdus=2, rounds=1, seed=3)
REPORT, RATINGS = REFERENCE_DIR / "doncaster-2024.txt", REFERENCE_DIR / "yorkshire-and-the-humber-ratings.csv"


@pytest.fixture
def example_store(db, settings):
    settings.EXAMPLE_DATA = True


def run(command: str, *arguments: object) -> str:
    out = StringIO()
    call_command(command, *map(str, arguments), stdout=out, no_color=True)
    return out.getvalue()


# --- What is real stays alone -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: factories.region("Marlow Fells"), "regions"),
        (lambda: factories.delivery_unit("Marlow", region=factories.region("Example Fells")), "delivery units"),
        (lambda: factories.source(key="a-report"), "sources"),
        (factories.upload, "uploads"),
    ],
)
def test_one_real_thing_of_any_kind_is_enough(example_store, make, named):
    make()
    with pytest.raises(NotFilled, match=f"This store holds {named} "):
        fill(SIZE)


def test_an_inspection_that_was_not_made_up_is_one_of_them(example_store):
    unit = factories.delivery_unit("Example Vale", region=factories.region("Example Fells"))
    factories.edition(factories.inspection(unit, key="vale-2024"))

    assert holds_real() == "editions"


def test_only_a_database_of_example_data_is_dropped(db):
    before = row_counts()
    with pytest.raises(CannotMakeDatabase, match="is not one of example data"):
        remake_database()

    assert row_counts() == before


# --- What is made up --------------------------------------------------------------------------------------------------


def test_again_it_does_nothing_and_other_arguments_are_told(example_store):
    assert fill(SIZE) == 2
    before = row_counts()

    assert fill(SIZE) == 0
    with pytest.raises(NotFilled, match=r"made with --regions 1 --pdus 2 --rounds 1 --seed 3\. Add --replace"):
        fill(Size(regions=1, pdus=2, rounds=1, seed=4))
    assert row_counts() == before
    assert holds_real() == ""


def test_a_size_out_of_bounds_is_one_line():
    with pytest.raises(CommandError, match=r"--pdus is at least 12, not 11\.$") as refused:
        run("make_example_data", "--regions", 12, "--pdus", 11)

    assert "\n" not in str(refused.value)


# --- Nothing real joins it --------------------------------------------------------------------------------------------


def test_no_real_place_is_loaded_but_all_that_is_no_place(example_store):
    run("load_reference")

    assert not models.Region.objects.exists()
    assert models.Framework.objects.count() == 2
    for model in (models.Measure, models.Theme, models.StandardTheme, models.PolicyEvent, models.RatingBand):
        assert model.objects.exists()
    assert run("load_shipped") == "Shipped data: real places are not loaded beside example data.\n"
    assert not models.Edition.objects.exists()


def test_serving_loads_nothing_real(example_store):
    from config.serving import load_shipped

    assert "make_example_data" in load_shipped()
    assert not models.Edition.objects.exists()


@pytest.mark.parametrize(("command", "file"), [("import_report", REPORT), ("import_ratings", RATINGS)])
def test_what_is_real_is_refused_in_one_line(example_store, command, file):
    run("load_reference")
    before = row_counts()
    with pytest.raises(CommandError) as refused:
        call_command(command, str(file), stdout=StringIO(), stderr=StringIO())

    assert str(refused.value).endswith(REFUSAL)
    assert "\n" not in str(refused.value)
    assert row_counts() == before


def test_nothing_is_uploaded(example_store, client):
    user = User.objects.create_superuser("staff")
    with pytest.raises(NotStaged, match="made-up example data"):
        stage([ReportFile(name="a.txt", content=b"A text.")], by=user)
    client.force_login(user)
    with REPORT.open("rb") as file:
        page = client.post("/admin/inspections/upload/add/", {"files": file})

    assert page.status_code == 400
    assert REFUSAL in page.content.decode()
    assert not models.Upload.objects.exists()


# --- From the command line --------------------------------------------------------------------------------------------


@pytest.fixture
def example_database(django_db_setup, django_db_blocker):
    """The example database beside this store of tests, dropped before and after."""
    name = "inspections_example"

    def drop():
        with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    drop()
    yield name
    drop()


def test_as_it_is_typed_it_makes_its_database_and_fills_it(example_database):
    def typed(*arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "manage.py", "make_example_data", "--regions", "1", "--pdus", "2", "--rounds", "1"]
        variables = os.environ | {"EXAMPLE_DATA": "false", "DATABASE_URL": ""}
        return subprocess.run(
            [*command, *arguments], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
        )

    made = typed()
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith("Example data: 2 made-up inspections (")
    assert made.stdout.endswith("To look at it: EXAMPLE_DATA=true make run\n")
    other = typed("--seed", "2")
    assert other.returncode == 1
    assert len(other.stderr.splitlines()) == 1
    assert "2 made-up inspections" in typed("--seed", "2", "--replace").stdout
