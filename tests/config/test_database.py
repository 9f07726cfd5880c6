"""Which database the settings name, and that naming it starts nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.database import CONNECTIONS_PER_PROCESS, database_settings, is_example_name

DATA_DIR = Path("/nonexistent/var")
ROOT = Path(__file__).resolve().parents[2]


def test_an_address_is_taken_apart_and_its_escapes_undone():
    settings = database_settings(
        "postgresql://us%40er:p%3Aw%2F@db.example:6432/findings?sslmode=require&connect_timeout=5", data_dir=DATA_DIR
    )

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert [settings[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "findings",
        "us@er",
        "p:w/",
        "db.example",
        "6432",
    ]
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert settings["OPTIONS"]["connect_timeout"] == "5"


def test_the_short_scheme_and_an_address_without_port_or_password():
    settings = database_settings("postgres://reader@db.example/findings", data_dir=DATA_DIR)

    assert [settings[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "findings",
        "reader",
        "",
        "db.example",
        "",
    ]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://u:secret@h/db", "must begin with postgres://"),
        ("host=h dbname=db password=secret", "must begin with postgres://"),
        ("postgresql://u:secret@h:port:6/db", "can't be read"),
        ("postgresql://u:se%zzcret@h/db", "can't be read"),
        ("postgresql://u:secret@h/db?no_such_option=1", "can't be read"),
        ("postgresql://u:secret@h", "names no database"),
    ],
)
def test_an_address_that_can_not_be_used_is_refused_without_repeating_it(url, message):
    with pytest.raises(ImproperlyConfigured, match=message) as refusal:
        database_settings(url, data_dir=DATA_DIR)

    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("url", ["", "  "])
def test_without_an_address_the_embedded_server_is_meant_and_not_yet_started(url):
    settings = database_settings(url, data_dir=DATA_DIR)

    assert settings["ENGINE"] == "config.embedded"
    assert settings["EMBEDDED"] == {"folder": DATA_DIR / "postgresql", "database": "inspections", "durable": True}


@pytest.mark.parametrize(
    ("url", "name"),
    [("", "inspections_example"), ("postgresql://h/db", "db_example"), ("postgresql://h/db_example", "db_example")],
)
def test_example_data_has_a_database_of_its_own(url, name):
    settings = database_settings(url, data_dir=DATA_DIR, is_example=True)

    assert settings["NAME"] == name
    assert settings.get("EMBEDDED", {"database": name})["database"] == name
    assert is_example_name(name)
    assert not is_example_name(database_settings(url.removesuffix("_example"), data_dir=DATA_DIR)["NAME"])


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({}, ("False", "'NAME': 'inspections',")),
        ({"EXAMPLE_DATA": "true"}, ("True", "'NAME': 'inspections_example'")),
        ({"DATABASE_URL": "postgresql://h/findings_example"}, ("True", "'NAME': 'findings_example'")),
    ],
)
def test_the_setting_goes_by_the_name_of_the_database(variables, shown):
    told = subprocess.run(
        [sys.executable, "manage.py", "diffsettings"],
        cwd=ROOT,
        env=os.environ | {"EXAMPLE_DATA": "false", "DATABASE_URL": ""} | variables,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert f"EXAMPLE_DATA = {shown[0]}" in told
    assert shown[1] in told


@pytest.mark.parametrize("url", ["", "postgresql://h/db"])
def test_the_server_is_told_which_process_connects(url):
    told = [database_settings(url, data_dir=DATA_DIR, application=name)["OPTIONS"] for name in ("manage.py shell", "")]

    assert [options.get("application_name") for options in told] == ["manage.py shell", None]


def test_an_address_may_give_the_process_another_name():
    settings = database_settings("postgresql://h/db?application_name=web", data_dir=DATA_DIR, application="pytest")

    assert settings["OPTIONS"]["application_name"] == "web"


@pytest.mark.parametrize("url", ["", "postgresql://h/db"])
def test_connections_wait_in_a_pool_and_are_checked(url):
    settings = database_settings(url, data_dir=DATA_DIR)

    assert settings["OPTIONS"]["pool"]["max_size"] == CONNECTIONS_PER_PROCESS
    assert settings["CONN_HEALTH_CHECKS"] is True
    assert settings["CONN_MAX_AGE"] == 0


def test_windows_is_told_what_to_do_instead(monkeypatch):
    monkeypatch.setattr("config.database.os.name", "nt")

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database_settings("", data_dir=DATA_DIR)


@pytest.mark.parametrize("command", [["help"], ["check"], ["findstatic", "nothing.css"], ["diffsettings"]])
def test_a_command_that_needs_no_database_starts_none(command, tmp_path):
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(tmp_path), "DATABASE_URL": ""},
        capture_output=True,
        check=False,
    )

    assert not list(tmp_path.iterdir())


@pytest.mark.django_db
def test_the_test_database_is_the_embedded_one_and_waits_for_no_disk():
    from django.db import connection

    if os.environ.get("DATABASE_URL"):
        pytest.skip("the tests run on the server that DATABASE_URL names")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_setting('fsync')")
        assert cursor.fetchone() == (connection.settings_dict["NAME"], "off")
