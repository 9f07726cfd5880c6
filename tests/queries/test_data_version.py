import pytest
from django.db import connection, transaction

from inspections.queries.data_version import data_version
from tests import factories

in_no_transaction = pytest.mark.django_db(transaction=True)


@in_no_transaction
def test_is_the_same_while_nothing_is_written():
    version = data_version()
    connection.cursor().execute("SELECT count(*) FROM inspections_region")
    assert data_version() == version


@in_no_transaction
def test_never_comes_again():
    versions = [data_version()]
    for name in ("One", "Two"):
        region = factories.region(name)
        versions.append(data_version())
        region.delete()
        versions.append(data_version())
    with transaction.atomic():
        factories.region("Three")
        transaction.set_rollback(True)
    versions.append(data_version())
    assert len(set(versions)) == len(versions)


@in_no_transaction
def test_names_what_still_runs():
    """It ends while a later one has ended already, so that the highest number stays."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT pg_current_xact_id()")
        factories.region()
        running = data_version()
        cursor.execute("COMMIT")
    other.close()
    assert data_version() != running


@in_no_transaction
def test_is_of_one_database():
    assert str(connection.settings_dict["NAME"]) in (data_version() or "")


@in_no_transaction
def test_is_none_inside_a_transaction():
    with transaction.atomic():
        assert data_version() is None


@in_no_transaction
def test_is_none_on_a_standby(monkeypatch):
    """Where pg_is_in_recovery() is true there is no row."""
    monkeypatch.setattr("inspections.queries.data_version.STATEMENT", "SELECT pg_current_snapshot() WHERE NOT true")
    assert data_version() is None
