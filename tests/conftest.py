"""What holds for every test: no network but this machine's own, and in CI no test left out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
import pytest_socket
from pytest_django import DjangoDbBlocker

THIS_MACHINE = ["127.0.0.1", "::1"]
FILLED_BY_MIGRATIONS = {"auth_group", "auth_group_permissions", "auth_permission", "django_content_type"}


def pytest_configure() -> None:
    from django.conf import settings

    # WhiteNoise warns about a missing folder, and a warning fails a test.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    _let_tests_empty_the_store()
    _let_tests_go_past_the_rules()


def _let_tests_empty_the_store() -> None:
    """Django empties a store of committed tests by TRUNCATE, which the store refuses: so as a replica, past triggers.

    That takes the rights of a superuser, which the product does not ask for. What migrations have filled is kept, for
    the tests that come after in the same store.
    """
    from django.db.backends.postgresql.operations import DatabaseOperations

    as_django = DatabaseOperations.sql_flush

    def sql_flush(self, style, tables, **options):
        emptied = [table for table in tables if table not in FILLED_BY_MIGRATIONS]
        return ["SET LOCAL session_replication_role = replica", *as_django(self, style, emptied, **options)]

    DatabaseOperations.sql_flush = sql_flush


def _let_tests_go_past_the_rules() -> None:
    """After what the product does after every `migrate`, which turns off what takes them there."""
    from django.apps import apps
    from django.db.models.signals import post_migrate

    from tests.past_the_rules import turn_the_switch_on

    post_migrate.connect(turn_the_switch_on, sender=apps.get_app_config("inspections"))


def pytest_runtest_setup() -> None:
    pytest_socket.socket_allow_hosts(THIS_MACHINE, allow_unix_socket=True)


@contextmanager
def _loaded(blocker: DjangoDbBlocker, *commands: str) -> Iterator[None]:
    """The store as these commands leave it. What tests change in it is rolled back, and at the end all of it."""
    from django.core.management import call_command
    from django.db import transaction

    whole = transaction.atomic()
    with blocker.unblock():
        whole.__enter__()
        for command in commands:
            call_command(command, stdout=StringIO())
    yield
    with blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


@pytest.fixture(scope="module")
def reference(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Frameworks, themes, regions and measures, as a new store has them: loaded once, for all tests of a module.

    Ask for the database as well: `pytestmark = pytest.mark.usefixtures("reference", "db")`.
    """
    with _loaded(django_db_blocker, "load_reference"):
        yield


@pytest.fixture(scope="module")
def shipped_data(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole store as a first `make run` leaves it: loaded once, for all tests of a module. Ask for `db` as well."""
    with _loaded(django_db_blocker, "load_reference", "load_shipped"):
        yield


@pytest.fixture(scope="module")
def example_data(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A small store of made-up data, with its setting: 2 regions, 8 PDUs, 3 rounds. Ask for `db` as well."""
    from django.test import override_settings

    from inspections.example_data.size import Size
    from inspections.management.example_store import fill

    with override_settings(EXAMPLE_DATA=True), _loaded(django_db_blocker):
        with django_db_blocker.unblock():
            fill(Size(regions=2, pdus=8, rounds=3, seed=1))
        yield


def _skipped_in_ci(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    return len(reporter.stats.get("skipped", [])) if is_ci and reporter else 0


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure: there, everything a test needs has been installed."""
    if exitstatus == pytest.ExitCode.OK and _skipped_in_ci(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if skipped := _skipped_in_ci(config):
        terminalreporter.write_line(f"{skipped} skipped: in CI a skipped test is a failure.", red=True)
